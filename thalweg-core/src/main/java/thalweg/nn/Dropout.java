package thalweg.nn;

import thalweg.random.Seeds;
import thalweg.random.TorchGenerator;
import thalweg.tensor.Numbers;
import thalweg.tensor.Tensor;

/// In training, makes each element 0 with probability `p` and divides the others by `1 − p`; in use, the
/// input itself: PyTorch's `nn.Dropout`, Hinton et al. 2012. Any shape.
///
/// ```java
/// var dropout = new Dropout(0.2);
/// IO.println(dropout);  // Dropout(p=0.2, inplace=False)
/// IO.println(dropout.eval().apply(tensor(1.0, 2.0)));  // tensor([1., 2.])
/// ```
///
/// @param p         the probability of 0; 0.5 by default
/// @param generator what is drawn from; null, the default, for PyTorch's default generator when it is applied
/// @param mode      whether it is in training
public record Dropout(double p, TorchGenerator generator, Mode mode) implements Layer {
  /// @throws IllegalArgumentException if `p` is not in [0, 1]
  public Dropout {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("Dropout: p = %s is not in [0, 1]".formatted(p));
    }
  }

  /// With probability 0.5.
  public Dropout() {
    this(0.5);
  }

  /// With probability `p`.
  public Dropout(double p) {
    this(p, null);
  }

  /// With probability `p`, drawing from `generator`.
  public Dropout(double p, TorchGenerator generator) {
    this(p, generator, new Mode());
  }

  @Override
  public Tensor apply(Tensor x) {
    return Functional.dropout(x, p, isTraining(), generator == null ? Seeds.torch() : generator);
  }

  /// As PyTorch prints it: `Dropout(p=0.5, inplace=False)`.
  @Override
  public String toString() {
    return "Dropout(p=%s, inplace=False)".formatted(Numbers.shortest(p));
  }
}
