package thalweg.lab.conformance;

import static thalweg.lab.conformance.Operation.one;

import java.util.Map;
import thalweg.nn.Functional;
import thalweg.nn.Padding;
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
          one("softmax", c -> c.typed().softmax(c.integer("dim", -1))),
          one("log_softmax", c -> c.typed().logSoftmax(c.integer("dim", -1))),
          one("layer_norm", NetworkOps::layerNorm),
          one("batch_norm", NetworkOps::batchNorm),
          one("embedding", NetworkOps::embedding),
          one("cosine_similarity", NetworkOps::cosineSimilarity),
          one("conv1d", NetworkOps::conv1d),
          one("conv2d", NetworkOps::conv2d),
          one("max_pool1d", NetworkOps::maxPool1d),
          one("max_pool2d", NetworkOps::maxPool2d),
          one("avg_pool1d", NetworkOps::avgPool1d),
          one("avg_pool2d", NetworkOps::avgPool2d),
          one("adaptive_avg_pool2d", NetworkOps::adaptiveAvgPool2d),
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
    return Functional.binaryCrossEntropy(c.x(), c.y(), c.orNull(2), reduction(c));
  }

  private static Tensor binaryCrossEntropyWithLogits(Call c) {
    return Functional.binaryCrossEntropyWithLogits(
        c.x(), c.y(), c.orNull(2), reduction(c), c.orNull(3));
  }

  private static Tensor klDiv(Call c) {
    boolean logTarget = c.args().flag("log_target", false);
    return c.args().text("reduction", "mean").equals("batchmean")
        ? Functional.klDivBatchMean(c.x(), c.y(), logTarget)
        : Functional.klDiv(c.x(), c.y(), reduction(c), logTarget);
  }

  private static Tensor nllLoss(Call c) {
    return Functional.nllLoss(
        c.x(), c.y(), c.orNull(2), reduction(c), c.integer("ignore_index", -100));
  }

  private static Tensor crossEntropy(Call c) {
    return Functional.crossEntropy(
        c.x(),
        c.y(),
        c.orNull(2),
        reduction(c),
        c.integer("ignore_index", -100),
        c.real("label_smoothing", 0));
  }

  private static Tensor layerNorm(Call c) {
    return Functional.layerNorm(
        c.x(), c.ints("normalized_shape"), c.orNull(1), c.orNull(2), c.real("eps", 1e-5));
  }

  private static Tensor batchNorm(Call c) {
    if (!c.args().flag("training", true)) {
      throw new Mismatch("batch_norm without running statistics needs training");
    }
    c.real("momentum", 0.1); // of running statistics, which a case has none of
    return Functional.batchNorm(c.x(), c.orNull(1), c.orNull(2), c.real("eps", 1e-5));
  }

  private static Tensor embedding(Call c) {
    Integer padding = c.args().has("padding_idx") ? c.integer("padding_idx") : null;
    return Functional.embedding(c.x(), c.y(), padding);
  }

  private static Tensor cosineSimilarity(Call c) {
    return Functional.cosineSimilarity(
        c.x(), c.y(), c.integer("dim", 1), c.real("eps", 1e-8));
  }

  private static Tensor conv1d(Call c) {
    return Windows.conv1d(
        c.x(),
        c.y(),
        c.orNull(2),
        c.integer("stride", 1),
        padding(c),
        c.integer("dilation", 1),
        c.integer("groups", 1));
  }

  private static Tensor conv2d(Call c) {
    return Windows.conv2d(
        c.x(),
        c.y(),
        c.orNull(2),
        c.args().ints("stride", 1),
        padding(c),
        c.args().ints("dilation", 1),
        c.integer("groups", 1));
  }

  private static Padding padding(Call c) {
    return c.args().isText("padding")
        ? Padding.named(c.args().text("padding", ""))
        : Padding.of(c.args().ints("padding", 0));
  }

  private static Tensor maxPool1d(Call c) {
    int kernel = c.integer("kernel_size");
    return Windows.maxPool1d(
        c.x(),
        kernel,
        c.integer("stride", kernel),
        c.integer("padding", 0),
        c.integer("dilation", 1),
        c.args().flag("ceil_mode", false));
  }

  private static Tensor maxPool2d(Call c) {
    int[] kernel = c.ints("kernel_size");
    return Windows.maxPool2d(
        c.x(),
        kernel,
        c.args().ints("stride", kernel),
        c.args().ints("padding", 0),
        c.args().ints("dilation", 1),
        c.args().flag("ceil_mode", false));
  }

  private static Tensor avgPool1d(Call c) {
    int kernel = c.integer("kernel_size");
    return Windows.avgPool1d(
        c.x(),
        kernel,
        c.integer("stride", kernel),
        c.integer("padding", 0),
        c.args().flag("ceil_mode", false),
        c.args().flag("count_include_pad", true));
  }

  private static Tensor avgPool2d(Call c) {
    int[] kernel = c.ints("kernel_size");
    return Windows.avgPool2d(
        c.x(),
        kernel,
        c.args().ints("stride", kernel),
        c.args().ints("padding", 0),
        c.args().flag("ceil_mode", false),
        c.args().flag("count_include_pad", true),
        c.args().has("divisor_override") ? c.integer("divisor_override") : null);
  }

  private static Tensor adaptiveAvgPool2d(Call c) {
    int[] size = c.ints("output_size");
    return Windows.adaptiveAvgPool2d(c.x(), size[0], size[size.length - 1]);
  }
}
