package thalweg.nn;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import thalweg.tensor.DType;
import thalweg.tensor.Numbers;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What [BatchNorm1d] and [BatchNorm2d] have in common: `(x − x̄) / √(σ² + ε) · w + b` for each channel,
/// Ioffe and Szegedy 2015.
///
/// In training, `x̄` and `σ²` are mean and biased variance of the batch, and the running statistics move:
/// `running ← (1 − momentum)·running + momentum·batch`, with the unbiased variance; in use, the running
/// statistics take their place. `weight` starts at 1, `bias` at 0, the running mean at 0, the running
/// variance at 1; all have shape `(numFeatures)`. Without running statistics, the batch's own are always
/// used.
public abstract sealed class BatchNorm implements Layer permits BatchNorm1d, BatchNorm2d {
  /// What can be chosen beside the number of channels.
  ///
  /// @param eps               what is added to the variance; 1e−5 by default
  /// @param momentum          the share of a batch in the running statistics; 0.1 by default, null for the
  ///                          mean of all batches so far
  /// @param affine            whether there are a weight and a bias; true by default
  /// @param trackRunningStats whether there are running statistics; true by default
  /// @param dtype             the type of parameters and statistics; `float32` by default
  public record Options(
      double eps, Double momentum, boolean affine, boolean trackRunningStats, DType dtype) {
    /// With this added to the variance.
    public Options eps(double eps) {
      return new Options(eps, momentum, affine, trackRunningStats, dtype);
    }

    /// With this share of a batch in the running statistics; null for the mean of all batches.
    public Options momentum(Double momentum) {
      return new Options(eps, momentum, affine, trackRunningStats, dtype);
    }

    /// With or without a weight and a bias.
    public Options affine(boolean affine) {
      return new Options(eps, momentum, affine, trackRunningStats, dtype);
    }

    /// With or without running statistics.
    public Options trackRunningStats(boolean trackRunningStats) {
      return new Options(eps, momentum, affine, trackRunningStats, dtype);
    }

    /// With parameters and statistics of this type.
    public Options dtype(DType dtype) {
      return new Options(eps, momentum, affine, trackRunningStats, dtype);
    }
  }

  private final Mode mode = new Mode();
  private final int numFeatures;
  private final Options options;
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor runningMean;
  private final Tensor runningVar;
  private final Tensor batches;

  BatchNorm(int numFeatures, Options options) {
    this.numFeatures = numFeatures;
    this.options = options;
    DType dtype = options.dtype;
    weight = options.affine ? Tensors.ones(dtype, numFeatures).asParameter() : null;
    bias = options.affine ? Tensors.zeros(dtype, numFeatures).asParameter() : null;
    boolean tracks = options.trackRunningStats;
    runningMean = tracks ? Tensors.zeros(dtype, numFeatures) : null;
    runningVar = tracks ? Tensors.ones(dtype, numFeatures) : null;
    batches = tracks ? Tensors.tensor(0L) : null;
  }

  /// The defaults.
  public static Options options() {
    return new Options(1e-5, 0.1, true, true, DType.FLOAT32);
  }

  /// The defaults, but with this added to the variance.
  public static Options eps(double eps) {
    return options().eps(eps);
  }

  /// The defaults, but with this share of a batch in the running statistics; null for the mean of all
  /// batches.
  public static Options momentum(Double momentum) {
    return options().momentum(momentum);
  }

  /// The defaults, but with or without a weight and a bias.
  public static Options affine(boolean affine) {
    return options().affine(affine);
  }

  /// The defaults, but with or without running statistics.
  public static Options trackRunningStats(boolean trackRunningStats) {
    return options().trackRunningStats(trackRunningStats);
  }

  /// @throws ShapeException if `x` has another number of channels or of dimensions, or in training one value
  ///     a channel only
  @Override
  public final Tensor apply(Tensor x) {
    requireRank(x);
    boolean training = isTraining();
    double share = 0;
    if (training && batches != null) {
      batches.add_(1);
      share = options.momentum != null ? options.momentum : 1 / batches.item();
    }
    return Functional.batchNorm(
        x,
        runningMean,
        runningVar,
        weight,
        bias,
        training || runningMean == null,
        share,
        options.eps);
  }

  /// Whether it takes inputs of so many dimensions.
  abstract boolean takes(int rank);

  /// The shapes that it takes, for errors.
  abstract String shapes();

  /// Refuses an input of another number of dimensions or channels.
  private void requireRank(Tensor x) {
    if (!takes(x.rank()) || x.shape().dim(1) != numFeatures) {
      throw new ShapeException(
          "%s: expected an input of shape %s with C = %d, but got %s"
              .formatted(
                  getClass().getSimpleName(),
                  shapes(),
                  numFeatures,
                  x.shape().tuple()));
    }
  }

  /// The factor of each channel, `(numFeatures)`, or null.
  public final Tensor weight() {
    return weight;
  }

  /// What is added to each channel, `(numFeatures)`, or null.
  public final Tensor bias() {
    return bias;
  }

  /// The running mean of each channel, `(numFeatures)`, or null.
  public final Tensor runningMean() {
    return runningMean;
  }

  /// The running variance of each channel, `(numFeatures)`, or null.
  public final Tensor runningVar() {
    return runningVar;
  }

  /// How many batches it was trained with, `int64`, or null.
  public final Tensor numBatchesTracked() {
    return batches;
  }

  @Override
  public final Mode mode() {
    return mode;
  }

  @Override
  public final SequencedMap<String, Tensor> ownParameters() {
    var own = new LinkedHashMap<String, Tensor>();
    if (options.affine) {
      own.put("weight", weight);
      own.put("bias", bias);
    }
    return own;
  }

  @Override
  public final SequencedMap<String, Tensor> ownBuffers() {
    var own = new LinkedHashMap<String, Tensor>();
    if (options.trackRunningStats) {
      own.put("running_mean", runningMean);
      own.put("running_var", runningVar);
      own.put("num_batches_tracked", batches);
    }
    return own;
  }

  /// As PyTorch prints it: `BatchNorm1d(4, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)`.
  @Override
  public final String toString() {
    return "%s(%d, eps=%s, momentum=%s, affine=%s, track_running_stats=%s)"
        .formatted(
            getClass().getSimpleName(),
            numFeatures,
            Numbers.shortest(options.eps),
            options.momentum == null ? "None" : Numbers.shortest(options.momentum),
            LayerText.flag(options.affine),
            LayerText.flag(options.trackRunningStats));
  }
}
