package thalweg.figures;

import java.util.stream.IntStream;

/// How many numbers fall between one edge and the next: numpy's `histogram`. A number on an edge belongs
/// to the bin above it, and the last edge to the last bin. What is not finite is not counted.
///
/// @param edges   increasing, one more than there are bins
/// @param heights the counts, or their densities
public record Histogram(Values edges, Values heights) {

  public Histogram {
    if (edges.size() != heights.size() + 1) {
      throw new IllegalArgumentException("histogram: %d edges for %d heights; it needs one more edge than heights"
          .formatted(edges.size(), heights.size()));
    }
    for (int i = 1; i < edges.size(); i++) {
      if (!(edges.get(i - 1) <= edges.get(i))) {
        throw new IllegalArgumentException("histogram: edges must increase, but %s comes before %s"
            .formatted(edges.get(i - 1), edges.get(i)));
      }
    }
  }

  /// `bins` bins of the same width from the least to the largest number; from 0 to 1 where there is none,
  /// and half a unit to both sides where all are equal; more where numbers are so large that there is nothing between.
  public static Histogram of(Values data, int bins) {
    var range = data.stream().filter(Double::isFinite).summaryStatistics();
    if (range.getCount() == 0) {
      return of(data, bins, 0, 1);
    }
    double room = range.getMin() < range.getMax() ? 0 : Math.max(0.5, bins * Math.ulp(range.getMax()));
    return of(data, bins, Math.max(range.getMin() - room, -Double.MAX_VALUE),
        Math.min(range.getMax() + room, Double.MAX_VALUE));
  }

  /// `bins` bins of the same width from `low` to `high`; numbers outside are not counted.
  public static Histogram of(Values data, int bins, double low, double high) {
    if (bins < 1) {
      throw new IllegalArgumentException("histogram: expected at least 1 bin, got " + bins);
    }
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "histogram: expected an increasing range, got %s to %s".formatted(low, high));
    }
    var edges = Values.linspace(low, high, bins + 1);
    var counts = new double[bins];
    double norm = bins / (high / 2 - low / 2) / 2; // in halves, which do not overflow
    data.stream().filter(v -> v >= low && v <= high).forEach(v -> {
      // The product may round to a neighbour of the bin that the edges say.
      int bin = Math.min((int) ((v / 2 - low / 2) * norm * 2), bins - 1);
      bin -= v < edges.get(bin) ? 1 : 0;
      bin += v >= edges.get(bin + 1) && bin != bins - 1 ? 1 : 0;
      counts[bin]++;
    });
    return new Histogram(edges, Values.of(counts));
  }

  /// Bins between the given edges, of any widths.
  public static Histogram of(Values data, Values edges) {
    int bins = Math.max(0, edges.size() - 1);
    var counts = new double[bins];
    data.stream().filter(v -> bins > 0 && v >= edges.get(0) && v <= edges.get(bins)).forEach(v -> {
      int bin = (int) edges.stream().filter(edge -> edge <= v).count() - 1;
      counts[Math.min(bin, bins - 1)]++;
    });
    return new Histogram(edges, Values.of(counts));
  }

  /// Heights whose bars have an area of 1 in all: `count / total / width`.
  public Histogram density() {
    double total = heights.stream().sum();
    return new Histogram(edges, Values.of(IntStream.range(0, heights.size())
        .mapToDouble(i -> heights.get(i) / (edges.get(i + 1) - edges.get(i)) / total).toArray()));
  }

  /// The middle of each bin.
  public Values centers() {
    return Values.of(IntStream.range(0, heights.size())
        .mapToDouble(i -> edges.get(i) / 2 + edges.get(i + 1) / 2).toArray());
  }

  /// The width of each bin.
  public Values widths() {
    return Values.of(IntStream.range(0, heights.size())
        .mapToDouble(i -> edges.get(i + 1) - edges.get(i)).toArray());
  }
}
