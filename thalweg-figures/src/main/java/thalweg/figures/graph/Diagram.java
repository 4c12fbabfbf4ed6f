package thalweg.figures.graph;

import thalweg.figures.Figure;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thalweg.autograd.Graph;
import thalweg.expr.ExpressionGraph;

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
public record Diagram(String description, List<Box> boxes, List<Arrow> arrows) implements Drawing {
  /// More would be neither drawn in time nor read.
  public static final int MOST_BOXES = 400;

  /// What a box stands for; each kind has its own shape.
  public enum Kind {
    /// A variable, a parameter or data that takes a gradient.
    INPUT,
    /// An operand that takes no gradient.
    CONSTANT,
    /// What is computed from operands.
    OPERATION,
    /// What the graph computes in the end.
    RESULT
  }

  /// A box.
  ///
  /// @param id       unique in the diagram
  /// @param title    its first line
  /// @param value    its second line, from the forward pass
  /// @param gradient its third line, from the backward pass; empty for none
  public record Box(String id, Kind kind, String title, String value, String gradient) {
    List<String> lines() {
      return gradient.isEmpty() ? List.of(title, value) : List.of(title, value, gradient);
    }
  }

  /// An arrow, in the direction of the forward pass.
  ///
  /// @param shape of what passes; empty for a number
  /// @param label from the backward pass
  public record Arrow(String from, String to, String shape, List<String> label) {
    public Arrow {
      label = List.copyOf(label);
    }

    /// An arrow along which a number passes.
    public Arrow(String from, String to, List<String> label) {
      this(from, to, "", label);
    }

    List<String> lines() {
      return shape.isEmpty() ? label : Stream.concat(Stream.of(shape), label.stream()).toList();
    }
  }

  public Diagram {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    requireFew(boxes.size());
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
  /// backward pass finds: on the arrows local derivatives and, after ↑, what is sent back along them; in the
  /// boxes gradients of the result.
  ///
  /// @throws IllegalArgumentException if it has more than [#MOST_BOXES] nodes
  public static Diagram of(ExpressionGraph graph) {
    return new FormulaDiagram(graph).diagram();
  }

  /// A recorded graph, drawn as a formula's is; of tensors of many numbers it shows shapes, and the norms of
  /// gradients.
  ///
  /// @throws IllegalArgumentException if it has more than [#MOST_BOXES] nodes
  public static Diagram of(Graph graph) {
    requireFew(graph.vertices().size()); // before texts are made for a million of them
    return new RecordedDiagram(graph).diagram();
  }

  /// What a box of a recorded graph says first, such as `s = sum(x, dim=1)`, with arguments that are cut in the
  /// drawing.
  public static String title(Graph graph, Graph.Vertex vertex) {
    return RecordedDiagram.title(graph, vertex, Integer.MAX_VALUE);
  }

  private static void requireFew(int boxes) {
    if (boxes > MOST_BOXES) {
      throw new IllegalArgumentException(
          "the drawing would have %d boxes, more than the %d that can be read; draw the graph of fewer operations"
              .formatted(boxes, MOST_BOXES));
    }
  }

  @Override
  public Figure figure() {
    return Pictured.of(Placement.of(this));
  }

  @Override
  public String svg() {
    return SvgText.of(Placement.of(this));
  }

  @Override
  public String dot() {
    return boxes.stream()
        .map(DotText::of)
        .collect(
            Collectors.joining(
                "", DotText.opening(description), arrows.stream().map(DotText::of).collect(
                    Collectors.joining("", "", "}\n"))));
  }
}
