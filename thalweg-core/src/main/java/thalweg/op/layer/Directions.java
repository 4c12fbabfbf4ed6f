package thalweg.op.layer;

import static thalweg.runtime.Saved.OUT;
import static thalweg.runtime.Saved.X;

import thalweg.op.Arguments;
import thalweg.runtime.Structural;
import thalweg.tensor.Tensor;

/// Vectors of length 1, behind [thalweg.nn.Functional#cosineSimilarity].
public final class Directions {
  private Directions() {}

  /// `x / n` along `dim`, with `n = max(‖x‖, eps)`. The gradient of `n` is `x / n`, as in PyTorch also where `eps` takes
  /// hold.
  public static Tensor of(Tensor x, int dim, double eps) {
    Tensor values = x.detach();
    Tensor length = values.square().sum(new int[] {dim}, true).clampMin(eps * eps).sqrt();
    Tensor recorded =
        Structural.of(
                "cosine_similarity",
                "LinalgVectorNormBackward0",
                Arguments.of("dim", dim, "eps", Arguments.unless(1e-8, eps)),
                X | OUT,
                (s, g) -> s.x().mul(g.div(s.out())))
            .record(length, x);
    return x.div(recorded);
  }
}
