package thalweg.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thalweg.autograd.Graph.Edge;
import thalweg.autograd.Graph.Vertex;
import thalweg.runtime.Accumulate;
import thalweg.runtime.Internals;
import thalweg.runtime.Keeping;
import thalweg.runtime.RecordedNode;
import thalweg.tensor.Numbers;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Walks recorded nodes, operands first, and writes down what it finds as a [Graph].
final class GraphReader {
  private final Tensor output;
  private final Map<RecordedNode, Tensor> gradients;

  private final Map<RecordedNode, Tensor> values = new IdentityHashMap<>();
  private final Map<Object, String> names = new IdentityHashMap<>(); // of nodes and of constants
  private final Map<Object, Integer> places = new IdentityHashMap<>(); // of the same
  private final Set<String> taken = new HashSet<>();
  private int letters;

  private final List<Vertex> vertices = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  /// @param gradients what arrived at each node; none where there was no backward pass
  GraphReader(Tensor output, Map<String, Tensor> names, Map<RecordedNode, Tensor> gradients) {
    this.output = output;
    this.gradients = gradients;
    names.forEach(this::name);
  }

  private void name(String name, Tensor tensor) {
    taken.add(name);
    if (!tensor.requiresGrad()) {
      names.putIfAbsent(tensor, name);
    } else if (names.putIfAbsent(Internals.gradNode(tensor), name) == null) {
      values.put(Internals.gradNode(tensor), tensor);
    }
  }

  Graph graph() {
    if (!output.requiresGrad()) {
      constant(output);
      return new Graph(vertices, edges);
    }
    List<RecordedNode> nodes = forwardOrder(Internals.gradNode(output));
    nodes.forEach(this::collectValues);
    values.put(Internals.gradNode(output), output);
    nodes.forEach(this::add);
    return new Graph(vertices, edges);
  }

  /// All nodes that lead to `root`, to be filled with their gradients.
  static Map<RecordedNode, Tensor> wanted(RecordedNode root) {
    Map<RecordedNode, Tensor> wanted = new IdentityHashMap<>();
    forwardOrder(root).forEach(node -> wanted.put(node, null));
    return wanted;
  }

  /// Each node after its inputs, without recursion: graphs may be deep.
  private static List<RecordedNode> forwardOrder(RecordedNode root) {
    var order = new ArrayList<RecordedNode>();
    Map<RecordedNode, Integer> next = new IdentityHashMap<>(); // the input to look at next
    var way = new ArrayDeque<RecordedNode>();
    next.put(root, 0);
    way.push(root);
    while (!way.isEmpty()) {
      RecordedNode node = way.peek();
      int i = next.merge(node, 1, Integer::sum) - 1;
      if (i == node.inputCount()) {
        order.add(way.pop());
      } else if (node.input(i) != null && next.putIfAbsent(node.input(i), 0) == null) {
        way.push(node.input(i));
      }
    }
    return order;
  }

  /// A value is where it was saved: by the operation that made it, or by one that used it.
  private void collectValues(RecordedNode node) {
    if (node.op() instanceof Accumulate end) {
      values.putIfAbsent(node, end.leaf());
    } else if (node.savedOutput() instanceof Tensor saved) {
      values.putIfAbsent(node, saved);
    }
    for (int i = 0; i < node.inputCount(); i++) {
      if (node.input(i) != null && node.savedInput(i) instanceof Tensor saved) {
        values.putIfAbsent(node.input(i), saved);
      }
    }
  }

  private void add(RecordedNode node) {
    for (int i = 0; i < node.inputCount(); i++) {
      if (node.input(i) == null && node.savedInput(i) instanceof Tensor constant) {
        constant(constant);
      }
    }
    int id = place(node);
    var value = Optional.ofNullable(values.get(node)).map(GraphReader::copy);
    var gradient = Optional.ofNullable(gradients.get(node)).map(GraphReader::copy);
    String label = names.computeIfAbsent(node, _ -> nextLabel());
    vertices.add(
        node.op() instanceof Accumulate end
            ? new Graph.Leaf(
                id, label, end.leaf().isParameter(), node.shape(), node.dtype(), value, gradient)
            : new Graph.Operation(
                id,
                label,
                node.op().name(),
                node.name(),
                node.inputCount(),
                node.op().numbers(),
                node.op().arguments(),
                node.shape(),
                node.dtype(),
                value,
                gradient));
    for (int i = 0; i < node.inputCount(); i++) {
      connect(node, i);
    }
  }

  private void constant(Tensor tensor) {
    if (!places.containsKey(tensor)) {
      String label =
          names.computeIfAbsent(tensor, _ -> tensor.size() == 1 ? "" : nextLabel());
      vertices.add(new Graph.Constant(place(tensor), label, copy(tensor)));
    }
  }

  private int place(Object nodeOrConstant) {
    places.put(nodeOrConstant, vertices.size());
    return vertices.size();
  }

  private void connect(RecordedNode node, int i) {
    RecordedNode input = node.input(i);
    int to = places.get(node);
    if (input == null) {
      if (node.savedInput(i) instanceof Tensor constant) {
        edges.add(
            new Edge(
                places.get(constant), to, i, constant.shape(), Optional.empty(), Optional.empty()));
      }
      return;
    }
    Tensor arrived = gradients.get(node);
    boolean numbers = node.shape().size() == 1 && input.shape().size() == 1;
    edges.add(
        new Edge(
            places.get(input),
            to,
            i,
            input.shape(),
            arrived == null ? Optional.empty() : Optional.of(passed(node, i, arrived)),
            arrived == null || !numbers ? Optional.empty() : Optional.of(local(node, i))));
  }

  private static Tensor passed(RecordedNode node, int i, Tensor arrived) {
    try (var _ = GradMode.set(false)) {
      return orZero(node.op().gradient(i, node, arrived), node.input(i));
    }
  }

  private Graph local(RecordedNode node, int i) {
    var operands = new NamedOperands(node, names);
    try (var _ = GradMode.set(true);
        var _ = Keeping.open()) {
      Tensor one = Tensors.ones(node.dtype(), node.shape().toArray());
      Tensor derivative = orZero(node.op().gradient(i, operands, one), node.input(i));
      return of(derivative, operands.leaves());
    }
  }

  private static Graph of(Tensor derivative, Map<String, Tensor> leaves) {
    return new GraphReader(derivative, leaves, Map.of()).graph();
  }

  private static Tensor orZero(Tensor gradient, RecordedNode of) {
    return gradient != null ? gradient : Tensors.zeros(of.dtype(), of.shape().toArray());
  }

  private static Tensor copy(Tensor tensor) {
    return tensor.detach().clone();
  }

  private String nextLabel() {
    String label;
    do {
      label = Numbers.letters(letters++);
    } while (taken.contains(label));
    return label;
  }
}
