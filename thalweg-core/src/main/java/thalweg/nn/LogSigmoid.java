package thalweg.nn;

import thalweg.tensor.Tensor;

/// `ln sigmoid(x)`: PyTorch's `nn.LogSigmoid`.
public final class LogSigmoid extends Activation {
  /// The one there is.
  public LogSigmoid() {
    super("LogSigmoid()", Tensor::logsigmoid);
  }
}
