package thalweg.optim;

import java.util.ArrayList;
import java.util.List;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What the last steps `s` and the changes of the gradient along them, `y`, tell of the inverse of the Hessian:
/// the two loops of Nocedal (1980).
final class InverseHessian {
  private static final double LEAST_CURVATURE = 1e-10;

  private final List<Tensor> changes = new ArrayList<>(); // y
  private final List<Tensor> steps = new ArrayList<>(); // s
  private final List<Double> reciprocals = new ArrayList<>(); // 1 / y·s
  private double diagonal = 1;

  /// Takes a step and the change of the gradient along it into account, unless the function bends the other way.
  void learn(Tensor change, Tensor step, int historySize) {
    Precision precision = Precision.of(change);
    double curvature = Precision.dot(change, step);
    if (!(curvature > LEAST_CURVATURE)) {
      return;
    }
    while (changes.size() >= historySize) {
      changes.removeFirst();
      steps.removeFirst();
      reciprocals.removeFirst();
    }
    changes.add(change);
    steps.add(step);
    reciprocals.add(precision.round(1 / curvature));
    diagonal = precision.round(curvature / Precision.dot(change, change));
  }

  /// The negative gradient times the inverse.
  Tensor direction(Tensor gradient) {
    int n = changes.size();
    Precision precision = Precision.of(gradient);
    double[] shares = new double[n];
    Tensor q = gradient.neg();
    for (int i = n - 1; i >= 0; i--) {
      shares[i] = precision.round(Precision.dot(steps.get(i), q) * reciprocals.get(i));
      q = q.sub(changes.get(i), shares[i]);
    }
    Tensor r = q.mul(diagonal);
    for (int i = 0; i < n; i++) {
      double share = precision.round(Precision.dot(changes.get(i), r) * reciprocals.get(i));
      r = r.add(steps.get(i), precision.round(shares[i] - share));
    }
    return r;
  }

  double diagonal() {
    return diagonal;
  }

  /// `y`, one a row; `like` is a gradient.
  Tensor changes(Tensor like) {
    return rows(changes, like);
  }

  /// `s`, one a row.
  Tensor steps(Tensor like) {
    return rows(steps, like);
  }

  private static Tensor rows(List<Tensor> vectors, Tensor like) {
    return vectors.isEmpty()
        ? Tensors.zeros(like.dtype(), 0, like.size())
        : Tensors.stack(0, vectors.toArray(Tensor[]::new));
  }

  /// `1 / y·s`.
  Tensor reciprocals() {
    double[] values = reciprocals.stream().mapToDouble(Double::doubleValue).toArray();
    return Tensors.tensor(DType.FLOAT64, values);
  }

  /// Forgets all.
  void clear() {
    changes.clear();
    steps.clear();
    reciprocals.clear();
    diagonal = 1;
  }

  /// Takes on what was saved.
  void restore(Tensor changes, Tensor steps, Tensor reciprocals, double diagonal) {
    clear();
    for (int i = 0; i < changes.size(0); i++) {
      this.changes.add(changes.select(0, i).clone());
      this.steps.add(steps.select(0, i).clone());
      this.reciprocals.add(reciprocals.get(i));
    }
    this.diagonal = diagonal;
  }
}
