package thalweg.autograd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.op.Arguments;
import thalweg.runtime.Backward;
import thalweg.runtime.Keeping;
import thalweg.runtime.RecordedNode;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// The recorded graph of a tensor as plain data: every operation with its operands and its value and, after
/// a backward pass, the gradients. For tables and drawings; changing it changes no tensor.
///
/// ```java
/// var x = tensor(2.0).requiresGrad_(true);
/// var y = tensor(3.0).requiresGrad_(true);
/// var graph = Graph.backward(x.mul(y).sin(), Map.of("x", x, "y", y));
/// var edge = graph.edges().getLast();
/// IO.println(graph.vertex(edge.from()).label() + " → " + graph.vertex(edge.to()).label());  // a → b
/// IO.println(edge.local().get().result().value().get());  // tensor(0.9602)
/// IO.println(graph.vertex("x").get().gradient().get());  // tensor(2.8805)
/// ```
///
/// A node keeps only what its backward formula needs, so some values, and operands that take no gradient,
/// may be missing. Inside [#keepValues()] nothing is. Names are the caller's, such as a layer's
/// `namedParameters()`; what has none is called `a`, `b`, `c`… in the order of the forward pass.
///
/// @param vertices in the order of the forward pass, each under the place that is its `id`; the last is the
///                 result
/// @param edges    from operand to operation, in the order of their operations
public record Graph(List<Vertex> vertices, List<Edge> edges) {

  /// What has a place in the graph.
  public sealed interface Vertex {
    /// Its place in [Graph#vertices()].
    int id();

    /// What it is called; empty for a number that was given no name.
    String label();

    /// The shape of its value.
    Shape shape();

    /// The element type of its value.
    DType dtype();

    /// Its value, a copy, if something keeps it.
    Optional<Tensor> value();

    /// The gradient of the result for it, along all ways, if there was a backward pass and it reaches here.
    Optional<Tensor> gradient();
  }

  /// A leaf that takes a gradient.
  ///
  /// @param parameter true for the parameter of a layer
  public record Leaf(
      int id,
      String label,
      boolean parameter,
      Shape shape,
      DType dtype,
      Optional<Tensor> value,
      Optional<Tensor> gradient)
      implements Vertex {}

  /// An operand that takes no gradient.
  public record Constant(int id, String label, Tensor tensor) implements Vertex {
    @Override
    public Shape shape() {
      return tensor.shape();
    }

    @Override
    public DType dtype() {
      return tensor.dtype();
    }

    @Override
    public Optional<Tensor> value() {
      return Optional.of(tensor);
    }

    @Override
    public Optional<Tensor> gradient() {
      return Optional.empty();
    }
  }

  /// A recorded operation.
  ///
  /// @param op        PyTorch's name, for instance `sum`
  /// @param gradName  the node's name, for instance `SumBackward1`
  /// @param operands  how many it has; fewer edges lead here where some are missing
  /// @param numbers   how many of them, the last ones, are numbers that `arguments` names
  /// @param arguments what it was called with besides tensors, for instance `dim=1`
  public record Operation(
      int id,
      String label,
      String op,
      String gradName,
      int operands,
      int numbers,
      Arguments arguments,
      Shape shape,
      DType dtype,
      Optional<Tensor> value,
      Optional<Tensor> gradient)
      implements Vertex {}

  /// That an operation uses a value.
  ///
  /// @param from     the operand's id
  /// @param to       the operation's id
  /// @param input    which of its operands it is, from 0
  /// @param shape    of what passes: the operand, and back its gradient
  /// @param gradient what the backward pass sends back along this edge; the sum over all edges from a vertex
  ///                 is its gradient
  /// @param local    where one number depends on one number, the operation's derivative for this operand:
  ///                 its own backward applied to gradient 1, as the graph that this leaves, whose leaves are
  ///                 called as the operands are
  public record Edge(
      int from,
      int to,
      int input,
      Shape shape,
      Optional<Tensor> gradient,
      Optional<Graph> local) {}

  public Graph {
    vertices = List.copyOf(vertices);
    edges = List.copyOf(edges);
  }

  /// The graph that led to `output`, without a backward pass. A tensor for which nothing was recorded is a
  /// graph of one constant.
  public static Graph of(Tensor output) {
    return of(output, Map.of());
  }

  /// The graph that led to `output`, without a backward pass, with names for some of its tensors. Names of
  /// tensors that do not occur in it are left out.
  public static Graph of(Tensor output, Map<String, Tensor> names) {
    return new GraphReader(output, names, Map.of()).graph();
  }

  /// The graph that led to `output`, one number, with the gradients of a backward pass from 1.
  public static Graph backward(Tensor output, Map<String, Tensor> names) {
    return backward(output, null, names);
  }

  /// The graph that led to `output`, with the gradients of a backward pass. Nothing is accumulated into the
  /// leaves, and the recorded graph stays for another pass.
  ///
  /// @param gradient the gradient of `output`, of its shape; null for 1 where `output` is one number
  /// @throws IllegalStateException if nothing was recorded, or an earlier backward freed it, or `output` has
  ///     several elements and no gradient is given, or a saved value was changed in place
  public static Graph backward(Tensor output, Tensor gradient, Map<String, Tensor> names) {
    RecordedNode root = Autograd.rootOf("graph", output);
    Map<RecordedNode, Tensor> gradients = GraphReader.wanted(root);
    Tensor seed = Autograd.seedOf("graph", output, gradient);
    Backward.run(new RecordedNode[] {root}, new Tensor[] {seed}, true, false, gradients);
    return new GraphReader(output, names, gradients).graph();
  }

  /// Lets operations of this thread keep all their operands and results until the scope is closed, so that
  /// their graphs are complete.
  ///
  /// ```java
  /// var w = tensor(1.0, 2.0).requiresGrad_(true);
  /// Tensor loss;
  /// try (var _ = Graph.keepValues()) {
  ///   loss = w.mul(3).sum();
  /// }
  /// IO.println(Graph.of(loss).vertices().get(2).value().get());  // tensor([3., 6.])
  /// ```
  public static GradMode.Scope keepValues() {
    return Keeping.open();
  }

  /// The vertex that all others lead to.
  public Vertex result() {
    return vertices.getLast();
  }

  /// The vertex with this id.
  public Vertex vertex(int id) {
    return vertices.get(id);
  }

  /// The vertex called so, if there is one.
  public Optional<Vertex> vertex(String label) {
    return vertices.stream().filter(vertex -> vertex.label().equals(label)).findFirst();
  }

  /// One operation alone, on leaves that are called as its operands; numbers without a name stay numbers.
  public Graph alone(Operation operation) {
    var parts = new ArrayList<Vertex>();
    var ways = new ArrayList<Edge>();
    List<Edge> used = operands(operation);
    for (Edge edge : used) {
      Vertex v = vertex(edge.from());
      int id = parts.size();
      parts.add(
          v instanceof Constant(_, String label, Tensor tensor) && label.isEmpty()
              ? new Constant(id, label, tensor)
              : new Leaf(id, v.label(), false, v.shape(), v.dtype(), v.value(), v.gradient()));
      ways.add(new Edge(id, used.size(), edge.input(), edge.shape(), edge.gradient(), edge.local()));
    }
    Operation o = operation;
    parts.add(
        new Operation(
            used.size(), o.label, o.op, o.gradName, o.operands, o.numbers, o.arguments, o.shape, o.dtype, o.value,
            o.gradient));
    return new Graph(parts, ways);
  }

  /// The edges that lead to an operation, in the order of its operands.
  public List<Edge> operands(Operation operation) {
    return edges.stream()
        .filter(edge -> edge.to() == operation.id())
        .sorted(Comparator.comparingInt(Edge::input))
        .toList();
  }
}
