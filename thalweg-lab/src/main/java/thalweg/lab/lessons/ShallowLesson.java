package thalweg.lab.lessons;

import static thalweg.lab.lessons.ShallowChosen.number;
import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.scientific;
import static thalweg.tensor.Numbers.shortest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.autograd.Graph;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;
import thalweg.lab.lesson.Training;
import thalweg.scratch.Samples;
import thalweg.scratch.ShallowNarrow;
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
        Parameter.real("alpha", "0.02", Range.POSITIVE, text("shallow.parameter.alpha")),
        Parameter.integer("epochs", "211", 1, 10_000, text("common.parameter.epochs")),
        Seeding.parameter(text("common.parameter.seed.numpy")),
        Parameter.reals("start", "1.4,-1.6", 2, Range.ANY, text("shallow.parameter.start")),
        Parameter.integer("n", "73", 1, 100_000, text("common.parameter.n")),
        Parameter.real("a", "2", Range.ANY, text("shallow.parameter.a")),
        Parameter.real("sigma", "0.2", Range.NOT_NEGATIVE, text("shallow.parameter.sigma")));
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
      Samples samples, Training training, double[] xEval, double[] yEval, double distance) {
    Trace trace() {
      return training.trace();
    }
  }

  @Override
  public LessonResult run(LessonContext context) {
    Seeding.set(context);
    FromScratch scratch = fromScratch(context);
    context.heading(text("shallow.heading.landscape"));
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
    context.heading(text("common.chosen.heading"));
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
    return Samples.genSamples(context.integer("n"), context.real("a"), context.real("sigma"));
  }

  private static Trace train(LessonContext context, Samples samples, ShallowNarrow net) {
    double alpha = context.real("alpha");
    int epochs = context.integer("epochs");
    Trace run = net.train(samples.x(), samples.y(), alpha, epochs);
    return new Trace(
        "shallow alpha=" + shortest(alpha),
        RunSettings.of(alpha, samples.x().length, epochs),
        run.steps(),
        run.result());
  }

  private static FromScratch fromScratch(LessonContext context) {
    Samples samples = samples(context);
    double[] xEval = Samples.linspace(EVALUATED);
    context.heading(text("shallow.heading.scratch"));
    context.print(
        text(
            "shallow.points",
            "a", shortest(context.real("a")),
            "sigma", shortest(context.real("sigma")),
            "n", samples.x().length));

    var net = new ShallowNarrow(context.reals("start"));
    Training training = ShallowChosen.plain(context, samples).judged(train(context, samples, net));
    describe(context, training);
    List<Double> w = training.trace().result();
    String product = number(w.get(0) * w.get(1));
    context.print(
        hasBestSlope(samples)
            ? text("shallow.product", "product", product, "best", number(samples.bestSlope()))
            : text("shallow.product.any", "product", product));
    context.print("", training.verdict().line());
    double distance = distanceToAutograd(samples, training.trace());
    context.print(text("shallow.distance", "distance", scientific(distance, 1)));
    return new FromScratch(samples, training, xEval, net.forward(xEval), distance);
  }

  /// Some ten epochs of a run up to the first that is not finite, and its result.
  private static void describe(LessonContext context, Training training) {
    Trace trace = training.trace();
    int end = training.course().firstNotFinite();
    int shown = Math.min(trace.epochs(), end);
    int every = Math.max(1, (shown + 9) / 10);
    for (int epoch = 0; epoch < shown; epoch += every) {
      Trace.Step step = trace.steps().get(epoch);
      context.print(
          text(
              "shallow.epoch",
              "epoch", "%4d".formatted(epoch),
              "loss", number(step.loss()),
              "gradient", pair(step.gradient()),
              "weights", pair(step.weights())));
    }
    context.print(
        end <= trace.epochs()
            ? text("shallow.notFinite", "epoch", "%4d".formatted(end))
            : text("shallow.result", "weights", pair(trace.result())));
  }

  /// Where every x is 0 each slope gives the same loss.
  static boolean hasBestSlope(Samples samples) {
    return Arrays.stream(samples.x()).anyMatch(x -> x != 0);
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
        text(
            "shallow.landscape.setting",
            "n", landscape.samples().x().length,
            "alpha", shortest(ShallowLandscape.RATE),
            "epochs", ShallowLandscape.EPOCHS));
    for (Training run : landscape.judged()) {
      context.print(
          text(
              "shallow.landscape.run",
              "start", "%-14s".formatted(run.trace().name()),
              "end", pair(run.trace().result())));
      context.print("  ", run.verdict().line());
    }
    List<Double> eigenvalues = landscape.eigenvalues();
    context.print(
        text(
            "shallow.landscape.hessian",
            "least", fixed(eigenvalues.get(0), 4),
            "most", fixed(eigenvalues.get(1), 4)));
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
