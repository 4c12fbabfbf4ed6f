package thalweg.figures.graph;

import static thalweg.figures.graph.RecordedDiagram.passedBack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import thalweg.expr.ExpressionGraph;
import thalweg.expr.ExpressionGraph.Local;
import thalweg.expr.ExpressionGraph.Operation;
import thalweg.figures.graph.Diagram.Arrow;
import thalweg.figures.graph.Diagram.Box;
import thalweg.figures.graph.Diagram.Kind;

/// Puts the computational graph of a formula into boxes and arrows.
record FormulaDiagram(ExpressionGraph graph) {
  Diagram diagram() {
    var boxes = Stream.concat(graph.inputs().stream(), graph.operations().stream());
    return new Diagram(
        "Computational graph of " + graph.expression().pretty(),
        boxes.map(this::box).toList(),
        graph.operations().stream().flatMap(this::arrows).toList());
  }

  private Box box(ExpressionGraph.Vertex vertex) {
    String title = vertex.label();
    Kind kind = Kind.INPUT;
    if (vertex instanceof Operation operation) {
      title = operation.equation();
      kind = vertex.equals(graph.result()) ? Kind.RESULT : Kind.OPERATION;
    }
    return new Box(
        vertex.label(),
        kind,
        title,
        Rounded.of(vertex.value()),
        graph.gradientName(vertex.label()) + " = " + Rounded.of(vertex.gradient()));
  }

  private Stream<Arrow> arrows(Operation operation) {
    return operation.locals().stream()
        .map(local -> new Arrow(local.by(), local.of(), label(local, operation.gradient())));
  }

  /// @param arrived the derivative of the result for the operation, which is sent on
  private static List<String> label(Local local, double arrived) {
    var lines =
        new ArrayList<>(
            RecordedDiagram.local(local.name(), local.symbolic().pretty(), local.value()));
    lines.add(passedBack(Rounded.of(arrived * local.value())));
    return lines;
  }
}
