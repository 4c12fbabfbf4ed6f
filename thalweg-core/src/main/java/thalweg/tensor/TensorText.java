package thalweg.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import thalweg.cpu.loop.Copy;

/// Prints tensors character for character as PyTorch 1.13 does with its default options: 4 digits, 80
/// columns, and of more than 1000 elements only the first and last 3 of each dimension.
final class TensorText {
  private static final int DIGITS = 4;
  private static final int LINE_WIDTH = 80;
  private static final int SUMMARY_THRESHOLD = 1000;
  private static final int EDGE_ITEMS = 3;
  private static final String PREFIX = "tensor(";

  private final boolean summarize;
  private final ElementText element;

  private TensorText(Tensor tensor) {
    this.summarize = tensor.size() > SUMMARY_THRESHOLD;
    this.element = ElementText.fitting(shown(tensor).unrecorded(tensor.dtype()));
  }

  static String of(Tensor tensor) {
    Tensor values = tensor.detach();
    String body = values.size() == 0 ? "[]" : new TensorText(values).body(values, PREFIX.length());
    String text = withSuffixes(PREFIX + body, suffixes(tensor));
    return tensor.isParameter() ? "Parameter containing:\n" + text : text;
  }

  private static List<String> suffixes(Tensor tensor) {
    var suffixes = new ArrayList<String>();
    DType dtype = tensor.dtype();
    if (tensor.size() == 0) {
      if (tensor.rank() != 1) {
        suffixes.add("size=" + tensor.shape().tuple());
      }
      if (dtype != DType.FLOAT32) { // no element shows it
        suffixes.add("dtype=" + dtype);
      }
    } else if (dtype == DType.FLOAT64) {
      suffixes.add("dtype=" + dtype);
    }
    if (tensor.gradFn() != null) {
      suffixes.add("grad_fn=" + tensor.gradFn());
    } else if (tensor.requiresGrad()) {
      suffixes.add("requires_grad=True");
    }
    return suffixes;
  }

  private static String withSuffixes(String text, List<String> suffixes) {
    var out = new StringBuilder(text);
    // Counted as PyTorch counts, which is one more than the last line's length.
    int used = text.length() - text.lastIndexOf('\n') + 1;
    for (String suffix : suffixes) {
      if (used + suffix.length() + 2 > LINE_WIDTH) {
        out.append(",\n").append(" ".repeat(PREFIX.length())).append(suffix);
        used = PREFIX.length() + suffix.length();
      } else {
        out.append(", ").append(suffix);
        used += suffix.length() + 2;
      }
    }
    return out.append(')').toString();
  }

  /// The elements that appear, which alone decide how numbers are written.
  private Tensor shown(Tensor x) {
    Tensor shown = x;
    for (int d = 0; summarize && d < x.rank(); d++) {
      int n = x.shape().dim(d);
      if (n > 2 * EDGE_ITEMS) {
        shown =
            Tensors.cat(d, shown.narrow(d, 0, EDGE_ITEMS), shown.narrow(d, n - EDGE_ITEMS, EDGE_ITEMS));
      }
    }
    return shown;
  }

  private String body(Tensor x, int indent) {
    return switch (x.rank()) {
      case 0 -> element.write(x, 0);
      case 1 -> vector(x, indent);
      default -> {
        List<String> parts = items(x.shape().dim(0), "...", i -> body(x.select(0, i), indent + 1));
        String separator = "," + "\n".repeat(x.rank() - 1) + " ".repeat(indent + 1);
        yield "[" + String.join(separator, parts) + "]";
      }
    };
  }

  private String vector(Tensor x, int indent) {
    int perLine = Math.max(1, (LINE_WIDTH - indent) / (element.width() + 2));
    List<String> items = items(x.size(), " ...", i -> element.write(x, i));
    var lines = new ArrayList<String>();
    for (int i = 0; i < items.size(); i += perLine) {
      lines.add(String.join(", ", items.subList(i, Math.min(i + perLine, items.size()))));
    }
    return "[" + String.join(",\n" + " ".repeat(indent + 1), lines) + "]";
  }

  private List<String> items(int n, String ellipsis, IntFunction<String> item) {
    var items = new ArrayList<String>();
    for (int i = 0; i < n; i++) {
      if (summarize && n > 2 * EDGE_ITEMS && i == EDGE_ITEMS) {
        items.add(ellipsis);
        i = n - EDGE_ITEMS;
      }
      items.add(item.apply(i));
    }
    return items;
  }

  /// How one element is written, chosen once for all that appear.
  private record ElementText(Form form, int width) {
    private enum Form {
      EXACT,
      WHOLE,
      FIXED,
      SCIENTIFIC
    }

    static ElementText fitting(Tensor shown) {
      if (!shown.dtype().isFloating()) {
        return widened(new ElementText(Form.EXACT, 0), shown);
      }
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      boolean whole = true;
      for (double x : shown.toDoubleArray()) {
        if (Double.isFinite(x) && x != 0) {
          least = Math.min(least, Math.abs(x));
          most = Math.max(most, Math.abs(x));
          whole &= x == Math.rint(x);
        }
      }
      if (most == 0) {
        return new ElementText(Form.WHOLE, 1);
      }
      boolean wide = most / least > 1000 || most > 1e8;
      Form form =
          wide || (!whole && least < 1e-4) ? Form.SCIENTIFIC : whole ? Form.WHOLE : Form.FIXED;
      return widened(new ElementText(form, 0), shown);
    }

    /// As wide as the widest element; zeros and infinities do not count among floats.
    private static ElementText widened(ElementText text, Tensor shown) {
      int width = 1;
      for (int i = 0; i < shown.size(); i++) {
        double x = shown.dtype().isFloating() ? at(shown, i) : 1;
        if (Double.isFinite(x) && x != 0) {
          width = Math.max(width, text.write(shown, i).length());
        }
      }
      return new ElementText(text.form, width);
    }

    private static double at(Tensor x, int i) {
      return Copy.real(x.storage().array(), x.layout().offset(i));
    }

    String write(Tensor x, int i) {
      String text =
          switch (form) {
            case EXACT -> exact(x, i);
            case WHOLE -> Numbers.fixed(at(x, i), 0) + (Double.isFinite(at(x, i)) ? "." : "");
            case FIXED -> Numbers.fixed(at(x, i), DIGITS);
            case SCIENTIFIC -> Numbers.scientific(at(x, i), DIGITS);
          };
      return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String exact(Tensor x, int i) {
      long value = Copy.integer(x.storage().array(), x.layout().offset(i));
      return x.dtype() == DType.BOOL ? (value != 0 ? "True" : "False") : Long.toString(value);
    }
  }
}
