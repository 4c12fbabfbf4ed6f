package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;

/// Adaptive moments: PyTorch's `torch.optim.Adam` (Kingma and Ba 2015; `amsgrad`: Reddi et al. 2018).
///
/// With gradient `g` of step `t` and weight decay `λ`, for each parameter `p`:
///
/// ```
/// g ← g + λ·p
/// m ← β₁·m + (1 − β₁)·g
/// v ← β₂·v + (1 − β₂)·g²
/// p ← p − lr / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
/// ```
///
/// With `amsgrad` the largest `v` so far takes the place of `v` in the last line.
public final class Adam implements Optimizer {
  /// What can be chosen; all have a default.
  ///
  /// @param lr          the learning rate, 0.001 by default
  /// @param beta1       `β₁`, 0.9 by default
  /// @param beta2       `β₂`, 0.999 by default
  /// @param eps         `ε`, 1e-8 by default
  /// @param weightDecay `λ`, 0 by default
  /// @param amsgrad     never let the effective rate grow; false by default
  /// @param maximize    ascend instead; false by default
  public record Options(
      double lr,
      double beta1,
      double beta2,
      double eps,
      double weightDecay,
      boolean amsgrad,
      boolean maximize) {
    public Options {
      ParameterList.require("Adam", "lr", lr, 0, Double.POSITIVE_INFINITY);
      ParameterList.require("Adam", "beta1", beta1, 0, 1);
      ParameterList.require("Adam", "beta2", beta2, 0, 1);
      ParameterList.require("Adam", "eps", eps, 0, Double.POSITIVE_INFINITY);
      ParameterList.require("Adam", "weightDecay", weightDecay, 0, Double.POSITIVE_INFINITY);
    }

    /// With `β₁` and `β₂`.
    public Options betas(double beta1, double beta2) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    /// With `ε`.
    public Options eps(double eps) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    /// With weight decay `λ`.
    public Options weightDecay(double weightDecay) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    /// With the largest second moment so far.
    public Options amsgrad(boolean amsgrad) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }

    /// Ascending.
    public Options maximize(boolean maximize) {
      return new Options(lr, beta1, beta2, eps, weightDecay, amsgrad, maximize);
    }
  }

  /// What is remembered of one parameter.
  private static final class Moments {
    private long steps;
    private Tensor first;
    private Tensor second;
    private Tensor largestSecond;
  }

  private final ParameterList parameters;
  private final Options options;
  private final Moments[] moments;
  private double learningRate;

  /// With the default options.
  public Adam(List<Tensor> parameters) {
    this(parameters, lr(0.001));
  }

  /// With options: `new Adam(net.parameters(), Adam.lr(0.01).betas(0.8, 0.99))`.
  public Adam(List<Tensor> parameters, Options options) {
    this.parameters = new ParameterList("Adam", parameters);
    this.options = options;
    this.moments = new Moments[parameters.size()];
    this.learningRate = options.lr;
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0.9, 0.999, 1e-8, 0, false, false);
  }

  @Override
  public void step() {
    parameters.update(
        (i, p, gradient) -> {
          Tensor g = options.maximize ? gradient.neg() : gradient;
          if (options.weightDecay != 0) {
            g = g.add(p, options.weightDecay);
          }
          if (moments[i] == null) {
            moments[i] = new Moments();
          }
          p.sub_(direction(moments[i], g));
        });
  }

  private Tensor direction(Moments m, Tensor g) {
    m.steps++;
    Tensor square = g.mul(g);
    m.first = mix(m.first, g, options.beta1);
    m.second = mix(m.second, square, options.beta2);
    Tensor scale = m.second;
    if (options.amsgrad) {
      m.largestSecond =
          m.largestSecond == null ? m.second : m.largestSecond.maximum(m.second);
      scale = m.largestSecond;
    }
    double firstCorrection = 1 - StrictMath.pow(options.beta1, m.steps);
    double secondCorrection = Math.sqrt(1 - StrictMath.pow(options.beta2, m.steps));
    Tensor spread = scale.sqrt().div(secondCorrection).add(options.eps);
    return m.first.div(spread).mul(learningRate / firstCorrection);
  }

  private static Tensor mix(Tensor average, Tensor value, double decay) {
    Tensor share = value.mul(1 - decay);
    return average == null ? share : average.mul(decay).add(share);
  }

  @Override
  public List<Tensor> parameters() {
    return parameters.parameters();
  }

  @Override
  public double learningRate() {
    return learningRate;
  }

  @Override
  public void setLearningRate(double rate) {
    learningRate =
        ParameterList.require("Adam", "lr", rate, 0, Double.POSITIVE_INFINITY);
  }
}
