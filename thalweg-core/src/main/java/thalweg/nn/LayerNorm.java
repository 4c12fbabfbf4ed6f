package thalweg.nn;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import thalweg.tensor.DType;
import thalweg.tensor.Numbers;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// `(x − x̄) / √(σ² + ε) · w + b` with mean and biased variance over the last dimensions: PyTorch's
/// `nn.LayerNorm`, Ba et al. 2016. `(*, …normalizedShape)` gives that shape. `weight` starts at 1, `bias` at
/// 0; both have the normalized shape.
///
/// ```java
/// var norm = new LayerNorm(2);
/// IO.println(norm);  // LayerNorm((2,), eps=1e-05, elementwise_affine=True)
/// IO.println(norm.apply(tensor(1.0, 3.0)).detach());  // tensor([-1.0000,  1.0000])
/// ```
public final class LayerNorm implements Layer {
  /// What can be chosen beside the shape.
  ///
  /// @param eps               what is added to the variance; 1e−5 by default
  /// @param elementwiseAffine whether there are a weight and a bias; true by default
  /// @param dtype             the type of the parameters; `float32` by default
  public record Options(double eps, boolean elementwiseAffine, DType dtype) {
    /// With this added to the variance.
    public Options eps(double eps) {
      return new Options(eps, elementwiseAffine, dtype);
    }

    /// With or without a weight and a bias.
    public Options elementwiseAffine(boolean elementwiseAffine) {
      return new Options(eps, elementwiseAffine, dtype);
    }

    /// With parameters of this type.
    public Options dtype(DType dtype) {
      return new Options(eps, elementwiseAffine, dtype);
    }
  }

  private final Mode mode = new Mode();
  private final int[] shape;
  private final Options options;
  private final Tensor weight;
  private final Tensor bias;

  /// Over the last dimensions, which have these lengths, with PyTorch's defaults.
  public LayerNorm(int... normalizedShape) {
    this(normalizedShape, options());
  }

  /// With options: `new LayerNorm(new int[] {4}, LayerNorm.eps(1e-6))`.
  public LayerNorm(int[] normalizedShape, Options options) {
    this.shape = normalizedShape.clone();
    this.options = options;
    boolean affine = options.elementwiseAffine;
    weight = affine ? Tensors.ones(options.dtype, shape).asParameter() : null;
    bias = affine ? Tensors.zeros(options.dtype, shape).asParameter() : null;
  }

  /// The defaults.
  public static Options options() {
    return new Options(1e-5, true, DType.FLOAT32);
  }

  /// The defaults, but with this added to the variance.
  public static Options eps(double eps) {
    return options().eps(eps);
  }

  /// The defaults, but with or without a weight and a bias.
  public static Options elementwiseAffine(boolean elementwiseAffine) {
    return options().elementwiseAffine(elementwiseAffine);
  }

  /// @throws thalweg.tensor.ShapeException if the shape of `x` does not end in the normalized shape
  @Override
  public Tensor apply(Tensor x) {
    return Functional.layerNorm(x, shape, weight, bias, options.eps);
  }

  /// The factors, of the normalized shape, or null.
  public Tensor weight() {
    return weight;
  }

  /// What is added, of the normalized shape, or null.
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
    if (options.elementwiseAffine) {
      own.put("weight", weight);
      own.put("bias", bias);
    }
    return own;
  }

  /// As PyTorch prints it: `LayerNorm((4,), eps=1e-05, elementwise_affine=True)`.
  @Override
  public String toString() {
    return "LayerNorm(%s, eps=%s, elementwise_affine=%s)"
        .formatted(
            LayerText.tuple(Shape.of(shape)),
            Numbers.shortest(options.eps),
            LayerText.flag(options.elementwiseAffine));
  }
}
