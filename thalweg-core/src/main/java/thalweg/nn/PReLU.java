package thalweg.nn;

import java.util.Arrays;
import java.util.SequencedMap;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// `x` above 0, `a·x` below, with a slope `a` that is learned: PyTorch's `nn.PReLU`, He et al. 2015. Any
/// shape; with more than one slope `(N, numParameters, *)`, a slope for each channel.
///
/// ```java
/// IO.println(new PReLU().apply(tensor(-1.0, 3.0)).detach());  // tensor([-0.2500,  3.0000])
/// ```
public final class PReLU implements Layer {
  private final Mode mode = new Mode();
  private final Tensor weight;

  /// One slope, which starts at 0.25.
  public PReLU() {
    this(1, 0.25);
  }

  /// So many slopes, which start at `init`.
  public PReLU(int numParameters, double init) {
    weight = Tensors.full(init, numParameters).asParameter();
  }

  /// @throws ShapeException if there are several slopes, but not as many channels
  @Override
  public Tensor apply(Tensor x) {
    Tensor slopes = weight;
    if (weight.size() != 1) {
      if (x.rank() < 2 || x.shape().dim(1) != weight.size()) {
        throw new ShapeException(
            "PReLU: %d slopes need an input (N, %d, *), but got %s"
                .formatted(weight.size(), weight.size(), x.shape().tuple()));
      }
      int[] channel = new int[x.rank()];
      Arrays.fill(channel, 1);
      channel[1] = weight.size();
      slopes = weight.reshape(channel);
    }
    return Tensors.where(x.gt(0), x, x.mul(slopes));
  }

  /// The slopes, `(numParameters)`.
  public Tensor weight() {
    return weight;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public SequencedMap<String, Tensor> ownParameters() {
    return Layer.named("weight", weight);
  }

  /// As PyTorch prints it: `PReLU(num_parameters=1)`.
  @Override
  public String toString() {
    return "PReLU(num_parameters=%d)".formatted(weight.size());
  }
}
