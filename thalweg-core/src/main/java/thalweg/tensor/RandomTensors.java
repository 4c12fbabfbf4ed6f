package thalweg.tensor;

import thalweg.random.Generator;
import thalweg.random.Seeds;
import thalweg.random.TorchGenerator;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;

/// Random tensors, from PyTorch's stream: the same seed gives the same digits as there. Without a generator
/// they draw from the default one, [Seeds#torch()], which [#manualSeed] seeds.
public final class RandomTensors {
  private RandomTensors() {}

  /// Seeds the default generator: `torch.manual_seed`.
  public static TorchGenerator manualSeed(long seed) {
    return Seeds.manualSeed(seed);
  }

  /// Uniform in [0, 1), `float32`.
  public static Tensor rand(int... shape) {
    return rand(Seeds.torch(), DType.FLOAT32, shape);
  }

  /// Uniform in [0, 1).
  public static Tensor rand(Generator generator, DType dtype, int... shape) {
    return uniform_(empty("rand", dtype, shape), 0, 1, generator);
  }

  /// Standard normal, `float32`.
  public static Tensor randn(int... shape) {
    return randn(Seeds.torch(), DType.FLOAT32, shape);
  }

  /// Standard normal.
  public static Tensor randn(Generator generator, DType dtype, int... shape) {
    return normal_(empty("randn", dtype, shape), 0, 1, generator);
  }

  /// Normal with the given mean and standard deviation, `float32`.
  public static Tensor normal(double mean, double std, int... shape) {
    return normal_(empty("normal", DType.FLOAT32, shape), mean, std, Seeds.torch());
  }

  /// Whole numbers from `low` to `high − 1`, `int64`.
  public static Tensor randint(long low, long high, int... shape) {
    return randint(Seeds.torch(), low, high, shape);
  }

  /// Whole numbers from `low` to `high − 1`, `int64`.
  public static Tensor randint(TorchGenerator generator, long low, long high, int... shape) {
    Shape size = Shape.of(shape);
    long[] values = new long[size.size()];
    generator.fillRandint(values, 0, values.length, low, high);
    return new Tensor(new Storage.Longs(values), Layout.contiguous(size));
  }

  /// The numbers 0 to `n − 1` in random order, `int64`.
  public static Tensor randperm(int n) {
    return randperm(Seeds.torch(), n);
  }

  /// The numbers 0 to `n − 1` in random order, `int64`.
  public static Tensor randperm(Generator generator, int n) {
    return Tensors.tensor(generator.permutation(n));
  }

  /// 1 with the probability that `p` holds for each element, otherwise 0.
  public static Tensor bernoulli(Tensor p) {
    return bernoulli(p, Seeds.torch());
  }

  /// 1 with the probability that `p` holds for each element, otherwise 0.
  public static Tensor bernoulli(Tensor p, TorchGenerator generator) {
    Tensor out = p.unrecorded(requireFloating("bernoulli", p.dtype()));
    switch (out.storage()) {
      case Storage.Floats a -> generator.fillBernoulli(a.array(), 0, out.size(), a.array(), 0);
      case Storage.Doubles a -> generator.fillBernoulli(a.array(), 0, out.size(), a.array(), 0);
      default -> throw new AssertionError(out.dtype());
    }
    return out;
  }

  /// Overwrites `x` by values uniform in [`from`, `to`).
  public static Tensor uniform_(Tensor x, double from, double to) {
    return uniform_(x, from, to, Seeds.torch());
  }

  /// Overwrites `x` by values uniform in [`from`, `to`).
  public static Tensor uniform_(Tensor x, double from, double to, Generator generator) {
    return fill(
        "uniform_",
        x,
        generator,
        (torch, a) -> torch.fillUniform(a, 0, a.length, from, to),
        (any, a) -> any.fillUniform(a, 0, a.length, from, to));
  }

  /// Overwrites `x` by normal values.
  public static Tensor normal_(Tensor x, double mean, double std) {
    return normal_(x, mean, std, Seeds.torch());
  }

  /// Overwrites `x` by normal values.
  public static Tensor normal_(Tensor x, double mean, double std, Generator generator) {
    return fill(
        "normal_",
        x,
        generator,
        (torch, a) -> torch.fillNormal(a, 0, a.length, mean, std),
        (any, a) -> any.fillNormal(a, 0, a.length, mean, std));
  }

  /// Overwrites `x` by exponentially distributed values of density `λe^(−λx)`.
  public static Tensor exponential_(Tensor x, double lambda) {
    return exponential_(x, lambda, Seeds.torch());
  }

  /// Overwrites `x` by exponentially distributed values of density `λe^(−λx)`.
  public static Tensor exponential_(Tensor x, double lambda, TorchGenerator generator) {
    return fill(
        "exponential_",
        x,
        generator,
        (torch, a) -> torch.fillExponential(a, 0, a.length, lambda),
        (_, a) -> generator.fillExponential(a, 0, a.length, lambda));
  }

  private interface FloatFill {
    void fill(TorchGenerator generator, float[] out);
  }

  private interface DoubleFill {
    void fill(Generator generator, double[] out);
  }

  /// PyTorch draws `float32` in a way of its own; other generators know doubles only.
  private static Tensor fill(
      String op, Tensor x, Generator generator, FloatFill floats, DoubleFill doubles) {
    requireFloating(op, x.dtype());
    WriteRules.check(x, op, false);
    Storage values;
    if (x.dtype() == DType.FLOAT32 && generator instanceof TorchGenerator torch) {
      float[] drawn = new float[x.size()];
      floats.fill(torch, drawn);
      values = new Storage.Floats(drawn);
    } else {
      double[] drawn = new double[x.size()];
      doubles.fill(generator, drawn);
      values = new Storage.Doubles(drawn);
    }
    x.write(new Tensor(values, Layout.contiguous(x.shape())));
    return x;
  }

  private static Tensor empty(String op, DType dtype, int... shape) {
    return Tensors.zeros(requireFloating(op, dtype), shape);
  }

  private static DType requireFloating(String op, DType dtype) {
    if (!dtype.isFloating()) {
      throw new IllegalArgumentException(
          "%s: needs a floating type, not %s; convert the result with to(…)".formatted(op, dtype));
    }
    return dtype;
  }
}
