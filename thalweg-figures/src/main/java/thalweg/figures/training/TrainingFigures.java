package thalweg.figures.training;

import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.cycle;
import static thalweg.figures.Style.dashed;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.linewidth;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.size;

import java.util.List;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Legend;
import thalweg.figures.Mark;
import thalweg.figures.Marker;
import thalweg.figures.Plane;
import thalweg.figures.Style;
import thalweg.figures.Thinning;
import thalweg.figures.Values;
import thalweg.trace.Trace;

/// The pictures of a training, from what it recorded. Those without a [Model] are of a line
/// `y = w0 + w1 x`, whose weights are the intercept `w0` and then the slope `w1`. Trailing options say how they are
/// labelled, see [Labels].
///
/// A long run is thinned: a fit shows [#MOST_SHOWN] of its lines, a walk a thousand places, a curve its peaks and
/// valleys.
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

  /// At most so many frames an animation has, and so many faint lines a fit.
  public static final int MOST_SHOWN = 100;

  /// At most so many places of a walk are marked.
  static final int MOST_PLACES = 1000;

  /// At most so many points all curves have, of which each gets its part: no more than a tenth, which are more than a
  /// picture has columns, and no fewer than show its course.
  private static final int MOST_POINTS = 20_000;

  private static final int FEWEST_POINTS = 200;

  private TrainingFigures() {}

  /// The epochs that [#twoPanels] shows: all of them, or [#MOST_SHOWN] evenly spread, the first and the last among
  /// them. Where there are fewer than the trace has, a caption should say so.
  public static List<Integer> shownEpochs(Trace trace) {
    return Epochs.evenly(trace.epochs(), MOST_SHOWN);
  }

  /// The data, the first line dashed, the line after each epoch faint, and the last line.
  public static Figure fit(double[] x, double[] y, Trace trace, Labels.Option... options) {
    requireLine(trace);
    return fit(x, y, Model.LINE, trace, options);
  }

  /// The same for any model of `x`: its curve after each epoch.
  public static Figure fit(double[] x, double[] y, Model model, Trace trace, Labels.Option... options) {
    return Figure.of(fitAxes(x, y, model, trace, Labels.of(options)));
  }

  /// The fits of several runs side by side, each under its name, with the same axes.
  public static Figure fits(double[] x, double[] y, Model model, List<Trace> traces, Labels.Option... options) {
    return Figure.row(traces.stream()
        .map(trace -> fitAxes(x, y, model, trace, Labels.of(options)).title(trace.name())).toArray(Plane[]::new));
  }

  private static Plane fitAxes(double[] x, double[] y, Model model, Trace trace, Labels labels) {
    var span = TwoPanels.span(x);
    var rows = trace.weights();
    var after = Epochs.of(trace, labels, 1, MOST_SHOWN);
    var axes =
        Axes.plane()
            .scatter(x, y, label(labels.say(Word.OBSERVED)), color(Color.C0))
            .plot(span, TwoPanels.curve(model, rows.getFirst(), span), label(labels.say(Word.FIRST_LINE)), dashed(),
                color(Color.C1), hover(after.text(0)))
            .xlabel(labels.x()).ylabel(labels.y())
            .freeze(); // so that a run which blows up leaves the data to be seen
    for (int epoch : after.shown()) {
      axes = axes.plot(span, TwoPanels.curve(model, rows.get(epoch), span), dashed(), color(Color.C1), alpha(0.1),
          hover(after.text(epoch)));
    }
    return rows.size() == 1 ? axes
        : axes.plot(span, TwoPanels.curve(model, rows.getLast(), span), label(labels.say(Word.LAST_LINE)), dashed(),
            color(Color.C1), hover(after.text(trace.epochs())));
  }

  /// The loss as a surface over the weights, a star at the true ones, another at the start, and a
  /// point for the weights after each epoch; those beyond the axes are marked at their edge.
  ///
  /// @param truth the weights that made the data, `{w0, w1}`; with [Labels#best()] those of the best fit
  public static Figure lossSurface(Landscape landscape, Trace trace, double[] truth, Labels.Option... options) {
    requireLine(trace);
    var labels = Labels.of(options);
    var start = trace.weights().getFirst();
    var walk = Epochs.of(trace, labels, 1, MOST_PLACES);
    var initial = LossSurface.vector(labels, Word.INITIAL, start.get(0), start.get(1));
    var axes = LossSurface.star(LossSurface.of(landscape, truth, labels), landscape, start.get(0), start.get(1),
        Color.BLUE, initial, walk.text(0)).legend().freeze();
    var heights = landscape.heights(walk.weight(0), walk.weight(1));
    var places = new Edge(List.of(walk.weight(0), walk.weight(1), heights),
        List.of(axes.xlimits(), axes.ylimits(), axes.zlimits()), walk.texts());
    var within = places.within();
    axes = axes.scatter(within.rows().get(0), within.rows().get(1), within.rows().get(2), size(5), color(Color.BLUE),
        hover(within.texts()));
    if (places.crossed()) {
      var beyond = places.beyond();
      axes = axes.scatter(beyond.rows().get(0), beyond.rows().get(1), beyond.rows().get(2),
          label(labels.say(Word.OUTSIDE)), marker(Marker.X), color(Color.C1), hover(beyond.texts()));
    }
    return Figure.of(axes).size(5.5, 4.2);
  }

  /// The loss of each run over its epochs, on a logarithmic scale.
  public static Figure lossCurves(List<Trace> traces, Labels.Option... options) {
    var labels = Labels.of(options);
    var axes = Axes.plane().xlabel(labels.say(labels.step())).ylabel(labels.say(Word.LOSS)).logy().legend(Legend.BEST);
    for (var trace : traces) {
      axes = losses(axes, traces.size(), trace, labels, label(trace.name()));
    }
    return Figure.of(axes).size(6.5, 3.5);
  }

  /// Each weight over the epochs, from the start to the result.
  public static Figure weightCurves(Trace trace, Labels.Option... options) {
    var labels = Labels.of(options);
    var axes = Axes.plane().xlabel(labels.say(labels.step())).ylabel(labels.say(Word.WEIGHT)).legend(Legend.BEST);
    for (int w = 0; w < trace.result().size(); w++) {
      axes = weights(axes, trace.result().size(), Epochs.of(trace, labels, 0, Integer.MAX_VALUE), w, label(labels.weight(w, 0)));
    }
    return Figure.of(axes).size(6.5, 3.5);
  }

  /// One weight of several runs over the epochs. Runs that end above their first loss leave the axes, so that
  /// the others can be seen.
  ///
  /// @param weight which of the flattened weights, from 0
  public static Figure weightCurves(List<Trace> traces, int weight, Labels.Option... options) {
    var labels = Labels.of(options);
    var axes = Axes.plane().xlabel(labels.say(labels.step())).ylabel(labels.weight(weight, 0)).legend(Legend.BEST);
    for (boolean settling : new boolean[] {true, false}) {
      for (int i = 0; i < traces.size(); i++) {
        var trace = traces.get(i);
        if (settles(trace) == settling) {
          axes = weights(axes, traces.size(), Epochs.of(trace, labels, 0, Integer.MAX_VALUE), weight, label(trace.name()),
              cycle(i));
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
  /// down the loss surface, a grey point for each of [#shownEpochs]. The axes hold the data and the first line
  /// throughout; what leaves them is marked at their edge.
  ///
  /// @param truth the weights that made the data, `{w0, w1}`; with [Labels#best()] those of the best fit
  public static Animation twoPanels(
      double[] x, double[] y, Landscape landscape, Trace trace, double[] truth, Labels.Option... options) {
    return twoPanels(x, y, Model.LINE, landscape, trace, truth, options);
  }

  /// The same for any model of `x` with two weights.
  public static Animation twoPanels(
      double[] x, double[] y, Model model, Landscape landscape, Trace trace, double[] truth, Labels.Option... options) {
    requireLine(trace);
    return new TwoPanels(x, y, model, landscape, trace, truth, Labels.of(options)).moving(shownEpochs(trace));
  }

  /// One epoch of the animation as a figure by itself, whose axes fit what is seen then.
  public static Figure twoPanelsAt(
      int epoch, double[] x, double[] y, Landscape landscape, Trace trace, double[] truth, Labels.Option... options) {
    requireLine(trace);
    if (epoch < 0 || epoch >= trace.epochs()) {
      throw new IllegalArgumentException(
          "epoch: \"%s\" has epochs 0 to %d, got %d".formatted(trace.name(), trace.epochs() - 1, epoch));
    }
    return new TwoPanels(x, y, Model.LINE, landscape, trace, truth, Labels.of(options)).at(epoch);
  }

  /// Note 3's three panels: what was learned, the loss over the epochs, and the weights from the start to the
  /// result; with [Labels#asNoted()] from after the first update on, and without a legend.
  ///
  /// @param x      the training data
  /// @param y      the training data
  /// @param atX    where the trained model was asked
  /// @param atY    what it answered
  /// @param trace  the run, of any number of weights
  public static Figure threePanels(
      double[] x, double[] y, double[] atX, double[] atY, Trace trace, Labels.Option... options) {
    var labels = Labels.of(options);
    var fit = Axes.plane()
        .scatter(x, y, label(labels.say(Word.TRAINING_DATA)), color(Color.RED))
        .plot(atX, atY, label(labels.say(Word.TEST_RESULTS)), color(Color.BLUE), linewidth(2))
        .xlabel(Labels.or(labels.x(), "x")).ylabel(Labels.or(labels.y(), "y")).legend(Legend.BEST);
    var loss = losses(Axes.plane(), 1, trace, labels, color(Color.RED))
        .xlabel(labels.steps()).ylabel(labels.say(Word.MEAN_SQUARED_ERROR));
    var weights = Axes.plane().xlabel(labels.steps()).ylabel(labels.say(Word.WEIGHTS))
        .legend(labels.noted() ? Legend.NONE : Legend.BEST);
    var epochs = Epochs.of(trace, labels, labels.noted() ? 1 : 0, Integer.MAX_VALUE);
    for (int w = 0; w < trace.result().size(); w++) {
      weights = weights(weights, trace.result().size(), epochs, w, label(labels.weight(w, 1)), color("C" + w % 10));
    }
    return Figure.row(fit, loss, weights).size(12, 4);
  }

  private static Plane losses(Plane axes, int curves, Trace trace, Labels labels, Style.Option... options) {
    var losses = Values.of(trace.losses());
    return curve(axes, curves, axes.y().log() ? losses.positive() : losses,
        Epochs.of(trace, labels, 0, Integer.MAX_VALUE), options);
  }

  /// A weight after as many updates as the axis says, counted from the first that is shown.
  private static Plane weights(Plane axes, int curves, Epochs epochs, int weight, Style.Option... options) {
    return curve(axes, curves, epochs.weight(weight), epochs, options);
  }

  /// Only the points that are left of a long run get their texts.
  private static Plane curve(Plane axes, int curves, Values y, Epochs epochs, Style.Option... options) {
    var whole = axes.plot(Values.range(y.size()), y, options).marks().getLast();
    var line = (Mark.Line) Thinning.of(whole, Math.clamp(MOST_POINTS / curves, FEWEST_POINTS, MOST_POINTS / 10));
    var texts = line.x().stream().mapToObj(i -> epochs.text(epochs.shown().get((int) i))).toList();
    return axes.add(new Mark.Line(line.x(), line.y(), hover(texts).apply(line.style())));
  }

  private static void requireLine(Trace trace) {
    if (trace.result().size() != 2) {
      throw new IllegalArgumentException(
          "trace \"%s\" has %d weights; a line has two, the intercept w0 and the slope w1"
              .formatted(trace.name(), trace.result().size()));
    }
  }
}
