package thalweg.lab.verdict;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/// What is known of the loss that a training was to make small.
public sealed interface Aim {
  /// How the loss lies at some weights.
  ///
  /// @param gradient   its gradient there
  /// @param curvatures the eigenvalues of its second derivatives there, ascending; none where they are not known
  record Slope(double[] gradient, double[] curvatures) {
    double steepness() {
      double squares = 0;
      for (double g : gradient) {
        squares += g * g;
      }
      return Math.sqrt(squares);
    }

    boolean isCurved() {
      return curvatures.length > 0;
    }

    double least() {
      return curvatures[0];
    }

    double most() {
      return curvatures[curvatures.length - 1];
    }
  }

  /// A quadratic, of which everything is known.
  record Quadratic(Bowl bowl) implements Aim {}

  /// A loss with a known least value.
  ///
  /// @param best      the least loss
  /// @param tolerance how far above it a loss may be for the training to count as done
  /// @param slope     how the loss lies at weights
  /// @param more      how many further updates the training would need, where that can be found out
  record Known(
      double best,
      double tolerance,
      Function<List<Double>, Slope> slope,
      Function<List<Double>, OptionalLong> more)
      implements Aim {}

  /// A function of which only the values and slopes on the way are known.
  record Unknown(Function<List<Double>, Slope> slope) implements Aim {}
}
