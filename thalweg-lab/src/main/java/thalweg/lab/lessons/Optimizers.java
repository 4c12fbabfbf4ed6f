package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;

import java.util.List;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Parameter;
import thalweg.nn.MSELoss;
import thalweg.op.Reduction;
import thalweg.optim.Adagrad;
import thalweg.optim.Adam;
import thalweg.optim.AdamW;
import thalweg.optim.Optimizer;
import thalweg.optim.RMSprop;
import thalweg.optim.SGD;
import thalweg.tensor.Tensor;

/// The losses and optimisers that one can choose in every lesson that trains.
final class Optimizers {
  static final String BY_HAND = "by-hand";

  private static final double MOMENTUM = 0.9;

  private Optimizers() {}

  /// The parameters `loss` and `optimizer`.
  ///
  /// @param loss      the default: `sum` or `mean`
  /// @param optimizer the default
  static List<Parameter> parameters(String loss, String optimizer) {
    return List.of(
        Parameter.choice("loss", loss, List.of("sum", "mean"), text("common.parameter.loss")),
        Parameter.choice(
            "optimizer",
            optimizer,
            List.of(BY_HAND, "sgd", "momentum", "nesterov", "adam", "adamw", "rmsprop", "adagrad"),
            text("common.parameter.optimizer")));
  }

  /// True for gradient descent without memory, whose course is known where the loss is.
  static boolean isPlain(String optimizer) {
    return optimizer.equals(BY_HAND) || optimizer.equals("sgd");
  }

  /// True if the choice is not the one with these defaults.
  static boolean isOther(LessonContext context, String loss, String optimizer) {
    return !context.choice("loss").equals(loss) || !context.choice("optimizer").equals(optimizer);
  }

  /// The sum or the mean of squares.
  static MSELoss loss(String name) {
    return new MSELoss(name.equals("sum") ? Reduction.SUM : Reduction.MEAN);
  }

  /// What updates `weights` by their gradients, which it leaves as they are.
  static Runnable update(String name, List<Tensor> weights, double rate) {
    if (name.equals(BY_HAND)) {
      return () -> weights.forEach(w -> w.setData(w.data().sub(w.grad().mul(rate))));
    }
    return optimizer(name, weights, rate)::step;
  }

  private static Optimizer<?> optimizer(String name, List<Tensor> weights, double rate) {
    return switch (name) {
      case "sgd" -> new SGD(weights, rate);
      case "momentum" -> new SGD(weights, SGD.lr(rate).momentum(MOMENTUM));
      case "nesterov" -> new SGD(weights, SGD.lr(rate).momentum(MOMENTUM).nesterov(true));
      case "adam" -> new Adam(weights, Adam.lr(rate));
      case "adamw" -> new AdamW(weights, AdamW.lr(rate));
      case "rmsprop" -> new RMSprop(weights, RMSprop.lr(rate));
      case "adagrad" -> new Adagrad(weights, Adagrad.lr(rate));
      default -> throw new IllegalArgumentException("no optimizer " + name);
    };
  }
}
