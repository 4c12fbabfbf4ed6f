package thalweg.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import thalweg.op.OpRow.Trait;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// One line for each row of [OpTable]: its name, and a number made of the bits of its values and gradients at
/// several sizes. What runs in another JVM, with other settings, must print the same lines.
final class OpBits {
  private static final int[] SIZES = {1, 7, 70, 5000};

  private OpBits() {}

  public static void main(String[] arguments) {
    lines().forEach(IO::println);
  }

  static List<String> lines() {
    return OpTable.rows().stream().map(row -> "%016x %s".formatted(bits(row), row.name())).toList();
  }

  private static long bits(OpRow row) {
    var random = new Random(43052);
    long bits = 0;
    for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
      bits = bits * 31 + bits(row, row.samples(random, dtype));
      if (row.is(Trait.POINTWISE)) {
        for (int size : SIZES) {
          bits = bits * 31 + bits(row, row.samples(random, dtype, size));
        }
      }
    }
    return bits;
  }

  private static long bits(OpRow row, List<Tensor> inputs) {
    var results = new ArrayList<Tensor>();
    List<Tensor> leaves =
        inputs.stream().map(x -> x.detach().requiresGrad_(row.is(Trait.GRADIENT))).toList();
    Tensor y = row.apply(leaves);
    results.add(y);
    if (y.requiresGrad()) {
      y.backward(Tensors.linspace(y.dtype(), 1, 2, y.size()).reshape(y.shape().toArray()));
      leaves.forEach(x -> results.add(x.grad()));
    }
    long bits = 0;
    for (Tensor result : results) {
      long[] each = Arrays.stream(result.toDoubleArray()).mapToLong(Double::doubleToLongBits).toArray();
      bits = bits * 31 + Arrays.hashCode(each);
    }
    return bits;
  }
}
