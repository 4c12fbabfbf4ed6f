package thalweg.nn;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import thalweg.random.Generator;
import thalweg.random.Seeds;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// `y = x·Wᵀ + b`: PyTorch's `nn.Linear`.
///
/// - Input `(*, inFeatures)` with any number of leading dimensions, none included; output
///   `(*, outFeatures)`.
/// - `weight` has shape `(outFeatures, inFeatures)`, `bias` `(outFeatures)`. Both start uniform in
///   `(−√k, √k)` with `k = 1 / inFeatures`, drawn in this order.
///
/// ```java
/// var layer = new Linear(20, 30);
/// IO.println(layer.apply(randn(128, 20)).shape());  // torch.Size([128, 30])
/// ```
public final class Linear implements Layer {
  /// What can be chosen beside the sizes.
  ///
  /// @param bias      whether a bias is added; true by default
  /// @param dtype     the type of the parameters; `float32` by default
  /// @param generator what the start values are drawn from; PyTorch's default generator by default
  public record Options(boolean bias, DType dtype, Generator generator) {
    /// With or without a bias.
    public Options bias(boolean bias) {
      return new Options(bias, dtype, generator);
    }

    /// With parameters of this type.
    public Options dtype(DType dtype) {
      return new Options(bias, dtype, generator);
    }

    /// With start values from this generator.
    public Options generator(Generator generator) {
      return new Options(bias, dtype, generator);
    }
  }

  private final Mode mode = new Mode();
  private final int inFeatures;
  private final int outFeatures;
  private final Tensor weight;
  private final Tensor bias;

  /// A layer with a bias, `float32`.
  ///
  /// @param inFeatures  the size of an input sample
  /// @param outFeatures the size of an output sample
  public Linear(int inFeatures, int outFeatures) {
    this(inFeatures, outFeatures, options());
  }

  /// A layer with options: `new Linear(2, 1, Linear.bias(false))`.
  public Linear(int inFeatures, int outFeatures, Options options) {
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    Tensor start = Tensors.zeros(options.dtype, outFeatures, inFeatures);
    weight = Init.kaimingUniform_(start, Math.sqrt(5), options.generator).asParameter();
    bias = options.bias ? biasOf(inFeatures, outFeatures, options).asParameter() : null;
  }

  private static Tensor biasOf(int inFeatures, int outFeatures, Options options) {
    double bound = inFeatures > 0 ? 1 / Math.sqrt(inFeatures) : 0;
    Tensor start = Tensors.zeros(options.dtype, outFeatures);
    return RandomTensors.uniform_(start, -bound, bound, options.generator);
  }

  /// The defaults: a bias, `float32`, the default generator.
  public static Options options() {
    return new Options(true, DType.FLOAT32, Seeds.torch());
  }

  /// The defaults, but with or without a bias.
  public static Options bias(boolean bias) {
    return options().bias(bias);
  }

  /// `(*, inFeatures) → (*, outFeatures)`.
  ///
  /// @throws thalweg.tensor.ShapeException if the last dimension of `x` is not `inFeatures`
  @Override
  public Tensor apply(Tensor x) {
    return x.linear(weight, bias);
  }

  /// The weight, `(outFeatures, inFeatures)`.
  public Tensor weight() {
    return weight;
  }

  /// The bias, `(outFeatures)`, or null.
  public Tensor bias() {
    return bias;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public SequencedMap<String, Tensor> ownParameters() {
    var own = new LinkedHashMap<String, Tensor>();
    own.put("weight", weight);
    if (bias != null) {
      own.put("bias", bias);
    }
    return own;
  }

  /// As PyTorch prints it: `Linear(in_features=2, out_features=1, bias=False)`.
  @Override
  public String toString() {
    return "Linear(in_features=%d, out_features=%d, bias=%s)"
        .formatted(inFeatures, outFeatures, LayerText.flag(bias != null));
  }
}
