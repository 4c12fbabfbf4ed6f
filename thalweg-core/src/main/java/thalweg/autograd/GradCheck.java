package thalweg.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import thalweg.runtime.Internals;
import thalweg.runtime.Storage;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Compares the gradients of a function with differences: is my backward formula right?
///
/// For each element of each input, `(f(x + h) − f(x − h)) / 2h` of every element of the output is held
/// against the derivative that autograd gives. Inputs must be `float64`, and away from kinks by more than
/// `h`.
///
/// ```java
/// var x = tensor(DType.FLOAT64, 0.5, -1.5);
/// IO.println(GradCheck.standard().check(v -> v.tanh().mul(v), x).passed());  // true
/// IO.println(GradCheck.standard().check(v -> v.mul(v.detach()), x).passed());  // false
/// ```
///
/// After PyTorch's `torch.autograd.gradcheck` and `gradgradcheck`.
///
/// @param step     h, 1e-6 by default
/// @param absolute the allowed error of a derivative, 1e-5 by default
/// @param relative the allowed error as a fraction of the derivative, 1e-3 by default
public record GradCheck(double step, double absolute, double relative) {
  /// The usual tolerances.
  public static GradCheck standard() {
    return new GradCheck(1e-6, 1e-5, 1e-3);
  }

  /// The worst disagreement found.
  ///
  /// @param passed     whether all derivatives agree
  /// @param message    which derivative is off most and by how much
  /// @param worstError the largest `|autograd − difference|`
  public record Result(boolean passed, String message, double worstError) {}

  /// Checks first derivatives of `f` at `inputs`, which may be several.
  ///
  /// @throws IllegalArgumentException if an input is not `float64`
  public Result check(Function<List<Tensor>, Tensor> f, List<Tensor> inputs) {
    List<Tensor> leaves = inputs.stream().map(this::leaf).toList();
    Tensor output = f.apply(leaves);
    var worst = new Worst();
    for (int k = 0; k < leaves.size(); k++) {
      double[][] expected = differences(f, leaves, k, output.size());
      for (int j = 0; j < output.size(); j++) {
        double[] derivatives = derivatives(output, j, leaves.get(k));
        for (int i = 0; i < derivatives.length; i++) {
          worst.note(derivatives[i], expected[i][j], k, i, j);
        }
      }
    }
    return worst.result(leaves);
  }

  /// Checks first derivatives of a function of one tensor.
  public Result check(Function<Tensor, Tensor> f, Tensor x) {
    return check(all -> f.apply(all.getFirst()), List.of(x));
  }

  /// Checks second derivatives: the first derivatives, as a function of the inputs and of the output's
  /// gradient, are checked in their turn.
  public Result checkSecond(Function<List<Tensor>, Tensor> f, List<Tensor> inputs) {
    int n = inputs.size();
    Tensor probe = f.apply(inputs.stream().map(this::leaf).toList());
    // Different weights, so that no second derivative is lost in a sum.
    double[] weights = new double[probe.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 0.5 + 0.37 * ((i * 7) % 5);
    }
    Tensor gradient = Tensors.tensor(DType.FLOAT64, weights).reshape(probe.shape().toArray());
    var extended = new ArrayList<>(inputs);
    extended.add(gradient);
    return check(
        all -> {
          List<Tensor> own = all.subList(0, n);
          Tensor output = f.apply(own);
          return Tensors.cat(
              0,
              own.stream()
                  .map(x -> Autograd.gradOrZero(output, x, all.get(n), true).flatten())
                  .toArray(Tensor[]::new));
        },
        extended);
  }

  private Tensor leaf(Tensor input) {
    if (input.dtype() != DType.FLOAT64) {
      throw new IllegalArgumentException(
          ("GradCheck: differences need float64, but an input of shape %s is %s; convert it with "
              + "to(DType.FLOAT64)")
              .formatted(input.shape().tuple(), input.dtype()));
    }
    return input.detach().clone().requiresGrad_(true);
  }

  /// `[i][j]`: the difference quotient of output `j` by element `i` of input `k`.
  private double[][] differences(
      Function<List<Tensor>, Tensor> f, List<Tensor> inputs, int k, int outputs) {
    Tensor input = inputs.get(k);
    double[][] quotients = new double[input.size()][outputs];
    for (int i = 0; i < quotients.length; i++) {
      double[] above = shifted(f, inputs, k, i, step);
      double[] below = shifted(f, inputs, k, i, -step);
      for (int j = 0; j < outputs; j++) {
        quotients[i][j] = (above[j] - below[j]) / (2 * step);
      }
    }
    return quotients;
  }

  private static double[] shifted(
      Function<List<Tensor>, Tensor> f, List<Tensor> inputs, int k, int i, double by) {
    var moved = new ArrayList<>(inputs);
    Tensor copy = Internals.unrecorded(inputs.get(k), DType.FLOAT64);
    ((Storage.Doubles) Internals.storage(copy)).array()[i] += by;
    moved.set(k, copy.requiresGrad_(true));
    return f.apply(moved).toDoubleArray();
  }

  private static double[] derivatives(Tensor output, int j, Tensor input) {
    if (!output.requiresGrad()) {
      return new double[input.size()];
    }
    double[] pick = new double[output.size()];
    pick[j] = 1;
    Tensor seed = Tensors.tensor(DType.FLOAT64, pick).reshape(output.shape().toArray());
    return Autograd.gradOrZero(output, input, seed, false).toDoubleArray();
  }

  /// The largest disagreement so far.
  private final class Worst {
    private double error;
    private double excess = -1;
    private String where = "";
    private int input;

    void note(double derivative, double difference, int k, int i, int j) {
      double distance = Math.abs(derivative - difference);
      double over = distance - absolute - relative * Math.abs(difference);
      if (Double.isNaN(over)) {
        over = Double.isNaN(derivative) && Double.isNaN(difference) ? -1 : Double.POSITIVE_INFINITY;
      }
      error = Math.max(error, distance);
      if (over > excess) {
        excess = over;
        input = k;
        where =
            "output element %d by element %d of input %d: autograd says %s, differences say %s"
                .formatted(j, i, k + 1, derivative, difference);
      }
    }

    Result result(List<Tensor> inputs) {
      if (excess <= 0) {
        return new Result(true, "all derivatives agree, the worst within " + error, error);
      }
      Shape shape = inputs.get(input).shape();
      return new Result(false, where + " (its shape is " + shape.tuple() + ")", error);
    }
  }
}
