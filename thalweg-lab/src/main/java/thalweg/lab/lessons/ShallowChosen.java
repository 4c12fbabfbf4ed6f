package thalweg.lab.lessons;

import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.Numbers.significant;

import java.util.List;
import thalweg.figures.html.Page;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Training;
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

  /// Both weights this near zero: at the saddle, where no loss and no rate was "too small".
  private static final double NEAR = 0.1;

  /// The defaults are the note's training from scratch.
  static final List<Parameter> PARAMETERS =
      Optimizers.parameters(LOSS, Optimizers.BY_HAND, "in one more run");

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

  /// Trains, and records each epoch.
  Training run() {
    var recorder =
        new Recorder(
            "%s %s alpha=%s".formatted(loss, optimizer, shortest(rate)),
            Recorder.settings(rate, samples.x().length, epochs));
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
    double w1 = trace.result().get(0);
    double w2 = trace.result().get(1);
    Verdict verdict = Verdict.of(trace, lossOf(w1 * w2), lossOf(samples.bestSlope()));
    boolean stuck = verdict.word().equals("too small") && Math.max(Math.abs(w1), Math.abs(w2)) < NEAR;
    return new Training(trace, stuck ? "at the saddle" : verdict.word(), verdict.explanation());
  }

  private double lossOf(double slope) {
    double mean = ShallowNarrow.loss(new ShallowNarrow(slope, 1).forward(samples.x()), samples.y());
    return loss.equals("sum") ? mean * samples.x().length : mean;
  }

  /// Prints what became of it.
  static void print(Training training, LessonContext context) {
    Trace trace = training.trace();
    context.print(
        "%s  last loss = %s  weights = [%s, %s]%n%s: %s"
            .formatted(
                trace.name(),
                number(trace.losses().getLast()),
                number(trace.result().get(0)),
                number(trace.result().get(1)),
                training.verdict(),
                training.explanation()));
  }

  /// A run that blows up should not fill the terminal with digits.
  static String number(double value) {
    return Math.abs(value) < 1e6 ? fixed(value, 6) : significant(value, 6);
  }

  /// Adds it to a page.
  ///
  /// @param main the training from scratch
  static Page section(Page page, Training training, Trace main) {
    return page.heading("The loss and the optimiser you chose")
        .paragraph(
            "`%s`: %s, %s."
                .formatted(training.trace().name(), training.verdict(), training.explanation()))
        .figure(
            ChosenTraining.losses(training, main),
            "Beside the training from scratch, by hand on the mean of squares.")
        .figure(
            ChosenTraining.weights(training),
            "Its two weights, counted from zero: the first is the $w_1$ of the text.");
  }
}
