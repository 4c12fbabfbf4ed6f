package thalweg.nn;

import java.util.Arrays;
import thalweg.op.Reduction;
import thalweg.op.layer.Losses;
import thalweg.tensor.DType;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// The cross entropy of scores of classes, behind [Functional#crossEntropy].
///
/// @param weights one a class, or null for 1
/// @param ignored the class whose rows count for nothing
/// @param epsilon the share of each target that is spread evenly over all classes
record ClassLosses(Tensor weights, Reduction reduction, long ignored, double epsilon) {
  ClassLosses {
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new IllegalArgumentException(
          "cross_entropy: label_smoothing = %s is not in [0, 1]".formatted(epsilon));
    }
  }

  private static int channel(Tensor scores) {
    return scores.rank() == 1 ? 0 : 1;
  }

  Tensor ofClasses(Tensor scores, Tensor classes) {
    Tensor logs = scores.logSoftmax(channel(scores));
    Tensor hard = Losses.negativeLogLikelihood(logs, classes, weights, reduction, ignored);
    if (epsilon == 0) {
      return hard;
    }
    Tensor omitted = classes.eq(ignored);
    Tensor each = weighted(logs).sum(channel(scores)).neg().maskedFill(omitted, 0);
    Tensor soft =
        switch (reduction) {
          case NONE -> each;
          case SUM -> each.sum();
          case MEAN -> each.sum().div(shares(classes, omitted, logs.dtype()).sum());
        };
    return hard.mul(1 - epsilon).add(soft.mul(epsilon / scores.shape().dim(channel(scores))));
  }

  /// What each row counts in the mean.
  private Tensor shares(Tensor classes, Tensor omitted, DType dtype) {
    if (weights == null) {
      return omitted.logicalNot().to(dtype);
    }
    Tensor known = classes.maskedFill(omitted, 0);
    return weights.index(known.flatten()).maskedFill(omitted.flatten(), 0);
  }

  /// Each target is a probability for every class, of the shape of the scores.
  Tensor ofProbabilities(Tensor scores, Tensor target) {
    if (ignored >= 0) {
      throw new IllegalArgumentException(
          ("cross_entropy: ignore_index = %d names a class, but the target holds probabilities; give class "
              + "numbers (int64)")
              .formatted(ignored));
    }
    if (weights != null) {
      requireWeights(scores);
    }
    int channel = channel(scores);
    int classes = scores.shape().dim(channel);
    Tensor wanted = epsilon == 0 ? target : target.mul(1 - epsilon).add(epsilon / classes);
    Tensor each = weighted(scores.logSoftmax(channel)).mul(wanted).sum(channel).neg();
    return Functional.reduced(each, reduction);
  }

  private Tensor weighted(Tensor logs) {
    if (weights == null) {
      return logs;
    }
    int[] broadcast = new int[logs.rank()];
    Arrays.fill(broadcast, 1);
    broadcast[channel(logs)] = weights.size();
    return logs.mul(weights.reshape(broadcast));
  }

  private void requireWeights(Tensor scores) {
    int classes = scores.shape().dim(channel(scores));
    if (weights.rank() != 1 || weights.size() != classes) {
      throw new ShapeException(
          "cross_entropy: weights of shape %s do not fit scores of shape %s: one a class, (%d), are needed"
              .formatted(weights.shape().tuple(), scores.shape().tuple(), classes));
    }
  }
}
