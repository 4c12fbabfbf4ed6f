package thalweg.nn;

import java.util.function.UnaryOperator;
import thalweg.tensor.Numbers;
import thalweg.tensor.Tensor;

/// A function applied to each element, or to each vector along a dimension, that has no parameters: the
/// non-linearities of a network. Any shape gives that shape.
///
/// ```java
/// IO.println(new LeakyReLU(0.2));  // LeakyReLU(negative_slope=0.2)
/// IO.println(new LeakyReLU(0.2).apply(tensor(-1.0, 3.0)));  // tensor([-0.2000,  3.0000])
/// ```
public abstract sealed class Activation implements Layer
    permits CELU, ELU, GELU, Hardshrink, Hardsigmoid, Hardswish, Hardtanh, LeakyReLU, LogSigmoid, LogSoftmax,
        Mish, ReLU, ReLU6, SELU, SiLU, Sigmoid, Softmax, Softplus, Softshrink, Softsign, Tanh, Tanhshrink,
        Threshold {
  private final String text;
  private final UnaryOperator<Tensor> function;

  /// @param text     as PyTorch prints it
  /// @param function what it computes
  Activation(String text, UnaryOperator<Tensor> function) {
    this.text = text;
    this.function = function;
  }

  @Override
  public final Tensor apply(Tensor x) {
    return function.apply(x);
  }

  /// As PyTorch prints it: `ReLU()`.
  @Override
  public final String toString() {
    return text;
  }

  static String named(String name, double value) {
    return name + "=" + Numbers.shortest(value);
  }

  /// A number that PyTorch has as an integer by default: `20`, but `0.5`.
  static String plain(double value) {
    String shortest = Numbers.shortest(value);
    return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
  }
}
