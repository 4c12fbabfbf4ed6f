package thalweg.autograd;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thalweg.op.Joining;
import thalweg.runtime.Backward;
import thalweg.runtime.Internals;
import thalweg.runtime.RecordedNode;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Gradients as values: PyTorch's `torch.autograd`.
///
/// ```java
/// var x = tensor(2.0).requiresGrad_(true);
/// var slope = Autograd.grad(x.pow(3), List.of(x), null, true, true).getFirst();
/// var curvature = Autograd.grad(slope, List.of(x)).getFirst();
/// IO.println(slope.item() + " " + curvature.item());  // 12.0 12.0
/// ```
public final class Autograd {
  private Autograd() {}

  /// Differentiates `output` back to every leaf, and adds what arrives to their `.grad()`.
  ///
  /// @param gradient the gradient of `output`, of its shape; null for 1 where `output` is one number
  /// @param retainGraph keep what was saved, for a second sweep
  /// @param createGraph record the sweep itself, so that the gradients can be differentiated
  /// @throws IllegalStateException if nothing was recorded, or `output` has several elements and no
  ///     gradient is given, or a saved value was changed in place
  public static void backward(
      Tensor output, Tensor gradient, boolean retainGraph, boolean createGraph) {
    RecordedNode root = rootOf("backward", output);
    Tensor seed = seedOf("backward", output, gradient);
    Backward.run(new RecordedNode[] {root}, new Tensor[] {seed}, retainGraph, createGraph, null);
  }

  /// The gradients of `output`, one number, for each of `inputs`; nothing is accumulated.
  public static List<Tensor> grad(Tensor output, List<Tensor> inputs) {
    return grad(output, inputs, null, false, false);
  }

  /// The gradients of `output` for each of `inputs`; nothing is accumulated.
  ///
  /// @param gradient as in [#backward]
  /// @return as many as `inputs`, in their order
  /// @throws IllegalArgumentException if `output` does not depend on one of the inputs
  public static List<Tensor> grad(
      Tensor output,
      List<Tensor> inputs,
      Tensor gradient,
      boolean retainGraph,
      boolean createGraph) {
    RecordedNode root = rootOf("grad", output);
    Map<RecordedNode, Tensor> targets = new IdentityHashMap<>();
    for (Tensor input : inputs) {
      if (!input.requiresGrad()) {
        throw new IllegalStateException(
            ("grad: an input of shape %s does not require grad; call requiresGrad_(true) on it before it "
                + "is used")
                .formatted(input.shape().tuple()));
      }
      targets.put(Internals.gradNode(input), null);
    }
    Tensor seed = seedOf("grad", output, gradient);
    Backward.run(
        new RecordedNode[] {root}, new Tensor[] {seed}, retainGraph || createGraph, createGraph, targets);
    var gradients = new ArrayList<Tensor>(inputs.size());
    for (Tensor input : inputs) {
      Tensor found = targets.get(Internals.gradNode(input));
      if (found == null) {
        throw new IllegalArgumentException(
            "grad: the output of shape %s does not depend on an input of shape %s"
                .formatted(output.shape().tuple(), input.shape().tuple()));
      }
      gradients.add(found);
    }
    return gradients;
  }

  /// The gradient of `output` for one input, with the graph kept; zeros where it does not depend on it.
  static Tensor gradOrZero(Tensor output, Tensor input, Tensor gradient, boolean createGraph) {
    Map<RecordedNode, Tensor> targets = new IdentityHashMap<>();
    targets.put(Internals.gradNode(input), null);
    if (output.requiresGrad()) {
      Backward.run(
          new RecordedNode[] {Internals.gradNode(output)}, new Tensor[] {gradient}, true, createGraph, targets);
    }
    Tensor found = targets.get(Internals.gradNode(input));
    return found == null ? Tensors.zerosLike(input) : found;
  }

  /// The matrix of first derivatives of `f` at `x`: `J[i][j] = ∂f(x)ᵢ/∂xⱼ`, both flattened.
  ///
  /// `(n) → (m)` gives `(m, n)`.
  public static Tensor jacobian(Function<Tensor, Tensor> f, Tensor x) {
    Tensor at = x.detach().clone().requiresGrad_(true);
    Tensor y = f.apply(at).flatten();
    return rows(y, at);
  }

  /// The matrix of second derivatives of `f`, one number, at `x`: `H[i][j] = ∂²f/∂xᵢ∂xⱼ`, by
  /// differentiating twice. `(n)` gives `(n, n)`.
  public static Tensor hessian(Function<Tensor, Tensor> f, Tensor x) {
    Tensor at = x.detach().clone().requiresGrad_(true);
    Tensor y = f.apply(at);
    if (!y.requiresGrad()) {
      return Tensors.zeros(x.dtype(), x.size(), x.size());
    }
    Map<RecordedNode, Tensor> targets = new IdentityHashMap<>();
    targets.put(Internals.gradNode(at), null);
    Backward.run(
        new RecordedNode[] {Internals.gradNode(y)}, new Tensor[] {seedOf("hessian", y, null)}, true, true, targets);
    Tensor gradient = targets.get(Internals.gradNode(at));
    if (gradient == null) {
      return Tensors.zeros(x.dtype(), x.size(), x.size());
    }
    return rows(gradient.flatten(), at);
  }

  /// One row of derivatives for each element of `y`; zeros where it does not depend on `at`.
  private static Tensor rows(Tensor y, Tensor at) {
    var rows = new ArrayList<Tensor>(y.size());
    for (int i = 0; i < y.size(); i++) {
      Tensor element = y.select(0, i);
      rows.add(gradOrZero(element, at, Tensors.onesLike(element), false).detach().flatten());
    }
    return rows.isEmpty() ? Tensors.zeros(at.dtype(), 0, at.size()) : Joining.stack(0, rows);
  }

  static RecordedNode rootOf(String op, Tensor output) {
    if (!output.requiresGrad()) {
      throw new IllegalStateException(
          "%s: nothing here requires grad, so nothing was recorded; ".formatted(op)
              + "call requiresGrad_(true) on a leaf before computing with it");
    }
    return Internals.gradNode(output);
  }

  static Tensor seedOf(String op, Tensor output, Tensor gradient) {
    if (gradient == null) {
      if (output.size() != 1) {
        throw new IllegalStateException(
            ("%s: the gradient of one number is 1, but this output has shape %s; reduce it, for instance "
                + "by sum() or mean(), or pass a gradient of that shape")
                .formatted(op, output.shape().tuple()));
      }
      return Tensors.onesLike(output);
    }
    if (!gradient.shape().equals(output.shape())) {
      throw new IllegalArgumentException(
          "%s: the gradient has shape %s but the output has %s; they must be equal"
              .formatted(op, gradient.shape().tuple(), output.shape().tuple()));
    }
    return gradient.to(output.dtype());
  }
}
