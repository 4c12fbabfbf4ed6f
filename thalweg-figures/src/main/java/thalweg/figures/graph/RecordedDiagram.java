package thalweg.figures.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.autograd.Graph;
import thalweg.expr.Expression;
import thalweg.figures.graph.Diagram.Arrow;
import thalweg.figures.graph.Diagram.Box;
import thalweg.figures.graph.Diagram.Kind;
import thalweg.op.Arguments;
import thalweg.tensor.Tensor;

/// Puts a recorded graph into boxes and arrows. Numbers without a name stand in the operation that uses
/// them.
record RecordedDiagram(Graph graph) {
  /// A tensor of more elements is shown by its shape, a gradient by its norm.
  private static final int MOST_ELEMENTS = 4;

  /// In a box, longer arguments are cut.
  private static final int MOST_LETTERS = 32;

  private static final Set<String> SECOND_OPERANDS = Set.of("other", "exponent");

  Diagram diagram() {
    String result = graph.result().label();
    return new Diagram(
        "Recorded graph of " + (result.isEmpty() ? "a number" : result),
        graph.vertices().stream().filter(this::isDrawn).map(this::box).toList(),
        graph.edges().stream()
            .filter(edge -> isDrawn(graph.vertex(edge.from())))
            .map(this::arrow)
            .toList());
  }

  private boolean isDrawn(Graph.Vertex vertex) {
    return !vertex.label().isEmpty() || vertex == graph.result();
  }

  private Box box(Graph.Vertex vertex) {
    Kind kind =
        switch (vertex) {
          case Graph.Constant _ -> Kind.CONSTANT;
          case Graph.Leaf _ -> Kind.INPUT;
          case Graph.Operation _ -> vertex == graph.result() ? Kind.RESULT : Kind.OPERATION;
        };
    String gradient =
        vertex.gradient().map(g -> equation(gradientName(vertex.label()), g)).orElse("");
    return new Box(
        Integer.toString(vertex.id()), kind, title(graph, vertex, MOST_LETTERS), value(vertex), gradient);
  }

  private String gradientName(String label) {
    return "∂" + graph.result().label() + "/∂" + label;
  }

  /// `c = a/b` for numbers, `c = sum(a, dim=1)` for tensors, with at most so many letters of arguments.
  static String title(Graph graph, Graph.Vertex vertex, int most) {
    return vertex instanceof Graph.Operation operation
        ? operation.label() + " = " + formula(graph, operation, most)
        : vertex.label();
  }

  /// What an operation computes from its operands' names.
  private static String formula(Graph graph, Graph.Operation operation, int most) {
    return Expression.of(graph.alone(operation))
        .filter(formula -> !(formula instanceof Expression.Variable))
        .map(Expression::pretty)
        .orElseGet(() -> call(graph, operation, most));
  }

  private static String call(Graph graph, Graph.Operation operation, int most) {
    String[] operands = new String[operation.operands() - operation.numbers()];
    Arrays.fill(operands, "…"); // not kept
    for (Graph.Edge edge : graph.operands(operation)) {
      Graph.Vertex operand = graph.vertex(edge.from());
      if (edge.input() < operands.length) {
        operands[edge.input()] =
            operand.label().isEmpty()
                ? Rounded.of(operand.value().orElseThrow().item())
                : operand.label();
      }
    }
    var inside = new ArrayList<>(List.of(operands));
    inside.addAll(arguments(operation.arguments(), most));
    return operation.op() + "(" + String.join(", ", inside) + ")";
  }

  /// The arguments, as many as go into so many letters; the first is shown at least in part.
  private static List<String> arguments(Arguments arguments, int most) {
    var shown = new ArrayList<String>();
    int left = most;
    for (String name : arguments.names()) {
      String argument = argument(arguments, name);
      left -= argument.length();
      if (left < 0) {
        shown.add(shown.isEmpty() ? argument.substring(0, most) + "…" : "…");
        return shown;
      }
      shown.add(argument);
    }
    return shown;
  }

  /// A second operand needs no name: `mul(a, 3)`.
  private static String argument(Arguments arguments, String name) {
    return SECOND_OPERANDS.contains(name) && arguments.get(name).orElseThrow() instanceof Number number
        ? Rounded.of(number.doubleValue())
        : name + "=" + arguments.printed(name);
  }

  /// A number, a few numbers after their shape, or a shape.
  static String value(Graph.Vertex vertex) {
    String shape = vertex.shape().tuple();
    if (vertex.value().isEmpty() || !isShort(vertex.value().get())) {
      return shape;
    }
    String numbers = numbers(vertex.value().get());
    return vertex.shape().rank() == 0 ? numbers : shape + ": " + numbers;
  }

  /// `∂f/∂w = 3, 4`, or of a large one its norm, `‖∂f/∂w‖ = 5`.
  static String equation(String name, Tensor gradient) {
    return isShort(gradient)
        ? name + " = " + numbers(gradient)
        : "‖" + name + "‖ = " + norm(gradient);
  }

  private static boolean isShort(Tensor tensor) {
    return tensor.size() > 0 && tensor.size() <= MOST_ELEMENTS;
  }

  private static String numbers(Tensor tensor) {
    return Arrays.stream(tensor.toDoubleArray())
        .mapToObj(Rounded::of)
        .collect(Collectors.joining(", "));
  }

  private static String norm(Tensor tensor) {
    double[] elements = tensor.toDoubleArray();
    return Rounded.of(Math.sqrt(IntStream.range(0, elements.length)
        .mapToDouble(i -> elements[i] * elements[i])
        .sum()));
  }

  private Arrow arrow(Graph.Edge edge) {
    Graph.Vertex from = graph.vertex(edge.from());
    Graph.Vertex to = graph.vertex(edge.to());
    var back = new ArrayList<String>();
    edge.local().ifPresent(local -> back.addAll(local("∂" + to.label() + "/∂" + from.label(), local)));
    edge.gradient()
        .ifPresent(
            passed ->
                back.add(passedBack(isShort(passed) ? numbers(passed) : "‖…‖ " + norm(passed))));
    return new Arrow(
        Integer.toString(from.id()),
        Integer.toString(to.id()),
        edge.shape().rank() == 0 ? "" : edge.shape().tuple(),
        back);
  }

  /// A local derivative as a formula of the operands, if it has a short one, and as a number.
  static List<String> local(String name, Graph derivative) {
    double value = derivative.result().value().orElseThrow().item();
    return local(
        name, Expression.of(derivative).map(Expression::pretty).orElse(Rounded.of(value)), value);
  }

  static List<String> local(String name, String symbolic, double value) {
    String number = Rounded.of(value);
    return symbolic.equals(number)
        ? List.of(name + " = " + number)
        : List.of(name + " = " + symbolic, "= " + number);
  }

  /// What the backward pass sends against the arrow.
  static String passedBack(String gradient) {
    return "↑ " + gradient;
  }
}
