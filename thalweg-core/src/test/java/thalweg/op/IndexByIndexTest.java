package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Random shapes and views against slow references that compute one element at a time from its indices.
class IndexByIndexTest {
  private static final int TIMES = 40;

  private static Random seeded(RepetitionInfo info) {
    return new Random(43052L * info.getCurrentRepetition());
  }

  /// Lengths from 0 to 4, seldom 0.
  private static int[] randomShape(Random random, int maxRank) {
    return IntStream.range(0, random.nextInt(maxRank + 1))
        .map(_ -> random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4))
        .toArray();
  }

  /// Whole numbers, so that sums and products are exact in any order.
  private static Tensor randomTensor(Random random, int... shape) {
    int n = Shape.of(shape).size();
    double[] values = random.ints(n, -9, 10).asDoubleStream().toArray();
    return Tensors.tensor(DType.FLOAT64, values).reshape(shape).detach();
  }

  /// Calls `element` with every index of `shape` in row-major order.
  private static double[] forEach(Shape shape, ToDoubleFunction<int[]> element) {
    double[] values = new double[shape.size()];
    int[] index = new int[shape.rank()];
    for (int i = 0; i < values.length; i++) {
      int rest = i;
      for (int d = shape.rank() - 1; d >= 0; d--) {
        index[d] = rest % shape.dim(d);
        rest /= shape.dim(d);
      }
      values[i] = element.applyAsDouble(index);
    }
    return values;
  }

  private static void assertElements(Tensor actual, ToDoubleFunction<int[]> expected) {
    double[] values = forEach(actual.shape(), expected);
    assertThat(actual.toDoubleArray()).containsExactly(values);
    assertThat(forEach(actual.shape(), actual::get)).containsExactly(values);
  }

  @RepeatedTest(TIMES)
  void broadcasting(RepetitionInfo info) {
    Random random = seeded(info);
    int[] common = randomShape(random, 4);
    Tensor x = randomTensor(random, shrunk(random, common));
    Tensor y = randomTensor(random, shrunk(random, common));
    Tensor sum = x.add(y.mul(100));
    assertThat(sum.shape()).isEqualTo(Shape.broadcast("add", x.shape(), y.shape()));
    assertElements(sum, i -> x.get(aligned(x, i)) + 100 * y.get(aligned(y, i)));
    assertElements(x.lt(y), i -> x.get(aligned(x, i)) < y.get(aligned(y, i)) ? 1 : 0);
  }

  /// Leading dimensions dropped, others set to 1, at random.
  private static int[] shrunk(Random random, int[] shape) {
    int[] kept = Arrays.copyOfRange(shape, random.nextInt(shape.length + 1), shape.length);
    return Arrays.stream(kept).map(d -> random.nextInt(3) == 0 ? 1 : d).toArray();
  }

  private static int[] aligned(Tensor x, int[] index) {
    int skipped = index.length - x.rank();
    return IntStream.range(0, x.rank())
        .map(d -> x.shape().dim(d) == 1 ? 0 : index[skipped + d])
        .toArray();
  }

  @RepeatedTest(TIMES)
  void chainsOfViews(RepetitionInfo info) {
    Random random = seeded(info);
    Tensor x = randomTensor(random, 2 + random.nextInt(3), 3, 4);
    for (int step = 0; step < 6; step++) {
      Tensor before = x;
      int rank = x.rank();
      int a = rank == 0 ? 0 : random.nextInt(rank);
      int b = rank == 0 ? 0 : random.nextInt(rank);
      int kind = random.nextInt(6);
      if (rank == 0 || kind == 0) {
        x = before.unsqueeze(a);
        assertElements(x, i -> before.get(without(i, a)));
      } else if (kind == 1) {
        x = before.transpose(a, b);
        assertElements(x, i -> before.get(swapped(i, a, b)));
      } else if (kind == 2) {
        int step2 = 1 + random.nextInt(2);
        int start = random.nextInt(before.size(a) + 1);
        x = before.slice(a, start, Integer.MAX_VALUE, step2);
        assertElements(x, i -> before.get(with(i, a, start + step2 * i[a])));
      } else if (kind == 3 && before.size(a) > 0) {
        int place = random.nextInt(before.size(a));
        x = before.select(a, place);
        assertElements(x, i -> before.get(inserted(i, a, place)));
      } else if (kind == 4) {
        int[] target = IntStream.concat(IntStream.of(2), Arrays.stream(dims(before))).toArray();
        x = before.expand(target);
        assertElements(x, i -> before.get(without(i, 0)));
      } else {
        x = before.flatten();
        int[] flat = {0};
        assertElements(x, _ -> before.toDoubleArray()[flat[0]++ % before.size()]);
      }
    }
  }

  private static int[] dims(Tensor x) {
    return x.shape().toArray();
  }

  private static int[] without(int[] index, int at) {
    return IntStream.range(0, index.length).filter(d -> d != at).map(d -> index[d]).toArray();
  }

  private static int[] inserted(int[] index, int at, int value) {
    return IntStream.rangeClosed(0, index.length)
        .map(d -> d == at ? value : index[d < at ? d : d - 1])
        .toArray();
  }

  private static int[] with(int[] index, int at, int value) {
    int[] changed = index.clone();
    changed[at] = value;
    return changed;
  }

  private static int[] swapped(int[] index, int a, int b) {
    int[] changed = index.clone();
    changed[a] = index[b];
    changed[b] = index[a];
    return changed;
  }

  @RepeatedTest(TIMES)
  void reductions(RepetitionInfo info) {
    Random random = seeded(info);
    Tensor x = turned(random, randomTensor(random, randomShape(random, 4)));
    int[] over = IntStream.range(0, x.rank()).filter(_ -> random.nextBoolean()).toArray();
    if (over.length == 0) {
      return; // no dimension named means all of them
    }
    boolean keep = random.nextBoolean();
    Tensor sum = x.sum(over, keep);
    assertElements(sum, i -> folded(x, over, keep, i, 0, Double::sum));
    assertElements(x.all(over, keep), i -> folded(x, over, keep, i, 1, (a, b) -> a * b) != 0 ? 1 : 0);
    if (x.size() > 0) {
      assertElements(
          x.amax(over, keep), i -> folded(x, over, keep, i, Double.NEGATIVE_INFINITY, Math::max));
      double[] means =
          forEach(sum.shape(), i -> folded(x, over, keep, i, 0, Double::sum) * sum.size() / x.size());
      assertThat(x.mean(over, keep).toDoubleArray()).containsExactly(means, within(1e-12));
    }
  }

  /// Dimensions in a random order, so that runs do not lie evenly.
  private static Tensor turned(Random random, Tensor x) {
    if (x.rank() < 2) {
      return x;
    }
    return x.transpose(random.nextInt(x.rank()), random.nextInt(x.rank()));
  }

  private static double folded(
      Tensor x,
      int[] over,
      boolean keep,
      int[] index,
      double start,
      DoubleBinaryOperator step) {
    int[] lengths = Arrays.stream(over).map(x::size).toArray();
    double[] result = {start};
    forEach(
        Shape.of(lengths),
        inner -> {
          int[] full = new int[x.rank()];
          int outer = 0;
          int reduced = 0;
          for (int d = 0; d < full.length; d++) {
            boolean isReduced = reduced < over.length && over[reduced] == d;
            full[d] = isReduced ? inner[reduced++] : index[outer];
            outer += !isReduced || keep ? 1 : 0;
          }
          result[0] = step.applyAsDouble(result[0], x.get(full));
          return 0;
        });
    return result[0];
  }

  @RepeatedTest(TIMES)
  void products(RepetitionInfo info) {
    Random random = seeded(info);
    int[] batch = randomShape(random, 2);
    int n = random.nextInt(5);
    int k = random.nextInt(5);
    int m = random.nextInt(5);
    Tensor a = turnedLast(random, shrunk(random, batch), n, k);
    Tensor b = turnedLast(random, shrunk(random, batch), k, m);
    Tensor product = a.matmul(b);
    assertElements(
        product,
        i -> {
          double sum = 0;
          for (int p = 0; p < k; p++) {
            sum += a.get(at(a, i, i[i.length - 2], p)) * b.get(at(b, i, p, i[i.length - 1]));
          }
          return sum;
        });
  }

  /// A batch of matrices, half of them stored column by column.
  private static Tensor turnedLast(Random random, int[] batch, int rows, int columns) {
    boolean turned = random.nextBoolean();
    int[] shape = Arrays.copyOf(batch, batch.length + 2);
    shape[batch.length] = turned ? columns : rows;
    shape[batch.length + 1] = turned ? rows : columns;
    Tensor x = randomTensor(random, shape);
    return turned ? x.transpose(-2, -1) : x;
  }

  /// The index of a matrix element, its batch index aligned with that of the product.
  private static int[] at(Tensor x, int[] index, int row, int column) {
    int rank = x.rank();
    int skipped = index.length - rank;
    int[] at = new int[rank];
    for (int d = 0; d < rank - 2; d++) {
      at[d] = x.size(d) == 1 ? 0 : index[skipped + d];
    }
    at[rank - 2] = row;
    at[rank - 1] = column;
    return at;
  }

  @RepeatedTest(TIMES)
  void picks(RepetitionInfo info) {
    Random random = seeded(info);
    Tensor x = turned(random, randomTensor(random, 1 + random.nextInt(4), 2, 3));
    int dim = random.nextInt(3);
    int size = x.size(dim);
    long[] places = random.ints(5, 0, size).asLongStream().toArray();
    assertElements(
        x.indexSelect(dim, Tensors.tensor(places)), i -> x.get(with(i, dim, (int) places[i[dim]])));
    assertElements(x.flip(dim), i -> x.get(with(i, dim, size - 1 - i[dim])));
    int shift = random.nextInt(9) - 4;
    assertElements(
        x.roll(shift, dim), i -> x.get(with(i, dim, Math.floorMod(i[dim] - shift, size))));
    Tensor index =
        Tensors.tensor(random.ints(x.size(), 0, size).asLongStream().toArray()).reshape(dims(x));
    assertElements(x.gather(dim, index), i -> x.get(with(i, dim, (int) index.get(i))));
    Tensor mask = x.gt(0);
    double[] kept = Arrays.stream(x.toDoubleArray()).filter(v -> v > 0).toArray();
    assertThat(x.maskedSelect(mask).toDoubleArray()).containsExactly(kept);
    assertElements(x.maskedFill(mask, -1), i -> Math.min(x.get(i), x.get(i) > 0 ? -1 : 0));
  }

  @RepeatedTest(TIMES)
  void sorting(RepetitionInfo info) {
    Random random = seeded(info);
    Tensor x = turned(random, randomTensor(random, 1 + random.nextInt(4), 7, 2));
    int dim = random.nextInt(3);
    ValuesAndIndices sorted = x.sort(dim, false);
    assertElements(sorted.values(), i -> x.get(with(i, dim, (int) sorted.indices().get(i))));
    assertElements(
        sorted.values(),
        i -> {
          double[] run = IntStream.range(0, x.size(dim)).mapToDouble(p -> x.get(with(i, dim, p))).toArray();
          Arrays.sort(run);
          return run[i[dim]];
        });
    assertElements(
        x.cumsum(dim),
        i -> IntStream.rangeClosed(0, i[dim]).mapToDouble(p -> x.get(with(i, dim, p))).sum());
  }
}
