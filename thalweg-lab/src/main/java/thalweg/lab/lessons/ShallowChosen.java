package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.Numbers.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import thalweg.autograd.Autograd;
import thalweg.figures.Figure;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.training.Labels;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Training;
import thalweg.lab.verdict.Aim;
import thalweg.lab.verdict.Bowl;
import thalweg.lab.verdict.Course;
import thalweg.lab.verdict.Judge;
import thalweg.lab.text.Wording;
import thalweg.scratch.Samples;
import thalweg.scratch.ShallowNarrow;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.trace.Trace;

/// The training of `ŷ = w₁w₂x` with the loss and the optimiser of one's choice, by autograd.
///
/// @param start     where the weights start: `[w₁, w₂]`
/// @param loss      `sum` or `mean` of the squared errors
/// @param optimizer what [Optimizers] knows
record ShallowChosen(
    Samples samples, double[] start, double rate, int epochs, String loss, String optimizer) {
  private static final String LOSS = "mean";

  /// What the weights are called in figures.
  static final Labels.Option WEIGHTS = Labels.weights("$w_1$", "$w_2$");


  /// Points looked at while going on to see how far it still is.
  private static final int MOST_WORK = 2_000_000;

  /// The defaults are the note's training from scratch.
  static final List<Parameter> PARAMETERS =
      Optimizers.parameters(LOSS, Optimizers.BY_HAND);

  /// True if the user chose something else than the note's training.
  static boolean isChosen(LessonContext context) {
    return Optimizers.isOther(context, LOSS, Optimizers.BY_HAND);
  }

  static ShallowChosen of(LessonContext context, Samples samples) {
    return new ShallowChosen(
        samples,
        context.reals("start"),
        context.real("alpha"),
        context.integer("epochs"),
        context.choice("loss"),
        context.choice("optimizer"));
  }

  /// The note's training with the settings of the lesson.
  static ShallowChosen plain(LessonContext context, Samples samples) {
    return new ShallowChosen(
        samples, context.reals("start"), context.real("alpha"), context.integer("epochs"), LOSS, Optimizers.BY_HAND);
  }

  /// The note's training that `run` is one of.
  static ShallowChosen plain(Samples samples, Trace run, double rate) {
    double[] start = run.weights().getFirst().stream().mapToDouble(Double::doubleValue).toArray();
    return new ShallowChosen(samples, start, rate, run.epochs(), LOSS, Optimizers.BY_HAND);
  }

  /// Trains, and records each epoch.
  Training run() {
    var recorder =
        new Trace.Recorder(
            "%s %s alpha=%s".formatted(loss, optimizer, shortest(rate)),
            RunSettings.of(rate, samples.x().length, epochs));
    Tensor w = Tensors.tensor(DType.FLOAT64, start).requiresGrad_(true);
    Runnable update = Optimizers.update(optimizer, List.of(w), rate);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Tensor squares = ShallowLandscape.squares(samples, w);
      Tensor error = loss.equals("sum") ? squares.sum() : squares.mean();
      error.backward();
      recorder.step(w, error, rate);
      update.run();
      w.setGrad(null);
    }
    return judged(recorder.finish(w));
  }

  /// With what became of a run of these settings.
  Training judged(Trace trace) {
    double scale = loss.equals("sum") ? samples.x().length : 1;
    var course = Course.of(trace, lossOf(trace.result().get(0) * trace.result().get(1)));
    double best = lossOf(samples.bestSlope());
    double tolerance = Math.max(Bowl.NEAR_LOSS * best, Bowl.NEAR_SPREAD * lossOf(0));
    var aim = new Aim.Known(best, tolerance, w -> slope(w, scale), w -> more(w, best + tolerance));
    boolean plain = Optimizers.isPlain(optimizer);
    return new Training(trace, course, Judge.of(course, aim, plain ? OptionalDouble.of(rate) : OptionalDouble.empty()));
  }

  private Aim.Slope slope(List<Double> weights, double scale) {
    Tensor w = Tensors.tensor(DType.FLOAT64, weights.get(0), weights.get(1)).requiresGrad_(true);
    Tensor loss = ShallowLandscape.loss(samples, w).mul(scale);
    double[] gradient = Autograd.grad(loss, List.of(w)).getFirst().toDoubleArray();
    double[] h = Autograd.hessian(v -> ShallowLandscape.loss(samples, v).mul(scale), w.detach()).toDoubleArray();
    double middle = (h[0] + h[3]) / 2;
    double reach = Math.hypot((h[0] - h[3]) / 2, h[1]);
    return new Aim.Slope(gradient, new double[] {middle - reach, middle + reach});
  }

  /// Goes on with gradient descent until the loss is small enough, while that is quick.
  private OptionalLong more(List<Double> weights, double wanted) {
    if (!Optimizers.isPlain(optimizer)) {
      return OptionalLong.empty();
    }
    double step = loss.equals("sum") ? rate * samples.x().length : rate;
    var net = new ShallowNarrow(weights.get(0), weights.get(1));
    int most = MOST_WORK / samples.x().length;
    for (int more = 1; more <= most; more++) {
      net.train(samples.x(), samples.y(), step, 1);
      if (lossOf(net.weights().get(0) * net.weights().get(1)) <= wanted) {
        return OptionalLong.of(more);
      }
    }
    return OptionalLong.empty();
  }

  private double lossOf(double slope) {
    double mean = ShallowNarrow.loss(new ShallowNarrow(slope, 1).forward(samples.x()), samples.y());
    return loss.equals("sum") ? mean * samples.x().length : mean;
  }

  /// Prints what became of it.
  static void print(Training training, LessonContext context) {
    Trace trace = training.trace();
    context.print(
        text(
            "shallow.chosen",
            "name", trace.name(),
            "last", number(training.course().last()),
            "w1", number(trace.result().get(0)),
            "w2", number(trace.result().get(1))));
    context.print("", training.verdict().line());
  }

  /// A run that blows up should not fill the terminal with digits.
  static String number(double value) {
    return Math.abs(value) < 1e6 ? fixed(value, 6) : significant(value, 6);
  }

  /// Adds it to a page.
  ///
  /// @param main the training from scratch
  static Page section(Page page, Training training, Trace main, Language language) {
    return page.heading(text("common.chosen.heading").in(language))
        .paragraph("`%s`: %s.".formatted(training.trace().name(), training.verdict().line().in(language)))
        .figure(
            ChosenTraining.losses(training, main, language),
            text("common.chosen.beside", "loss", text("common.loss." + LOSS)).in(language))
        .figure(weights(training, language), text("common.chosen.weights").in(language));
  }

  private static Figure weights(Training training, Language language) {
    return TrainingFigures.weightCurves(training.trace(), Wording.of(language), WEIGHTS);
  }

  /// Both figures by what they show; none where nothing was chosen.
  static Map<String, Function<Language, Figure>> figures(Optional<Training> chosen, Trace main) {
    var figures = new LinkedHashMap<String, Function<Language, Figure>>();
    chosen.ifPresent(training -> {
      figures.put("losses", language -> ChosenTraining.losses(training, main, language));
      figures.put("weights", language -> weights(training, language));
    });
    return figures;
  }
}
