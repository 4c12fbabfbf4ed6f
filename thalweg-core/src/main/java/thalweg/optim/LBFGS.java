package thalweg.optim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Newton's method with a Hessian guessed from the last steps: PyTorch's `torch.optim.LBFGS` (Liu and Nocedal
/// 1989).
///
/// A step takes up to `maxIter` iterations, and measures the loss by a closure in each. With `g` the gradient of
/// all parameters as one vector and `H` the guess at the inverse of the Hessian:
///
/// ```
/// d ← −H·g
/// t ← lr                     (at first min(1, 1 / Σ|gᵢ|)·lr; with strong Wolfe where the line search starts)
/// p ← p + t·d
/// ```
///
/// It ends early when no element of `g` exceeds `toleranceGrad`, or when steps or changes of the loss
/// fall below `toleranceChange`, or after `maxEval` measurements. It takes one group of parameters.
///
/// ```java
/// var x = tensor(DType.FLOAT64, -1.5, 2).requiresGrad_(true);
/// var lbfgs = new LBFGS(List.of(x), LBFGS.lr(1).lineSearch(LBFGS.LineSearch.STRONG_WOLFE));
/// for (int i = 0; i < 3; i++) {
///   lbfgs.step(() -> {  // Rosenbrock's valley
///     lbfgs.zeroGrad();
///     var a = x.select(0, 0);
///     var b = x.select(0, 1);
///     var loss = b.sub(a.square()).square().mul(100).add(a.rsub(1).square());
///     loss.backward();
///     return loss;
///   });
/// }
/// IO.println(x.detach());  // tensor([1.0000, 1.0000], dtype=torch.float64)
/// ```
public final class LBFGS extends Optimizer<LBFGS.Options> {
  /// How far to go along a direction.
  public enum LineSearch {
    /// As far as the learning rate says.
    NONE,
    /// Until the strong Wolfe conditions hold: PyTorch's `strong_wolfe`.
    STRONG_WOLFE
  }

  /// What can be chosen; all have a default.
  ///
  /// @param lr              the learning rate, 1 by default
  /// @param maxIter         the most iterations a step, 20 by default
  /// @param maxEval         the most measurements a step, ⌊1.25·maxIter⌋ by default
  /// @param toleranceGrad   where the gradient is small enough, 1e-7 by default
  /// @param toleranceChange where changes are small enough, 1e-9 by default
  /// @param historySize     of how many steps `H` is made, 100 by default
  /// @param lineSearch      how far to go; without a search by default
  public record Options(
      double lr,
      int maxIter,
      int maxEval,
      double toleranceGrad,
      double toleranceChange,
      int historySize,
      LineSearch lineSearch)
      implements OptimizerOptions<Options> {
    @Override
    public Options lr(double lr) {
      return new Options(
          lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, lineSearch);
    }

    /// The most measurements a step: as chosen, or a quarter more than iterations.
    public int maxEval() {
      return maxEval == QUARTER_MORE ? (int) Math.min(maxIter * 5L / 4, Integer.MAX_VALUE) : maxEval;
    }

    /// With at most so many iterations, and a quarter more measurements unless their number is chosen.
    public Options maxIter(int maxIter) {
      return new Options(
          lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, lineSearch);
    }

    /// With at most so many measurements.
    public Options maxEval(int maxEval) {
      return new Options(
          lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, lineSearch);
    }

    /// With another bound for the gradient.
    public Options toleranceGrad(double toleranceGrad) {
      return new Options(
          lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, lineSearch);
    }

    /// With another bound for changes.
    public Options toleranceChange(double toleranceChange) {
      return new Options(
          lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, lineSearch);
    }

    /// With a longer or shorter memory.
    public Options historySize(int historySize) {
      return new Options(
          lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, lineSearch);
    }

    /// With a line search.
    public Options lineSearch(LineSearch lineSearch) {
      return new Options(
          lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, lineSearch);
    }

    @Override
    public void requireValid() {
      Require.atLeastZero("LBFGS", "lr", lr);
      Require.atLeastZero("LBFGS", "toleranceGrad", toleranceGrad);
      Require.atLeastZero("LBFGS", "toleranceChange", toleranceChange);
      if (maxIter < 1 || maxEval() < 1 || historySize < 1) {
        throw Require.refused(
            "LBFGS",
            "maxIter, maxEval, historySize",
            maxIter + ", " + maxEval() + ", " + historySize,
            "they must be at least 1");
      }
    }
  }

  /// That no number of measurements was chosen.
  private static final int QUARTER_MORE = 0;

  // what is saved, by PyTorch's names
  private static final List<String> COUNTS = List.of("func_evals", "n_iter");
  private static final List<String> NUMBERS = List.of("t", "H_diag", "prev_loss");
  private static final List<String> VECTORS = List.of("d", "prev_flat_grad");
  private static final List<String> ROWS = List.of("old_dirs", "old_stps");

  private final List<Tensor> parameters;
  private final InverseHessian inverseHessian = new InverseHessian();
  private long evaluations;
  private long iterations;
  private Tensor direction;
  private double stepSize;
  private Tensor formerGradient;
  private double formerLoss;

  /// With the default options.
  public LBFGS(List<Tensor> parameters) {
    this(parameters, lr(1));
  }

  /// With options: `new LBFGS(net.parameters(), LBFGS.lr(1).maxIter(10))`.
  ///
  /// @throws IllegalArgumentException for no parameters or an option out of range
  public LBFGS(List<Tensor> parameters, Options options) {
    super("LBFGS", parameters, options);
    this.parameters = paramGroups().getFirst().parameters();
  }

  /// The defaults with this learning rate.
  public static Options lr(double lr) {
    return new Options(lr, 20, QUARTER_MORE, 1e-7, 1e-9, 100, LineSearch.NONE);
  }

  @Override
  public void step() {
    throw new UnsupportedOperationException(
        "LBFGS: a step measures the loss several times, so it needs a closure: step(() -> { zeroGrad(); compute "
            + "the loss; loss.backward(); return loss; })");
  }

  @Override
  public Tensor step(Supplier<Tensor> closure) {
    countStep();
    try (var _ = Tensors.noGrad()) {
      Tensor loss = measure(closure);
      evaluations++;
      Tensor gradient = flatGradient();
      if (!isSmall(gradient)) {
        iterate(closure, loss.item(), gradient);
      }
      return loss;
    }
  }

  private void iterate(Supplier<Tensor> closure, double startLoss, Tensor startGradient) {
    Options o = paramGroups().getFirst().options();
    double loss = startLoss;
    Tensor gradient = startGradient;
    int measured = 1;
    for (int n = 1; n <= o.maxIter; n++) {
      chooseDirection(gradient, o);
      formerGradient = gradient;
      formerLoss = loss;
      double slope = Precision.dot(gradient, direction);
      if (slope > -o.toleranceChange) {
        return;
      }
      if (n == o.maxIter && o.lineSearch == LineSearch.NONE) {
        move(stepSize); // the next step measures there
        return;
      }
      StrongWolfe.Found found =
          o.lineSearch == LineSearch.NONE
              ? follow(closure)
              : search(closure, loss, gradient, slope);
      loss = found.point().loss();
      gradient = found.point().gradient();
      measured += found.evaluations();
      evaluations += found.evaluations();
      double change = direction.mul(stepSize).abs().max().item();
      if (measured >= o.maxEval()
          || isSmall(gradient)
          || change <= o.toleranceChange
          || Math.abs(loss - formerLoss) < o.toleranceChange) {
        return;
      }
    }
  }

  private void chooseDirection(Tensor gradient, Options o) {
    iterations++;
    if (iterations == 1) {
      direction = gradient.neg();
      Precision precision = Precision.of(gradient);
      double least = precision.round(1 / gradient.abs().sum().item());
      stepSize = least < 1 ? precision.round(least * o.lr) : o.lr;
    } else {
      inverseHessian.learn(
          gradient.sub(formerGradient), direction.mul(stepSize), o.historySize);
      direction = inverseHessian.direction(gradient);
      stepSize = o.lr;
    }
  }

  /// Goes as far as the learning rate says.
  private StrongWolfe.Found follow(Supplier<Tensor> closure) {
    move(stepSize);
    double loss = measure(closure).item();
    return new StrongWolfe.Found(
        new StrongWolfe.Point(stepSize, loss, flatGradient(), Double.NaN), 1);
  }

  /// Searches along the direction, and goes as far as it finds good.
  private StrongWolfe.Found search(
      Supplier<Tensor> closure, double loss, Tensor gradient, double slope) {
    List<Tensor> start = parameters.stream().map(p -> p.detach().clone()).toList();
    var search =
        new StrongWolfe(
            t -> {
              move(t);
              double there = measure(closure).item();
              Tensor gradientThere = flatGradient();
              moveBack(start);
              return new StrongWolfe.Point(
                  t, there, gradientThere, Precision.dot(gradientThere, direction));
            },
            new StrongWolfe.Point(0, loss, gradient, slope),
            direction.abs().max().item(),
            Precision.of(direction));
    StrongWolfe.Found found = search.from(stepSize);
    stepSize = found.point().t();
    move(stepSize);
    return found;
  }

  private boolean isSmall(Tensor gradient) {
    return gradient.abs().max().item() <= paramGroups().getFirst().options().toleranceGrad;
  }

  /// The gradients of all parameters in one vector; zeros where there is none.
  private Tensor flatGradient() {
    return Tensors.cat(
        0,
        parameters.stream()
            .map(p -> p.grad() == null ? Tensors.zerosLike(p) : p.grad().detach().clone())
            .map(Tensor::flatten)
            .toArray(Tensor[]::new));
  }

  private void moveBack(List<Tensor> start) {
    for (int i = 0; i < start.size(); i++) {
      parameters.get(i).copy_(start.get(i));
    }
  }

  /// `p ← p + t·d`.
  private void move(double t) {
    int first = 0;
    for (Tensor parameter : parameters) {
      Tensor part = direction.narrow(0, first, parameter.size());
      parameter.add_(part.reshape(parameter.shape().toArray()), t);
      first += parameter.size();
    }
  }

  // ---- saving and loading

  @Override
  Map<Integer, Map<String, Tensor>> state() {
    var state = new LinkedHashMap<String, Tensor>();
    if (evaluations == 0) {
      return Map.of();
    }
    state.put("func_evals", Tensors.tensor(evaluations));
    state.put("n_iter", Tensors.tensor(iterations));
    if (iterations > 0) {
      state.put("d", direction.clone());
      state.put("t", number(stepSize));
      state.put("old_dirs", inverseHessian.changes(direction));
      state.put("old_stps", inverseHessian.steps(direction));
      state.put("ro", inverseHessian.reciprocals());
      state.put("H_diag", number(inverseHessian.diagonal()));
      state.put("prev_flat_grad", formerGradient.clone());
      state.put("prev_loss", number(formerLoss));
    }
    return Map.of(0, state);
  }

  private static Tensor number(double value) {
    return Tensors.full(DType.FLOAT64, value);
  }

  @Override
  Runnable restoring(Map<Integer, Map<String, Tensor>> saved, List<Options> options) {
    Map<String, Tensor> state = saved.getOrDefault(0, Map.of());
    if (saved.size() > (saved.containsKey(0) ? 1 : 0)) {
      throw unfit("all is saved with parameter 0, but there are " + saved.keySet());
    }
    boolean begun = state.containsKey("n_iter") && state.get("n_iter").itemLong() > 0;
    requireNames(state, begun);
    if (begun) {
      requireShapes(state);
    }
    return () -> restore(state, begun);
  }

  private void requireNames(Map<String, Tensor> state, boolean begun) {
    var expected = new TreeSet<String>(state.isEmpty() ? List.of() : COUNTS);
    if (begun) {
      expected.add("ro");
      List.of(NUMBERS, VECTORS, ROWS).forEach(expected::addAll);
    }
    var missing = new TreeSet<>(expected);
    missing.removeAll(state.keySet());
    var unexpected = new TreeSet<>(state.keySet());
    unexpected.removeAll(expected);
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      throw unfit("missing are %s, unexpected are %s".formatted(missing, unexpected));
    }
  }

  private void requireShapes(Map<String, Tensor> state) {
    int n = parameters.stream().mapToInt(Tensor::size).sum();
    int rows = state.get("ro").size();
    NUMBERS.forEach(name -> requireShape(state, name));
    VECTORS.forEach(name -> requireShape(state, name, n));
    ROWS.forEach(name -> requireShape(state, name, rows, n));
    requireShape(state, "ro", rows);
  }

  private void requireShape(Map<String, Tensor> state, String name, int... shape) {
    if (!Arrays.equals(state.get(name).shape().toArray(), shape)) {
      throw unfit(
          "%s has shape %s, but must be %s"
              .formatted(name, state.get(name).shape().tuple(), Shape.tuple(shape)));
    }
  }

  private void restore(Map<String, Tensor> state, boolean begun) {
    evaluations = state.isEmpty() ? 0 : state.get("func_evals").itemLong();
    iterations = state.isEmpty() ? 0 : state.get("n_iter").itemLong();
    if (begun) {
      direction = state.get("d").clone();
      stepSize = state.get("t").item();
      formerGradient = state.get("prev_flat_grad").clone();
      formerLoss = state.get("prev_loss").item();
      inverseHessian.restore(
          state.get("old_dirs"),
          state.get("old_stps"),
          state.get("ro"),
          state.get("H_diag").item());
    } else {
      inverseHessian.clear();
    }
  }
}
