package thalweg.nn;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import thalweg.tensor.Shape;

/// Pieces of the text of a layer, as PyTorch prints them.
final class LayerText {
  private LayerText() {}

  /// A layer made of others, one indented line each.
  static String of(String name, Map<String, Layer> children) {
    if (children.isEmpty()) {
      return name + "()";
    }
    return children.entrySet().stream()
        .map(child -> "  (%s): %s\n".formatted(child.getKey(), indented(child.getValue())))
        .collect(Collectors.joining("", name + "(\n", ")"));
  }

  private static String indented(Layer layer) {
    return layer.toString().replace("\n", "\n  ");
  }

  static String flag(boolean value) {
    return value ? "True" : "False";
  }

  /// A tuple of Python: `(2, 3)`, `(4,)`.
  static String tuple(Shape values) {
    return values.rank() == 1 ? "(%d,)".formatted(values.dim(0)) : values.tuple();
  }

  /// As it was given: `2`, or `(2, 3)`.
  static String given(Shape values) {
    return values.rank() == 1 ? Integer.toString(values.dim(0)) : values.tuple();
  }

  /// A list of Python texts: `['a', 'b']`.
  static String list(List<String> texts) {
    return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(", ", "[", "]"));
  }
}
