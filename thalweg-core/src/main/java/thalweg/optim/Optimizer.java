package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;

/// Changes parameters by their gradients: PyTorch's `torch.optim.Optimizer`.
public interface Optimizer {
  /// What is updated.
  List<Tensor> parameters();

  /// Updates each parameter that has a gradient.
  void step();

  /// The learning rate.
  double learningRate();

  /// Sets the learning rate of the steps to come.
  void setLearningRate(double rate);

  /// Clears the gradients: they are none afterwards.
  default void zeroGrad() {
    parameters().forEach(parameter -> parameter.setGrad(null));
  }
}
