package thalweg.figures.training;

import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.color;
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

/// The pictures of the lessons on training a linear model `y = w0 + w1 x`. Weights are always in the
/// order of the design matrix: the intercept `w0`, then the slope `w1`.
public final class TrainingFigures {

  private TrainingFigures() {}

  /// The data, the first line dashed, the line after each epoch faint, and the last line.
  public static Figure fit(double[] x, double[] y, Trace trace) {
    requireLine(trace);
    var span = span(x);
    var rows = trace.weights();
    var axes =
        Axes.plane()
            .scatter(x, y, label("observed"), color(Color.C0))
            .plot(span, line(rows.getFirst(), span), label("first line"), dashed(), color(Color.C1),
                hover(Epochs.describe(trace, 0)))
            .freeze(); // so that a run which blows up leaves the data to be seen
    for (int epoch = 1; epoch < rows.size(); epoch++) {
      axes = axes.plot(span, line(rows.get(epoch), span), dashed(), color(Color.C1), alpha(0.1),
          hover(Epochs.describe(trace, epoch)));
    }
    if (rows.size() > 1) {
      axes = axes.plot(span, line(rows.getLast(), span), label("last line"), dashed(), color(Color.C1),
          hover(Epochs.describe(trace, trace.epochs())));
    }
    return Figure.of(axes);
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
    // Losses start at the upper left and fall; a run that blows up ends at the upper right.
    boolean grows = traces.stream().map(Trace::losses)
        .anyMatch(losses -> !losses.isEmpty() && losses.getLast() > losses.getFirst());
    var axes = Axes.plane().xlabel("epoch").ylabel("loss").logy()
        .legend(grows ? Legend.UPPER_LEFT : Legend.UPPER_RIGHT);
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

  /// The notes' animation: on the left the line moves through the data, on the right its weights walk
  /// down the loss surface, a grey point an epoch.
  ///
  /// @param truth the weights that made the data, `{w0, w1}`
  public static Animation twoPanels(
      double[] x, double[] y, Landscape landscape, Trace trace, double[] truth) {
    requireLine(trace);
    var span = span(x);
    var rows = trace.weights();
    var start = rows.getFirst();
    Plane fit =
        Axes.plane()
            .scatter(x, y, label("$(x_i,y_i)$"), color(Color.C0))
            .plot(span, line(start, span), name("line"), label("$(x_i,\\hat{y}_i)$"), color(Color.C1))
            .legend();
    Space loss =
        surface(landscape, truth)
            .scatter(start.get(0), start.get(1), landscape.at().applyAsDouble(start.get(0), start.get(1)),
                marker(Marker.STAR), size(200), color(Color.BLUE), hover("start"))
            .scatter(Values.of(), Values.of(), Values.of(), name("visited"), color(Color.GREY))
            .legend();
    var frames = new ArrayList<Frame>();
    for (int epoch = 0; epoch < trace.epochs(); epoch++) {
      var seen = IntStream.rangeClosed(0, epoch).boxed().toList();
      var rate = Epochs.plain(trace.steps().get(epoch).learningRate());
      frames.add(
          Frame.of("epoch " + epoch, "alpha = " + rate + " / epoch = " + epoch)
              .move("line", List.of(Epochs.describe(trace, epoch)), span, line(rows.get(epoch), span))
              .move("visited", Epochs.describeAll(trace, epoch + 1), weight(trace, 0, seen),
                  weight(trace, 1, seen), Values.of(trace.losses().subList(0, epoch + 1))));
    }
    return new Animation(Figure.row(fit, loss).size(7.5, 2.5), frames);
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
        .xlabel("$x$").ylabel("$y$").legend();
    var loss = Axes.plane()
        .plot(Values.range(trace.epochs()), Values.of(trace.losses()), color(Color.RED),
            hover(Epochs.describeAll(trace, trace.epochs())))
        .xlabel("epochs").ylabel("mean squared error");
    var epochs = IntStream.rangeClosed(1, trace.epochs()).boxed().toList();
    var texts = epochs.stream().map(epoch -> Epochs.describe(trace, epoch)).toList();
    var weights = Axes.plane().xlabel("epochs").ylabel("weights").legend(Legend.UPPER_RIGHT);
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

  private static Values line(List<Double> weights, Values x) {
    return Values.of(x.stream().map(at -> weights.get(0) + weights.get(1) * at).toArray());
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
