package thalweg.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The computational graph of a formula at a point: every operation with its value, its local
/// derivatives, and the gradient of the result for it. Plain data, for tables and drawings.
///
/// Operations are called `a`, `b`, `c`… in the order in which they are computed, each with its constants
/// in it: `2*x` is one, and so is `ln(d + 1)`, where a constant is only added on the way into another
/// operation.
///
/// ```java
/// var f = Expression.parse("tanh(ln(1+z*(2*x/sin(y))))");
/// var graph = ExpressionGraph.of(f, Map.of("x", 1.0, "y", 0.8, "z", 1.5));
/// IO.println(graph.operations().get(4).formula().pretty());  // ln(d + 1)
/// IO.println(graph.input("z").gradient());  // 0.07449020417353533
/// ```
///
/// Values and derivatives are autograd's, in `float64`: an operation's local derivatives are its own
/// backward with gradient 1, the gradients one backward pass over the whole graph.
///
/// @param expression the formula
/// @param inputs     its variables
/// @param operations in the order of the forward pass; the last is the result. None where the formula is
///                   a variable alone
public record ExpressionGraph(
    Expression expression, List<Input> inputs, List<Operation> operations) {

  /// What has a place in the graph: an input or an operation.
  public sealed interface Vertex {
    /// What others call it.
    String label();

    /// Its value.
    double value();

    /// The derivative of the result for it, along all ways: what arrives here in the backward pass.
    double gradient();
  }

  /// A variable at its value.
  public record Input(String label, double value, double gradient) implements Vertex {}

  /// One operation.
  ///
  /// @param formula  what it computes from the labels of others, for instance `ln(d+1)`
  /// @param locals its derivatives, one for each operand, in the order in which they stand in it
  public record Operation(
      String label, Expression formula, double value, List<Local> locals, double gradient)
      implements Vertex {
    public Operation {
      locals = List.copyOf(locals);
    }

    /// `a = 2x`.
    public String equation() {
      return label + " = " + formula.pretty();
    }
  }

  /// A local derivative: of an operation for one of its operands, `∂of/∂by`.
  ///
  /// @param symbolic as a formula of the operation's operands
  /// @param value    as a number, from autograd
  public record Local(String of, String by, Expression symbolic, double value) {
    /// `∂c/∂a`.
    public String name() {
      return "∂" + of + "/∂" + by;
    }
  }

  public ExpressionGraph {
    inputs = List.copyOf(inputs);
    operations = List.copyOf(operations);
  }

  /// The graph of a formula at `point`; its inputs are in the point's order.
  ///
  /// @throws IllegalArgumentException if a variable has no value, or there is none
  public static ExpressionGraph of(Expression expression, Map<String, Double> point) {
    return GraphBuilder.build(expression, point);
  }

  /// The same graph with another name for its result, such as `loss`.
  public ExpressionGraph named(String result) {
    if (operations.isEmpty()) {
      return this; // a variable alone, which has its name
    }
    Operation last = operations.getLast();
    var locals =
        last.locals().stream().map(l -> new Local(result, l.by(), l.symbolic(), l.value())).toList();
    var renamed = new ArrayList<>(operations);
    renamed.set(
        operations.size() - 1, new Operation(result, last.formula(), last.value(), locals, last.gradient()));
    return new ExpressionGraph(expression, inputs, renamed);
  }

  /// The vertex that all others lead to.
  public Vertex result() {
    return operations.isEmpty() ? inputs.getFirst() : operations.getLast();
  }

  /// The input of this name.
  ///
  /// @throws IllegalArgumentException if there is none
  public Input input(String name) {
    return inputs.stream()
        .filter(input -> input.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the graph has no input '%s'; its inputs are %s"
                        .formatted(name, inputs.stream().map(Input::label).toList())));
  }

  /// The operation of this name, if it is one.
  public Optional<Operation> operation(String label) {
    return operations.stream().filter(operation -> operation.label().equals(label)).findFirst();
  }

  /// What the gradient of a vertex is called: `∂f/∂x`; but `df/dx`, for the whole change, where `∂f/∂x` is
  /// already the local derivative along only one of several ways.
  public String gradientName(String label) {
    String result = result().label();
    boolean local =
        operation(result).stream()
            .flatMap(operation -> operation.locals().stream())
            .anyMatch(l -> l.by().equals(label));
    boolean several =
        operations.stream()
                .flatMap(operation -> operation.locals().stream())
                .filter(l -> l.by().equals(label))
                .count()
            > 1;
    String sign = local && several ? "d" : "∂";
    return sign + result + "/" + sign + label;
  }

  /// The ways from the result down to an input, each as its local derivatives: the chain rule says that the
  /// gradient is the sum over the ways of the products along them.
  public List<List<Local>> chains(String input) {
    var users = new HashMap<String, List<Local>>();
    operations.forEach(
        operation ->
            operation
                .locals()
                .forEach(
                    local -> users.computeIfAbsent(local.by(), _ -> new ArrayList<>()).add(local)));
    var chains = new ArrayList<List<Local>>();
    for (Local first : users.getOrDefault(input(input).label(), List.of())) {
      var chain = new ArrayList<Local>();
      // an operation has one user, since formulas are trees; only an input may have several
      for (Local local = first; local != null; local = user(users, local.of())) {
        chain.addFirst(local);
      }
      chains.add(List.copyOf(chain));
    }
    return List.copyOf(chains);
  }

  private static Local user(Map<String, List<Local>> users, String label) {
    return users.containsKey(label) ? users.get(label).getFirst() : null;
  }
}
