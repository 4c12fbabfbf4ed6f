package thalweg.lab.conformance;

import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Kind `autograd_error`: what cannot be differentiated says so, and says what to do instead.
final class AutogradErrorCheck {
  private AutogradErrorCheck() {}

  static void run(Fields test) {
    switch (test.text("name")) {
      case "backward_on_vector" -> expect(() -> leaf().mul(2).backward(), "sum()", "gradient");
      case "backward_twice" -> expect(AutogradErrorCheck::backwardTwice, "retainGraph");
      case "in_place_on_leaf" -> expect(() -> leaf().add_(1), "noGrad");
      case "grad_of_int" -> expect(() -> Tensors.arange(3).requiresGrad_(true), "to(");
      case "leaf_without_requires_grad" -> expect(() -> Tensors.ones(3).sum().backward(), "requiresGrad_");
      case "stale_saved_value" -> expect(AutogradErrorCheck::staleSavedValue, "clone()");
      default -> throw new Mismatch("unknown autograd_error " + test.text("name"));
    }
  }

  private static void expect(Runnable mistake, String... hints) {
    String message = null;
    try {
      mistake.run();
    } catch (IllegalStateException | IllegalArgumentException told) {
      message = String.valueOf(told.getMessage());
    }
    if (message == null) {
      throw new Mismatch("error", "an exception", "none");
    }
    for (String hint : hints) {
      if (!message.contains(hint)) {
        throw new Mismatch("message", "'" + hint + "' in it", "'" + message + "'");
      }
    }
  }

  private static Tensor leaf() {
    return Tensors.ones(3).requiresGrad_(true);
  }

  private static void backwardTwice() {
    Tensor loss = leaf().square().sum();
    loss.backward();
    loss.backward();
  }

  /// The gradient of exp is its own result, and that is gone.
  private static void staleSavedValue() {
    Tensor y = leaf().exp();
    y.mul_(2);
    y.sum().backward();
  }
}
