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
