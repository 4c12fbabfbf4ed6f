package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.Tensors.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import thalweg.figures.Figure;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Training;
import thalweg.lab.text.Wording;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// The training of a line with the loss and the optimiser of one's choice.
///
/// @param start     where the weights start: intercept, slope
/// @param rateName  what the learning rate is called
/// @param loss      `sum` or `mean` of the squared errors
/// @param optimizer what [Optimizers] knows
record ChosenTraining(
    LineData data, double[] start, String rateName, double rate, int epochs, String loss, String optimizer) {
  private static final String LOSS = "sum";

  /// What is to be chosen; the defaults are the notes' loop.
  static final List<Parameter> PARAMETERS =
      Optimizers.parameters(LOSS, Optimizers.BY_HAND);

  /// True if the user chose something else than the notes' loop.
  static boolean isChosen(LessonContext context) {
    return Optimizers.isOther(context, LOSS, Optimizers.BY_HAND);
  }

  /// Trains, and records each epoch.
  Training run() {
    String name = "%s %s %s=%s".formatted(loss, optimizer, rateName, shortest(rate));
    var recorder = new Trace.Recorder(name, RunSettings.of(rate, data.size(), epochs));
    var measure = Optimizers.loss(loss);
    Tensor what = tensor(start).reshape(2, 1).requiresGrad_(true);
    Runnable update = Optimizers.update(optimizer, List.of(what), rate);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Tensor error = measure.apply(data.inputs().matmul(what), data.targets());
      error.backward();
      recorder.step(what, error, rate);
      update.run();
      what.setGrad(null);
    }
    return judged(recorder.finish(what));
  }

  /// With what became of a run of these settings. Only for plain gradient descent is `2/λmax` the largest step.
  Training judged(Trace trace) {
    return data.judged(
        trace, loss.equals("sum") ? 1 : data.size(), Optimizers.isPlain(optimizer) ? OptionalDouble.of(rate) : OptionalDouble.empty());
  }

  /// Trains under a heading of its own, and prints what became of it.
  static Training announced(ChosenTraining chosen, LessonContext context) {
    context.heading(text("common.chosen.heading"));
    Training training = chosen.run();
    double[] weights = training.course().result().stream().mapToDouble(Double::doubleValue).toArray();
    context.print(text("line.print.pattern", "name", training.trace().name(), "result", tensor(weights).toString()));
    context.print("", training.verdict().line());
    return training;
  }

  /// Adds it to a page.
  static Page section(Page page, Training training, Trace main, Language language) {
    return page.heading(text("common.chosen.heading").in(language))
        .paragraph("`%s`: %s.".formatted(training.trace().name(), training.verdict().line().in(language)))
        .figure(
            losses(training, main, language),
            text("common.chosen.beside", "loss", text("common.loss." + LOSS)).in(language))
        .figure(weights(training, language), text("common.chosen.weights").in(language));
  }

  /// Its loss beside that of another training.
  static Figure losses(Training training, Trace main, Language language) {
    return TrainingFigures.lossCurves(List.of(main, training.trace()), Wording.of(language));
  }

  static Figure weights(Training training, Language language) {
    return TrainingFigures.weightCurves(training.trace(), Wording.of(language));
  }

  /// Both figures by what they show; none where nothing was chosen.
  static Map<String, Function<Language, Figure>> figures(Optional<Training> chosen, Trace main) {
    var figures = new LinkedHashMap<String, Function<Language, Figure>>();
    chosen.ifPresent(training -> {
      figures.put("losses", language -> losses(training, main, language));
      figures.put("weights", language -> weights(training, language));
    });
    return figures;
  }
}
