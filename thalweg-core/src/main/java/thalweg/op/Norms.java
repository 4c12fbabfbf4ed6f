package thalweg.op;

import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;

import thalweg.runtime.Elementwise;
import thalweg.runtime.Saved;
import thalweg.runtime.Structural;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// How large a vector is: over all elements, or along dimensions as in [Reductions]. `torch.norm`, and
/// `torch.linalg.vector_norm`. The norm of no elements is 0.
public sealed interface Norms permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `(Σ |xᵢ|²)^½` over all elements.
  default Tensor norm() {
    return norm(2);
  }

  /// `(Σ |xᵢ|ᵖ)^(1/p)` over all elements; the largest `|xᵢ|` for `p = ∞`, the smallest for `p = −∞`, the
  /// number of elements that differ from 0 for `p = 0`.
  ///
  /// @throws IllegalArgumentException for integers
  default Tensor norm(double p) {
    return norm(p, new int[0], false);
  }

  /// As [#norm(double)], over `dims`; none means all.
  ///
  /// @throws IllegalArgumentException for integers
  default Tensor norm(double p, int[] dims, boolean keepdim) {
    Tensor x = Elementwise.requireFloating("norm", self());
    ReductionPlan plan = ReductionPlan.over("norm", x.shape(), dims);
    return Structural.of(
            "norm",
            "NormBackward1",
            Arguments.of(
                "p", Arguments.unless(2.0, p),
                "dim", Arguments.dims(dims),
                "keepdim", Arguments.unless(false, keepdim)),
            p == 0 ? Saved.NOTHING : X | OUT,
            (s, g) ->
                p == 0
                    ? Tensors.zeros(g.dtype(), plan.shape().toArray()) // a count
                    : gradient(s.x(), ReductionPlan.spread(s.out(), plan), ReductionPlan.spread(g, plan), p, plan))
        .record(value(x.detach().abs(), p, plan, keepdim), x);
  }

  private static Tensor value(Tensor magnitude, double p, ReductionPlan plan, boolean keepdim) {
    if (plan.count() == 0) {
      return Tensors.zeros(magnitude.dtype(), plan.result(keepdim).toArray());
    }
    if (p == 0) {
      return magnitude.ne(0).sum(plan.dims(), keepdim).to(magnitude.dtype());
    }
    if (Double.isInfinite(p)) {
      return p > 0 ? magnitude.amax(plan.dims(), keepdim) : magnitude.amin(plan.dims(), keepdim);
    }
    return magnitude.pow(p).sum(plan.dims(), keepdim).pow(1 / p);
  }

  /// `g·sign(xᵢ)·(|xᵢ| / norm)^(p−1)`; of the infinite norms the extreme elements share the gradient.
  private static Tensor gradient(Tensor x, Tensor norm, Tensor g, double p, ReductionPlan plan) {
    if (Double.isInfinite(p)) {
      Tensor extreme = SelectingOps.equalOrNan(x.abs(), norm).to(g.dtype());
      return x.sign().mul(g.div(extreme.sum(plan.dims(), true)).mul(extreme));
    }
    if (p == 1) {
      return g.mul(x.sign());
    }
    if (p == 2) {
      return g.mul(x.div(norm).maskedFill(norm.eq(0), 0));
    }
    Tensor slope = x.sign().mul(x.abs().pow(p - 1));
    if (p < 1) {
      return slope.maskedFill(x.eq(0), 0).mul(g).mul(norm.pow(1 - p));
    }
    Tensor steady = p < 2 ? slope.maskedFill(x.eq(0), 0) : slope;
    return steady.mul(g.div(norm.pow(p - 1)).maskedFill(norm.eq(0), 0));
  }
}
