package thalweg.cpu.reduce;

import java.util.Arrays;

/// Mean and sum of squared deviations of single numbers or of lanes, gathered in single precision by Welford's
/// method (1962) and put together pairwise (Chan, Golub and LeVeque 1979).
///
/// The order and rounding of steps are PyTorch's on a machine with AVX2, so that where digits are lost, the same
/// ones are: rows of eight lanes in chunks of sixteen, chunks combined in pairs.
final class FloatMoments {
  private static final int LANES = FloatNorm.LANES;
  private static final int CHUNK = 16;

  private final float[] means;
  private final float[] squares;
  private int count;

  private FloatMoments(int lanes) {
    means = new float[lanes];
    squares = new float[lanes];
  }

  /// Those of `n` neighbouring elements.
  static FloatMoments of(float[] x, int from, int n) {
    int vectors = n / LANES;
    FloatMoments lanes = lanes(x, from, vectors);
    var all = new FloatMoments(1);
    for (int i = from + vectors * LANES; i < from + n; i++) {
      all.add(x[i]);
    }
    for (int lane = 0; lane < LANES; lane++) {
      all.add(0, lanes, lane);
      all.count += vectors;
    }
    return all;
  }

  float mean() {
    return means[0];
  }

  /// The mean of the squared deviations.
  float variance() {
    return squares[0] / count;
  }

  private static FloatMoments lanes(float[] x, int from, int vectors) {
    int chunks = (vectors + CHUNK - 1) / CHUNK;
    var levels = new FloatMoments[Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(chunks - 1))];
    Arrays.setAll(levels, _ -> new FloatMoments(LANES));
    for (int i = 0; i < chunks; i++) {
      int first = i * CHUNK;
      levels[0].add(chunk(x, from + first * LANES, Math.min(CHUNK, vectors - first)));
      for (int j = 1; j < levels.length && (i + 1) % (1 << j) == 0; j++) {
        levels[j].add(levels[j - 1]);
        levels[j - 1] = new FloatMoments(LANES);
      }
    }
    for (int j = 1; j < levels.length; j++) {
      levels[0].add(levels[j]);
    }
    return levels[0];
  }

  private static FloatMoments chunk(float[] x, int from, int vectors) {
    var chunk = new FloatMoments(LANES);
    for (int i = 0; i < vectors; i++) {
      float share = 1 / (i + 1f);
      for (int lane = 0; lane < LANES; lane++) {
        float value = x[from + i * LANES + lane];
        float deviation = value - chunk.means[lane];
        chunk.means[lane] += deviation * share;
        chunk.squares[lane] += deviation * (value - chunk.means[lane]);
      }
    }
    chunk.count = vectors;
    return chunk;
  }

  private void add(float value) {
    float deviation = value - means[0];
    count++;
    means[0] += deviation / count;
    squares[0] += deviation * (value - means[0]);
  }

  private void add(FloatMoments other) {
    for (int lane = 0; lane < means.length; lane++) {
      add(lane, other, lane);
    }
    count += other.count;
  }

  private void add(int lane, FloatMoments other, int otherLane) {
    int all = count + other.count;
    float share = all == 0 ? 0 : (float) other.count / all;
    float apart = other.means[otherLane] - means[lane];
    means[lane] += share * apart;
    squares[lane] += other.squares[otherLane] + apart * apart * share * count;
  }
}
