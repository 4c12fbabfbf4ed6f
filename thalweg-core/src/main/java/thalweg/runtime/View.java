package thalweg.runtime;

import thalweg.op.Arguments;
import thalweg.tensor.Tensor;

/// An operation that only looks at the same memory in another way.
///
/// @param name      PyTorch's name
/// @param gradName  the recorded node's name
/// @param arguments what it was called with besides tensors
/// @param backward  the input's gradient from the output's; reads nothing but the input's shape
public record View(String name, String gradName, Arguments arguments, Gradient.Formula backward) implements Op {
  /// One that keeps the elements and their order.
  public static View reshaping(String name, String gradName, Arguments arguments) {
    return new View(name, gradName, arguments, (s, g) -> g.reshape(s.shape(0).toArray()));
  }

  /// `x` under another layout.
  public Tensor apply(Tensor x, Layout layout) {
    return RecordedNode.recordView(this, layout, x);
  }

  @Override
  public int saves(int input) {
    return Saved.NOTHING;
  }

  @Override
  public Tensor gradient(int input, Saved saved, Tensor gradient) {
    return backward.apply(saved, gradient);
  }

  @Override
  public boolean addGradient(int input, Tensor gradient, Tensor sum) {
    return backward.addTo(sum, gradient);
  }
}
