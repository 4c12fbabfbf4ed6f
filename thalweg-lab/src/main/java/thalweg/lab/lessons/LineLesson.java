package thalweg.lab.lessons;

import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.Numbers.significant;
import static thalweg.tensor.Tensors.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Consumer;
import thalweg.autograd.Graph;
import thalweg.figures.training.Landscape;
import thalweg.figures.text.Text;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;
import thalweg.lab.lesson.Training;
import thalweg.lab.verdict.Verdict;
import thalweg.nn.Linear;
import thalweg.nn.MSELoss;
import thalweg.optim.SGD;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// Training a line, visualised: the loop by hand, what the learning rate does to it, why one takes the
/// mean and not the sum of squares, and how layer, loss and optimiser come to stand for its steps.
public final class LineLesson implements Lesson {
  /// Too small, right, just past the largest stable step, a little further, and far past it.
  private static final List<Double> RATES = List.of(0.0001, 0.001, 0.0083, 0.0085, 0.01);

  @Override
  public String name() {
    return "line";
  }

  @Override
  public List<Parameter> parameters() {
    var parameters = new ArrayList<Parameter>();
    Collections.addAll(
        parameters,
        Parameter.real("alpha", "0.001", Range.POSITIVE, Text.of("learning rate of the sum of squares")),
        Parameter.real("lr", "0.1", Range.POSITIVE, Text.of("learning rate of the means of squares")),
        Parameter.integer("epochs", "30", 1, 10_000, Text.of("updates a run")),
        Parameter.seed("seed", "43052", Text.of("seed of the points (PyTorch's stream)")),
        Parameter.reals("start", "-5,10", 2, Range.ANY, Text.of("weights to start from: intercept, slope")),
        Parameter.integer("n", "100", 1, 100_000, Text.of("how many points")),
        Parameter.real("sigma", "0.5", Range.NOT_NEGATIVE, Text.of("size of the noise")));
    parameters.addAll(ChosenTraining.PARAMETERS);
    return parameters;
  }

  @Override
  public List<String> figures() {
    return LinePage.FIGURES.names();
  }

  @Override
  public boolean acceptsData() {
    return true;
  }

  /// A run of the lesson on some points.
  ///
  /// @param start where the weights start: intercept, slope
  record Setting(LineData data, double[] start, double alpha, double lr, int epochs) {
    /// On the user's points no rate is known to be right, so half the largest stable one is taken.
    static Setting of(LessonContext context) {
      LineData data = LineData.of(context);
      double safe = data.step(0.5);
      boolean own = context.data().isPresent();
      return new Setting(
          data,
          context.reals("start"),
          own && !context.isGiven("alpha") ? safe : context.real("alpha"),
          own && !context.isGiven("lr") ? data.step(0.5 * data.size()) : context.real("lr"),
          context.integer("epochs"));
    }

    Setting on(LineData other) {
      return new Setting(other, start, alpha, lr, epochs);
    }

    Setting with(double otherAlpha) {
      return new Setting(data, start, otherAlpha, lr, epochs);
    }

    /// The loss surface, computed each time it is asked for: not all who run the lesson look at it.
    Landscape landscape() {
      return data.landscape(start);
    }

    Tensor weights() {
      return tensor(start).reshape(2, 1);
    }

    ChosenTraining chosen(LessonContext context) {
      String loss = context.choice("loss");
      double rate = loss.equals("sum") ? alpha : lr;
      return new ChosenTraining(data, start, rate, epochs, loss, context.choice("optimizer"));
    }

    Recorder recorder(String name, double rate) {
      return new Recorder(
          name + " alpha=" + shortest(rate),
          Recorder.settings(rate, data.size(), epochs));
    }
  }

  @Override
  public LessonResult run(LessonContext context) {
    Setting setting = Setting.of(context);
    LineData data = setting.data();
    introduce(setting, context);

    context.heading(Text.of("The loop: predict, measure, differentiate, update"));
    var printed = new ArrayList<String>();
    Trace main =
        sumOfSquares(
            setting,
            line -> {
              printed.add(line);
              context.print(line);
            });

    context.heading(Text.of("The learning rate"));
    List<Comparison> rates = rates(setting, main, context);

    context.heading(Text.of("Sum or mean of squares"));
    List<Comparison> sizes = sumAgainstMean(setting, main, context);

    context.heading(Text.of("The same training in four patterns"));
    List<Trace> patterns = patterns(setting, context);

    var runs = new ArrayList<>(rates.stream().map(Comparison::run).toList());
    runs.addAll(patterns);
    sizes.stream().filter(c -> c.n() != data.size()).map(Comparison::run).forEach(runs::add);
    Optional<Training> chosen = chosen(setting, context);
    chosen.map(Training::trace).ifPresent(runs::add);
    var page = new LinePage(setting, main, rates, sizes, patterns, chosen, printed);
    return LessonResult.of(
        runs, () -> values(setting, printed), language -> page.of(this, language), LinePage.FIGURES.of(page));
  }

  private static void introduce(Setting setting, LessonContext context) {
    LineData data = setting.data();
    context.print("Points: " + data.source());
    if (context.data().isPresent() && !context.isGiven("alpha")) {
      context.print(
          "alpha = %s, lr = %s: half the largest stable step of these points (2/λmax = %s)"
              .formatted(
                  shortest(setting.alpha()),
                  shortest(setting.lr()),
                  significant(data.stableStep(), 4)));
    }
  }

  private static Optional<Training> chosen(Setting setting, LessonContext context) {
    if (!ChosenTraining.isChosen(context)) {
      return Optional.empty();
    }
    context.heading(Text.of("The loss and the optimiser you chose"));
    Training training = setting.chosen(context).run();
    ChosenTraining.print(training, context);
    return Optional.of(training);
  }

  @Override
  public Training train(LessonContext context) {
    Setting setting = Setting.of(context);
    ChosenTraining chosen = setting.chosen(context);
    return ChosenTraining.isChosen(context)
        ? chosen.run()
        : chosen.judged(sumOfSquares(setting, _ -> {}));
  }

  @Override
  public Optional<Graph> graph(LessonContext context) {
    return Optional.of(FirstLoss.of(Setting.of(context)));
  }

  // ---- the loops of the note

  /// Note 1, section 1: all by hand, with the sum of squares.
  static Trace sumOfSquares(Setting setting, Consumer<String> print) {
    Tensor x = setting.data().inputs();
    Tensor y = setting.data().targets();
    double alpha = setting.alpha();
    Recorder recorder = setting.recorder("sse", alpha);

    Tensor what = setting.weights().requiresGrad_(true);
    print.accept("start = " + what.data().reshape(-1));
    for (int epoch = 0; epoch < setting.epochs(); epoch++) {
      Tensor yhat = x.matmul(what); // 1 predict
      Tensor loss = y.sub(yhat).pow(2).sum(); // 2 measure
      loss.backward(); // 3 differentiate
      recorder.step(what, loss, alpha);
      what.setData(what.data().sub(what.grad().mul(alpha))); // 4 update
      print.accept(
          "loss = %s \t update = %s \t result: %s"
              .formatted(
                  fixed(loss.item(), 2),
                  what.grad().reshape(-1).mul(-alpha),
                  what.data().reshape(-1)));
      what.setGrad(null);
    }
    return recorder.finish(what);
  }

  /// Pattern A: the mean of squares, by hand.
  static Trace byHand(Setting setting) {
    LineData data = setting.data();
    Recorder recorder = setting.recorder("mse", setting.lr());
    Tensor what = setting.weights().requiresGrad_(true);
    for (int epoch = 0; epoch < setting.epochs(); epoch++) {
      Tensor yhat = data.inputs().matmul(what);
      Tensor loss = data.targets().sub(yhat).pow(2).sum().div(data.size());
      loss.backward();
      recorder.step(what, loss, setting.lr());
      what.setData(what.data().sub(what.grad().mul(setting.lr())));
      what.setGrad(null);
    }
    return recorder.finish(what);
  }

  /// The loss from a loss function. Here prediction and target may change places; get used to naming the
  /// prediction first.
  static Trace withLossFunction(Setting setting) {
    LineData data = setting.data();
    Recorder recorder = setting.recorder("loss_fn", setting.lr());
    Tensor what = setting.weights().requiresGrad_(true);
    var lossFunction = new MSELoss();
    for (int epoch = 0; epoch < setting.epochs(); epoch++) {
      Tensor yhat = data.inputs().matmul(what);
      Tensor loss = lossFunction.apply(yhat, data.targets());
      loss.backward();
      recorder.step(what, loss, setting.lr());
      what.setData(what.data().sub(what.grad().mul(setting.lr())));
      what.setGrad(null);
    }
    return recorder.finish(what);
  }

  /// The prediction from a layer, whose weight is the row `[w0, w1]`: the column transposed.
  static Trace withLayer(Setting setting) {
    LineData data = setting.data();
    Recorder recorder = setting.recorder("net", setting.lr());
    var net = new Linear(2, 1, Linear.bias(false));
    net.weight().setData(setting.weights().T());
    var lossFunction = new MSELoss();
    for (int epoch = 0; epoch < setting.epochs(); epoch++) {
      Tensor yhat = net.apply(data.inputs());
      Tensor loss = lossFunction.apply(yhat, data.targets());
      loss.backward();
      recorder.step(net.weight(), loss, setting.lr());
      net.weight().setData(net.weight().data().sub(net.weight().grad().mul(setting.lr())));
      net.weight().setGrad(null);
    }
    return recorder.finish(net.weight());
  }

  /// The update from an optimiser: the pattern that scales to any network.
  static Trace withOptimizer(Setting setting) {
    LineData data = setting.data();
    Recorder recorder = setting.recorder("net+SGD", setting.lr());
    var net = new Linear(2, 1, Linear.bias(false));
    net.weight().setData(setting.weights().T());
    var lossFunction = new MSELoss();
    var optimizer = new SGD(net.parameters(), setting.lr());
    for (int epoch = 0; epoch < setting.epochs(); epoch++) {
      Tensor yhat = net.apply(data.inputs());
      Tensor loss = lossFunction.apply(yhat, data.targets());
      loss.backward();
      recorder.step(net.weight(), loss, setting.lr());
      optimizer.step();
      optimizer.zeroGrad();
    }
    return recorder.finish(net.weight());
  }

  // ---- what the lesson compares

  private static List<Comparison> rates(Setting setting, Trace main, LessonContext context) {
    LineData data = setting.data();
    var rates = new TreeSet<Double>();
    rates.add(setting.alpha());
    if (context.data().isEmpty()) {
      rates.addAll(RATES);
    } else { // as far from the largest stable step as the notes' rates are
      List.of(0.1, 0.5, 1.0075, 1.2).forEach(factor -> rates.add(data.step(factor)));
    }
    context.print("largest stable step: 2/λmax = " + significant(data.stableStep(), 4));
    var judged = new ArrayList<Comparison>();
    for (double rate : rates) {
      Setting own = setting.with(rate);
      Trace run = rate == setting.alpha() ? main : sumOfSquares(own, _ -> {});
      Comparison comparison = Comparison.of("sum", own, run);
      judged.add(comparison);
      context.print(Text.of("alpha = %-7s ".formatted(shortest(rate))).then(comparison.verdict().line()));
    }
    return judged;
  }

  /// A run on the sum or the mean of squares, and what became of it.
  record Comparison(String loss, int n, double rate, Training training) {
    Trace run() {
      return training.trace();
    }

    Verdict verdict() {
      return training.verdict();
    }

    static Comparison of(String loss, Setting setting, Trace run) {
      int n = setting.data().size();
      boolean sum = loss.equals("sum");
      double rate = sum ? setting.alpha() : setting.lr();
      return new Comparison(
          loss, n, rate, setting.data().judged(run, sum ? 1 : n, OptionalDouble.of(rate)));
    }

    @Override
    public String toString() {
      return "%-4s n = %-5s alpha = %-5s %s".formatted(loss, n, shortest(rate), verdict().line().in(thalweg.figures.text.Language.EN));
    }
  }

  /// With ten times as many points the sum and its gradient are ten times as large, the mean is not.
  private static List<Comparison> sumAgainstMean(
      Setting setting, Trace main, LessonContext context) {
    if (context.data().isPresent()) {
      context.print("(needs points of any number: run it without --data)");
      return List.of();
    }
    int more = 10 * setting.data().size();
    Setting larger =
        setting.on(LineData.random(context.seed("seed"), more, context.real("sigma")));
    List<Comparison> comparisons =
        List.of(
            Comparison.of("sum", setting, main),
            Comparison.of("sum", larger, renamed(sumOfSquares(larger, _ -> {}), more)),
            Comparison.of("mean", setting, byHand(setting)),
            Comparison.of("mean", larger, renamed(byHand(larger), more)));
    comparisons.forEach(comparison -> context.print(comparison.toString()));
    return comparisons;
  }

  private static Trace renamed(Trace run, int n) {
    return new Trace(run.name() + " n=" + n, run.parameters(), run.steps(), run.result());
  }

  private static List<Trace> patterns(Setting setting, LessonContext context) {
    List<Trace> patterns =
        List.of(
            byHand(setting),
            withLossFunction(setting),
            withLayer(setting),
            withOptimizer(setting));
    String[] labels = {"A, by hand", "loss_fn", "net", "net and optimizer"};
    for (int i = 0; i < labels.length; i++) {
      Tensor result =
          tensor(patterns.get(i).result().stream().mapToDouble(Double::doubleValue).toArray());
      context.print("%-18s alpha = %s \t result: %s".formatted(labels[i], shortest(setting.lr()), result));
    }
    return patterns;
  }

  private static Map<String, Object> values(Setting setting, List<String> printed) {
    LineData data = setting.data();
    Landscape landscape = setting.landscape();
    var values = new LinkedHashMap<String, Object>();
    values.put("x", ShapesLesson.list(data.x()));
    values.put("y", ShapesLesson.list(data.targets()));
    values.put("printed", List.copyOf(printed));
    values.put("stable_step", data.stableStep());
    values.put("w0", landscape.w0().stream().boxed().toList());
    values.put("w1", landscape.w1().stream().boxed().toList());
    values.put("loss", landscape.loss().stream().map(row -> row.stream().boxed().toList()).toList());
    return values;
  }
}
