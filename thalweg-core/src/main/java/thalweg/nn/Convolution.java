package thalweg.nn;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import thalweg.random.Generator;
import thalweg.random.Seeds;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What [Conv1d] and [Conv2d] have in common: weight, bias, options, start values and text.
///
/// `weight` has shape `(outChannels, inChannels / groups, …kernel)`, `bias` `(outChannels)`. Both start
/// uniform in `(−√k, √k)` with `k = 1 / (inChannels / groups · Π kernel)`, drawn in this order. What is put
/// around the input are zeros; PyTorch's other values of `padding_mode` are not offered.
public abstract sealed class Convolution implements Layer permits Conv1d, Conv2d {
  /// What can be chosen beside the sizes. Numbers are one for all directions, or one each.
  ///
  /// @param stride    how far apart windows start; 1 by default
  /// @param padding   the zeros around the input; none by default
  /// @param dilation  how far apart the places of a window are; 1 by default
  /// @param groups    the parts of the channels that are convolved by themselves; 1 by default
  /// @param bias      whether a bias is added; true by default
  /// @param dtype     the type of the parameters; `float32` by default
  /// @param generator what the start values are drawn from; PyTorch's default generator by default
  public record Options(
      Shape stride,
      Padding padding,
      Shape dilation,
      int groups,
      boolean bias,
      DType dtype,
      Generator generator) {
    /// With windows so far apart.
    public Options stride(int... stride) {
      return new Options(Shape.of(stride), padding, dilation, groups, bias, dtype, generator);
    }

    /// With so many zeros on each side.
    public Options padding(int... padding) {
      return padding(Padding.of(padding));
    }

    /// With this padding, such as [Padding#SAME].
    public Options padding(Padding padding) {
      return new Options(stride, padding, dilation, groups, bias, dtype, generator);
    }

    /// With the places of a window so far apart.
    public Options dilation(int... dilation) {
      return new Options(stride, padding, Shape.of(dilation), groups, bias, dtype, generator);
    }

    /// With the channels in so many parts.
    public Options groups(int groups) {
      return new Options(stride, padding, dilation, groups, bias, dtype, generator);
    }

    /// With or without a bias.
    public Options bias(boolean bias) {
      return new Options(stride, padding, dilation, groups, bias, dtype, generator);
    }

    /// With parameters of this type.
    public Options dtype(DType dtype) {
      return new Options(stride, padding, dilation, groups, bias, dtype, generator);
    }

    /// With start values from this generator.
    public Options generator(Generator generator) {
      return new Options(stride, padding, dilation, groups, bias, dtype, generator);
    }
  }

  private final Mode mode = new Mode();
  private final int inChannels;
  private final int outChannels;
  private final int[] kernel;
  private final Options options;
  private final Tensor weight;
  private final Tensor bias;

  /// @param kernel the lengths of a window, as many as there are directions
  Convolution(int inChannels, int outChannels, int[] kernel, Options options) {
    int groups = options.groups;
    if (groups <= 0 || inChannels % groups != 0 || outChannels % groups != 0) {
      throw new IllegalArgumentException(
          "%s: in_channels = %d and out_channels = %d must be divisible by groups = %d"
              .formatted(getClass().getSimpleName(), inChannels, outChannels, groups));
    }
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernel = kernel;
    this.options = options;
    int[] shape = new int[kernel.length + 2];
    shape[0] = outChannels;
    shape[1] = inChannels / groups;
    System.arraycopy(kernel, 0, shape, 2, kernel.length);
    Tensor start = Tensors.zeros(options.dtype, shape);
    weight = Init.kaimingUniform_(start, Math.sqrt(5), options.generator).asParameter();
    bias = options.bias ? biasOf(Shape.of(shape)).asParameter() : null;
  }

  private Tensor biasOf(Shape weight) {
    int fanIn = weight.dim(0) == 0 ? 0 : weight.size() / weight.dim(0);
    double bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
    Tensor start = Tensors.zeros(options.dtype, outChannels);
    return RandomTensors.uniform_(start, -bound, bound, options.generator);
  }

  /// The defaults: windows 1 apart, no padding, one group, a bias, `float32`, the default generator.
  public static Options options() {
    Shape one = Shape.of(1);
    return new Options(one, Padding.of(0), one, 1, true, DType.FLOAT32, Seeds.torch());
  }

  /// The defaults, but with windows so far apart.
  public static Options stride(int... stride) {
    return options().stride(stride);
  }

  /// The defaults, but with so many zeros on each side.
  public static Options padding(int... padding) {
    return options().padding(padding);
  }

  /// The defaults, but with this padding, such as [Padding#SAME].
  public static Options padding(Padding padding) {
    return options().padding(padding);
  }

  /// The defaults, but with the places of a window so far apart.
  public static Options dilation(int... dilation) {
    return options().dilation(dilation);
  }

  /// The defaults, but with the channels in so many parts.
  public static Options groups(int groups) {
    return options().groups(groups);
  }

  /// The defaults, but with or without a bias.
  public static Options bias(boolean bias) {
    return options().bias(bias);
  }

  /// The weight, `(outChannels, inChannels / groups, …kernel)`.
  public final Tensor weight() {
    return weight;
  }

  /// The bias, `(outChannels)`, or null.
  public final Tensor bias() {
    return bias;
  }

  final Options chosen() {
    return options;
  }

  @Override
  public final Mode mode() {
    return mode;
  }

  @Override
  public final SequencedMap<String, Tensor> ownParameters() {
    var own = new LinkedHashMap<String, Tensor>();
    own.put("weight", weight);
    if (bias != null) {
      own.put("bias", bias);
    }
    return own;
  }

  /// As PyTorch prints it: `Conv2d(1, 6, kernel_size=(5, 5), stride=(1, 1))`.
  @Override
  public final String toString() {
    int n = kernel.length;
    var text = new StringBuilder(getClass().getSimpleName());
    text.append("(%d, %d, kernel_size=%s, stride=%s".formatted(
        inChannels, outChannels, LayerText.tuple(Shape.of(kernel)), each("stride", options.stride)));
    String padding = options.padding.text(n);
    text.append(padding == null ? "" : ", padding=" + padding);
    boolean dilated = options.dilation.size() != 1;
    text.append(dilated ? ", dilation=" + each("dilation", options.dilation) : "");
    text.append(options.groups == 1 ? "" : ", groups=" + options.groups);
    return text.append(bias == null ? ", bias=False)" : ")").toString();
  }

  private String each(String name, Shape given) {
    return LayerText.tuple(Shape.of(WindowGeometry.each(name, given, kernel.length)));
  }
}
