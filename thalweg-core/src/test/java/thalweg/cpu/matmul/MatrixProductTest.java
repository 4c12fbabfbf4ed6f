package thalweg.cpu.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.cpu.Threads;
import thalweg.cpu.matmul.MatrixProduct.Matrix;

/// Products have the bits of the specification, element by element: for all shapes, strides, providers and numbers of
/// threads.
class MatrixProductTest {
  private static final ProductKernels[] PROVIDERS = {new ScalarProductKernels(), new VectorProductKernels()};
  private static final Threads[] THREADS = {new Threads(1), new Threads(2), new Threads(3)};

  record Size(int m, int k, int n) {}

  /// All up to 40, with some length of the sums, and those around the borders of tiles, chains and blocks.
  static Stream<Size> sizes() {
    Stream.Builder<Size> sizes = Stream.builder();
    var random = new Random(7);
    for (int m = 0; m <= 40; m++) {
      for (int n = 0; n <= 40; n++) {
        sizes.add(new Size(m, random.nextInt(41), n));
      }
    }
    for (int k : new int[] {319, 320, 321, 639, 640, 641, 961, 5119, 5121, 5461}) {
      sizes.add(new Size(1, k, 1)).add(new Size(1, k, 37)).add(new Size(37, k, 1));
      sizes.add(new Size(3, k, 5)).add(new Size(17, k, 33)).add(new Size(33, k, 17));
    }
    for (int side : new int[] {95, 96, 97, 119, 120, 121, 127, 128, 129, 241}) {
      sizes.add(new Size(side, 70, 130)).add(new Size(130, 70, side)).add(new Size(side, 7, 4));
    }
    return sizes.add(new Size(200, 330, 300)).add(new Size(9, 700, 1000)).add(new Size(1000, 700, 9)).build();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void floatsAreThoseOfTheSpecification(Size size) {
    var random = new Random(size.hashCode());
    double scale = random.nextInt(4) == 0 ? 1e-25 : 1; // products of the former vanish: their zero has a sign
    Matrix a = floats(random, scale, size.m, size.k);
    Matrix b = floats(random, scale, size.k, size.n);
    float[] start = (float[]) floats(random, 0.0, 1, size.m * size.n + 5).array();
    float[] expected = start.clone();
    for (int i = 0; i < size.m; i++) {
      for (int j = 0; j < size.n; j++) {
        for (int from = 0, length; from < size.k; from += length) {
          length = chain(size.k - from);
          float sum = 0;
          for (int p = from; p < from + length; p++) {
            float x = ((float[]) a.array())[a.offset(i, p)];
            sum = Math.fma(x, ((float[]) b.array())[b.offset(p, j)], sum);
          }
          expected[3 + i * size.n + j] += sum;
        }
      }
    }
    for (ProductKernels kernels : PROVIDERS) {
      for (Threads threads : THREADS) {
        float[] out = start.clone();
        MatrixProduct.addTo(kernels, threads, new Matrix(out, 3, size.n, 1), a, b, size.m, size.k, size.n);
        assertThat(bits(out)).as("%s, %d threads", kernels.getClass().getSimpleName(), threads.count()).isEqualTo(bits(expected));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void doublesAreThoseOfTheSpecification(Size size) {
    var random = new Random(size.hashCode());
    double scale = random.nextInt(4) == 0 ? 1e-180 : 1;
    Matrix a = doubles(random, scale, size.m, size.k);
    Matrix b = doubles(random, scale, size.k, size.n);
    double[] start = (double[]) doubles(random, 0.0, 1, size.m * size.n + 5).array();
    double[] expected = start.clone();
    for (int i = 0; i < size.m; i++) {
      for (int j = 0; j < size.n; j++) {
        for (int from = 0, length; from < size.k; from += length) {
          length = chain(size.k - from);
          double sum = 0;
          for (int p = from; p < from + length; p++) {
            double x = ((double[]) a.array())[a.offset(i, p)];
            sum = Math.fma(x, ((double[]) b.array())[b.offset(p, j)], sum);
          }
          expected[3 + i * size.n + j] += sum;
        }
      }
    }
    for (ProductKernels kernels : PROVIDERS) {
      for (Threads threads : THREADS) {
        double[] out = start.clone();
        MatrixProduct.addTo(kernels, threads, new Matrix(out, 3, size.n, 1), a, b, size.m, size.k, size.n);
        assertThat(bits(out)).as("%s, %d threads", kernels.getClass().getSimpleName(), threads.count()).isEqualTo(bits(expected));
      }
    }
  }

  /// Where OpenBLAS cuts: chains of 320, and what is left between one and two in halves.
  private static int chain(int left) {
    if (left >= 640) {
      return 320;
    }
    return left <= 320 ? left : Math.ceilDiv(left / 2, 8) * 8;
  }

  /// A matrix with gaps before, within and after it, row by row or column by column; now and then an infinity, a
  /// NaN. A scale of zero leaves zeros of either sign.
  private static Matrix doubles(Random random, double scale, int rows, int columns) {
    int at = random.nextInt(4);
    boolean byRow = random.nextBoolean();
    int inner = 1 + random.nextInt(5) / 3;
    int outer = inner * (byRow ? columns : rows) + random.nextInt(3);
    double[] x = random.doubles(at + (long) outer * (byRow ? rows : columns) + 1, -2, 2).map(u -> scale * u).toArray();
    if (random.nextInt(4) == 0) {
      double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1};
      for (double value : odd) {
        x[random.nextInt(x.length)] = value;
      }
    }
    return byRow ? new Matrix(x, at, outer, inner) : new Matrix(x, at, inner, outer);
  }

  private static Matrix floats(Random random, double scale, int rows, int columns) {
    Matrix m = doubles(random, scale, rows, columns);
    double[] x = (double[]) m.array();
    float[] narrow = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      narrow[i] = (float) x[i];
    }
    return new Matrix(narrow, m.at(), m.rowStep(), m.columnStep());
  }

  /// The bits, with one pattern for every NaN.
  private static int[] bits(float[] x) {
    int[] bits = new int[x.length];
    Arrays.setAll(bits, i -> Float.floatToIntBits(x[i]));
    return bits;
  }

  private static long[] bits(double[] x) {
    return Arrays.stream(x).mapToLong(Double::doubleToLongBits).toArray();
  }
}
