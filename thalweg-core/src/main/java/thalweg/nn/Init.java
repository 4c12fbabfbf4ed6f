package thalweg.nn;

import java.util.function.Supplier;
import thalweg.random.Generator;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// How parameters start: PyTorch's `nn.init`. `fan_in` is the number of inputs of one output,
/// `size / shape[0]`, `fan_out` the number of outputs that one input reaches, `size / shape[1]`.
public final class Init {
  private Init() {}

  /// Uniform in `(−b, b)` with `b = √(6 / ((1 + a²)·fan_in))`: He et al. 2015, for a `leaky_relu` of slope
  /// `a` below zero.
  public static Tensor kaimingUniform_(Tensor weight, double a, Generator generator) {
    double std = heGain(a) / Math.sqrt(fanIn("kaiming_uniform_", weight));
    double bound = Math.sqrt(3.0) * std;
    return quietly(() -> RandomTensors.uniform_(weight, -bound, bound, generator));
  }

  /// Normal with standard deviation `√(2 / ((1 + a²)·fan_in))`: He et al. 2015.
  public static Tensor kaimingNormal_(Tensor weight, double a, Generator generator) {
    double std = heGain(a) / Math.sqrt(fanIn("kaiming_normal_", weight));
    return quietly(() -> RandomTensors.normal_(weight, 0, std, generator));
  }

  /// Uniform in `(−b, b)` with `b = √(6 / (fan_in + fan_out))`: Glorot and Bengio 2010.
  public static Tensor xavierUniform_(Tensor weight, Generator generator) {
    double bound = Math.sqrt(3.0) * glorotStd("xavier_uniform_", weight);
    return quietly(() -> RandomTensors.uniform_(weight, -bound, bound, generator));
  }

  /// Normal with standard deviation `√(2 / (fan_in + fan_out))`: Glorot and Bengio 2010.
  public static Tensor xavierNormal_(Tensor weight, Generator generator) {
    double std = glorotStd("xavier_normal_", weight);
    return quietly(() -> RandomTensors.normal_(weight, 0, std, generator));
  }

  /// All elements `value`.
  public static Tensor constant_(Tensor weight, double value) {
    return quietly(() -> weight.fill_(value));
  }

  /// All elements 0.
  public static Tensor zeros_(Tensor weight) {
    return constant_(weight, 0);
  }

  /// All elements 1.
  public static Tensor ones_(Tensor weight) {
    return constant_(weight, 1);
  }

  /// Uniform in `[from, to)`.
  public static Tensor uniform_(Tensor weight, double from, double to, Generator generator) {
    return quietly(() -> RandomTensors.uniform_(weight, from, to, generator));
  }

  /// Normal with this mean and standard deviation.
  public static Tensor normal_(Tensor weight, double mean, double std, Generator generator) {
    return quietly(() -> RandomTensors.normal_(weight, mean, std, generator));
  }

  /// 1 on the diagonal, otherwise 0: a linear layer that starts as the identity.
  ///
  /// @throws ShapeException if `weight` is no matrix
  public static Tensor eye_(Tensor weight) {
    if (weight.rank() != 2) {
      throw new ShapeException(
          "eye_: needs a matrix, but the shape is " + weight.shape().tuple());
    }
    return quietly(
        () -> weight.copy_(Tensors.eye(weight.dtype(), weight.size(0), weight.size(1))));
  }

  /// 1 in the middle of the window from each channel to itself, otherwise 0: a convolution
  /// `(O, C, …kernel)` that starts as the identity on as many channels as it can, in each group.
  ///
  /// @throws ShapeException if `weight` has not 3 to 5 dimensions, or the first is not divisible by `groups`
  public static Tensor dirac_(Tensor weight, int groups) {
    if (weight.rank() < 3 || weight.rank() > 5 || weight.size(0) % groups != 0) {
      throw new ShapeException(
          "dirac_: needs 3 to 5 dimensions, the first divisible by groups = %d, but the shape is %s"
              .formatted(groups, weight.shape().tuple()));
    }
    Tensor start = Tensors.zeros(weight.dtype(), weight.shape().toArray());
    int rows = weight.size(0) / groups;
    for (int g = 0; g < groups; g++) {
      for (int c = 0; c < Math.min(rows, weight.size(1)); c++) {
        Tensor window = start.select(0, g * rows + c).select(0, c);
        for (int length : window.shape().toArray()) {
          window = window.select(0, length / 2);
        }
        window.fill_(1);
      }
    }
    return quietly(() -> weight.copy_(start));
  }

  /// What the standard deviation of start values is multiplied by before a non-linearity of this name, so
  /// that signals keep their size: `linear`, `conv1d`, `conv2d`, `sigmoid` 1, `tanh` 5/3, `relu` √2,
  /// `leaky_relu` `√(2 / (1 + a²))` with the slope `a` = `param`, `selu` 3/4.
  ///
  /// @param param the slope of `leaky_relu`, otherwise ignored
  /// @throws IllegalArgumentException for any other name
  public static double calculateGain(String nonlinearity, double param) {
    return switch (nonlinearity) {
      case "linear", "conv1d", "conv2d", "sigmoid" -> 1;
      case "tanh" -> 5.0 / 3;
      case "relu" -> Math.sqrt(2);
      case "leaky_relu" -> heGain(param);
      case "selu" -> 3.0 / 4;
      default ->
          throw new IllegalArgumentException(
              "calculate_gain: '%s' is not one of linear, conv1d, conv2d, sigmoid, tanh, relu, leaky_relu, selu"
                  .formatted(nonlinearity));
    };
  }

  /// [#calculateGain(String, double)], with PyTorch's slope 0.01 for `leaky_relu`.
  public static double calculateGain(String nonlinearity) {
    return calculateGain(nonlinearity, 0.01);
  }

  private static double heGain(double a) {
    return Math.sqrt(2.0 / (1 + a * a));
  }

  private static double glorotStd(String op, Tensor weight) {
    return Math.sqrt(2.0 / (fanIn(op, weight) + fanOut(op, weight)));
  }

  private static double fanIn(String op, Tensor weight) {
    return requireMatrix(op, weight).shape().dim(0) == 0
        ? weight.shape().dim(1)
        : weight.size() / (double) weight.shape().dim(0);
  }

  private static double fanOut(String op, Tensor weight) {
    double receptive = 1;
    for (int d = 2; d < requireMatrix(op, weight).rank(); d++) {
      receptive *= weight.shape().dim(d);
    }
    return weight.shape().dim(0) * receptive;
  }

  private static Tensor requireMatrix(String op, Tensor weight) {
    if (weight.rank() < 2) {
      throw new ShapeException(
          "%s: a weight needs at least 2 dimensions to have inputs and outputs, but its shape is %s"
              .formatted(op, weight.shape().tuple()));
    }
    return weight;
  }

  /// Start values are no part of a graph.
  private static Tensor quietly(Supplier<Tensor> fill) {
    return Tensors.noGrad(fill);
  }
}
