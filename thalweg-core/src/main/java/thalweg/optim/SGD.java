package thalweg.optim;

import java.util.List;
import thalweg.tensor.Tensor;

/// Gradient descent with momentum: PyTorch's `torch.optim.SGD`.
///
/// With gradient `g`, weight decay `λ`, momentum `μ` and dampening `τ`, for each parameter `p`:
///
/// ```
/// g ← g + λ·p
/// b ← μ·b + (1 − τ)·g        (at first b ← g; only with μ > 0)
/// g ← b, or g + μ·b with nesterov
/// p ← p − lr·g               (p + lr·g to maximize)
/// ```
///
/// ```java
/// var x = linspace(-1, 1, 100).reshape(100, 1);
/// var y = x.mul(4).add(2.5);
/// var net = new Linear(1, 1);
/// var loss = new MSELoss();
/// var sgd = new SGD(net.parameters(), 0.5);
/// for (int epoch = 0; epoch < 100; epoch++) {
///   loss.apply(net.apply(x), y).backward();
///   sgd.step();
///   sgd.zeroGrad();
/// }
/// IO.println(net.bias().detach());  // tensor([2.5000])
/// ```
public final class SGD extends PerParameterOptimizer<SGD.Options> {
  private static final String BUFFER = "momentum_buffer";

  /// What can be chosen; all but the rate have a default.
  ///
  /// @param lr          the learning rate, at least 0
  /// @param momentum    `μ`, 0 by default
  /// @param dampening   `τ`, 0 by default
  /// @param weightDecay `λ`, 0 by default
  /// @param nesterov    Nesterov's momentum, which needs `μ > 0` and `τ = 0`; false by default
  /// @param maximize    ascend instead; false by default
  public record Options(
      double lr,
      double momentum,
      double dampening,
      double weightDecay,
      boolean nesterov,
      boolean maximize)
      implements OptimizerOptions.WithMomentum<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(lr, momentum, dampening, weightDecay, nesterov, maximize);
    }

    @Override
    public Options momentum(double momentum) {
      return new Options(lr, momentum, dampening, weightDecay, nesterov, maximize);
    }

    /// With dampening `τ`.
    public Options dampening(double dampening) {
      return new Options(lr, momentum, dampening, weightDecay, nesterov, maximize);
    }

    /// With weight decay `λ`.
    public Options weightDecay(double weightDecay) {
      return new Options(lr, momentum, dampening, weightDecay, nesterov, maximize);
    }

    /// With Nesterov's momentum.
    public Options nesterov(boolean nesterov) {
      return new Options(lr, momentum, dampening, weightDecay, nesterov, maximize);
    }

    /// Ascending.
    public Options maximize(boolean maximize) {
      return new Options(lr, momentum, dampening, weightDecay, nesterov, maximize);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("SGD", "lr", lr);
      Require.atLeastZero("SGD", "momentum", momentum);
      Require.atLeastZero("SGD", "weightDecay", weightDecay);
      if (nesterov && (momentum <= 0 || dampening != 0)) {
        throw new IllegalArgumentException(
            "SGD: nesterov needs a momentum above 0 and no dampening, not %s and %s"
                .formatted(momentum, dampening));
      }
    }
  }

  /// Plain gradient descent.
  public SGD(List<Tensor> parameters, double lr) {
    this(parameters, lr(lr));
  }

  /// With options: `new SGD(net.parameters(), SGD.lr(0.1).momentum(0.9))`.
  ///
  /// @throws IllegalArgumentException for no parameters, an option out of range, or Nesterov's momentum without
  ///     momentum or with dampening
  public SGD(List<Tensor> parameters, Options options) {
    super("SGD", parameters, options);
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 0, 0, 0, false, false);
  }

  @Override
  protected void update(Tensor p, Tensor g, Options o, ParameterState state) {
    Tensor direction = g;
    if (o.momentum != 0) {
      // The first gradient counts in full, without dampening.
      Tensor former = state.get(BUFFER, () -> null);
      Tensor buffer = former == null ? g.clone() : former.mulAdd_(o.momentum, g, 1 - o.dampening);
      state.put(BUFFER, buffer);
      direction = o.nesterov ? g.add(buffer, o.momentum) : buffer;
    }
    p.sub_(direction, o.lr);
  }

  @Override
  protected StateNames stateNames(Options o) {
    return o.momentum == 0
        ? StateNames.NONE
        : new StateNames(List.of(), List.of(BUFFER));
  }
}
