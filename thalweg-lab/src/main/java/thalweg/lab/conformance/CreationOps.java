package thalweg.lab.conformance;

import static thalweg.lab.conformance.Operation.one;

import java.util.Map;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Operations that make tensors of numbers alone. Whole numbers give `int64` where PyTorch's do.
final class CreationOps {
  static final Map<String, Operation> TABLE =
      Map.ofEntries(
          one("zeros", c -> Tensors.zeros(c.args().dtype(DType.FLOAT32), c.ints("size"))),
          one("ones", c -> Tensors.ones(c.args().dtype(DType.FLOAT32), c.ints("size"))),
          one("full", CreationOps::full),
          one("eye", CreationOps::eye),
          one("arange", CreationOps::arange),
          one("linspace", CreationOps::linspace),
          one("logspace", CreationOps::logspace));

  private CreationOps() {}

  /// The type is that of the value where none is named.
  private static Tensor full(Call c) {
    Arguments args = c.args();
    if (args.isFlag("fill_value")) {
      boolean value = args.flag("fill_value", false);
      return Tensors.full(args.dtype(DType.BOOL), value ? 1 : 0, c.ints("size"));
    }
    return args.isWhole("fill_value")
        ? Tensors.full(args.dtype(DType.INT64), args.whole("fill_value"), c.ints("size"))
        : Tensors.full(args.dtype(DType.FLOAT32), c.real("fill_value"), c.ints("size"));
  }

  private static Tensor eye(Call c) {
    int n = c.integer("n");
    return Tensors.eye(c.args().dtype(DType.FLOAT32), n, c.integer("m", n));
  }

  private static Tensor arange(Call c) {
    Arguments args = c.args();
    boolean whole =
        args.isWhole("end")
            && (!args.has("start") || args.isWhole("start"))
            && (!args.has("step") || args.isWhole("step"));
    if (whole && args.dtype(DType.INT64) == DType.INT64) {
      long start = args.has("start") ? args.whole("start") : 0;
      return Tensors.arange(start, args.whole("end"), args.has("step") ? args.whole("step") : 1);
    }
    return Tensors.arange(
        args.dtype(DType.FLOAT32), c.real("start", 0), c.real("end"), c.real("step", 1));
  }

  private static Tensor linspace(Call c) {
    return Tensors.linspace(
        c.args().dtype(DType.FLOAT32), c.real("start"), c.real("end"), c.integer("steps"));
  }

  private static Tensor logspace(Call c) {
    return Tensors.logspace(
        c.args().dtype(DType.FLOAT32),
        c.real("start"),
        c.real("end"),
        c.integer("steps"),
        c.real("base", 10));
  }
}
