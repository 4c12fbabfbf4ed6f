package thalweg.cpu.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Convolution and pooling in blocks, against sums index by index. All numbers are small and whole, so that sums
/// are exact in any order.
class SlidingKernelsTest {
  private final Random random = new Random(5);

  private double[] array(int size) {
    return DoubleStream.generate(() -> random.nextInt(7) - 3).limit(size).toArray();
  }

  private static Axis axis(int size, int kernel, int stride, int dilation, int padding) {
    int count = (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
    return new Axis(size, kernel, stride, dilation, padding, count);
  }

  private interface Term {
    void add(int x, int weight, int out);
  }

  /// All terms `x[…]·weight[…]` of all elements of the result, each index computed from the definition.
  private static void terms(ConvolutionProduct p, Term term) {
    Axis rows = p.windows().rows();
    Axis columns = p.windows().columns();
    for (int n = 0; n < p.images(); n++) {
      for (int o = 0; o < p.groups() * p.outputs(); o++) {
        for (int h = 0; h < rows.count(); h++) {
          for (int w = 0; w < columns.count(); w++) {
            int out = ((n * p.groups() * p.outputs() + o) * rows.count() + h) * columns.count() + w;
            for (int c = 0; c < p.channels(); c++) {
              int channel = n * p.groups() * p.channels() + o / p.outputs() * p.channels() + c;
              for (int i = 0; i < rows.kernel(); i++) {
                for (int j = 0; j < columns.kernel(); j++) {
                  int y = h * rows.stride() - rows.before() + i * rows.dilation();
                  int x = w * columns.stride() - columns.before() + j * columns.dilation();
                  if (y >= 0 && y < rows.size() && x >= 0 && x < columns.size()) {
                    term.add(
                        (channel * rows.size() + y) * columns.size() + x,
                        ((o * p.channels() + c) * rows.kernel() + i) * columns.kernel() + j,
                        out);
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // images, groups, channels, outputs, height, width, kernel, stride, dilation, padding
    "2, 1, 3, 4, 9, 8, 3, 1, 1, 1",
    "1, 2, 2, 3, 10, 11, 3, 2, 1, 0",
    "2, 3, 1, 1, 9, 9, 3, 1, 2, 2",
    "3, 1, 66, 9, 21, 19, 3, 1, 1, 1",
    "9, 1, 25, 8, 24, 23, 5, 1, 1, 2",
    "3, 2, 40, 12, 20, 20, 1, 1, 1, 0",
    "2, 1, 3, 2, 7, 7, 2, 3, 1, 1",
    "1, 1, 2, 5, 90, 90, 3, 1, 1, 0",
  })
  void convolutionAndItsGradients(
      int images, int groups, int channels, int outputs, int height, int width, int kernel, int stride,
      int dilation, int padding) {
    var windows =
        new Unfolding(
            axis(height, kernel, stride, dilation, padding),
            axis(width, kernel, stride, dilation, padding));
    var product = new ConvolutionProduct(windows, images, channels, outputs, groups);
    double[] x = array(images * groups * channels * height * width);
    double[] weight = array(groups * outputs * channels * kernel * kernel);
    double[] g = array(images * groups * outputs * windows.windows());
    double[] out = new double[g.length];
    double[] dx = new double[x.length];
    double[] dw = new double[weight.length];
    terms(
        product,
        (i, w, o) -> {
          out[o] += x[i] * weight[w];
          dx[i] += g[o] * weight[w];
          dw[w] += g[o] * x[i];
        });
    double[] found = new double[out.length];
    product.forward(x, weight, found);
    assertArrayEquals(out, found);
    found = new double[dx.length];
    product.inputGradient(g, weight, found);
    assertArrayEquals(dx, found);
    found = new double[dw.length];
    product.weightGradient(x, g, found);
    assertArrayEquals(dw, found);
    long[] whole = new long[out.length];
    product.forward(longs(x), longs(weight), whole);
    assertArrayEquals(longs(out), whole);
  }

  private static long[] longs(double[] values) {
    return DoubleStream.of(values).mapToLong(v -> (long) v).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    // size, kernel, stride, dilation, padding
    "7, 2, 2, 1, 0", "8, 3, 2, 1, 1", "9, 3, 1, 2, 1", "3, 3, 1, 5, 1", "200, 3, 2, 1, 1",
  })
  void sumsAndLargestOfWindows(int size, int kernel, int stride, int dilation, int padding) {
    Axis axis = new Axis(size, kernel, stride, dilation, padding,
        Math.max(1, (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1));
    var pooling = new Pooling(axis, axis, 4);
    var ones = new ConvolutionProduct(new Unfolding(axis, axis), 4, 1, 1, 1);
    double[] x = array(4 * size * size);
    double[] sums = new double[4 * axis.count() * axis.count()];
    int[] largest = new int[sums.length];
    Arrays.fill(largest, -1);
    double[] g = array(sums.length);
    double[] spread = new double[x.length];
    terms(
        ones,
        (i, _, o) -> {
          sums[o] += x[i];
          spread[i] += g[o];
          largest[o] = largest[o] < 0 || x[i] > x[largest[o]] ? i : largest[o];
        });
    double[] found = new double[sums.length];
    pooling.sums(x, found);
    assertArrayEquals(sums, found);
    assertArrayEquals(largest, pooling.largest(x));
    found = new double[x.length];
    pooling.spread(g, found);
    assertArrayEquals(spread, found);
  }
}
