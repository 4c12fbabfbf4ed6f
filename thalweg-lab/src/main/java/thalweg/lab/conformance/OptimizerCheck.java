package thalweg.lab.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.optim.Optimizer;
import thalweg.optim.SGD;
import thalweg.optim.lr.ReduceLROnPlateau;
import thalweg.optim.lr.Scheduler;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Kinds `optim`, `optim_quadratic` and `scheduler`: where the steps lead.
final class OptimizerCheck {
  private OptimizerCheck() {}

  static void steps(Fields test) {
    Tensor parameter = test.tensor("param").requiresGrad_(true);
    Arguments arguments = test.arguments();
    Optimizer<?> optimizer = Optimizers.make(test.text("optimizer"), List.of(parameter), arguments);
    var after = new ArrayList<Tensor>();
    for (Tensor gradient : test.tensors("grads")) {
      parameter.setGrad(gradient);
      optimizer.step();
      after.add(parameter.detach().clone());
    }
    Comparison.all("params", test.tensors("params"), after, test.tolerance());
  }

  /// `½pᵀAp − bᵀp` from 0.
  static void quadratic(Fields test) {
    Tensor a = test.tensor("A");
    Tensor b = test.tensor("b");
    Tensor parameter = Tensors.zerosLike(b).requiresGrad_(true);
    Optimizer<?> optimizer =
        Optimizers.make(test.text("optimizer"), List.of(parameter), test.arguments());
    List<Tensor> expected = test.tensors("params");
    var after = new ArrayList<Tensor>();
    for (int i = 0; i < expected.size(); i++) {
      optimizer.step(
          () -> {
            optimizer.zeroGrad();
            Tensor loss =
                parameter.dot(a.matmul(parameter)).mul(0.5).sub(b.dot(parameter));
            loss.backward();
            return loss;
          });
      after.add(parameter.detach().clone());
    }
    Comparison.all("params", expected, after, test.tolerance());
  }

  static void scheduler(Fields test) {
    Tensor parameter = Tensors.ones(1).requiresGrad_(true);
    var optimizer = new SGD(List.of(parameter), SGD.lr(test.real("base_lr")).momentum(0.9));
    String name = test.text("scheduler");
    double[] expected = test.reals("lrs");
    double[] rates =
        test.has("metrics")
            ? heard(optimizer, Schedulers.makePlateau(name, optimizer, test.arguments()), test)
            : stepped(optimizer, Schedulers.make(name, optimizer, test.arguments()), expected.length);
    Comparison.one(
        "lrs",
        Tensors.tensor(DType.FLOAT64, expected),
        Tensors.tensor(DType.FLOAT64, rates),
        test.tolerance());
  }

  private static double[] stepped(Optimizer<?> optimizer, Scheduler scheduler, int count) {
    double[] rates = new double[count];
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        optimizer.step();
        scheduler.step();
      }
      rates[i] = optimizer.learningRate();
    }
    return rates;
  }

  private static double[] heard(Optimizer<?> optimizer, ReduceLROnPlateau scheduler, Fields test) {
    return Arrays.stream(test.reals("metrics"))
        .map(
            metric -> {
              scheduler.step(metric);
              return optimizer.learningRate();
            })
        .toArray();
  }
}
