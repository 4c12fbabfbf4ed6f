package thalweg.figures.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.trace.Trace;

/// What is said about an epoch when the reader points at it.
final class Epochs {

  private Epochs() {}

  /// For instance `epoch 3, loss 2489.58, w = (-1.6492, 7.1016)`. The result has no loss in a trace.
  static String describe(Trace trace, int epoch) {
    return epoch < trace.epochs()
        ? "epoch " + epoch + ", "
            + describe(trace.steps().get(epoch).loss(), trace.steps().get(epoch).weights())
        : "after epoch " + (epoch - 1) + ", " + weights(trace.result());
  }

  /// [#describe(Trace, int)] of the first `count` epochs.
  static List<String> describeAll(Trace trace, int count) {
    return IntStream.range(0, count).mapToObj(epoch -> describe(trace, epoch)).toList();
  }

  static String describe(double loss, List<Double> weights) {
    return "loss " + rounded(loss) + ", " + weights(weights);
  }

  /// A setting as it was written: 0.0001, not 1.0E-4, and 4 rather than 4.0.
  static String plain(double number) {
    if (!Double.isFinite(number)) {
      return String.valueOf(number);
    }
    var exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.precision() - exact.scale() > 16 ? exact.toString() : exact.toPlainString();
  }

  private static String weights(List<Double> weights) {
    return weights.stream().map(w -> fixed(w)).collect(Collectors.joining(", ", "w = (", ")"));
  }

  /// Six significant digits.
  private static String rounded(double number) {
    if (!Double.isFinite(number)) {
      return String.valueOf(number);
    }
    return plain(new BigDecimal(number).round(new MathContext(6, RoundingMode.HALF_EVEN)).doubleValue());
  }

  /// Four digits after the point, as PyTorch prints; six significant ones once a run blows up.
  private static String fixed(double number) {
    if (!Double.isFinite(number) || Math.abs(number) >= 1e6) {
      return rounded(number);
    }
    return new BigDecimal(number).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }
}
