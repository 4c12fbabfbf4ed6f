package thalweg.op.layer;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;

import java.util.function.BinaryOperator;
import thalweg.op.Arguments;
import thalweg.op.Reduction;
import thalweg.runtime.Gradient;
import thalweg.runtime.Selection;
import thalweg.runtime.Structural;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Losses that are one operation each. Both operands have one shape and type; [thalweg.nn.Functional] sees to
/// that, and has the losses that are composed of others.
public final class Losses {
  private Losses() {}

  /// A loss of pairs of elements, then reduced.
  ///
  /// @param value  the loss of each pair
  /// @param dx     its derivative by the first, divided by `factor`
  /// @param dy     its derivative by the second, divided by `factor`
  /// @param factor what both derivatives have in common
  private record Pairwise(
      String name,
      String gradName,
      BinaryOperator<Tensor> value,
      BinaryOperator<Tensor> dx,
      BinaryOperator<Tensor> dy,
      double factor) {
    Tensor apply(Tensor x, Tensor y, Reduction reduction) {
      return apply(x, y, reduction, Arguments.of("reduction", Arguments.unless(Reduction.MEAN, reduction)));
    }

    Tensor apply(Tensor x, Tensor y, Reduction reduction, Arguments arguments) {
      double share = reduction == Reduction.MEAN ? factor / x.size() : factor;
      return Structural.of(
              name,
              gradName,
              arguments,
              new Gradient(X | Y, (s, g) -> dx.apply(s.x(), s.y()).mul(g.mul(share))),
              new Gradient(X | Y, (s, g) -> dy.apply(s.x(), s.y()).mul(g.mul(share))))
          .record(reduced(value.apply(x.detach(), y.detach()), reduction), x, y);
    }
  }

  private static final Pairwise SQUARED =
      new Pairwise(
          "mse_loss",
          "MseLossBackward0",
          (x, y) -> square(x.sub(y)),
          (x, y) -> x.sub(y),
          (x, y) -> y.sub(x),
          2);

  // Logarithms are held at −100, so that a certain but wrong guess costs much and not everything.
  private static final Pairwise CROSS_ENTROPY =
      new Pairwise(
          "binary_cross_entropy",
          "BinaryCrossEntropyBackward0",
          (x, y) ->
              y.sub(1)
                  .mul(x.neg().log1p().clampMin(-100))
                  .sub(y.mul(x.log().clampMin(-100))),
          (x, y) -> x.sub(y).div(x.rsub(1).mul(x).clampMin(1e-12)),
          (x, y) -> x.rsub(1).log().sub(x.log()),
          1);

  private static final Pairwise CROSS_ENTROPY_WITH_LOGITS =
      new Pairwise(
          "binary_cross_entropy_with_logits",
          "BinaryCrossEntropyWithLogitsBackward0",
          // ln(1 + e⁻ˣ) = max(−x, 0) + ln(1 + e^−|x|), which overflows nowhere
          (x, y) -> y.rsub(1).mul(x).add(x.neg().relu()).add(x.abs().neg().exp().log1p()),
          (x, y) -> x.sigmoid().sub(y),
          (x, y) -> x.neg(),
          1);

  private static Tensor square(Tensor x) {
    return x.mul(x);
  }

  private static Tensor reduced(Tensor values, Reduction reduction) {
    return switch (reduction) {
      case MEAN -> values.mean();
      case SUM -> values.sum();
      case NONE -> values;
    };
  }

  /// `(xᵢ − yᵢ)²`.
  public static Tensor squared(Tensor x, Tensor y, Reduction reduction) {
    return SQUARED.apply(x, y, reduction);
  }

  /// `−(yᵢ·ln xᵢ + (1 − yᵢ)·ln(1 − xᵢ))` of probabilities `x`; logarithms are at least −100.
  public static Tensor binaryCrossEntropy(Tensor x, Tensor y, Reduction reduction) {
    return CROSS_ENTROPY.apply(x, y, reduction);
  }

  /// The same of `sigmoid(x)`, stable for any `x`.
  public static Tensor binaryCrossEntropyWithLogits(Tensor x, Tensor y, Reduction reduction) {
    return CROSS_ENTROPY_WITH_LOGITS.apply(x, y, reduction);
  }

  /// `d²/(2β)` for `|d| < β`, otherwise `|d| − β/2`, with `d = xᵢ − yᵢ`.
  public static Tensor smoothAbsolute(Tensor x, Tensor y, Reduction reduction, double beta) {
    return new Pairwise(
            "smooth_l1_loss",
            "SmoothL1LossBackward0",
            (a, b) -> {
              Tensor d = a.sub(b).abs();
              return Tensors.where(d.lt(beta), square(d).mul(0.5 / beta), d.sub(0.5 * beta));
            },
            (a, b) -> bent(a.sub(b), beta),
            (a, b) -> bent(b.sub(a), beta),
            1)
        .apply(x, y, reduction, bounded(reduction, "beta", beta));
  }

  private static Arguments bounded(Reduction reduction, String name, double bound) {
    return Arguments.of(
        "reduction", Arguments.unless(Reduction.MEAN, reduction), name, Arguments.unless(1.0, bound));
  }

  /// `d / β` bent to ±1.
  private static Tensor bent(Tensor d, double beta) {
    return d.div(beta).clamp(-1.0, 1.0);
  }

  /// `d²/2` for `|d| ≤ δ`, otherwise `δ·(|d| − δ/2)`, with `d = xᵢ − yᵢ`.
  public static Tensor huber(Tensor x, Tensor y, Reduction reduction, double delta) {
    return new Pairwise(
            "huber_loss",
            "HuberLossBackward0",
            (a, b) -> {
              Tensor d = a.sub(b).abs();
              return Tensors.where(
                  d.le(delta), square(d).mul(0.5), d.sub(0.5 * delta).mul(delta));
            },
            (a, b) -> a.sub(b).clamp(-delta, delta),
            (a, b) -> b.sub(a).clamp(-delta, delta),
            1)
        .apply(x, y, reduction, bounded(reduction, "delta", delta));
  }

  /// `−wₜ·xₜ` of the class `t` of each row of log-probabilities: `(N, C, *), (N, *) → (N, *)` or `()`.
  ///
  /// @param weights one a class, or null for 1
  /// @param ignored a class whose rows count for nothing
  public static Tensor negativeLogLikelihood(
      Tensor x, Tensor classes, Tensor weights, Reduction reduction, long ignored) {
    int channel = x.rank() == 1 ? 0 : 1;
    requireClasses(x, classes, channel);
    requireWeights(x, weights, channel);
    Shape picked = classes.unsqueeze(channel).shape();
    long[] index = classes.toLongArray();
    double[] factors = new double[index.length];
    double[] own = weights == null ? null : weights.toDoubleArray();
    boolean[] omitted = new boolean[index.length];
    double total = 0;
    for (int i = 0; i < index.length; i++) {
      if (index[i] == ignored) {
        index[i] = 0;
        omitted[i] = true;
      } else {
        int label = requireClass(x, index[i], channel);
        factors[i] = own == null ? 1 : own[label];
      }
      total += factors[i];
    }
    Selection chosen = Selection.along("nll_loss", x.shape(), picked, channel, index);
    Tensor factor =
        Tensors.tensor(x.dtype(), factors).neg().reshape(classes.shape().toArray());
    Tensor ignoredRows = Tensors.tensor(omitted).reshape(classes.shape().toArray());
    Tensor values =
        chosen
            .pick(x.detach())
            .reshape(classes.shape().toArray())
            .mul(factor)
            .maskedFill(ignoredRows, 0);
    double share = reduction == Reduction.MEAN ? total : 1;
    Tensor loss =
        switch (reduction) {
          case NONE -> values;
          case SUM -> values.sum();
          case MEAN -> values.sum().div(total);
        };
    return Structural.of(
            "nll_loss",
            "NllLossBackward0",
            Arguments.of(
                "ignore_index", Arguments.unless(-100L, ignored),
                "reduction", Arguments.unless(Reduction.MEAN, reduction)),
            NOTHING,
            (s, g) ->
                chosen.scatter(
                    factor
                        .mul(g.div(share))
                        .maskedFill(ignoredRows, 0)
                        .reshape(picked.toArray())))
        .holding()
        .record(loss, x);
  }

  private static int requireClass(Tensor x, long index, int channel) {
    int classes = x.shape().dim(channel);
    if (index < 0 || index >= classes) {
      throw new ShapeException(
          "nll_loss: class %d is out of range for an input of shape %s, which has classes 0 to %d"
              .formatted(index, x.shape().tuple(), classes - 1));
    }
    return (int) index;
  }

  private static void requireClasses(Tensor x, Tensor classes, int channel) {
    boolean fits = x.rank() >= 1 && classes.rank() == x.rank() - 1;
    for (int d = 0; fits && d < classes.rank(); d++) {
      fits = classes.shape().dim(d) == x.shape().dim(d < channel ? d : d + 1);
    }
    if (!fits) {
      throw new ShapeException(
          "nll_loss: an input of shape %s and classes of shape %s do not fit: needs (N, C, *) and (N, *)"
              .formatted(x.shape().tuple(), classes.shape().tuple()));
    }
    if (classes.dtype() != DType.INT64) {
      throw new IllegalArgumentException(
          "nll_loss: classes must be int64, not %s; convert them with to(DType.INT64)"
              .formatted(classes.dtype()));
    }
  }

  private static void requireWeights(Tensor x, Tensor weights, int channel) {
    int classes = x.shape().dim(channel);
    if (weights != null && (weights.rank() != 1 || weights.size() != classes)) {
      throw new ShapeException(
          "nll_loss: weights of shape %s do not fit an input of shape %s: one a class, (%d), are needed"
              .formatted(weights.shape().tuple(), x.shape().tuple(), classes));
    }
  }
}
