package thalweg.lab.conformance;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;
import thalweg.nn.Functional;
import thalweg.nn.Init;
import thalweg.nn.Linear;
import thalweg.random.NumpyRandomState;
import thalweg.random.Pcg64;
import thalweg.random.PythonRandom;
import thalweg.random.TorchGenerator;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;

/// A seeded generator that understands the calls by the names they have where it comes from.
sealed interface RandomStreams {
  /// What one call gives.
  Tensor make(String fn, Fields call);

  static RandomStreams of(String generator, BigInteger seed) {
    return switch (generator) {
      case "torch" -> new Torch(new TorchGenerator().manualSeed(seed));
      case "numpy.random.RandomState" -> new NumpyLegacy(new NumpyRandomState(seed.longValueExact()));
      case "numpy.random.default_rng" -> new Numpy(new Pcg64(seed));
      case "python.random" -> new Python(new PythonRandom(seed));
      default -> throw new Mismatch("unknown generator " + generator);
    };
  }

  /// PyTorch's: everything through the calls that programs use.
  record Torch(TorchGenerator g) implements RandomStreams {
    @Override
    public Tensor make(String fn, Fields call) {
      return switch (fn) {
        case "rand" -> RandomTensors.rand(g, dtype(call), call.ints("size"));
        case "randn" -> RandomTensors.randn(g, dtype(call), call.ints("size"));
        case "uniform_" ->
            RandomTensors.uniform_(zeros(call), call.real("from"), call.real("to"), g);
        case "normal", "normal_" ->
            RandomTensors.normal_(zeros(call), call.real("mean"), call.real("std"), g);
        case "exponential_" -> RandomTensors.exponential_(zeros(call), call.real("lambd"), g);
        case "randint" ->
            RandomTensors.randint(g, whole(call, "low"), whole(call, "high"), call.ints("size"));
        case "randperm" -> RandomTensors.randperm(g, call.integer("n"));
        case "bernoulli" -> RandomTensors.bernoulli(zeros(call).add(call.real("p")), g);
        case "dropout" -> Functional.dropout(zeros(call).add(1), call.real("p"), true, g);
        case "kaiming_uniform_" -> Init.kaimingUniform_(zeros(call), 0, g);
        case "kaiming_normal_" -> Init.kaimingNormal_(zeros(call), 0, g);
        case "xavier_uniform_" -> Init.xavierUniform_(zeros(call), g);
        case "xavier_normal_" -> Init.xavierNormal_(zeros(call), g);
        case "Linear" -> linear(call);
        default -> throw unknown(fn);
      };
    }

    private static DType dtype(Fields call) {
      return call.has("dtype") ? DType.named(call.text("dtype")) : DType.FLOAT32;
    }

    private static Tensor zeros(Fields call) {
      return Tensors.zeros(dtype(call), call.ints("size"));
    }

    private Tensor linear(Fields call) {
      boolean bias = !call.has("bias") || call.flag("bias");
      var options = Linear.bias(bias).dtype(dtype(call)).generator(g);
      Linear layer = new Linear(call.integer("in_features"), call.integer("out_features"), options);
      Tensor weight = layer.weight().detach().flatten();
      return bias ? Tensors.cat(0, weight, layer.bias().detach()) : weight;
    }
  }

  /// NumPy's `RandomState`.
  record NumpyLegacy(NumpyRandomState g) implements RandomStreams {
    @Override
    public Tensor make(String fn, Fields call) {
      return switch (fn) {
        case "rand" -> shaped(call, g.rand(size(call)));
        case "randn" -> shaped(call, g.randn(size(call)));
        case "normal" -> shaped(call, g.normal(call.real("loc"), call.real("scale"), size(call)));
        case "uniform" -> shaped(call, g.uniform(call.real("low"), call.real("high"), size(call)));
        case "randint" ->
            shaped(call, g.randint(whole(call, "low"), whole(call, "high"), size(call)));
        case "choice" ->
            shaped(call, g.choice(whole(call, "n"), size(call), call.flag("replace")));
        case "permutation" -> Tensors.tensor(g.permutation(call.integer("n")));
        case "shuffle" -> {
          long[] list = LongStream.range(0, call.integer("n")).toArray();
          g.shuffle(list);
          yield Tensors.tensor(list);
        }
        default -> throw unknown(fn);
      };
    }
  }

  /// NumPy's `default_rng`.
  record Numpy(Pcg64 g) implements RandomStreams {
    @Override
    public Tensor make(String fn, Fields call) {
      return switch (fn) {
        case "random" -> shaped(call, g.random(size(call)));
        case "standard_normal" -> shaped(call, g.standardNormal(size(call)));
        case "normal" -> shaped(call, g.normal(call.real("loc"), call.real("scale"), size(call)));
        case "uniform" -> shaped(call, g.uniform(call.real("low"), call.real("high"), size(call)));
        case "integers" ->
            shaped(call, g.integers(whole(call, "low"), whole(call, "high"), size(call)));
        case "choice" ->
            shaped(call, g.choice(whole(call, "n"), size(call), call.flag("replace")));
        case "permutation" -> Tensors.tensor(g.permutation(call.integer("n")));
        case "shuffle" -> {
          long[] list = LongStream.range(0, call.integer("n")).toArray();
          g.shuffle(list);
          yield Tensors.tensor(list);
        }
        default -> throw unknown(fn);
      };
    }
  }

  /// CPython's `random`, which makes one number a call.
  record Python(PythonRandom g) implements RandomStreams {
    @Override
    public Tensor make(String fn, Fields call) {
      return switch (fn) {
        case "random" -> reals(call, g::random);
        case "gauss" -> reals(call, () -> g.gauss(call.real("mu"), call.real("sigma")));
        case "uniform" -> reals(call, () -> g.uniform(call.real("low"), call.real("high")));
        case "randint" -> {
          long low = whole(call, "low");
          long high = whole(call, "high");
          long[] out = new long[size(call)];
          Arrays.setAll(out, _ -> g.randint(low, high));
          yield shaped(call, out);
        }
        case "choice" -> {
          long n = whole(call, "n");
          long[] out = new long[size(call)];
          Arrays.setAll(out, _ -> g.randrange(n)); // as choice(range(n)) draws
          yield shaped(call, out);
        }
        case "shuffle" -> {
          long[] list = LongStream.range(0, call.integer("n")).toArray();
          g.shuffle(list);
          yield Tensors.tensor(list);
        }
        default -> throw unknown(fn);
      };
    }

    private static Tensor reals(Fields call, DoubleSupplier next) {
      double[] out = new double[size(call)];
      Arrays.setAll(out, _ -> next.getAsDouble());
      return shaped(call, out);
    }
  }

  private static int size(Fields call) {
    return Shape.of(call.ints("size")).size();
  }

  private static long whole(Fields call, String name) {
    JsonNode node = call.node(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new MalformedCaseException("the field '%s' is not an integer".formatted(name));
    }
    return node.longValue();
  }

  private static Tensor shaped(Fields call, double[] values) {
    return Tensors.tensor(DType.FLOAT64, values).reshape(call.ints("size"));
  }

  private static Tensor shaped(Fields call, long[] values) {
    return Tensors.tensor(values).reshape(call.ints("size"));
  }

  private static Mismatch unknown(String fn) {
    return new Mismatch("unknown fn " + fn);
  }
}
