package thalweg.nn;

import thalweg.op.Losses;
import thalweg.random.Seeds;
import thalweg.random.TorchGenerator;
import thalweg.tensor.DType;
import thalweg.tensor.Layout;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Storage;
import thalweg.tensor.Tensor;
import thalweg.tensor.Warnings;

/// What layers and losses compute, as functions: PyTorch's `nn.functional`. Activations are methods of
/// [Tensor].
public final class Functional {
  private Functional() {}

  /// The squared error `(xᵢ − yᵢ)²`, reduced. `(*), (*) → ()`, or `(*)` for [Reduction#NONE].
  ///
  /// Shapes that differ broadcast, with a warning.
  ///
  /// @throws ShapeException if they do not broadcast
  public static Tensor mseLoss(Tensor input, Tensor target, Reduction reduction) {
    Tensor x = input;
    Tensor y = target;
    if (!input.shape().equals(target.shape())) {
      Shape common = Shape.broadcast("mse_loss", input.shape(), target.shape());
      warnOfBroadcast("mse_loss", input.shape(), target.shape(), common);
      x = input.expand(common.toArray());
      y = target.expand(common.toArray());
    }
    DType dtype = DType.ofResult(x, y);
    return switch (reduction) {
      case MEAN -> Losses.meanSquaredError(x.to(dtype), y.to(dtype));
      case SUM -> Losses.sumOfSquaredErrors(x.to(dtype), y.to(dtype));
      case NONE -> Losses.squaredErrors(x.to(dtype), y.to(dtype));
    };
  }

  private static void warnOfBroadcast(String op, Shape input, Shape target, Shape common) {
    boolean inputLonger = input.size() == target.size() && input.rank() > target.rank();
    String mend =
        input.size() == target.size()
            ? "reshape the %s to %s"
                .formatted(
                    inputLonger ? "target" : "input",
                    inputLonger ? input.tuple() : target.tuple())
            : "reshape one to the shape of the other";
    Warnings.warn(
        ("%s: the input has shape %s and the target %s: they broadcast to %s, so every element is "
            + "compared with others than its own; %s")
            .formatted(op, input.tuple(), target.tuple(), common.tuple(), mend));
  }

  /// In training, each element is zero with probability `p`, and otherwise divided by `1 − p`; else
  /// unchanged.
  ///
  /// @throws IllegalArgumentException if `p` is not in [0, 1]
  public static Tensor dropout(Tensor x, double p, boolean training) {
    return dropout(x, p, training, Seeds.torch());
  }

  /// As [#dropout(Tensor, double, boolean)], drawing from `generator`.
  public static Tensor dropout(Tensor x, double p, boolean training, TorchGenerator generator) {
    if (!training) {
      return x;
    }
    int n = x.size();
    Storage factors = Storage.zeros(x.dtype(), n);
    switch (factors) {
      case Storage.Floats a -> generator.fillDropout(a.array(), 0, n, p);
      case Storage.Doubles a -> generator.fillDropout(a.array(), 0, n, p);
      default ->
          throw new IllegalArgumentException(
              "dropout: needs a floating tensor, not %s; convert it with to(DType.FLOAT32)"
                  .formatted(x.dtype()));
    }
    return x.mul(new Tensor(factors, Layout.contiguous(x.shape())));
  }
}
