package thalweg.lab.conformance;

import static thalweg.lab.conformance.Operation.one;

import java.util.Map;
import thalweg.nn.Functional;
import thalweg.nn.Windows;
import thalweg.op.Reduction;
import thalweg.tensor.Tensor;

/// Products of matrices, layers and losses.
final class NetworkOps {
  static final Map<String, Operation> TABLE =
      Map.ofEntries(
          one("matmul", c -> c.x().matmul(c.y())),
          one("mm", c -> c.x().mm(c.y())),
          one("mv", c -> c.x().mv(c.y())),
          one("bmm", c -> c.x().bmm(c.y())),
          one("dot", c -> c.x().dot(c.y())),
          one("outer", c -> c.x().outer(c.y())),
          one("trace", c -> c.x().trace()),
          one("linear", c -> c.x().linear(c.y(), c.orNull(2))),
          one("softmax", c -> c.x().softmax(c.integer("dim", -1))),
          one("log_softmax", c -> c.x().logSoftmax(c.integer("dim", -1))),
          one("layer_norm", NetworkOps::layerNorm),
          one("batch_norm", NetworkOps::batchNorm),
          one("embedding", c -> Functional.embedding(c.x(), c.y())),
          one("cosine_similarity", NetworkOps::cosineSimilarity),
          one("conv1d", NetworkOps::conv1d),
          one("conv2d", NetworkOps::conv2d),
          one("max_pool2d", c -> pool(c, Windows::maxPool2d)),
          one("avg_pool2d", c -> pool(c, Windows::avgPool2d)),
          one("l1_loss", c -> Functional.l1Loss(c.x(), c.y(), reduction(c))),
          one("smooth_l1_loss", NetworkOps::smoothL1Loss),
          one("huber_loss", NetworkOps::huberLoss),
          one("binary_cross_entropy", NetworkOps::binaryCrossEntropy),
          one("binary_cross_entropy_with_logits", NetworkOps::binaryCrossEntropyWithLogits),
          one("kl_div", NetworkOps::klDiv),
          one("nll_loss", NetworkOps::nllLoss),
          one("cross_entropy", NetworkOps::crossEntropy),
          one("mse_loss", c -> Functional.mseLoss(c.x(), c.y(), reduction(c))),
          one("dropout", NetworkOps::dropout));

  private NetworkOps() {}

  private static Reduction reduction(Call c) {
    return Reduction.named(c.args().text("reduction", "mean"));
  }

  private static Tensor dropout(Call c) {
    return Functional.dropout(c.x(), c.real("p", 0.5), c.args().flag("training", true));
  }

  private static Tensor smoothL1Loss(Call c) {
    return Functional.smoothL1Loss(c.x(), c.y(), reduction(c), c.real("beta", 1));
  }

  private static Tensor huberLoss(Call c) {
    return Functional.huberLoss(c.x(), c.y(), reduction(c), c.real("delta", 1));
  }

  private static Tensor binaryCrossEntropy(Call c) {
    return Functional.binaryCrossEntropy(c.x(), c.y(), reduction(c));
  }

  private static Tensor binaryCrossEntropyWithLogits(Call c) {
    return Functional.binaryCrossEntropyWithLogits(c.x(), c.y(), reduction(c));
  }

  private static Tensor klDiv(Call c) {
    return c.args().text("reduction", "mean").equals("batchmean")
        ? Functional.klDivBatchMean(c.x(), c.y())
        : Functional.klDiv(c.x(), c.y(), reduction(c));
  }

  private static Tensor nllLoss(Call c) {
    return Functional.nllLoss(c.x(), c.y(), c.orNull(2), reduction(c));
  }

  private static Tensor crossEntropy(Call c) {
    return Functional.crossEntropy(
        c.x(), c.y(), c.orNull(2), reduction(c), c.real("label_smoothing", 0));
  }

  private static Tensor layerNorm(Call c) {
    return Functional.layerNorm(
        c.x(), c.ints("normalized_shape"), c.orNull(1), c.orNull(2), c.real("eps", 1e-5));
  }

  private static Tensor batchNorm(Call c) {
    if (!c.args().flag("training", true)) {
      throw new Mismatch("batch_norm without running statistics needs training");
    }
    return Functional.batchNorm(c.x(), c.orNull(1), c.orNull(2), c.real("eps", 1e-5));
  }

  private static Tensor cosineSimilarity(Call c) {
    return Functional.cosineSimilarity(
        c.x(), c.y(), c.integer("dim", 1), c.real("eps", 1e-8));
  }

  private static Tensor conv1d(Call c) {
    return Windows.conv1d(
        c.x(), c.y(), c.orNull(2), c.integer("stride", 1), c.integer("padding", 0));
  }

  private static Tensor conv2d(Call c) {
    return Windows.conv2d(
        c.x(), c.y(), c.orNull(2), c.args().ints("stride", 1), c.args().ints("padding", 0));
  }

  private interface Pooling {
    Tensor apply(Tensor x, int[] kernel, int[] stride, int[] padding);
  }

  private static Tensor pool(Call c, Pooling pooling) {
    int[] kernel = c.ints("kernel_size");
    return pooling.apply(
        c.x(), kernel, c.args().ints("stride", kernel), c.args().ints("padding", 0));
  }
}
