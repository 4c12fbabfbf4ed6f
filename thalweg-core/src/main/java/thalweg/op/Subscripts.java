package thalweg.op;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// The equation of an einsum, read for operands of given shapes: one label for each of their dimensions.
///
/// A label is a letter, or for a dimension that an ellipsis covers a character below `A`: its place among those,
/// counted so that ellipses of different lengths align at their last dimension.
final class Subscripts {
  private static final char ELLIPSIS = '.';

  private final String equation;
  private final List<Shape> shapes;
  private final List<String> inputs = new ArrayList<>();
  private final Map<Character, Integer> lengths = new LinkedHashMap<>();
  private final String output;

  Subscripts(String equation, List<Tensor> operands) {
    this.equation = equation;
    this.shapes = operands.stream().map(Tensor::shape).toList();
    int arrow = equation.indexOf("->");
    List<String> terms = terms(arrow < 0 ? equation : equation.substring(0, arrow));
    int covered = 0;
    for (int i = 0; i < terms.size(); i++) {
      covered = Math.max(covered, covered(i, terms.get(i)));
    }
    for (int i = 0; i < terms.size(); i++) {
      inputs.add(labels(terms.get(i), covered - covered(i, terms.get(i)), covered));
      note(i);
    }
    output = arrow < 0 ? implicit(covered) : explicit(equation.substring(arrow + 2), arrow + 2, covered);
  }

  /// The labels of operand `i`, one a dimension.
  String input(int i) {
    return inputs.get(i);
  }

  /// The labels of the result.
  String output() {
    return output;
  }

  /// The labels of the result, then those that are summed over.
  String all() {
    return lengths.keySet().stream()
        .filter(label -> output.indexOf(label) < 0)
        .map(String::valueOf)
        .collect(Collectors.joining("", output, ""));
  }

  private List<String> terms(String left) {
    var terms = new ArrayList<String>();
    int at = 0;
    for (String term : left.split(",", -1)) {
      terms.add(checked(term, at, "operand " + terms.size()));
      at += term.length() + 1;
    }
    if (terms.size() != shapes.size()) {
      throw error("operands: %d named, %d given".formatted(terms.size(), shapes.size()));
    }
    return terms;
  }

  /// Letters, and a [#ELLIPSIS] for three points, without spaces.
  private String checked(String term, int start, String owner) {
    var symbols = new StringBuilder();
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (term.startsWith("...", i)) {
        if (symbols.indexOf("" + ELLIPSIS) >= 0) {
          throw error("%s has more than one ellipsis (...)".formatted(owner));
        }
        symbols.append(ELLIPSIS);
        i += 2;
      } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        symbols.append(c);
      } else if (c == '.') {
        throw error("%s has a '.' that is not part of an ellipsis (...)".formatted(owner));
      } else if (c != ' ') {
        throw error(
            "'%s' at index %d is no subscript; subscripts are letters from a to z and A to Z"
                .formatted(c, start + i));
      }
    }
    return symbols.toString();
  }

  /// How many dimensions the ellipsis of a term covers.
  private int covered(int operand, String term) {
    int rank = shapes.get(operand).rank();
    boolean ellipsis = term.indexOf(ELLIPSIS) >= 0;
    int letters = ellipsis ? term.length() - 1 : term.length();
    if (letters > rank || (letters < rank && !ellipsis)) {
      throw error(
          "the numbers of dimensions (%d) and subscripts (%d) of operand %d, of shape %s, differ%s"
              .formatted(
                  rank, letters, operand, shapes.get(operand).tuple(),
                  letters < rank ? "; an ellipsis (...) would cover the others" : ""));
    }
    return rank - letters;
  }

  private static String labels(String term, int from, int to) {
    String places = IntStream.range(from, to).mapToObj(Character::toString).collect(Collectors.joining());
    return term.replace("" + ELLIPSIS, places);
  }

  /// Enters the lengths of an operand's dimensions.
  private void note(int operand) {
    String labels = inputs.get(operand);
    Shape shape = shapes.get(operand);
    for (int d = 0; d < labels.length(); d++) {
      char label = labels.charAt(d);
      int length = shape.dim(d);
      int first = labels.indexOf(label);
      if (shape.dim(first) != length) {
        throw error(
            "subscript %s is repeated in operand %d of shape %s, but the lengths differ: %d and %d"
                .formatted(label, operand, shape.tuple(), shape.dim(first), length));
      }
      int known = lengths.getOrDefault(label, 1);
      if (known != 1 && length != 1 && known != length) {
        throw error(
            "%s has length %d before and %d in operand %d of shape %s; lengths must be equal, or one of them 1"
                .formatted(written(label), known, length, operand, shape.tuple()));
      }
      lengths.put(label, known == 1 ? length : known);
    }
  }

  private static String written(char label) {
    return Character.isLetter(label)
        ? "subscript " + label
        : "dimension " + (int) label + " of the ellipsis (...)";
  }

  /// The ellipsis, then in alphabetical order (upper case first) the letters that occur once.
  private String implicit(int covered) {
    String every = String.join("", inputs);
    return every
        .chars()
        .filter(label -> label >= 'A' && every.indexOf(label) == every.lastIndexOf(label))
        .sorted()
        .mapToObj(Character::toString)
        .collect(Collectors.joining("", labels("" + ELLIPSIS, 0, covered), ""));
  }

  private String explicit(String right, int start, int covered) {
    String labels = labels(checked(right, start, "the result"), 0, covered);
    for (int i = 0; i < labels.length(); i++) {
      char label = labels.charAt(i);
      if (labels.indexOf(label) != i) {
        throw error("subscript %s stands twice in the result".formatted(label));
      }
      if (!lengths.containsKey(label)) {
        throw error("subscript %s of the result stands in no operand".formatted(label));
      }
    }
    return labels;
  }

  private ShapeException error(String what) {
    String given = shapes.stream().map(Shape::tuple).collect(Collectors.joining(", "));
    return new ShapeException("einsum: '%s' with shapes %s: %s".formatted(equation, given, what));
  }
}
