package thalweg.lab.conformance;

import static thalweg.lab.conformance.Operation.one;

import java.util.Map;
import thalweg.nn.Functional;
import thalweg.nn.Reduction;
import thalweg.tensor.Tensor;

/// Products of matrices, layers and losses.
final class NetworkOps {
  static final Map<String, Operation> TABLE =
      Map.ofEntries(
          one("matmul", c -> c.x().matmul(c.y())),
          one("mm", c -> c.x().mm(c.y())),
          one("mv", c -> c.x().mv(c.y())),
          one("bmm", c -> c.x().bmm(c.y())),
          one("dot", c -> c.x().dot(c.y())),
          one("outer", c -> c.x().outer(c.y())),
          one("trace", c -> c.x().trace()),
          one("linear", c -> c.x().linear(c.y(), c.orNull(2))),
          one("mse_loss", c -> Functional.mseLoss(c.x(), c.y(), reduction(c))),
          one("dropout", NetworkOps::dropout));

  private NetworkOps() {}

  private static Reduction reduction(Call c) {
    return Reduction.named(c.args().text("reduction", "mean"));
  }

  private static Tensor dropout(Call c) {
    return Functional.dropout(c.x(), c.real("p", 0.5), c.args().flag("training", true));
  }
}
