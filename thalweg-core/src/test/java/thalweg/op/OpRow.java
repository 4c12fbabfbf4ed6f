package thalweg.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// One row of [OpTable]: an operation, its inputs, and what holds for it.
record OpRow(
    String name, Function<List<Tensor>, Tensor> function, List<Input> inputs, Set<Trait> traits) {
  enum Trait {
    /// Applies to any shape, element by element.
    POINTWISE,
    /// Applies to `int64`.
    INTEGERS,
    /// Can be differentiated.
    GRADIENT
  }

  /// One input: its shape, and the range of its values.
  record Input(double low, double high, int... shape) {
    /// Different values spread evenly over the range, in random order.
    Tensor sample(Random random, DType dtype, int... shape) {
      int n = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      var values = new ArrayList<Double>(n);
      for (int i = 0; i < n; i++) {
        values.add(low + (i + 0.37) * (high - low) / n);
      }
      Collections.shuffle(values, random);
      double[] flat = values.stream().mapToDouble(Double::doubleValue).toArray();
      return Tensors.tensor(dtype, flat).reshape(shape).detach();
    }
  }

  Tensor apply(List<Tensor> x) {
    return function.apply(x);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  List<Tensor> samples(Random random, DType dtype) {
    return inputs.stream().map(in -> in.sample(random, dtype, in.shape())).toList();
  }

  List<Tensor> samples(Random random, DType dtype, int... shape) {
    return inputs.stream().map(in -> in.sample(random, dtype, shape)).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
