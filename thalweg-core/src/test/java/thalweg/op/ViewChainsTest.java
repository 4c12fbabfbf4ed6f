package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Chains of random views, from shapes with no dimension and with no element on, and what is computed from
/// them: values and gradients against [Places]. Whole numbers make sums and products exact in any order.
class ViewChainsTest {
  /// Sums that start from 0 have no −0.
  private static final Offset<Double> SIGN_OF_ZERO = within(0.0);

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /// A leaf, a chain of views of it, and the same chain by places.
  private record Chain(Tensor base, Tensor view, Places places) {
    static Chain random(Random random) {
      int[] shape =
          IntStream.range(0, random.nextInt(4))
              .map(_ -> random.nextInt(15) == 0 ? 0 : 1 + random.nextInt(4))
              .toArray();
      Tensor base = whole(random, shape).requiresGrad_(true);
      var chain = new Chain(base, base, Places.of(shape));
      for (int steps = random.nextInt(7); steps > 0; steps--) {
        chain = chain.step(random);
      }
      return chain;
    }

    private Chain to(Tensor next, Places same) {
      return new Chain(base, next, same);
    }

    private Chain step(Random random) {
      int rank = places.rank();
      int kind = random.nextInt(8);
      if (rank == 0 || kind == 0) {
        int dim = random.nextInt(rank + 1);
        return to(view.unsqueeze(dim), places.unsqueeze(dim));
      }
      int a = random.nextInt(rank);
      int b = random.nextInt(rank);
      int size = places.shape()[a];
      return switch (kind) {
        case 1, 2 -> to(view.transpose(a, b), places.transpose(a, b));
        case 3 -> {
          int start = random.nextInt(size + 1);
          int by = 1 + random.nextInt(3);
          yield to(view.slice(a, start, Integer.MAX_VALUE, by), places.slice(a, start, by));
        }
        case 4 -> to(view.flip(a), places.flip(a));
        case 5 -> {
          int times = random.nextInt(4);
          int[] target = IntStream.concat(IntStream.of(times), Arrays.stream(places.shape())).toArray();
          yield to(view.expand(target), places.expand(times));
        }
        case 6 -> {
          if (size == 0) {
            yield to(view.flatten(), places.flatten());
          }
          int place = random.nextInt(size);
          yield to(view.select(a, place), places.select(a, place));
        }
        default ->
            a == b
                ? to(view.flatten(), places.flatten())
                : to(view.diagonal(0, a, b), places.diagonal(a, b));
      };
    }

    double value(int place) {
      return base.toDoubleArray()[place];
    }

    /// The gradient of the base where element `i` of the view has gradient `g[i]`.
    double[] gathered(double[] g) {
      double[] gradient = new double[base.size()];
      for (int i = 0; i < g.length; i++) {
        gradient[places.at()[i]] += g[i];
      }
      return gradient;
    }
  }

  private static Tensor whole(Random random, int... shape) {
    double[] values = random.ints(Shape.of(shape).size(), -9, 10).asDoubleStream().toArray();
    return Tensors.tensor(DType.FLOAT64, values).reshape(shape).detach();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void valuesAndGradientsOfAViewAreThoseOfItsPlaces(int seed) {
    var random = new Random(seed);
    Chain chain = Chain.random(random);
    assertThat(chain.view().shape()).isEqualTo(Shape.of(chain.places().shape()));
    double[] seen = chain.places().map(chain::value);
    assertThat(chain.view().toDoubleArray()).containsExactly(seen);

    Tensor y = chain.view().square().sub(chain.view().mul(3));
    assertThat(y.toDoubleArray()).containsExactly(Arrays.stream(seen).map(v -> v * v - 3 * v).toArray());
    Tensor g = whole(random, chain.places().shape());
    y.backward(g);
    double[] slopes = g.toDoubleArray();
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] *= 2 * seen[i] - 3;
    }
    assertThat(chain.base().grad().toDoubleArray())
        .containsExactly(chain.gathered(slopes), SIGN_OF_ZERO);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void operandsBroadcast(int seed) {
    var random = new Random(1000 + seed);
    Chain chain = Chain.random(random);
    int[] common = chain.places().shape();
    int[] own =
        Arrays.stream(common, random.nextInt(common.length + 1), common.length)
            .map(d -> random.nextInt(3) == 0 ? 1 : d)
            .toArray();
    Tensor other = whole(random, own).requiresGrad_(true);
    Tensor y = chain.view().mul(other);
    assertThat(y.shape()).isEqualTo(Shape.of(common));
    Tensor g = whole(random, common);
    y.backward(g);

    double[] seen = chain.places().map(chain::value);
    double[] values = new double[seen.length];
    double[] ofView = new double[seen.length];
    double[] ofOther = new double[other.size()];
    for (int i = 0; i < seen.length; i++) {
      int[] index = Places.index(common, i);
      int[] tail = Arrays.copyOfRange(index, common.length - own.length, common.length);
      for (int d = 0; d < own.length; d++) {
        tail[d] = own[d] == 1 ? 0 : tail[d];
      }
      int j = Places.flat(own, tail);
      double factor = other.toDoubleArray()[j];
      values[i] = seen[i] * factor;
      ofView[i] = g.toDoubleArray()[i] * factor;
      ofOther[j] += g.toDoubleArray()[i] * seen[i];
    }
    assertThat(y.toDoubleArray()).containsExactly(values, SIGN_OF_ZERO);
    assertThat(chain.base().grad().toDoubleArray())
        .containsExactly(chain.gathered(ofView), SIGN_OF_ZERO);
    assertThat(other.grad().toDoubleArray()).containsExactly(ofOther, SIGN_OF_ZERO);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void reductionsGoOverTheirDimensions(int seed) {
    var random = new Random(2000 + seed);
    Chain chain = Chain.random(random);
    int[] shape = chain.places().shape();
    int[] dims = IntStream.range(0, shape.length).filter(_ -> random.nextBoolean()).toArray();
    int[] over = dims.length == 0 ? IntStream.range(0, shape.length).toArray() : dims;
    boolean keep = random.nextBoolean();
    int[] kept = shape.clone();
    Arrays.stream(over).forEach(d -> kept[d] = 1);

    Tensor sum = chain.view().sum(dims, keep);
    Tensor power = chain.view().norm(2, dims, keep);
    double[] sums = new double[sum.size()];
    double[] squares = new double[sum.size()];
    double[] seen = chain.places().map(chain::value);
    int[] target = new int[seen.length];
    for (int i = 0; i < seen.length; i++) {
      int[] index = Places.index(shape, i);
      Arrays.stream(over).forEach(d -> index[d] = 0);
      target[i] = Places.flat(kept, index);
      sums[target[i]] += seen[i];
      squares[target[i]] += seen[i] * seen[i];
    }
    assertThat(sum.toDoubleArray()).containsExactly(sums, SIGN_OF_ZERO);
    assertThat(power.toDoubleArray())
        .containsExactly(Arrays.stream(squares).map(Math::sqrt).toArray(), within(1e-14));

    Tensor g = whole(random, sum.shape().toArray());
    sum.backward(g);
    double[] ofView = IntStream.of(target).mapToDouble(t -> g.toDoubleArray()[t]).toArray();
    assertThat(chain.base().grad().toDoubleArray())
        .containsExactly(chain.gathered(ofView), SIGN_OF_ZERO);
    extremes(chain, dims, keep, target, seen);
  }

  /// Of equal largest ones each takes its share of the gradient.
  private static void extremes(Chain chain, int[] dims, boolean keep, int[] target, double[] seen) {
    if (seen.length == 0) {
      return;
    }
    Tensor largest = chain.view().amax(dims, keep);
    double[] top = new double[largest.size()];
    int[] winners = new int[top.length];
    Arrays.fill(top, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < seen.length; i++) {
      top[target[i]] = Math.max(top[target[i]], seen[i]);
    }
    for (int i = 0; i < seen.length; i++) {
      winners[target[i]] += seen[i] == top[target[i]] ? 1 : 0;
    }
    assertThat(largest.toDoubleArray()).containsExactly(top);
    chain.base().setGrad(null);
    largest.backward(Tensors.onesLike(largest));
    double[] shares = new double[seen.length];
    for (int i = 0; i < seen.length; i++) {
      shares[i] = seen[i] == top[target[i]] ? 1.0 / winners[target[i]] : 0;
    }
    assertThat(chain.base().grad().toDoubleArray()).containsExactly(chain.gathered(shares), within(1e-12));
  }
}
