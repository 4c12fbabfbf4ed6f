package thalweg.figures.graph;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thalweg.expr.ExpressionGraph;
import thalweg.tensor.Numbers;

/// A graph to be drawn: boxes with text, joined by arrows with text. Plain data; where things lie is the
/// renderer's affair.
///
/// ```java
/// var f = Expression.parse("tanh(ln(1+z*(2*x/sin(y))))");
/// var diagram = Diagram.of(ExpressionGraph.of(f, Map.of("x", 1.0, "y", 0.8, "z", 1.5)));
/// Files.writeString(Path.of("graph.svg"), diagram.svg());
/// ```
///
/// @param description what it shows, for readers who cannot see it
/// @param boxes       in any order
/// @param arrows      from box to box
public record Diagram(String description, List<Box> boxes, List<Arrow> arrows) {
  /// More would be neither drawn in time nor read.
  public static final int MOST_BOXES = 400;

  /// How the numbers on a drawing are rounded.
  private static final int DIGITS = 4;

  /// What a box stands for; each kind has its own shape.
  public enum Kind {
    INPUT,
    OPERATION,
    RESULT
  }

  /// A box.
  ///
  /// @param id       unique in the diagram
  /// @param title    its first line
  /// @param value    its second line, from the forward pass
  /// @param gradient its third line, from the backward pass
  public record Box(String id, Kind kind, String title, String value, String gradient) {}

  /// An arrow, in the direction of the forward pass.
  ///
  /// @param label from the backward pass, one line or more
  public record Arrow(String from, String to, List<String> label) {
    public Arrow {
      label = List.copyOf(label);
    }
  }

  public Diagram {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    if (boxes.size() > MOST_BOXES) {
      throw new IllegalArgumentException(
          "the drawing would have %d boxes, more than the %d that can be read"
              .formatted(boxes.size(), MOST_BOXES));
    }
    var ids = new HashSet<String>();
    for (Box box : boxes) {
      if (!ids.add(box.id)) {
        throw new IllegalArgumentException("diagram: two boxes are called " + box.id);
      }
    }
    for (Arrow arrow : arrows) {
      if (!ids.contains(arrow.from) || !ids.contains(arrow.to)) {
        throw new IllegalArgumentException(
            "diagram: an arrow from %s to %s needs a box at both ends"
                .formatted(arrow.from, arrow.to));
      }
    }
  }

  /// The computational graph of a formula: values from the forward pass in the boxes, and in blue what the
  /// backward pass finds: local derivatives on the arrows, gradients of the result in the boxes.
  public static Diagram of(ExpressionGraph graph) {
    var boxes = Stream.concat(graph.inputs().stream(), graph.operations().stream());
    var arrows =
        graph.operations().stream()
            .flatMap(operation -> operation.locals().stream())
            .map(
                local ->
                    new Arrow(
                        local.by(),
                        local.of(),
                        lines(local.name(), local.symbolic().pretty(), local.value())));
    return new Diagram(
        "Computational graph of " + graph.expression().pretty(),
        boxes.map(vertex -> box(vertex, graph)).toList(),
        arrows.toList());
  }

  private static Box box(ExpressionGraph.Vertex vertex, ExpressionGraph graph) {
    boolean last = vertex.equals(graph.result());
    String title = vertex.label();
    Kind kind = Kind.INPUT;
    if (vertex instanceof ExpressionGraph.Operation operation) {
      title = operation.equation();
      kind = last ? Kind.RESULT : Kind.OPERATION;
    }
    return new Box(
        vertex.label(),
        kind,
        title,
        number(vertex.value()),
        graph.gradientName(vertex.label()) + " = " + number(vertex.gradient()));
  }

  private static List<String> lines(String name, String symbolic, double value) {
    String number = number(value);
    return symbolic.equals(number)
        ? List.of(name + " = " + number)
        : List.of(name + " = " + symbolic, "= " + number);
  }

  private static String number(double value) {
    return Numbers.significant(value, DIGITS).replace("-", "−");
  }

  /// As a drawing that follows the reader's choice of light or dark; it can stand alone or in a page.
  public String svg() {
    return SvgText.of(Placement.of(this));
  }

  /// In the language of Graphviz.
  public String dot() {
    return boxes.stream()
        .map(DotText::of)
        .collect(
            Collectors.joining(
                "", DotText.opening(description), arrows.stream().map(DotText::of).collect(
                    Collectors.joining("", "", "}\n"))));
  }
}
