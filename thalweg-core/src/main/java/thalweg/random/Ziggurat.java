package thalweg.random;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Standard normals by the ziggurat: the bell cut into 256 layers of equal area, 98.8 % of the values from
/// one word.
///
/// Tables computed afresh, in doubles or in many digits, differ from NumPy's in the last places; so its own
/// numbers are read from `ziggurat-normal.txt` (a line a layer: threshold, width·2⁻⁵² and height, as
/// hexadecimal bits).
///
/// Source: G. Marsaglia and W. W. Tsang, *The ziggurat method for generating random variables*, J. Stat.
/// Softw. 5 (2000); J. A. Doornik (2005); NumPy's `random_standard_normal`.
final class Ziggurat {

  private static final int LAYERS = 256;

  /// Where the base layer ends and the tail begins.
  private static final double TAIL = 3.6541528853610087963519472518;

  private static final double INVERSE_TAIL = 0.27366123732975827203338247596;
  private static final long MANTISSA = (1L << 52) - 1;

  private static final long[] THRESHOLD = new long[LAYERS];
  private static final double[] WIDTH = new double[LAYERS];
  private static final double[] HEIGHT = new double[LAYERS];

  static {
    readTables();
  }

  private Ziggurat() {}

  /// One standard normal. Takes 1 word of 64 bits at best, and on the way 1 for each point tried in a
  /// wedge, 2 in the tail.
  static double next(Pcg64 source) {
    while (true) {
      long word = source.nextLong();
      int layer = (int) (word & 0xff);
      boolean negative = (word & 0x100) != 0;
      long mantissa = (word >>> 9) & MANTISSA;
      double x = mantissa * WIDTH[layer];
      x = negative ? -x : x;
      if (mantissa < THRESHOLD[layer]) {
        return x;
      }
      if (layer == 0) {
        double tail = tail(source);
        // the sign bit was spent on the rejected point's side; NumPy takes another one of the same word
        return (mantissa & 0x100) != 0 ? -tail : tail;
      }
      double y = (HEIGHT[layer - 1] - HEIGHT[layer]) * source.nextDouble() + HEIGHT[layer];
      // the density only decides here, so an ulp would matter once in 2⁵⁰ values: StrictMath will do
      if (y < StrictMath.exp(-0.5 * x * x)) {
        return x;
      }
    }
  }

  /// Beyond [#TAIL], by Marsaglia's exponential rejection. `StrictMath.log1p` is the algorithm of the C
  /// library NumPy calls, and the same on every machine.
  private static double tail(Pcg64 source) {
    while (true) {
      double x = -INVERSE_TAIL * StrictMath.log1p(-source.nextDouble());
      double y = -StrictMath.log1p(-source.nextDouble());
      if (y + y > x * x) {
        return TAIL + x;
      }
    }
  }

  private static void readTables() {
    try (InputStream in = Ziggurat.class.getResourceAsStream("ziggurat-normal.txt");
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (int i = 0; i < LAYERS; i++) {
        String[] bits = lines.readLine().split(" ");
        THRESHOLD[i] = Long.parseLong(bits[0], 16);
        WIDTH[i] = Double.longBitsToDouble(Long.parseLong(bits[1], 16));
        HEIGHT[i] = Double.longBitsToDouble(Long.parseLong(bits[2], 16));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("ziggurat-normal.txt cannot be read from the library's own jar", e);
    }
  }
}
