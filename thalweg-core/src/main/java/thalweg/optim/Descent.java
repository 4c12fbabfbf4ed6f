package thalweg.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import thalweg.autograd.Autograd;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// Gradient descent as it was first written down: Augustin-Louis Cauchy, *Méthode générale pour la
/// résolution des systèmes d'équations simultanées*, Comptes rendus 25 (1847).
///
/// The gradient points where a function grows fastest, so its negative points where it falls fastest:
///
/// ```
/// Inputs: initial guess w(0), step size η > 0, number of steps T
/// for t = 0, 1, …, T − 1 do
///   w(t+1) = w(t) − η ∇f(w(t))
/// end
/// return w(T)
/// ```
///
/// ```java
/// var f = Expression.parse("(x - 3)^2");
/// var trace = Descent.descend(w -> f.evaluate(Map.of("x", w)), tensor(0.0), 0.1, 50);
/// IO.println(Numbers.fixed(trace.result().getFirst(), 4));  // 3.0000
/// ```
public final class Descent {
  private Descent() {}

  /// Takes `steps` steps against the gradient of `f`, from `w0` on. What grows beyond all numbers becomes
  /// infinite and then NaN, as in any tensor; the trace shows where.
  ///
  /// @param f     a function of the weights that gives one number, made of recorded operations
  /// @param w0    where to start; it is left as it is
  /// @param eta   the step size η, above 0
  /// @param steps how many, 0 or more
  /// @return the weights, values and gradients of each step, and the weights after the last
  /// @throws IllegalArgumentException for a step size or a number of steps out of range
  public static Trace descend(Function<Tensor, Tensor> f, Tensor w0, double eta, int steps) {
    if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "descend: the step size eta must be a number above 0, not " + eta);
    }
    if (steps < 0) {
      throw new IllegalArgumentException("descend: steps must be 0 or more, not " + steps);
    }
    var parameters = new LinkedHashMap<String, Double>();
    parameters.put("eta", eta);
    parameters.put("steps", (double) steps);
    var taken = new ArrayList<Trace.Step>(Math.min(steps, 1000));
    Tensor w = w0.detach().clone();
    for (int t = 0; t < steps; t++) {
      w.requiresGrad_(true);
      Tensor value = f.apply(w);
      Tensor gradient = Autograd.grad(value, List.of(w)).getFirst();
      taken.add(new Trace.Step(list(w), value.item(), list(gradient), eta));
      w = w.detach().sub(gradient, eta);
    }
    return new Trace("descent eta=" + eta, parameters, taken, list(w));
  }

  private static List<Double> list(Tensor tensor) {
    return Arrays.stream(tensor.toDoubleArray()).boxed().toList();
  }
}
