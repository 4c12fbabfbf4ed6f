package thalweg.lab.conformance;

import java.util.ArrayList;
import java.util.List;
import thalweg.optim.Optimizer;
import thalweg.tensor.Tensor;

/// Kinds `optim`, `optim_quadratic` and `scheduler`: where the steps lead.
final class OptimizerCheck {
  private OptimizerCheck() {}

  static Errors steps(Fields test) {
    Tensor parameter = test.tensor("param").requiresGrad_(true);
    Arguments arguments = test.arguments();
    Optimizer optimizer = Optimizers.make(test.text("optimizer"), List.of(parameter), arguments);
    var after = new ArrayList<Tensor>();
    for (Tensor gradient : test.tensors("grads")) {
      parameter.setGrad(gradient);
      optimizer.step();
      after.add(parameter.detach().clone());
    }
    return Errors.ofValues(
        Comparison.all("params", test.tensors("params"), after, test.tolerance()));
  }

  static Errors quadratic(Fields test) {
    throw new Mismatch("unknown optimizer " + test.text("optimizer"));
  }

  static Errors scheduler(Fields test) {
    throw new Mismatch("unknown scheduler " + test.text("scheduler"));
  }
}
