package thalweg.random;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/// A generator that understands the calls of the conformance files.
@FunctionalInterface
interface RandomCalls {

  /// The values of one call: a `float[]`, `double[]` or `long[]`.
  Object make(JsonNode call);

  static RandomCalls of(String generator, BigInteger seed) {
    return switch (generator) {
      case "torch" -> new Torch(new TorchGenerator().manualSeed(seed));
      case "numpy.random.RandomState" -> new NumpyLegacy(new NumpyRandomState(seed.longValueExact()));
      case "numpy.random.default_rng" -> new Numpy(new Pcg64(seed));
      case "python.random" -> new Python(new PythonRandom(seed));
      default -> throw new IllegalArgumentException(generator);
    };
  }

  private static int size(JsonNode call) {
    int n = 1;
    for (JsonNode extent : call.get("size")) {
      n *= extent.asInt();
    }
    return n;
  }

  private static double number(JsonNode call, String name) {
    return call.get(name).asDouble();
  }

  private static IllegalArgumentException unknown(JsonNode call) {
    return new IllegalArgumentException(call.toString());
  }

  record Torch(TorchGenerator g) implements RandomCalls {

    @Override
    public Object make(JsonNode call) {
      return switch (call.get("fn").asString()) {
        case "rand" -> uniform(call, 0, 1);
        case "randn" -> normal(call, 0, 1);
        case "uniform_" -> uniform(call, number(call, "from"), number(call, "to"));
        case "normal", "normal_" -> normal(call, number(call, "mean"), number(call, "std"));
        case "randint" -> {
          long[] out = new long[size(call)];
          g.fillRandint(out, 0, out.length, call.get("low").asLong(), call.get("high").asLong());
          yield out;
        }
        case "randperm" -> g.randperm(call.get("n").asInt());
        case "bernoulli", "dropout", "exponential_" -> floats(call);
        case "Linear" -> linear(call);
        default -> initialised(call);
      };
    }

    private static boolean isDouble(JsonNode call) {
      return call.has("dtype") && call.get("dtype").asString().equals("float64");
    }

    private Object uniform(JsonNode call, double from, double to) {
      int n = size(call);
      if (isDouble(call)) {
        double[] out = new double[n];
        g.fillUniform(out, 0, n, from, to);
        return out;
      }
      float[] out = new float[n];
      g.fillUniform(out, 0, n, from, to);
      return out;
    }

    private Object normal(JsonNode call, double mean, double std) {
      int n = size(call);
      if (isDouble(call)) {
        double[] out = new double[n];
        g.fillNormal(out, 0, n, mean, std);
        return out;
      }
      float[] out = new float[n];
      g.fillNormal(out, 0, n, mean, std);
      return out;
    }

    private float[] floats(JsonNode call) {
      float[] out = new float[size(call)];
      switch (call.get("fn").asString()) {
        case "bernoulli" -> {
          Arrays.fill(out, (float) number(call, "p"));
          g.fillBernoulli(out, 0, out.length, out, 0);
        }
        case "dropout" -> g.fillDropout(out, 0, out.length, number(call, "p"));
        default -> g.fillExponential(out, 0, out.length, number(call, "lambd"));
      }
      return out;
    }

    /// Kaiming's uniform with a = √5 for the weight, ±1/√in for the bias.
    private float[] linear(JsonNode call) {
      int in = call.get("in_features").asInt();
      int out = call.get("out_features").asInt();
      boolean bias = call.get("bias").asBoolean();
      float[] all = new float[in * out + (bias ? out : 0)];
      double bound = Math.sqrt(3) * (Math.sqrt(2.0 / (1 + 5)) / Math.sqrt(in));
      g.fillUniform(all, 0, in * out, -bound, bound);
      if (bias) {
        g.fillUniform(all, in * out, out, -1 / Math.sqrt(in), 1 / Math.sqrt(in));
      }
      return all;
    }

    private Object initialised(JsonNode call) {
      double out = call.get("size").get(0).asInt();
      double in = size(call) / out;
      double kaiming = Math.sqrt(2) / Math.sqrt(in);
      double xavier = Math.sqrt(2 / (in + out));
      return switch (call.get("fn").asString()) {
        case "kaiming_uniform_" -> uniform(call, -Math.sqrt(3) * kaiming, Math.sqrt(3) * kaiming);
        case "kaiming_normal_" -> normal(call, 0, kaiming);
        case "xavier_uniform_" -> uniform(call, -Math.sqrt(3) * xavier, Math.sqrt(3) * xavier);
        case "xavier_normal_" -> normal(call, 0, xavier);
        default -> throw unknown(call);
      };
    }
  }

  record NumpyLegacy(NumpyRandomState g) implements RandomCalls {

    @Override
    public Object make(JsonNode call) {
      return switch (call.get("fn").asString()) {
        case "rand" -> g.rand(size(call));
        case "randn" -> g.randn(size(call));
        case "normal" -> g.normal(number(call, "loc"), number(call, "scale"), size(call));
        case "uniform" -> g.uniform(number(call, "low"), number(call, "high"), size(call));
        case "randint" -> g.randint(call.get("low").asLong(), call.get("high").asLong(), size(call));
        case "permutation" -> g.permutation(call.get("n").asInt());
        case "shuffle" -> {
          long[] x = LongStream.range(0, call.get("n").asLong()).toArray();
          g.shuffle(x);
          yield x;
        }
        case "choice" -> g.choice(call.get("n").asLong(), size(call), call.get("replace").asBoolean());
        default -> throw unknown(call);
      };
    }
  }

  record Numpy(Pcg64 g) implements RandomCalls {

    @Override
    public Object make(JsonNode call) {
      return switch (call.get("fn").asString()) {
        case "random" -> g.random(size(call));
        case "standard_normal" -> g.standardNormal(size(call));
        case "normal" -> g.normal(number(call, "loc"), number(call, "scale"), size(call));
        case "uniform" -> g.uniform(number(call, "low"), number(call, "high"), size(call));
        case "integers" -> g.integers(call.get("low").asLong(), call.get("high").asLong(), size(call));
        case "permutation" -> g.permutation(call.get("n").asInt());
        default -> throw unknown(call);
      };
    }
  }

  record Python(PythonRandom g) implements RandomCalls {

    @Override
    public Object make(JsonNode call) {
      String fn = call.get("fn").asString();
      if (fn.equals("shuffle")) {
        return g.permutation(call.get("n").asInt());
      }
      int n = size(call);
      return switch (fn) {
        case "random" -> doubles(n, g::random);
        case "gauss" -> doubles(n, () -> g.gauss(number(call, "mu"), number(call, "sigma")));
        case "uniform" -> doubles(n, () -> g.uniform(number(call, "low"), number(call, "high")));
        case "randint" ->
            LongStream.generate(() -> g.randint(call.get("low").asLong(), call.get("high").asLong()))
                .limit(n)
                .toArray();
        default -> throw unknown(call);
      };
    }

    private static double[] doubles(int n, DoubleSupplier next) {
      double[] out = new double[n];
      Arrays.setAll(out, i -> next.getAsDouble());
      return out;
    }
  }
}
