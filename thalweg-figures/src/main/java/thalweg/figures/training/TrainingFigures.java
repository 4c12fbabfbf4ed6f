package thalweg.figures.training;

import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.cycle;
import static thalweg.figures.Style.dashed;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.linewidth;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.name;
import static thalweg.figures.Style.size;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Frame;
import thalweg.figures.Legend;
import thalweg.figures.Marker;
import thalweg.figures.Plane;
import thalweg.figures.Space;
import thalweg.figures.Values;
import thalweg.trace.Trace;

/// The pictures of a training, from what it recorded. Those without a [Model] are of a line
/// `y = w0 + w1 x`, whose weights are the intercept `w0` and then the slope `w1`.
///
/// ```java
/// double[] x = {0, 1, 2};
/// double[] y = {1, 3, 5};
/// var run = Descent.descend(
///     w -> tensor(y).sub(w.select(0, 0)).sub(tensor(x).mul(w.select(0, 1))).pow(2).mean(),
///     tensor(0.0, 0.0), 0.1, 50);
/// var figure = TrainingFigures.fit(x, y, run);
/// IO.println(figure.panels().getFirst().marks().size());  // 53
/// ```
public final class TrainingFigures {

  private TrainingFigures() {}

  /// The data, the first line dashed, the line after each epoch faint, and the last line.
  public static Figure fit(double[] x, double[] y, Trace trace) {
    requireLine(trace);
    return fit(x, y, Model.LINE, trace);
  }

  /// The same for any model of `x`: its curve after each epoch.
  public static Figure fit(double[] x, double[] y, Model model, Trace trace) {
    return Figure.of(fitAxes(x, y, model, trace));
  }

  /// The fits of several runs side by side, each under its name, with the same axes.
  public static Figure fits(double[] x, double[] y, Model model, List<Trace> traces) {
    return Figure.row(traces.stream()
        .map(trace -> fitAxes(x, y, model, trace).title(trace.name())).toArray(Plane[]::new));
  }

  private static Plane fitAxes(double[] x, double[] y, Model model, Trace trace) {
    var span = span(x);
    var rows = trace.weights();
    var axes =
        Axes.plane()
            .scatter(x, y, label("observed"), color(Color.C0))
            .plot(span, curve(model, rows.getFirst(), span), label("first line"), dashed(), color(Color.C1),
                hover(Epochs.describe(trace, 0)))
            .freeze(); // so that a run which blows up leaves the data to be seen
    for (int epoch = 1; epoch < rows.size(); epoch++) {
      axes = axes.plot(span, curve(model, rows.get(epoch), span), dashed(), color(Color.C1), alpha(0.1),
          hover(Epochs.describe(trace, epoch)));
    }
    return rows.size() == 1 ? axes
        : axes.plot(span, curve(model, rows.getLast(), span), label("last line"), dashed(), color(Color.C1),
            hover(Epochs.describe(trace, trace.epochs())));
  }

  /// The loss as a surface over the weights, a star at the true ones, another at the start, and a
  /// point for the weights after each epoch.
  ///
  /// @param truth the weights that made the data, `{w0, w1}`
  public static Figure lossSurface(Landscape landscape, Trace trace, double[] truth) {
    requireLine(trace);
    var start = trace.weights().getFirst();
    var initial = "initial $\\hat{\\bf W}=" + vector(start.get(0), start.get(1)) + "'$";
    var axes =
        surface(landscape, truth)
            .scatter(start.get(0), start.get(1), landscape.at().applyAsDouble(start.get(0), start.get(1)),
                label(initial), marker(Marker.STAR), size(200), color(Color.BLUE),
                hover(Epochs.describe(trace, 0)))
            .legend()
            .freeze();
    var epochs = IntStream.rangeClosed(1, trace.epochs()).boxed().toList();
    var w0 = weight(trace, 0, epochs);
    var w1 = weight(trace, 1, epochs);
    var heights = IntStream.range(0, epochs.size())
        .mapToDouble(i -> landscape.at().applyAsDouble(w0.get(i), w1.get(i))).toArray();
    return Figure.of(
            axes.scatter(w0, w1, Values.of(heights), size(5), color(Color.BLUE),
                hover(epochs.stream().map(epoch -> Epochs.describe(trace, epoch)).toList())))
        .size(5.5, 4.2);
  }

  /// The loss of each run over its epochs, on a logarithmic scale.
  public static Figure lossCurves(List<Trace> traces) {
    var axes = Axes.plane().xlabel("epoch").ylabel("loss").logy().legend(Legend.BEST);
    for (var trace : traces) {
      axes = axes.plot(Values.range(trace.epochs()), Values.of(trace.losses()).positive(), label(trace.name()),
          hover(Epochs.describeAll(trace, trace.epochs())));
    }
    return Figure.of(axes).size(6.5, 3.5);
  }

  /// Each weight over the epochs, from the start to the result.
  public static Figure weightCurves(Trace trace) {
    var epochs = IntStream.rangeClosed(0, trace.epochs()).boxed().toList();
    var axes = Axes.plane().xlabel("epoch").ylabel("weight").legend(Legend.LOWER_RIGHT);
    for (int w = 0; w < trace.result().size(); w++) {
      axes = axes.plot(Values.range(epochs.size()), weight(trace, w, epochs), label("$w_{" + w + "}$"),
          hover(Epochs.describeAll(trace, epochs.size())));
    }
    return Figure.of(axes).size(6.5, 3.5);
  }

  /// One weight of several runs over the epochs. Runs that end above their first loss leave the axes, so that
  /// the others can be seen.
  ///
  /// @param weight which of the flattened weights, from 0
  public static Figure weightCurves(List<Trace> traces, int weight) {
    var axes = Axes.plane().xlabel("epoch").ylabel("$w_{" + weight + "}$").legend(Legend.LOWER_RIGHT);
    for (boolean settling : new boolean[] {true, false}) {
      for (int i = 0; i < traces.size(); i++) {
        var trace = traces.get(i);
        if (settles(trace) == settling) {
          var epochs = IntStream.rangeClosed(0, trace.epochs()).boxed().toList();
          axes = axes.plot(Values.range(epochs.size()), weight(trace, weight, epochs), label(trace.name()),
              cycle(i), hover(Epochs.describeAll(trace, epochs.size())));
        }
      }
      axes = settling && !axes.marks().isEmpty() ? axes.freeze() : axes;
    }
    return Figure.of(axes).size(6.5, 3.5);
  }

  private static boolean settles(Trace trace) {
    return trace.epochs() == 0 || trace.losses().getLast() <= trace.losses().getFirst();
  }

  /// The notes' animation: on the left the line moves through the data, on the right its weights walk
  /// down the loss surface, a grey point an epoch. The axes hold the data and the first line throughout.
  ///
  /// @param truth the weights that made the data, `{w0, w1}`
  public static Animation twoPanels(
      double[] x, double[] y, Landscape landscape, Trace trace, double[] truth) {
    return twoPanels(x, y, Model.LINE, landscape, trace, truth);
  }

  /// The same for any model of `x` with two weights.
  public static Animation twoPanels(
      double[] x, double[] y, Model model, Landscape landscape, Trace trace, double[] truth) {
    requireLine(trace);
    var frames = new ArrayList<Frame>();
    var span = span(x);
    for (int epoch = 0; epoch < trace.epochs(); epoch++) {
      var seen = IntStream.rangeClosed(0, epoch).boxed().toList();
      frames.add(
          Frame.of("epoch " + epoch, headline(trace, epoch))
              .move("line", List.of(Epochs.describe(trace, epoch)), span,
                  curve(model, trace.weights().get(epoch), span))
              .move("visited", Epochs.describeAll(trace, epoch + 1), weight(trace, 0, seen),
                  weight(trace, 1, seen), Values.of(trace.losses().subList(0, epoch + 1))));
    }
    return new Animation(twoPanels(x, y, model, landscape, trace, truth, 0, List.of()), frames);
  }

  /// One epoch of the animation as a figure by itself, whose axes fit what is seen then.
  public static Figure twoPanelsAt(
      int epoch, double[] x, double[] y, Landscape landscape, Trace trace, double[] truth) {
    requireLine(trace);
    if (epoch < 0 || epoch >= trace.epochs()) {
      throw new IllegalArgumentException(
          "epoch: \"%s\" has epochs 0 to %d, got %d".formatted(trace.name(), trace.epochs() - 1, epoch));
    }
    return twoPanels(x, y, Model.LINE, landscape, trace, truth, epoch,
            IntStream.rangeClosed(0, epoch).boxed().toList())
        .suptitle(headline(trace, epoch));
  }

  private static String headline(Trace trace, int epoch) {
    return "alpha = " + Epochs.plain(trace.steps().get(epoch).learningRate()) + " / epoch = " + epoch;
  }

  /// @param epoch   whose line is seen
  /// @param visited the epochs whose weights are seen
  private static Figure twoPanels(
      double[] x, double[] y, Model model, Landscape landscape, Trace trace, double[] truth, int epoch,
      List<Integer> visited) {
    var span = span(x);
    var start = trace.weights().getFirst();
    Plane fit =
        Axes.plane()
            .scatter(x, y, label("$(x_i,y_i)$"), color(Color.C0))
            .plot(span, curve(model, trace.weights().get(epoch), span), name("line"),
                label("$(x_i,\\hat{y}_i)$"), color(Color.C1))
            .legend();
    Space loss =
        surface(landscape, truth)
            .scatter(start.get(0), start.get(1), landscape.at().applyAsDouble(start.get(0), start.get(1)),
                marker(Marker.STAR), size(200), color(Color.BLUE), hover("start"))
            .scatter(weight(trace, 0, visited), weight(trace, 1, visited),
                Values.of(visited.stream().map(trace.losses()::get).toList()), name("visited"), size(20),
                color(Color.GREY))
            .legend();
    return Figure.row(fit, loss).size(7.5, 2.5);
  }

  /// Note 3's three panels: what was learned, the loss over the epochs, and the weights over the epochs.
  ///
  /// @param x      the training data
  /// @param y      the training data
  /// @param atX    where the trained model was asked
  /// @param atY    what it answered
  /// @param trace  the run, of any number of weights
  public static Figure threePanels(double[] x, double[] y, double[] atX, double[] atY, Trace trace) {
    var fit = Axes.plane()
        .scatter(x, y, label("training data"), color(Color.RED))
        .plot(atX, atY, label("test results"), color(Color.BLUE), linewidth(2))
        .xlabel("x").ylabel("y").legend(Legend.BEST);
    var loss = Axes.plane()
        .plot(Values.range(trace.epochs()), Values.of(trace.losses()), color(Color.RED),
            hover(Epochs.describeAll(trace, trace.epochs())))
        .xlabel("epochs").ylabel("mean squared error");
    var epochs = IntStream.rangeClosed(1, trace.epochs()).boxed().toList();
    var texts = epochs.stream().map(epoch -> Epochs.describe(trace, epoch)).toList();
    var weights = Axes.plane().xlabel("epochs").ylabel("weights");
    for (int w = 0; w < trace.result().size(); w++) {
      weights = weights.plot(Values.range(epochs.size()), weight(trace, w, epochs),
          label("$w_{" + (w + 1) + "}$"), color("C" + w % 10),
          hover(texts));
    }
    return Figure.row(fit, loss, weights).size(12, 4);
  }

  /// What both pictures of the loss share: the surface, seen as in the notes, and the true weights.
  private static Space surface(Landscape landscape, double[] truth) {
    if (truth.length != 2) {
      throw new IllegalArgumentException(
          "truth: expected the two weights {w0, w1}, got %d numbers".formatted(truth.length));
    }
    double least = landscape.at().applyAsDouble(truth[0], truth[1]);
    return Axes.space()
        .surface(landscape.w0(), landscape.w1(), landscape.loss(), color(Color.BLUE), alpha(0.1))
        .scatter(truth[0], truth[1], least, label("${\\bf W}=" + vector(truth[0], truth[1]) + "'$"),
            marker(Marker.STAR), size(200), color(Color.RED),
            hover("truth, " + Epochs.describe(least, List.of(truth[0], truth[1]))))
        .xlabel("$w_0$")
        .ylabel("$w_1$")
        .xticks(roundNumbers(landscape.w0()))
        .yticks(roundNumbers(landscape.w1()))
        .view(30, 5, 8);
  }

  /// The multiples of 1, 2 or 5 times a power of ten within a range, five at most: -5, 0, 5, 10 for the
  /// notes' weights, which is few enough for labels that lie one behind the other.
  private static double[] roundNumbers(Values values) {
    var range = values.stream().filter(Double::isFinite).summaryStatistics();
    double width = range.getMax() - range.getMin();
    if (!(width > 0) || !Double.isFinite(width)) {
      return values.stream().filter(Double::isFinite).limit(1).toArray();
    }
    double power = Math.pow(10, Math.floor(Math.log10(width)) - 1);
    double step = DoubleStream.of(1, 2, 5, 10, 20, 50).map(n -> n * power).filter(s -> width / s < 5)
        .findFirst().orElse(width);
    return DoubleStream.iterate(Math.ceil(range.getMin() / step), n -> n * step <= range.getMax(), n -> n + 1)
        .map(n -> n * step).toArray();
  }

  /// Where a straight line is drawn: over the data's range, at enough places to point at.
  private static Values span(double[] x) {
    var range = Values.of(x).stream().filter(Double::isFinite).summaryStatistics();
    return range.getCount() == 0 ? Values.of() : Values.linspace(range.getMin(), range.getMax(), 25);
  }

  private static Values curve(Model model, List<Double> weights, Values x) {
    return x.map(at -> model.at(weights, at));
  }

  private static Values weight(Trace trace, int which, List<Integer> epochs) {
    var rows = trace.weights();
    return Values.of(epochs.stream().map(epoch -> rows.get(epoch).get(which)).toList());
  }

  private static String vector(double w0, double w1) {
    return "[" + Epochs.plain(w0) + "," + Epochs.plain(w1) + "]";
  }

  private static void requireLine(Trace trace) {
    if (trace.result().size() != 2) {
      throw new IllegalArgumentException(
          "trace \"%s\" has %d weights; a line has two, the intercept w0 and the slope w1"
              .formatted(trace.name(), trace.result().size()));
    }
  }
}
