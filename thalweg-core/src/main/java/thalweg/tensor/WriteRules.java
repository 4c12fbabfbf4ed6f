package thalweg.tensor;

import thalweg.autograd.GradMode;

/// When a tensor may be changed in place, and what a view says whose base was.
final class WriteRules {
  private WriteRules() {}

  /// @throws IllegalStateException if changing `x` in place has no meaning, or could not be recorded
  static void check(Tensor x, String op, boolean recordsOperand) {
    if (x.layout().overlapsItself()) {
      throw new IllegalStateException(
          ("%s: several elements of this expanded tensor of shape %s share one place; "
                  + "change a clone() of it")
              .formatted(op, x.shape().tuple()));
    }
    if (!GradMode.isEnabled()) {
      return;
    }
    if (x.isLeaf() && x.requiresGrad()) {
      throw new IllegalStateException(
          ("%s: this leaf of shape %s requires grad, so changing it in place cannot be recorded; "
                  + "use %s, which makes a new tensor, or change it inside noGrad()")
              .formatted(op, x.shape().tuple(), outOfPlace(op)));
    }
    for (Tensor view = x; view.base != null; view = view.base) {
      if (recordsOperand || view.base.requiresGrad()) {
        throw new IllegalStateException(
            ("%s: this tensor of shape %s is a view of one of shape %s, through which a change cannot "
                    + "be recorded; use %s, which makes a new tensor, and put it together with cat, "
                    + "stack or where")
                .formatted(op, x.shape().tuple(), view.base.shape().tuple(), outOfPlace(op)));
      }
    }
  }

  private static String outOfPlace(String op) {
    return op.endsWith("_") ? op.substring(0, op.length() - 1) : op;
  }

  /// A recorded in-place change of a base gives it another history than `x`, a view, remembers.
  static void checkBase(Tensor x) {
    for (Tensor view = x; view.base != null; view = view.base) {
      if (view.base.gradFn() != view.baseNode) {
        throw new IllegalStateException(
            ("this view of shape %s was taken before its base of shape %s was changed in place by %s; "
                    + "take the view again")
                .formatted(x.shape().tuple(), view.base.shape().tuple(), view.base.gradFn()));
      }
    }
  }
}
