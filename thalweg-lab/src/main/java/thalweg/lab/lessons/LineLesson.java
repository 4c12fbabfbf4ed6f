package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import thalweg.autograd.Graph;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.figures.training.Landscape;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;
import thalweg.lab.lesson.Training;
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

  /// For points of one's own, as parts of the largest stable step: as far from it as the notes' rates are.
  private static final List<Double> FACTORS = List.of(0.1, 0.5, 1.0075, 1.2);

  /// So many times the points, to set the sum against the mean.
  static final int MORE = 10;

  /// With more points than these, ten times as many would take long.
  private static final int MOST_POINTS = 100_000;

  @Override
  public String name() {
    return "line";
  }

  @Override
  public List<Parameter> parameters() {
    Text withoutData = text("common.use.withoutData");
    var parameters = new ArrayList<Parameter>();
    Collections.addAll(
        parameters,
        Parameter.real("alpha", "0.001", Range.POSITIVE, text("common.parameter.alpha"))
            .used(text("common.use.withLoss", "loss", "sum")),
        Parameter.real("lr", "0.1", Range.POSITIVE, text("common.parameter.lr"))
            .used(text("common.use.withLoss", "loss", "mean")),
        Parameter.integer("epochs", "30", 1, 10_000, text("common.parameter.epochs")),
        Parameter.seed("seed", "43052", text("common.parameter.seed.torch")).used(withoutData),
        Parameter.reals("start", "-5,10", 2, Range.ANY, text("common.parameter.start.line")),
        Parameter.integer("n", "100", 1, MOST_POINTS, text("common.parameter.n")).used(withoutData),
        Parameter.real("sigma", "0.5", Range.NOT_NEGATIVE, text("common.parameter.sigma")).used(withoutData));
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

  @Override
  public Set<String> ignored(LessonContext context) {
    return context.data().isPresent() ? Set.of("seed", "n", "sigma") : Set.of();
  }

  /// What the lesson finds, for its page.
  ///
  /// @param main         the loop by hand
  /// @param rates        the same at several rates, the main one among them
  /// @param sizes        sum and mean on these points and on ten times as many; none where that would be too many
  /// @param patterns     the same training written in four ways
  /// @param standardised the training on standardised points, where the scale of x is bad
  /// @param chosen       one more training, with the loss and optimiser chosen
  /// @param printed      what the loop by hand prints
  record Findings(
      LineSetting setting,
      Training main,
      List<Comparison> rates,
      List<Comparison> sizes,
      List<Training> patterns,
      Optional<Standardised> standardised,
      Optional<Training> chosen,
      List<Text> printed) {}

  @Override
  public LessonResult run(LessonContext context) {
    LineSetting setting = LineSetting.of(context);
    LineData data = setting.data();
    introduce(setting, context);

    context.heading(text("line.heading.loop"));
    var printed = new ArrayList<Text>();
    Trace run = sumOfSquares(setting, "sse alpha=", line -> {
      printed.add(line);
      context.print(line);
    });
    Training main = setting.judgedSum(run);

    context.heading(text("line.heading.rates"));
    List<Comparison> rates = rates(setting, main, context);
    List<Comparison> sizes = sumAgainstMean(setting, main, context);
    context.heading(text("line.heading.patterns"));
    List<Training> patterns = patterns(setting, context);
    Optional<Standardised> standardised = Standardised.of(setting);
    standardised.ifPresent(other -> other.print(context));
    Optional<Training> chosen = ChosenTraining.isChosen(context)
        ? Optional.of(ChosenTraining.announced(chosen(context, data), context)) : Optional.empty();

    var runs = new ArrayList<>(rates.stream().map(Comparison::run).toList());
    patterns.forEach(pattern -> runs.add(pattern.trace()));
    sizes.stream().filter(c -> c.n() != data.size()).map(Comparison::run).forEach(runs::add);
    standardised.ifPresent(other -> runs.add(other.training().trace()));
    chosen.map(Training::trace).ifPresent(runs::add);
    var page = new LinePage(
        new Findings(setting, main, rates, sizes, patterns, standardised, chosen, List.copyOf(printed)));
    return LessonResult.of(
        runs, () -> values(setting, printed), language -> page.of(this, language), LinePage.FIGURES.of(page));
  }

  private static void introduce(LineSetting setting, LessonContext context) {
    LineData data = setting.data();
    context.print(text("common.points", "points", data.source()));
    if (context.data().isPresent() && !context.isGiven("alpha")) {
      context.print(
          text(
              "line.rates.half",
              "alpha", shortest(setting.alpha()),
              "lr", shortest(setting.lr()),
              "stable", significant(data.stableStep(), 4)));
    }
  }

  private static ChosenTraining chosen(LessonContext context, LineData data) {
    String loss = context.choice("loss");
    double rate = loss.equals("sum") ? LineSetting.alpha(context, data) : LineSetting.lr(context, data);
    return new ChosenTraining(
        data, context.reals("start"), rateName(loss), rate, context.integer("epochs"), loss, context.choice("optimizer"));
  }

  @Override
  public Training train(LessonContext context) {
    ChosenTraining chosen = chosen(context, LineData.of(context));
    return ChosenTraining.isChosen(context) ? chosen.run() : chosen.judged(
        sumOfSquares(
            new LineSetting(chosen.data(), chosen.start(), chosen.rate(), Double.NaN, chosen.epochs()), "sse alpha=", _ -> {}));
  }

  @Override
  public Optional<Graph> graph(LessonContext context) {
    return Optional.of(FirstLoss.of(LineData.of(context), context.reals("start")));
  }

  // ---- the loops of the note

  private static Trace.Recorder recorder(LineSetting setting, String name, double rate) {
    return new Trace.Recorder(
        name + shortest(rate), RunSettings.of(rate, setting.data().size(), setting.epochs()));
  }

  /// Note 1, section 1: all by hand, with the sum of squares.
  static Trace sumOfSquares(LineSetting setting, String name, Consumer<Text> print) {
    Tensor x = setting.data().inputs();
    Tensor y = setting.data().targets();
    double alpha = setting.alpha();
    Trace.Recorder recorder = recorder(setting, name, alpha);

    Tensor what = setting.weights().requiresGrad_(true);
    print.accept(text("line.print.start", "start", what.data().reshape(-1).toString()));
    for (int epoch = 0; epoch < setting.epochs(); epoch++) {
      Tensor yhat = x.matmul(what); // 1 predict
      Tensor loss = y.sub(yhat).pow(2).sum(); // 2 measure
      loss.backward(); // 3 differentiate
      recorder.step(what, loss, alpha);
      what.setData(what.data().sub(what.grad().mul(alpha))); // 4 update
      print.accept(
          text(
              "line.print.update",
              "loss", fixed(loss.item(), 2),
              "update", what.grad().reshape(-1).mul(-alpha).toString(),
              "result", what.data().reshape(-1).toString()));
      what.setGrad(null);
    }
    return recorder.finish(what);
  }

  /// Pattern A: the mean of squares, by hand.
  static Trace byHand(LineSetting setting) {
    LineData data = setting.data();
    Trace.Recorder recorder = recorder(setting, "mse lr=", setting.lr());
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
  static Trace withLossFunction(LineSetting setting) {
    LineData data = setting.data();
    Trace.Recorder recorder = recorder(setting, "loss_fn lr=", setting.lr());
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
  static Trace withLayer(LineSetting setting) {
    LineData data = setting.data();
    Trace.Recorder recorder = recorder(setting, "net lr=", setting.lr());
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
  static Trace withOptimizer(LineSetting setting) {
    LineData data = setting.data();
    Trace.Recorder recorder = recorder(setting, "net+SGD lr=", setting.lr());
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

  /// A run on the sum or the mean of squares, and what became of it.
  record Comparison(String loss, int n, double rate, Training training) {
    Trace run() {
      return training.trace();
    }
  }

  private static List<Comparison> rates(LineSetting setting, Training main, LessonContext context) {
    LineData data = setting.data();
    var rates = new TreeSet<Double>();
    rates.add(setting.alpha());
    if (context.data().isEmpty()) {
      rates.addAll(RATES);
    } else {
      FACTORS.forEach(factor -> rates.add(data.step(factor)));
    }
    context.print(text("line.rates.stable", "stable", significant(data.stableStep(), 4)));
    var judged = new ArrayList<Comparison>();
    for (double rate : rates) {
      LineSetting own = setting.with(rate);
      Training training =
          rate == setting.alpha() ? main : own.judgedSum(sumOfSquares(own, "sse alpha=", _ -> {}));
      judged.add(new Comparison("sum", data.size(), rate, training));
      context.print("alpha = %-7s ".formatted(shortest(rate)), training.verdict().line());
    }
    return judged;
  }

  /// With ten times as many points the sum and its gradient are about ten times as large, the mean is not.
  private static List<Comparison> sumAgainstMean(LineSetting setting, Training main, LessonContext context) {
    LineData data = setting.data();
    if (data.size() > MOST_POINTS) {
      return List.of();
    }
    context.heading(text("line.heading.sizes"));
    LineSetting larger = setting.on(
        context.data().isPresent()
            ? data.repeated(MORE)
            : LineData.random(context.seed("seed"), MORE * data.size(), context.real("sigma")));
    String many = " n=" + larger.data().size();
    List<Comparison> comparisons =
        List.of(
            comparison("sum", setting, main),
            comparison(
                "sum", larger, larger.judgedSum(renamed(sumOfSquares(larger, "sse alpha=", _ -> {}), many))),
            comparison("mean", setting, setting.judgedMean(byHand(setting))),
            comparison("mean", larger, larger.judgedMean(renamed(byHand(larger), many))));
    for (Comparison c : comparisons) {
      context.print(
          "%-4s n = %-5s %-5s = %-5s ".formatted(c.loss(), c.n(), rateName(c.loss()), shortest(c.rate())),
          c.training().verdict().line());
    }
    return comparisons;
  }

  private static Comparison comparison(String loss, LineSetting setting, Training training) {
    double rate = loss.equals("sum") ? setting.alpha() : setting.lr();
    return new Comparison(loss, setting.data().size(), rate, training);
  }

  /// What the learning rate of a loss is called.
  static String rateName(String loss) {
    return loss.equals("sum") ? "alpha" : "lr";
  }

  private static Trace renamed(Trace run, String more) {
    return new Trace(run.name() + more, run.parameters(), run.steps(), run.result());
  }

  private static List<Training> patterns(LineSetting setting, LessonContext context) {
    List<Trace> patterns =
        List.of(byHand(setting), withLossFunction(setting), withLayer(setting), withOptimizer(setting));
    for (Trace run : patterns) {
      Tensor result = tensor(run.result().stream().mapToDouble(Double::doubleValue).toArray());
      context.print(text("line.print.pattern", "name", "%-18s".formatted(run.name()), "result", result.toString()));
    }
    return patterns.stream().map(setting::judgedMean).toList();
  }

  private static Map<String, Object> values(LineSetting setting, List<Text> printed) {
    LineData data = setting.data();
    Landscape landscape = setting.landscape();
    var values = new LinkedHashMap<String, Object>();
    values.put("x", ShapesLesson.list(data.x()));
    values.put("y", ShapesLesson.list(data.targets()));
    values.put("printed", Text.in(Language.EN, printed));
    values.put("stable_step", data.stableStep());
    values.put("w0", landscape.w0().stream().boxed().toList());
    values.put("w1", landscape.w1().stream().boxed().toList());
    values.put("loss", landscape.loss().stream().map(row -> row.stream().boxed().toList()).toList());
    return values;
  }
}
