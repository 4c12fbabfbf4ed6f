package thalweg.nn;

import java.util.List;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Keeps gradients from growing too large, between `backward()` and the optimiser's step: PyTorch's
/// `torch.nn.utils.clip_grad_norm_` and `clip_grad_value_`. Parameters without a gradient are passed over.
///
/// ```java
/// var x = tensor(3.0, 4.0).requiresGrad_(true);
/// x.square().sum().mul(0.5).backward();
/// IO.println(ClipGrad.norm_(List.of(x), 1));  // tensor(5.)
/// IO.println(x.grad());  // tensor([0.6000, 0.8000])
/// ClipGrad.value_(List.of(x), 0.7);
/// IO.println(x.grad());  // tensor([0.6000, 0.7000])
/// ```
public final class ClipGrad {
  private static final double EPS = 1e-6;

  private ClipGrad() {}

  /// Scales all gradients together, so that the Euclidean norm of all their elements is at most `maxNorm`.
  ///
  /// @return the norm before
  public static Tensor norm_(List<Tensor> parameters, double maxNorm) {
    return norm_(parameters, maxNorm, 2, false);
  }

  /// Scales all gradients together by `maxNorm / (norm + 1e-6)`, if that is below 1, with
  /// `norm = (Σ |gᵢ|ᵖ)^(1/p)` over all their elements.
  ///
  /// @param maxNorm          at least 0
  /// @param normType         `p`; infinity for the largest `|gᵢ|`
  /// @param errorIfNonfinite true for an error where the norm is infinite or NaN; otherwise the gradients become 0
  ///     or NaN
  /// @return the norm before, one number; 0 where there is no gradient
  /// @throws IllegalArgumentException for a `maxNorm` below 0 or NaN, or a `normType` that is NaN
  /// @throws IllegalStateException if the norm is not finite and that is an error; the gradients are unchanged
  public static Tensor norm_(
      List<Tensor> parameters, double maxNorm, double normType, boolean errorIfNonfinite) {
    requireBound("maxNorm", maxNorm);
    if (Double.isNaN(normType)) {
      throw new IllegalArgumentException("ClipGrad: normType is NaN; the usual norm is 2");
    }
    List<Tensor> gradients = gradients(parameters);
    if (gradients.isEmpty()) {
      return Tensors.tensor(0.0);
    }
    try (var _ = Tensors.noGrad()) {
      Tensor[] norms = gradients.stream().map(g -> g.norm(normType)).toArray(Tensor[]::new);
      Tensor norm = Tensors.stack(0, norms).norm(normType);
      if (errorIfNonfinite && !Double.isFinite(norm.item())) {
        throw new IllegalStateException(
            ("ClipGrad: the norm of order %s of the gradients is %s, so they cannot be scaled; look for what "
                + "overflowed, or say errorIfNonfinite = false")
                .formatted(normType, norm.item()));
      }
      Tensor factor = norm.add(EPS).reciprocal().mul(maxNorm).clampMax(1.0);
      gradients.forEach(g -> g.mul_(factor));
      return norm;
    }
  }

  /// Brings each element of the gradients into `[−clipValue, clipValue]`.
  ///
  /// @throws IllegalArgumentException for a `clipValue` below 0 or NaN
  public static void value_(List<Tensor> parameters, double clipValue) {
    requireBound("clipValue", clipValue);
    try (var _ = Tensors.noGrad()) {
      gradients(parameters).forEach(g -> g.clamp_(-clipValue, clipValue));
    }
  }

  private static List<Tensor> gradients(List<Tensor> parameters) {
    return parameters.stream().filter(p -> p.grad() != null).map(p -> p.grad().detach()).toList();
  }

  private static void requireBound(String name, double bound) {
    if (!(bound >= 0)) {
      throw new IllegalArgumentException(
          "ClipGrad: %s = %s, but it must be at least 0".formatted(name, bound));
    }
  }
}
