package thalweg.nn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import thalweg.op.Reduction;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;

/// A wrong input is answered with the shapes at fault and what would fit.
class LayerErrorsTest {
  private static void fails(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(parts);
  }

  @Test
  void convolutions() {
    fails(
        () -> new Conv2d(3, 6, 5).apply(ones(8, 1, 28, 28)),
        "(8, 1, 28, 28)", "(6, 3, 5, 5)", "takes 3 channels", "has 1");
    fails(
        () -> new Conv2d(3, 6, 5).apply(ones(28, 28)),
        "expected an input of shape (N, C, H, W) or (C, H, W)", "(28, 28)");
    fails(() -> new Conv2d(1, 1, 5).apply(ones(1, 1, 3, 3)), "(5, 5)", "has 3", "padding");
    fails(() -> new Conv1d(2, 1, 3).apply(ones(4, 3, 8)), "(4, 3, 8)", "takes 2 channels");
    fails(() -> new Conv2d(3, 6, 3, Conv2d.groups(2)), "in_channels = 3", "groups = 2");
    fails(
        () -> new Conv2d(1, 1, 3, Conv2d.stride(2).padding(Padding.SAME)).apply(ones(1, 1, 8, 8)),
        "'same' needs a stride of 1");
    fails(() -> new Conv2d(1, 1, 3, Conv2d.stride(0)).apply(ones(1, 1, 8, 8)), "stride", "positive");
    fails(() -> new Conv2d(1, 1, 3, Conv2d.stride(1, 2, 3)).toString(), "(1, 2, 3)", "one number, or 2");
    fails(() -> new Conv2d(1, 1, 3).apply(ones(DType.FLOAT64, 1, 1, 8, 8)), "float64", "float32");
    fails(() -> Windows.conv1d(ones(1, 2, 5), ones(3, 2, 2), ones(2), 1, 0), "bias", "(2)", "(3)");
    fails(() -> Padding.named("reflect"), "same, valid");
  }

  @Test
  void pooling() {
    fails(() -> new MaxPool2d(2).apply(ones(3, 3)), "(N, C, H, W)", "(3, 3)");
    fails(() -> new MaxPool2d(2, MaxPool2d.padding(2)).apply(ones(1, 1, 8, 8)), "at most half");
    fails(() -> new MaxPool2d(2).apply(tensor(1L, 2, 3, 4).reshape(1, 2, 2)), "int64", "FLOAT32");
    fails(() -> new AvgPool2d(9).apply(ones(1, 1, 8, 8)), "(9, 9)", "has 8");
    fails(() -> new AvgPool1d(2).apply(ones(4)), "(N, C, L)", "(4)");
    fails(
        () -> new AvgPool2d(2, AvgPool2d.padding(0).divisorOverride(0)).apply(ones(1, 1, 8, 8)),
        "divisor_override");
  }

  @Test
  void normalisation() {
    fails(() -> new BatchNorm2d(3).apply(ones(2, 4)), "(N, C, H, W)", "C = 3", "(2, 4)");
    fails(() -> new BatchNorm1d(3).apply(ones(2, 4)), "C = 3", "(2, 4)");
    fails(() -> new BatchNorm1d(3).apply(ones(1, 3)), "(1, 3)", "more than one", "eval()");
    fails(() -> new LayerNorm(3).apply(ones(2, 4)), "(2, 4)", "(3)");
    fails(() -> Functional.layerNorm(ones(2, 3), new int[] {3}, ones(2), null, 1e-5), "weight", "(3)", "(2)");
    fails(() -> Functional.batchNorm(ones(2, 3), null, null, null, null, false, 0.1, 1e-5), "running_mean");
  }

  @Test
  void losses() {
    fails(() -> new CrossEntropyLoss().apply(ones(2, 3), tensor(0L, 3L)), "class 3", "0 to 2");
    fails(() -> new CrossEntropyLoss().apply(ones(2, 3), tensor(0.0, 1.0)), "int64", "float32");
    fails(
        () -> new CrossEntropyLoss(CrossEntropyLoss.weight(ones(2))).apply(ones(2, 3), tensor(0L, 1L)),
        "(2)", "(3)");
    fails(
        () -> new CrossEntropyLoss(CrossEntropyLoss.ignoreIndex(1)).apply(ones(2, 3), ones(2, 3)),
        "ignore_index", "probabilities");
    fails(() -> new CrossEntropyLoss(CrossEntropyLoss.labelSmoothing(2)).apply(ones(2, 3), ones(2, 3)),
        "label_smoothing");
    fails(() -> new BCELoss().apply(tensor(1.5), tensor(1.0)), "between 0 and 1");
    fails(() -> new BCELoss().apply(ones(3), ones(3, 1)), "(3)", "(3, 1)");
    fails(() -> new HuberLoss(Reduction.MEAN, 0).apply(ones(3), ones(3)), "delta");
  }

  @Test
  void others() {
    fails(() -> new Dropout(1.5), "p = 1.5");
    fails(() -> new Embedding(4, 2, Embedding.paddingIdx(4)), "padding_idx = 4");
    fails(() -> new Embedding(4, 2).apply(tensor(4L)), "4");
    fails(() -> new Unflatten(1, 2, 2).apply(ones(2, 6)), "(2, 6)", "(2, 2)");
    fails(() -> new Hardtanh(1, 1), "min_val");
    fails(() -> new PReLU(3, 0.1).apply(ones(2, 4)), "3 slopes", "(2, 4)");
    fails(() -> Init.eye_(ones(2)), "(2)");
    fails(() -> Init.calculateGain("gelu"), "'gelu'");
    fails(() -> new AdaptiveAvgPool2d(Shape.of(1, 2, 3)).apply(ones(1, 2, 2)), "output_size");
  }
}
