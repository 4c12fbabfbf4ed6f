package thalweg.autograd;

import java.util.List;
import thalweg.runtime.RecordedNode;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;

/// One recorded operation: PyTorch's `grad_fn`. It knows the nodes that made the operation's inputs, so the graph lives
/// as long as its result. [Graph] has all of a graph as plain data.
///
/// ```java
/// Tensor x = tensor(2.0).requiresGrad_(true);
/// Node node = x.mul(3).exp().gradFn();
/// IO.println(node.name());                          // ExpBackward0
/// IO.println(node.nextFunctions().getFirst().name());  // MulBackward0
/// ```
public sealed interface Node permits RecordedNode {
  /// As PyTorch names it, for instance `MulBackward0`.
  String name();

  /// The nodes of the operation's inputs, in their order: PyTorch's `next_functions`; null where an input takes no
  /// gradient.
  List<Node> nextFunctions();

  /// The shape of the operation's output.
  Shape shape();

  /// The element type of the operation's output.
  DType dtype();
}
