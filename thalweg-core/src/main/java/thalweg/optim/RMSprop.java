package thalweg.optim;

import java.util.ArrayList;
import java.util.List;
import thalweg.tensor.Tensor;

/// Gradients divided by a running average of their size: PyTorch's `torch.optim.RMSprop` (Hinton's lecture 6e,
/// 2012; `centered`: Graves 2013).
///
/// With gradient `g`, weight decay `λ` and momentum `μ`, for each parameter `p`:
///
/// ```
/// g ← g + λ·p
/// v ← α·v + (1 − α)·g²
/// d ← g / (√v + ε)
/// b ← μ·b + d                (only with μ > 0; then d ← b)
/// p ← p − lr·d
/// ```
///
/// With `centered` the variance `v − ḡ²` takes the place of `v` in the third line, where `ḡ ← α·ḡ + (1 − α)·g`.
public final class RMSprop extends PerParameterOptimizer<RMSprop.Options> {
  /// What can be chosen; all have a default.
  ///
  /// @param lr          the learning rate, 0.01 by default
  /// @param alpha       `α`, 0.99 by default
  /// @param eps         `ε`, 1e-8 by default
  /// @param weightDecay `λ`, 0 by default
  /// @param momentum    `μ`, 0 by default
  /// @param centered    divide by the standard deviation; false by default
  /// @param maximize    ascend instead; false by default
  public record Options(
      double lr,
      double alpha,
      double eps,
      double weightDecay,
      double momentum,
      boolean centered,
      boolean maximize)
      implements OptimizerOptions.WithMomentum<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(lr, alpha, eps, weightDecay, momentum, centered, maximize);
    }

    /// With the decay `α` of the averages.
    public Options alpha(double alpha) {
      return new Options(lr, alpha, eps, weightDecay, momentum, centered, maximize);
    }

    /// With `ε`.
    public Options eps(double eps) {
      return new Options(lr, alpha, eps, weightDecay, momentum, centered, maximize);
    }

    /// With weight decay `λ`.
    public Options weightDecay(double weightDecay) {
      return new Options(lr, alpha, eps, weightDecay, momentum, centered, maximize);
    }

    @Override
    public Options momentum(double momentum) {
      return new Options(lr, alpha, eps, weightDecay, momentum, centered, maximize);
    }

    /// With the variance.
    public Options centered(boolean centered) {
      return new Options(lr, alpha, eps, weightDecay, momentum, centered, maximize);
    }

    /// Ascending.
    public Options maximize(boolean maximize) {
      return new Options(lr, alpha, eps, weightDecay, momentum, centered, maximize);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("RMSprop", "lr", lr);
      Require.atLeastZero("RMSprop", "alpha", alpha);
      Require.atLeastZero("RMSprop", "eps", eps);
      Require.atLeastZero("RMSprop", "weightDecay", weightDecay);
      Require.atLeastZero("RMSprop", "momentum", momentum);
    }
  }

  /// With the default options.
  public RMSprop(List<Tensor> parameters) {
    this(parameters, lr(0.01));
  }

  /// With options: `new RMSprop(net.parameters(), RMSprop.lr(0.01).momentum(0.9))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public RMSprop(List<Tensor> parameters, Options options) {
    super("RMSprop", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0.99, 1e-8, 0, 0, false, false);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    state.countStep();
    Tensor size = state.averageSquare("square_avg", g, o.alpha);
    if (o.centered) {
      Tensor mean = state.average("grad_avg", g, o.alpha);
      size = size.addcmul(mean, mean, -1);
    }
    Tensor root = size.sqrt().add_(o.eps);
    if (o.momentum > 0) {
      Tensor buffer = state.get("momentum_buffer").mul_(o.momentum).addcdiv_(g, root, 1);
      p.sub_(state.put("momentum_buffer", buffer), o.lr);
    } else {
      p.addcdiv_(g, root, -o.lr);
    }
  }

  @Override
  protected StateNames stateNames(Options o) {
    var names = new ArrayList<>(List.of("square_avg"));
    if (o.centered) {
      names.add("grad_avg");
    }
    if (o.momentum > 0) {
      names.add("momentum_buffer");
    }
    return StateNames.stepAnd(names.toArray(String[]::new));
  }
}
