package thalweg.figures.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.figures.Values;
import thalweg.trace.Trace;

/// The epochs of a run that a picture shows: all, or so many as it has room for.
record Epochs(Trace trace, Labels labels, List<Integer> shown) {

  /// From here on numbers are written with a power of ten.
  private static final double LARGE = 1e6;

  /// So many weights are read at a glance.
  private static final int MOST_SAID = 10;

  Epochs {
    shown = List.copyOf(shown);
  }

  /// The epochs from `first` on, the result among them, or `most` of them.
  static Epochs of(Trace trace, Labels labels, int first, int most) {
    return new Epochs(trace, labels,
        evenly(trace.epochs() + 1 - first, most).stream().map(epoch -> epoch + first).toList());
  }

  /// `0, 1, …, count - 1`, or `most` of them evenly spread, the first and the last among them.
  static List<Integer> evenly(int count, int most) {
    return count <= most ? IntStream.range(0, count).boxed().toList()
        : IntStream.range(0, most).map(i -> (int) ((long) i * (count - 1) / (most - 1))).boxed().toList();
  }

  Values weight(int which) {
    var rows = trace.weights();
    return Values.of(shown.stream().map(epoch -> rows.get(epoch).get(which)).toList());
  }

  /// What is said of each.
  List<String> texts() {
    return shown.stream().map(this::text).toList();
  }

  /// For instance `epoch 3, loss 2489.58, w = (-1.6492, 7.1016)`. The result has no loss in a trace.
  String text(int epoch) {
    if (epoch == trace.epochs()) {
      return labels.say(Word.AFTER_STEP, "number", epoch - 1, "weights", joined(trace.result()));
    }
    var step = trace.steps().get(epoch);
    return labels.say(Word.AT_STEP, "number", epoch, "loss", significant(step.loss(), 6), "weights",
        joined(step.weights()));
  }

  /// What is said of weights that no epoch has.
  static String text(Labels labels, Word word, double loss, List<Double> weights) {
    return labels.say(word, "loss", significant(loss, 6), "weights", joined(weights));
  }

  /// A setting as it was written: 0.0001, not 1.0E-4, and 4 rather than 4.0.
  static String plain(double number) {
    if (!Double.isFinite(number)) {
      return String.valueOf(number);
    }
    var exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.precision() - exact.scale() > 16 ? exact.toString() : exact.toPlainString();
  }

  /// Short enough for a legend: four significant digits, and all before the point.
  static String brief(double number) {
    double size = Math.abs(number);
    return size >= 1e4 && size < LARGE
        ? new BigDecimal(number).setScale(0, RoundingMode.HALF_EVEN).toPlainString() : significant(number, 4);
  }

  private static String joined(List<Double> weights) {
    var first = weights.stream().limit(MOST_SAID).map(Epochs::fixed).collect(Collectors.joining(", "));
    return weights.size() > MOST_SAID ? first + ", …" : first;
  }

  private static String significant(double number, int digits) {
    if (!Double.isFinite(number)) {
      return String.valueOf(number);
    }
    return plain(new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue());
  }

  /// Four digits after the point, as PyTorch prints; six significant ones once a run blows up.
  private static String fixed(double number) {
    if (!Double.isFinite(number) || Math.abs(number) >= LARGE) {
      return significant(number, 6);
    }
    return new BigDecimal(number).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }
}
