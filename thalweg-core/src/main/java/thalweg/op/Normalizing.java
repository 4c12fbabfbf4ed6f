package thalweg.op;

import static thalweg.runtime.Saved.OUT;

import thalweg.runtime.Structural;
import thalweg.tensor.Tensor;

/// Scores of classes to probabilities. Names are those of `torch.nn.functional`. Stable for any size of `x`.
public sealed interface Normalizing permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `e^xᵢ / Σ e^xⱼ` along `dim`.
  default Tensor softmax(int dim) {
    Tensor x = scores();
    int[] axis = axis("softmax", dim);
    Tensor values = x.detach();
    return Structural.of(
            "softmax",
            "SoftmaxBackward0",
            Arguments.of("dim", dim),
            OUT,
            (s, g) -> {
              Tensor weighted = g.mul(s.out());
              return weighted.sub(s.out().mul(weighted.sum(axis, true)));
            })
        .record(shares(values, axis), x);
  }

  private static Tensor shares(Tensor values, int[] axis) {
    if (values.size() == 0) {
      return values.clone();
    }
    Tensor powers = values.sub(values.amax(axis, true)).exp();
    return powers.div(powers.sum(axis, true));
  }

  /// `xᵢ − ln Σ e^xⱼ` along `dim`: the logarithm of [#softmax].
  default Tensor logSoftmax(int dim) {
    Tensor x = scores();
    int[] axis = axis("log_softmax", dim);
    Tensor values = x.detach();
    return Structural.of(
            "log_softmax",
            "LogSoftmaxBackward0",
            Arguments.of("dim", dim),
            OUT,
            (s, g) -> g.sub(s.out().exp().mul(g.sum(axis, true))))
        .record(logarithms(values, axis), x);
  }

  /// The largest is taken away first: of what is left, no digits are lost beside it.
  private static Tensor logarithms(Tensor values, int[] axis) {
    if (values.size() == 0) {
      return values.clone();
    }
    Tensor shifted = values.sub(values.amax(axis, true));
    return shifted.sub(shifted.exp().sum(axis, true).log());
  }

  /// Floating, but as in PyTorch none of integers stay integers.
  private Tensor scores() {
    return self().size() == 0 ? self() : self().to(self().dtype().toFloating());
  }

  private int[] axis(String op, int dim) {
    return new int[] {self().shape().normalize(op, dim)};
  }
}
