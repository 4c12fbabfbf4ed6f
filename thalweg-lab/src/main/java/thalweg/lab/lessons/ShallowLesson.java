package thalweg.lab.lessons;

import static thalweg.lab.lessons.ShallowChosen.number;
import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.scientific;
import static thalweg.tensor.Numbers.shortest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.autograd.Graph;
import thalweg.figures.text.Text;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;
import thalweg.lab.lesson.Training;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.trace.Trace;

/// A shallow, narrow linear network from scratch: `ŷ = w₁w₂x`, its training, its loss over the two weights,
/// and the saddle in the middle where gradient descent stands still.
public final class ShallowLesson implements Lesson {
  private static final int EVALUATED = 37;

  /// By hand and by autograd the same is added in another order.
  private static final double ROUNDING = 1e-9;

  @Override
  public String name() {
    return "shallow";
  }

  @Override
  public List<Parameter> parameters() {
    var parameters = new ArrayList<Parameter>();
    Collections.addAll(
        parameters,
        Parameter.real("alpha", "0.02", Range.POSITIVE, Text.of("learning rate")),
        Parameter.integer("epochs", "211", 1, 10_000, Text.of("updates")),
        Seeding.parameter("seed of the points (NumPy's stream)"),
        Parameter.reals("start", "1.4,-1.6", 2, Range.ANY, Text.of("weights to start from: w1, w2")),
        Parameter.integer("n", "73", 1, 100_000, Text.of("how many points")),
        Parameter.real("a", "2", Range.ANY, Text.of("slope of the points")),
        Parameter.real(
            "sigma", "0.2", Range.NOT_NEGATIVE, Text.of("size of the noise; 0 spaces x evenly")));
    parameters.addAll(ShallowChosen.PARAMETERS);
    return parameters;
  }

  @Override
  public List<String> figures() {
    return ShallowPage.FIGURES.names();
  }

  /// What was trained, and what it predicts.
  ///
  /// @param distance how far the gradients by hand are from autograd's, over all epochs
  record FromScratch(
      Samples samples, Trace trace, double[] xEval, double[] yEval, double distance) {}

  @Override
  public LessonResult run(LessonContext context) {
    Seeding.set(context);
    FromScratch scratch = fromScratch(context);
    context.heading(Text.of("The landscape of y = x, and its saddle"));
    ShallowLandscape landscape = ShallowLandscape.compute();
    describe(context, landscape);

    var runs = new ArrayList<Trace>();
    runs.add(scratch.trace());
    runs.addAll(landscape.trajectories());
    runs.add(landscape.still());
    Optional<Training> chosen = chosen(context, scratch.samples());
    chosen.map(Training::trace).ifPresent(runs::add);
    var page = new ShallowPage(scratch, landscape, chosen, context.transcript());
    return new LessonResult(
        runs,
        () -> values(scratch, landscape),
        Optional.of(language -> page.of(this, language)),
        ShallowPage.FIGURES.of(page),
        failures(scratch));
  }

  private static Optional<Training> chosen(LessonContext context, Samples samples) {
    if (!ShallowChosen.isChosen(context)) {
      return Optional.empty();
    }
    context.heading(Text.of("The loss and the optimiser you chose"));
    Training training = ShallowChosen.of(context, samples).run();
    ShallowChosen.print(training, context);
    return Optional.of(training);
  }

  @Override
  public Training train(LessonContext context) {
    Seeding.quietly(context.seed("seed"));
    Samples samples = samples(context);
    ShallowChosen chosen = ShallowChosen.of(context, samples);
    return ShallowChosen.isChosen(context)
        ? chosen.run()
        : chosen.judged(train(context, samples, new ShallowNarrow(context.reals("start"))));
  }

  @Override
  public Optional<Graph> graph(LessonContext context) {
    Seeding.quietly(context.seed("seed"));
    return Optional.of(FirstLoss.of(samples(context), context.reals("start")));
  }

  private static Samples samples(LessonContext context) {
    return Samples.of(context.integer("n"), context.real("a"), context.real("sigma"));
  }

  private static Trace train(LessonContext context, Samples samples, ShallowNarrow net) {
    double alpha = context.real("alpha");
    return net.train(
        "shallow alpha=" + shortest(alpha),
        samples.x(),
        samples.y(),
        alpha,
        context.integer("epochs"));
  }

  private static FromScratch fromScratch(LessonContext context) {
    Samples samples = samples(context);
    double[] xEval = Samples.unitLine(EVALUATED);
    context.heading(Text.of("The network yhat = x w1 w2, trained from scratch"));
    context.print(
        "Points: y = %s x + noise of size %s, n = %d"
            .formatted(
                shortest(context.real("a")), shortest(context.real("sigma")), samples.x().length));

    var net = new ShallowNarrow(context.reals("start"));
    Trace trace = train(context, samples, net);
    describe(context, trace);
    List<Double> w = trace.result();
    context.print(
        "w1 w2 = %s; the best slope, sum(xy)/sum(x²), is %s"
            .formatted(number(w.get(0) * w.get(1)), number(samples.bestSlope())));
    double distance = distanceToAutograd(samples, trace);
    context.print(
        "The gradient by hand and autograd's differ by %s at most, relative to 1."
            .formatted(scientific(distance, 1)));
    return new FromScratch(samples, trace, xEval, net.forward(xEval), distance);
  }

  /// Some ten epochs of a run, and its result.
  private static void describe(LessonContext context, Trace trace) {
    int every = Math.max(1, (trace.epochs() + 9) / 10);
    for (int epoch = 0; epoch < trace.epochs(); epoch += every) {
      Trace.Step step = trace.steps().get(epoch);
      context.print(
          "epoch %4d  loss = %s  gradient = %s  weights = %s"
              .formatted(
                  epoch, number(step.loss()), pair(step.gradient()), pair(step.weights())));
    }
    context.print("result      weights = " + pair(trace.result()));
  }

  private static String pair(List<Double> values) {
    return "[%s, %s]".formatted(number(values.get(0)), number(values.get(1)));
  }

  /// The largest difference `|a − b| / max(1, |b|)` of a gradient by hand and autograd's, while both are finite.
  private static double distanceToAutograd(Samples samples, Trace trace) {
    double largest = 0;
    for (Trace.Step step : trace.steps()) {
      double[] at = step.weights().stream().mapToDouble(Double::doubleValue).toArray();
      Tensor weights = Tensors.tensor(DType.FLOAT64, at).requiresGrad_(true);
      ShallowLandscape.loss(samples, weights).backward();
      for (int i = 0; i < 2; i++) {
        double expected = weights.grad().get(i);
        double difference = Math.abs(step.gradient().get(i) - expected);
        if (Double.isFinite(difference)) {
          largest = Math.max(largest, difference / Math.max(1, Math.abs(expected)));
        }
      }
    }
    return largest;
  }

  private static void describe(LessonContext context, ShallowLandscape landscape) {
    context.print(
        "loss = mean((x - w1 w2 x)²), n = %d, alpha = %s, %d epochs; every w1 w2 = 1 is a solution"
            .formatted(
                landscape.samples().x().length,
                shortest(ShallowLandscape.RATE),
                ShallowLandscape.EPOCHS));
    for (Trace run : landscape.trajectories()) {
      List<Double> end = run.result();
      boolean arrived = Math.abs(end.get(0) * end.get(1) - 1) < 0.1;
      context.print(
          "%-14s -> %s  %s"
              .formatted(
                  run.name(),
                  pair(end),
                  arrived ? "reaches the valley" : "ends near the saddle"));
    }
    Trace still = landscape.still();
    List<Double> eigenvalues = landscape.eigenvalues();
    context.print(
        "%-14s -> %s  does not move: the gradient there is zero"
            .formatted(still.name(), pair(still.result())));
    context.print(
        "The Hessian at [0, 0] has the eigenvalues %s and %s:\n  down along w1 = w2, up along w1 = -w2."
            .formatted(fixed(eigenvalues.get(0), 4), fixed(eigenvalues.get(1), 4)));
  }

  private static Map<String, Object> values(FromScratch scratch, ShallowLandscape landscape) {
    var values = new LinkedHashMap<String, Object>();
    values.put("x_train", ShallowLandscape.list(scratch.samples().x()));
    values.put("y_train", ShallowLandscape.list(scratch.samples().y()));
    values.put("x_eval", ShallowLandscape.list(scratch.xEval()));
    values.put("y_eval", ShallowLandscape.list(scratch.yEval()));
    values.put("best_slope", scratch.samples().bestSlope());
    values.put("difference_to_autograd", scratch.distance());
    values.putAll(landscape.values());
    return values;
  }

  private static List<String> failures(FromScratch scratch) {
    return scratch.distance() <= ROUNDING
        ? List.of()
        : List.of(
            "the gradient by hand differs from autograd's by "
                + scientific(scratch.distance(), 1));
  }
}
