package thalweg.autograd;

import java.util.LinkedHashMap;
import java.util.Map;
import thalweg.runtime.RecordedNode;
import thalweg.runtime.Saved;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// What an operation saved, as leaves that have the names of its operands: a backward formula that reads
/// them is recorded in terms of these names.
final class NamedOperands implements Saved {
  private final RecordedNode node;
  private final Map<Object, String> names;
  private final Map<String, Tensor> leaves = new LinkedHashMap<>();

  /// @param names of nodes and of constants
  NamedOperands(RecordedNode node, Map<Object, String> names) {
    this.node = node;
    this.names = names;
  }

  /// Those that were read, by name.
  Map<String, Tensor> leaves() {
    return leaves;
  }

  @Override
  public Tensor x() {
    return leaf(node.x(), node.input(0));
  }

  @Override
  public Tensor y() {
    return leaf(node.y(), node.input(1));
  }

  @Override
  public Tensor z() {
    return leaf(node.z(), node.input(2));
  }

  @Override
  public Tensor out() {
    return leaf(node.out(), node);
  }

  /// @param maker the node of `value`, null for a constant
  private Tensor leaf(Tensor value, RecordedNode maker) {
    String name = names.getOrDefault(maker == null ? value : maker, "");
    return name.isEmpty() || !value.dtype().isFloating()
        ? value.detach()
        : leaves.computeIfAbsent(name, _ -> value.detach().clone().requiresGrad_(true));
  }

  @Override
  public DType dtype(int input) {
    return node.dtype(input);
  }

  @Override
  public Shape shape(int input) {
    return node.shape(input);
  }
}
