package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.RandomTensors.manualSeed;
import static thalweg.tensor.RandomTensors.randn;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;
import static thalweg.tensor.Tensors.vstack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import thalweg.autograd.Graph;
import thalweg.figures.text.Text;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;
import thalweg.lab.lesson.Training;
import thalweg.lab.lesson.Transcript;
import thalweg.lab.verdict.Judge;
import thalweg.nn.Linear;
import thalweg.nn.MSELoss;
import thalweg.op.Reduction;
import thalweg.tensor.Tensor;
import thalweg.tensor.Warnings;
import thalweg.trace.Trace;

/// Linear, losses and shapes: three ways to a prediction, six to its loss, and the shape `(100)` that meets
/// `(100, 1)` and becomes `(100, 100)` without a word.
public final class ShapesLesson implements Lesson {
  private static final long NOTE_SEED = 202150754;
  private static final int NOTE_SIZE = 100;
  private static final double NOTE_SIGMA = 0.4;

  /// Two losses closer than this are the same but for rounding.
  private static final double ROUNDING = 1e-5;

  @Override
  public String name() {
    return "shapes";
  }

  @Override
  public List<Parameter> parameters() {
    Text withoutData = text("common.use.withoutData");
    var parameters = new ArrayList<Parameter>();
    Collections.addAll(
        parameters,
        Parameter.real("alpha", "0.001", Range.POSITIVE, text("shapes.parameter.alpha")),
        Parameter.integer("epochs", "30", 1, 10_000, text("common.parameter.epochs")),
        Parameter.seed("seed", "202150754", text("shapes.parameter.seed")),
        Parameter.reals("start", "-5,10", 2, Range.ANY, text("common.parameter.start.line")),
        Parameter.integer("n", "100", 1, ShapesPoints.MOST, text("common.parameter.n")).used(withoutData),
        Parameter.real("sigma", "0.4", Range.NOT_NEGATIVE, text("shapes.parameter.sigma")).used(withoutData));
    parameters.addAll(ChosenTraining.PARAMETERS);
    return parameters;
  }

  @Override
  public boolean acceptsData() {
    return true;
  }

  @Override
  public Set<String> ignored(LessonContext context) {
    return context.data().isPresent() ? Set.of("n", "sigma") : Set.of();
  }

  /// What the lesson finds, for its page.
  ///
  /// @param right the loss as it should be
  /// @param wrong what broadcasting makes of it
  /// @param loop  the recorded loop
  record Findings(
      ShapesPoints points,
      Predictions predictions,
      double right,
      double wrong,
      Training loop,
      Optional<Training> chosen,
      Transcript printed) {
    /// Whether the broadcast loss is another number than the loss.
    boolean isTrap() {
      return !(Math.abs(wrong - right) <= ROUNDING * Math.max(1, Math.abs(right)));
    }
  }

  @Override
  public LessonResult run(LessonContext context) {
    var values = new LinkedHashMap<String, Object>();
    ShapesPoints points = ShapesPoints.of(context);
    context.print(text("common.points", "points", points.source()));
    values.put("x", list(points.x()));
    values.put("y", list(points.y()));

    Predictions predictions = threeWays(context, points, values);
    sixLosses(context, points, predictions, values);
    threeFeatures(context, points, values);
    Training loop = points.line().judged(fourSteps(context, points), 1, OptionalDouble.of(rate(context, points)));
    context.print("", loop.verdict().line());

    var runs = new ArrayList<>(List.of(loop.trace()));
    Optional<Training> chosen = Optional.empty();
    if (ChosenTraining.isChosen(context)) {
      chosen = Optional.of(ChosenTraining.announced(chosen(context, points), context));
      runs.add(chosen.get().trace());
    }
    var found =
        new Findings(
            points,
            predictions,
            (Double) values.get("loss mean((y-yhat1)^2)"),
            (Double) values.get("loss mean((y-yhat2)^2), broadcast by mistake"),
            loop,
            chosen,
            context.transcript());
    var page = new ShapesPage(found);
    return LessonResult.of(
        runs, () -> values, language -> page.of(this, language), ShapesPage.FIGURES.of(page));
  }

  @Override
  public List<String> figures() {
    return ShapesPage.FIGURES.names();
  }

  @Override
  public Training train(LessonContext context) {
    ShapesPoints points = ShapesPoints.of(context);
    ChosenTraining chosen = chosen(context, points);
    return ChosenTraining.isChosen(context)
        ? chosen.run()
        : chosen.judged(fourSteps(context, points));
  }

  @Override
  public Optional<Graph> graph(LessonContext context) {
    return Optional.of(FirstLoss.ofLayer(ShapesPoints.of(context), context.reals("start")));
  }

  private static ChosenTraining chosen(LessonContext context, ShapesPoints points) {
    String loss = context.choice("loss");
    LineData line = points.line();
    double rate = rate(context, points) * (isOurs(context) && loss.equals("mean") ? line.size() : 1);
    return new ChosenTraining(
        line, context.reals("start"), "alpha", rate, context.integer("epochs"), loss, context.choice("optimizer"));
  }

  /// On the user's points no rate is known to be right.
  private static boolean isOurs(LessonContext context) {
    return context.data().isPresent() && !context.isGiven("alpha");
  }

  private static double rate(LessonContext context, ShapesPoints points) {
    return isOurs(context) ? points.line().step(0.5) : context.real("alpha");
  }

  /// Prints a remark below an empty line.
  private static void remark(LessonContext context, Text text) {
    context.print(Text.of("\n").then(text));
  }

  /// Prints a value as an interpreter would.
  private static void show(LessonContext context, String expression, Object value) {
    show(context, expression, Text.none(), value);
  }

  /// The same with a comment behind the expression.
  private static void show(LessonContext context, String expression, Text comment, Object value) {
    String said = value.toString();
    context.print(language -> {
      String behind = comment.in(language);
      return "\n> " + expression + (behind.isEmpty() ? "" : "    // " + behind) + "\n" + said;
    });
  }

  // ---- step 1, the prediction

  /// Three predictions of the same numbers.
  record Predictions(Tensor byHand, Tensor withoutBias, Tensor withBias) {}

  private static Predictions threeWays(
      LessonContext context, ShapesPoints points, Map<String, Object> values) {
    double[] start = context.reals("start");
    int n = points.size();
    context.heading(text("shapes.heading.predict"));

    remark(context, text("shapes.way1", "n", n));
    Tensor what = tensor(start).requiresGrad_(true);
    Tensor yhat1 = points.inputs().matmul(what);
    show(context, "yhat1 = X.matmul(What)", yhat1);

    remark(context, text("shapes.way2", "n", n));
    var net = new Linear(2, 1, Linear.bias(false));
    show(context, "net = new Linear(2, 1, Linear.bias(false))", net);
    show(context, "net.weight().data()", text("shapes.random"), net.weight().data());
    values.put("linear_2_1_init", list(net.weight()));
    net.weight().setData(tensor(start).reshape(1, 2));
    show(context, "net.weight().data()", text("shapes.set"), net.weight().data());
    Tensor yhat2 = net.apply(points.inputs());
    show(context, "yhat2 = net.apply(X)", yhat2);

    remark(context, text("shapes.way3", "n", n));
    var affine = new Linear(1, 1);
    show(context, "net = new Linear(1, 1)", affine);
    show(context, "net.weight().data()", affine.weight().data());
    values.put("linear_1_1_init", list(affine.weight()));
    affine.weight().setData(tensor(start[1]).reshape(1, 1));
    affine.bias().setData(tensor(start[0]).reshape(1));
    show(context, "net.weight(), net.bias()", tuple(affine.weight(), affine.bias()));
    Tensor yhat3 = affine.apply(points.x().reshape(n, 1));
    show(context, "net.apply(x.reshape(%d, 1))".formatted(n), yhat3);

    values.put("yhat1", list(yhat1));
    values.put("yhat1_repr", yhat1.toString());
    values.put("yhat2_repr", yhat2.toString());
    return new Predictions(yhat1, yhat2, yhat3);
  }

  /// As Python prints a tuple.
  private static String tuple(Tensor... tensors) {
    return Arrays.stream(tensors)
        .map(tensor -> tensor.toString().replace("\n", "\n "))
        .reduce((a, b) -> a + ",\n " + b)
        .map(text -> "(" + text + ")")
        .orElse("()");
  }

  // ---- step 2, the loss

  private static void sixLosses(
      LessonContext context, ShapesPoints points, Predictions yhat, Map<String, Object> values) {
    Tensor y = points.y();
    int n = points.size();
    context.heading(text("shapes.heading.measure"));
    Tensor right = y.sub(yhat.byHand()).pow(2).mean();
    Tensor wrong = y.sub(yhat.withoutBias()).pow(2).mean();
    show(context, "y.sub(yhat1).pow(2).mean()", right);
    boolean trap = !(Math.abs(wrong.item() - right.item()) <= ROUNDING * Math.max(1, Math.abs(right.item())));
    show(context, "y.sub(yhat2).pow(2).mean()", trap ? text("shapes.wrong") : text("shapes.agrees"), wrong);
    show(context, "y.sub(yhat2).shape()", y.sub(yhat.withoutBias()).shape());
    show(context, "y.shape()", y.shape());
    show(context, "yhat2.shape()", yhat.withoutBias().shape());
    remark(context, text(n == 1 ? "shapes.one" : "shapes.broadcast", "n", n));
    Tensor flattened = y.sub(yhat.withoutBias().flatten()).pow(2).mean();
    show(context, "y.sub(yhat2.flatten()).pow(2).mean()", flattened);
    Tensor column = y.reshape(n, 1);
    show(
        context,
        "y.reshape(%d, 1).sub(yhat2).pow(2).mean()".formatted(n),
        column.sub(yhat.withoutBias()).pow(2).mean());

    var lossFunction = new MSELoss();
    show(context, "lossfn = new MSELoss()", lossFunction);
    Tensor first = lossFunction.apply(y, yhat.byHand());
    Tensor second = lossFunction.apply(column, yhat.withoutBias());
    Tensor third = lossFunction.apply(column, yhat.withBias());
    show(context, "lossfn.apply(y, yhat1)", first);
    show(context, "lossfn.apply(y.reshape(%d, 1), yhat2)".formatted(n), second);
    String expression = "new MSELoss(Reduction.%s).apply(yhat1, y)";
    for (Reduction reduction : Reduction.values()) {
      boolean each = reduction == Reduction.NONE;
      Tensor loss = new MSELoss(reduction).apply(yhat.byHand(), y);
      show(context, expression.formatted(reduction.name()) + (each ? ".shape()" : ""), each ? loss.shape() : loss);
    }
    remark(context, text("shapes.six"));
    Tensor thirdByHand = column.sub(yhat.withBias()).pow(2).mean();
    context.print(text("shapes.six.header"));
    six(context, "yhat1", right, first);
    six(context, "yhat2", flattened, second);
    six(context, "yhat3", thirdByHand, third);

    values.put("loss mean((y-yhat1)^2)", right.item());
    values.put("loss mean((y-yhat2)^2), broadcast by mistake", wrong.item());
    values.put("loss MSELoss(y,yhat1)", first.item());
    values.put("loss MSELoss(y.reshape(100,1),yhat2)", second.item());
    values.put("mean((y-yhat2.flatten())^2)", flattened.item());
  }

  private static void six(LessonContext context, String name, Tensor byHand, Tensor function) {
    context.print("%-6s %9s  %9s".formatted(name, fixed(byHand.item(), 4), fixed(function.item(), 4)));
  }

  // ---- three features

  private static void threeFeatures(
      LessonContext context, ShapesPoints first, Map<String, Object> values) {
    context.heading(text("shapes.heading.three"));
    manualSeed(context.seed("seed"));
    int n = first.size();
    Tensor x1 = randn(n).sort().values();
    Tensor x2 = randn(n).sort().values();
    Tensor inputs = vstack(ones(n), x1, x2).T();
    Tensor y = inputs.matmul(tensor(2.5, 4.0, -2.0)).add(randn(n).mul(0.5));

    var net = new Linear(3, 1, Linear.bias(false));
    show(context, "net = new Linear(3, 1, Linear.bias(false))", net);
    show(context, "net.weight().data()", net.weight().data());
    values.put("linear_3_1_init", list(net.weight()));
    net.weight().setData(tensor(new double[][] {{2.5, 5.0, -2.0}}));
    show(context, "net.weight().data()", net.weight().data());
    Tensor yhat = net.apply(inputs);
    show(context, "yhat = net.apply(X)", yhat);

    var lossFunction = new MSELoss();
    var warnings = new ArrayList<String>();
    Tensor stale;
    Tensor broadcast;
    try (var _ = Warnings.to(warnings::add)) {
      stale = lossFunction.apply(first.y(), yhat);
      broadcast = lossFunction.apply(y, yhat);
    }
    Tensor right = lossFunction.apply(y.reshape(n, 1), yhat);
    remark(context, text("shapes.three.losses", "n", n));
    show(context, "lossfn.apply(y, yhat)", text("shapes.three.stale"), stale);
    show(context, "lossfn.apply(y, yhat)", text("shapes.three.own"), broadcast);
    show(context, "lossfn.apply(y.reshape(%d, 1), yhat)".formatted(n), text("shapes.three.right"), right);
    if (isNote(context)) {
      remark(
          context,
          text(
              "shapes.three.note",
              "stale", fixed(stale.item(), 4),
              "broadcast", fixed(broadcast.item(), 4),
              "right", fixed(right.item(), 4)));
    }
    warnings.stream().findFirst().ifPresent(warning -> {
      remark(context, text("shapes.warns"));
      context.print("  ", Text.of(warning));
    });

    values.put("three_feature_yhat_repr", yhat.toString());
    values.put("three_feature MSELoss(y,yhat), broadcast by mistake", broadcast.item());
    values.put("three_feature MSELoss(y.reshape(100,1),yhat)", right.item());
    values.put(
        "three_feature MSELoss(OLD y of the first model, yhat) - the 24.9339 that the note prints",
        stale.item());
  }

  /// Whether the points and the start are note 4's own, so that its numbers are to be expected.
  static boolean isNote(LessonContext context) {
    return context.data().isEmpty()
        && context.seed("seed") == NOTE_SEED
        && context.integer("n") == NOTE_SIZE
        && context.real("sigma") == NOTE_SIGMA
        && Arrays.equals(context.reals("start"), new double[] {-5, 10});
  }

  // ---- the four steps together

  /// The loop that the note starts from, recording weights, predictions and losses.
  private static Trace fourSteps(LessonContext context, ShapesPoints points) {
    context.heading(text("shapes.heading.loop"));
    double alpha = rate(context, points);
    if (isOurs(context)) {
      context.print(text("shapes.half", "alpha", shortest(alpha)));
    }
    var whats = new ArrayList<Tensor>();
    var yhats = new ArrayList<Tensor>();
    var losses = new ArrayList<Double>();
    var recorder =
        new Trace.Recorder(
            "sse alpha=" + shortest(alpha),
            RunSettings.of(alpha, points.size(), context.integer("epochs")));
    Tensor what = tensor(context.reals("start")).requiresGrad_(true);
    for (int epoch = 0; epoch < context.integer("epochs"); epoch++) {
      whats.add(what.data());
      what.setGrad(null);
      Tensor yhat = points.inputs().matmul(what); // step 1, predict
      yhats.add(yhat.data());
      Tensor loss = points.y().sub(yhat).pow(2).sum(); // step 2, measure
      losses.add(loss.item());
      loss.backward(); // step 3, differentiate
      recorder.step(what, loss, alpha);
      what.setData(what.data().sub(what.grad().mul(alpha))); // step 4, update
    }
    int last = whats.size() - 1;
    for (int epoch : last > 3 ? new int[] {0, 1, 2, last} : new int[] {0, last}) {
      context.print(
          text(
              "shapes.epoch",
              "epoch", "%2d".formatted(epoch),
              "weights", whats.get(epoch).toString(),
              "prediction", fixed(yhats.get(epoch).get(0), 4),
              "loss", Judge.number(losses.get(epoch))));
    }
    context.print(text("shapes.result", "weights", what.data().toString()));
    return recorder.finish(what);
  }

  /// The elements of a tensor, in a list for `values`.
  static List<Double> list(Tensor tensor) {
    return Arrays.stream(tensor.toDoubleArray()).boxed().toList();
  }
}
