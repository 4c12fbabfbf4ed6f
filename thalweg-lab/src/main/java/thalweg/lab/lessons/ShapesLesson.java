package thalweg.lab.lessons;

import static thalweg.tensor.Numbers.fixed;
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
import thalweg.autograd.Graph;
import thalweg.lab.lesson.BadInputException;
import thalweg.figures.text.Text;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;
import thalweg.lab.lesson.Training;
import thalweg.lab.lesson.Transcript;
import thalweg.nn.Linear;
import thalweg.nn.MSELoss;
import thalweg.tensor.Tensor;
import thalweg.tensor.Warnings;
import thalweg.trace.Trace;

/// Linear, losses and shapes: three ways to a prediction, six to its loss, and the shape `(100)` that meets
/// `(100, 1)` and becomes `(100, 100)` without a word.
public final class ShapesLesson implements Lesson {
  /// The trap makes an `(n, n)` tensor.
  private static final int MOST_POINTS = 2000;

  @Override
  public String name() {
    return "shapes";
  }

  @Override
  public List<Parameter> parameters() {
    var parameters = new ArrayList<Parameter>();
    Collections.addAll(
        parameters,
        Parameter.real("alpha", "0.001", Range.POSITIVE, Text.of("learning rate of the sum of squares")),
        Parameter.integer("epochs", "30", 1, 10_000, Text.of("updates of the recording loop")),
        Parameter.seed("seed", "202150754", Text.of("seed of the points (PyTorch's stream)")),
        Parameter.reals("start", "-5,10", 2, Range.ANY, Text.of("weights to start from: intercept, slope")),
        Parameter.integer("n", "100", 1, MOST_POINTS, Text.of("how many points")),
        Parameter.real("sigma", "0.4", Range.NOT_NEGATIVE, Text.of("size of the first model's noise")));
    parameters.addAll(ChosenTraining.PARAMETERS);
    return parameters;
  }

  @Override
  public boolean acceptsData() {
    return true;
  }

  /// The points as note 4 makes them: `X` is `(n, 2)`, a transposed view of two rows; `y` is `(n)`.
  record Points(String source, Tensor x, Tensor inputs, Tensor y) {
    static Points of(LessonContext context) {
      manualSeed(context.seed("seed"));
      if (context.data().isPresent()) {
        var own = context.data().get();
        if (own.size() > MOST_POINTS) {
          throw new BadInputException(
              "%s has %d points, but this lesson shows what happens when (n) meets (n, 1), which takes n² numbers: give it at most %d"
                  .formatted(own.source(), own.size(), MOST_POINTS));
        }
        Tensor x = tensor(own.xs());
        return new Points(own.source(), x, design(x), tensor(own.ys()));
      }
      int n = context.integer("n");
      Tensor x = randn(n).sort().values();
      Tensor inputs = design(x);
      Tensor noise = randn(n).mul(context.real("sigma"));
      String source =
          "y = 2.5 + 4x + noise, n = %d, seed %s"
              .formatted(n, Long.toUnsignedString(context.seed("seed")));
      return new Points(source, x, inputs, inputs.matmul(tensor(2.5, 4.0)).add(noise));
    }

    private static Tensor design(Tensor x) {
      return vstack(ones(x.size()), x).T();
    }

    int size() {
      return y.size();
    }
  }

  @Override
  public LessonResult run(LessonContext context) {
    var values = new LinkedHashMap<String, Object>();
    Points points = Points.of(context);
    context.print("Points: " + points.source());
    values.put("x", list(points.x()));
    values.put("y", list(points.y()));

    Predictions predictions = threeWays(context, points, values);
    sixLosses(context, points, predictions, values);
    threeFeatures(context, points, values);
    Trace trace = fourSteps(context, points);

    Transcript printed = context.transcript();
    var runs = new ArrayList<>(List.of(trace));
    Optional<Training> chosen = Optional.empty();
    if (ChosenTraining.isChosen(context)) {
      chosen = Optional.of(ChosenTraining.announced(chosen(context, points), context));
      runs.add(chosen.get().trace());
    }
    var page = new ShapesPage(points, trace, chosen, printed);
    return LessonResult.of(runs, () -> values, language -> page.of(this, language), ShapesPage.FIGURES.of(page));
  }

  @Override
  public List<String> figures() {
    return ShapesPage.FIGURES.names();
  }

  @Override
  public Training train(LessonContext context) {
    Points points = Points.of(context);
    ChosenTraining chosen = chosen(context, points);
    return ChosenTraining.isChosen(context)
        ? chosen.run()
        : chosen.judged(fourSteps(context, points));
  }

  @Override
  public Optional<Graph> graph(LessonContext context) {
    return Optional.of(FirstLoss.ofLayer(Points.of(context), context.reals("start")));
  }

  private static ChosenTraining chosen(LessonContext context, Points points) {
    LineData line = line(points);
    String loss = context.choice("loss");
    double rate = rate(context, line) * (isSafe(context) && loss.equals("mean") ? line.size() : 1);
    return new ChosenTraining(
        line, context.reals("start"), "alpha", rate, context.integer("epochs"), loss, context.choice("optimizer"));
  }

  private static LineData line(Points points) {
    return new LineData(points.inputs(), points.y().reshape(points.size(), 1));
  }

  /// On the user's points no rate is known to be right.
  private static boolean isSafe(LessonContext context) {
    return context.data().isPresent() && !context.isGiven("alpha");
  }

  private static double rate(LessonContext context, LineData line) {
    return isSafe(context) ? line.step(0.5) : context.real("alpha");
  }

  /// Prints a value as an interpreter would.
  private static void show(LessonContext context, String expression, Object value) {
    context.print("\n> " + expression + "\n" + value);
  }

  // ---- step 1, the prediction

  private record Predictions(Tensor byHand, Tensor withoutBias, Tensor withBias) {}

  private static Predictions threeWays(
      LessonContext context, Points points, Map<String, Object> values) {
    double[] start = context.reals("start");
    int n = points.size();
    context.heading(Text.of("Step 1, predict: three ways to the same ŷ"));

    context.print("\nWay 1: the product by hand; What has shape (2), so ŷ has shape (n)");
    Tensor what = tensor(start).requiresGrad_(true);
    Tensor yhat1 = points.inputs().matmul(what);
    show(context, "yhat1 = X.matmul(What)", yhat1);

    context.print("\nWay 2: a layer without bias; the column of ones stands for it, ŷ has shape (n, 1)");
    var net = new Linear(2, 1, Linear.bias(false));
    show(context, "net = new Linear(2, 1, Linear.bias(false))", net);
    show(context, "net.weight().data()    // random at first", net.weight().data());
    values.put("linear_2_1_init", list(net.weight()));
    net.weight().setData(tensor(start).reshape(1, 2));
    show(context, "net.weight().data()    // set", net.weight().data());
    Tensor yhat2 = net.apply(points.inputs());
    show(context, "yhat2 = net.apply(X)", yhat2);

    context.print("\nWay 3: a layer with bias; it is fed x alone, as a column");
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
      LessonContext context, Points points, Predictions yhat, Map<String, Object> values) {
    Tensor y = points.y();
    int n = points.size();
    context.heading(Text.of("Step 2, measure: the mean of squares, and a trap"));
    Tensor right = y.sub(yhat.byHand()).pow(2).mean();
    Tensor wrong = y.sub(yhat.withoutBias()).pow(2).mean();
    show(context, "y.sub(yhat1).pow(2).mean()", right);
    show(context, "y.sub(yhat2).pow(2).mean()    // wrong, and nothing says so", wrong);
    show(context, "y.sub(yhat2).shape()", y.sub(yhat.withoutBias()).shape());
    show(context, "y.shape()", y.shape());
    show(context, "yhat2.shape()", yhat.withoutBias().shape());
    context.print(
        "\ny is a row for broadcasting, yhat2 a column: every y was compared with every ŷ. Two mends:");
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
    context.print("\nThree predictions, two ways to measure: six losses");
    Tensor thirdByHand = column.sub(yhat.withBias()).pow(2).mean();
    context.print("         by hand    MSELoss");
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
      LessonContext context, Points first, Map<String, Object> values) {
    context.heading(Text.of("A model of three weights, y = 2.5 + 4x₁ − 2x₂ + noise"));
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
    context.print("\nThe note takes the loss of yhat, (n, 1), against y, (n), with these results:");
    show(context, "lossfn.apply(y, yhat)    // y still that of the first model", stale);
    show(context, "lossfn.apply(y, yhat)    // this model's y, but broadcast", broadcast);
    show(context, "lossfn.apply(y.reshape(%d, 1), yhat)    // right".formatted(n), right);
    context.print(
        """

        The note prints %s. Its cell was run while y was still the first model's, and (n) against (n, 1)
        broadcasts to (n, n) as well. With this model's y the broadcast gives %s; the loss is %s.
        By hand nothing is said. MSELoss, as PyTorch's, warns:"""
            .formatted(
                fixed(stale.item(), 4), fixed(broadcast.item(), 4), fixed(right.item(), 4)));
    warnings.stream().findFirst().map(ShapesLesson::wrapped).ifPresent(context::print);

    values.put("three_feature_yhat_repr", yhat.toString());
    values.put("three_feature MSELoss(y,yhat), broadcast by mistake", broadcast.item());
    values.put("three_feature MSELoss(y.reshape(100,1),yhat)", right.item());
    values.put(
        "three_feature MSELoss(OLD y of the first model, yhat) - the 24.9339 that the note prints",
        stale.item());
  }

  /// In lines for a terminal 100 wide.
  private static String wrapped(String text) {
    return text.replaceAll("(.{1,96})(?: |$)", "  $1\n").stripTrailing();
  }

  // ---- the four steps together

  /// The loop that the note starts from, recording weights, predictions and losses.
  private static Trace fourSteps(LessonContext context, Points points) {
    context.heading(Text.of("The four steps together, recorded"));
    double alpha = rate(context, line(points));
    if (isSafe(context)) {
      context.print(
          "alpha = %s: half the largest stable step, 2/λmax, of these points"
              .formatted(shortest(alpha)));
    }
    var whats = new ArrayList<Tensor>();
    var yhats = new ArrayList<Tensor>();
    var losses = new ArrayList<Double>();
    var recorder =
        new Recorder(
            "sse alpha=" + shortest(alpha),
            Recorder.settings(alpha, points.size(), context.integer("epochs")));
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
          "epoch %2d  What = %s  yhat[0] = %s  loss = %s"
              .formatted(
                  epoch,
                  whats.get(epoch),
                  fixed(yhats.get(epoch).get(0), 4),
                  fixed(losses.get(epoch), 2)));
    }
    context.print("result    What = " + what.data());
    return recorder.finish(what);
  }

  /// The elements of a tensor, in a list for `values`.
  static List<Double> list(Tensor tensor) {
    return Arrays.stream(tensor.toDoubleArray()).boxed().toList();
  }
}
