package thalweg.op;

import static thalweg.op.OpRow.Trait.GRADIENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import thalweg.nn.Functional;
import thalweg.nn.Padding;
import thalweg.nn.Windows;
import thalweg.op.OpRow.Input;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The rows of [OpTable] that are about networks: losses, normalisation, convolution.
final class NetworkRows {
  private final List<OpRow> rows = new ArrayList<>();

  private NetworkRows() {}

  static List<OpRow> rows() {
    var table = new NetworkRows();
    table.losses();
    table.classes();
    table.normalisation();
    table.windows();
    return table.rows;
  }

  private void add(String name, Function<List<Tensor>, Tensor> f, Input... inputs) {
    rows.add(new OpRow(name, f, List.of(inputs), Set.of(GRADIENT)));
  }

  private static Input in(double low, double high, int... shape) {
    return new Input(low, high, shape);
  }

  private interface Loss {
    Tensor apply(Tensor x, Tensor y, Reduction reduction);
  }

  /// Ranges that keep the two apart, away from the kinks.
  private void loss(String name, Loss loss, Input x, Input y) {
    add(name, t -> loss.apply(t.get(0), t.get(1), Reduction.MEAN), x, y);
    add(name + " sum", t -> loss.apply(t.get(0), t.get(1), Reduction.SUM), x, y);
    add(name + " none", t -> loss.apply(t.get(0), t.get(1), Reduction.NONE), x, y);
  }

  private void losses() {
    Input x = in(-1, 1, 2, 3);
    Input y = in(-2, 2, 2, 3);
    Input p = in(0.05, 0.95, 2, 3);
    loss("mseLoss", Functional::mseLoss, x, y);
    loss("l1Loss", Functional::l1Loss, x, y);
    loss("smoothL1Loss", (a, b, r) -> Functional.smoothL1Loss(a, b, r, 0.7), x, y);
    loss("huberLoss", (a, b, r) -> Functional.huberLoss(a, b, r, 0.7), x, y);
    loss("binaryCrossEntropy", Functional::binaryCrossEntropy, p, in(0.1, 0.9, 2, 3));
    loss("binaryCrossEntropyWithLogits", Functional::binaryCrossEntropyWithLogits, x, p);
    Tensor factors = Tensors.tensor(DType.FLOAT64, 0.5, 2, 1.5);
    loss(
        "binaryCrossEntropy weighted",
        (a, b, r) -> Functional.binaryCrossEntropy(a, b, factors.to(a.dtype()), r),
        p,
        in(0.1, 0.9, 2, 3));
    loss(
        "binaryCrossEntropyWithLogits weighted",
        (a, b, r) ->
            Functional.binaryCrossEntropyWithLogits(
                a, b, factors.to(a.dtype()), r, factors.to(a.dtype())),
        x,
        p);
    loss("klDiv log", (a, b, r) -> Functional.klDiv(a, b, r, true), x, y);
    loss("klDiv", Functional::klDiv, x, p);
    add("klDiv batchmean", t -> Functional.klDivBatchMean(t.get(0), t.get(1), false), x, p);
  }

  private void classes() {
    Input scores = in(-2, 2, 3, 4);
    Tensor labels = Tensors.tensor(1L, 3L, 0L);
    double[] weights = {0.5, 1.5, 1, 2};
    for (Reduction reduction : Reduction.values()) {
      add("nllLoss " + reduction, t -> Functional.nllLoss(t.getFirst(), labels, null, reduction), scores);
      add(
          "nllLoss weighted " + reduction,
          t -> Functional.nllLoss(t.getFirst(), labels, weights(t, weights), reduction),
          scores);
      add(
          "crossEntropy " + reduction,
          t -> Functional.crossEntropy(t.getFirst(), labels, null, reduction, 0),
          scores);
      add(
          "crossEntropy weighted smooth " + reduction,
          t -> Functional.crossEntropy(t.getFirst(), labels, weights(t, weights), reduction, 0.1),
          scores);
    }
    add(
        "crossEntropy probabilities",
        t -> Functional.crossEntropy(t.get(0), t.get(1).softmax(1), weights(t, weights), Reduction.MEAN, 0.1),
        scores,
        in(-1, 1, 3, 4));
    add("softmax", t -> t.getFirst().softmax(1), scores);
    add("softmax 0", t -> t.getFirst().softmax(0), scores);
    add("logSoftmax", t -> t.getFirst().logSoftmax(-1), scores);
  }

  private static Tensor weights(List<Tensor> inputs, double[] weights) {
    return Tensors.tensor(inputs.getFirst().dtype(), weights);
  }

  private void normalisation() {
    Input x = in(-2, 2, 3, 4);
    add(
        "layerNorm",
        t -> Functional.layerNorm(t.get(0), new int[] {4}, t.get(1), t.get(2), 1e-5),
        x,
        in(0.5, 2, 4),
        in(-1, 1, 4));
    add(
        "batchNorm",
        t -> Functional.batchNorm(t.get(0), t.get(1), t.get(2), 1e-5),
        in(-2, 2, 3, 2, 2),
        in(0.5, 2, 2),
        in(-1, 1, 2));
    double[] mean = {0.5, -1, 0, 2};
    double[] variance = {1, 0.5, 2, 1.5};
    add(
        "batchNorm measured",
        t ->
            Functional.batchNorm(
                t.get(0), weights(t, mean), weights(t, variance), t.get(1), null, false, 0.1, 1e-5),
        x,
        in(0.5, 2, 4));
    add("cosineSimilarity", t -> Functional.cosineSimilarity(t.get(0), t.get(1), 1, 1e-8), x, in(-1, 3, 3, 4));
    Tensor indices = Tensors.tensor(new long[][] {{0, 2}, {2, 1}});
    add("embedding", t -> Functional.embedding(indices, t.getFirst()), in(-1, 1, 3, 2));
  }

  private void windows() {
    Input images = in(-2, 2, 2, 2, 5, 4);
    int[] two = {2};
    int[] one = {1};
    add(
        "conv2d",
        t -> Windows.conv2d(t.get(0), t.get(1), t.get(2), two, one),
        images,
        in(-1, 1, 3, 2, 3, 2),
        in(-1, 1, 3));
    add(
        "conv1d",
        t -> Windows.conv1d(t.get(0), t.get(1), t.get(2), 2, 1),
        in(-2, 2, 2, 2, 6),
        in(-1, 1, 3, 2, 3),
        in(-1, 1, 3));
    add("maxPool2d", t -> Windows.maxPool2d(t.getFirst(), two, one, one), images);
    add("avgPool2d", t -> Windows.avgPool2d(t.getFirst(), two, two, new int[] {0}), images);
    int[] zero = {0};
    add(
        "conv2d groups same",
        t -> Windows.conv2d(t.get(0), t.get(1), t.get(2), one, Padding.SAME, two, 2),
        images,
        in(-1, 1, 4, 1, 2, 3),
        in(-1, 1, 4));
    add("maxPool2d ceil dilated", t -> Windows.maxPool2d(t.getFirst(), two, two, one, two, true), images);
    add(
        "avgPool2d ceil",
        t -> Windows.avgPool2d(t.getFirst(), new int[] {3}, two, one, true, false, null),
        images);
    add("avgPool2d divisor", t -> Windows.avgPool2d(t.getFirst(), two, two, zero, false, true, 3), images);
    add("adaptiveAvgPool2d", t -> Windows.adaptiveAvgPool2d(t.getFirst(), 3, 3), images);
  }
}
