package thalweg.lab.gallery;

import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.capsize;
import static thalweg.figures.Style.cmap;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.colorbar;
import static thalweg.figures.Style.dashed;
import static thalweg.figures.Style.dotted;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.linestyle;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.size;
import static thalweg.figures.Style.sizes;
import static thalweg.tensor.RandomTensors.manualSeed;
import static thalweg.tensor.RandomTensors.randn;
import static thalweg.tensor.Tensors.tensor;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import thalweg.autograd.Graph;
import thalweg.figures.Axes;
import thalweg.figures.ColorMap;
import thalweg.figures.Errors;
import thalweg.figures.Figure;
import thalweg.figures.Grid;
import thalweg.figures.Histogram;
import thalweg.figures.Legend;
import thalweg.figures.Plane;
import thalweg.figures.Steps;
import thalweg.figures.Stroke;
import thalweg.figures.Style;
import thalweg.figures.Theme;
import thalweg.figures.Values;
import thalweg.figures.graph.Diagram;
import thalweg.figures.graph.Network;
import thalweg.figures.training.FieldFigures;
import thalweg.figures.training.Model;
import thalweg.figures.training.TrainingFigures;
import thalweg.nn.Linear;
import thalweg.nn.MSELoss;
import thalweg.nn.Sequential;
import thalweg.nn.Tanh;
import thalweg.optim.Descent;
import thalweg.tensor.Numbers;
import thalweg.trace.Trace;

/// A picture of every kind of mark, graph and style. What stands here is shown in the gallery as it is.
final class MarkPictures {
  private MarkPictures() {}

  /// Several learning rates: the losses on a logarithmic axis.
  static Figure losses() {
    var points = NotePictures.Points.ofNote1();
    List<Trace> runs = DoubleStream.of(0.0001, 0.001, 0.0083).mapToObj(alpha -> {
      var run = points.descent(alpha);
      return new Trace("α = " + Numbers.shortest(alpha), run.parameters(), run.steps(), run.result());
    }).toList();
    return TrainingFigures.lossCurves(runs);
  }

  /// Several starts: each run's way over the levels of the loss.
  static Figure starts() {
    var points = NotePictures.Points.ofNote1();
    List<Trace> runs = Stream.of(tensor(-5.0, 10.0), tensor(8.0, -4.0), tensor(9.0, 9.0)).map(start -> {
      var run = Descent.descend(points::loss, start, 0.002, 30);
      return new Trace("from " + run.weights().getFirst(), run.parameters(), run.steps(), run.result());
    }).toList();
    return FieldFigures.pathsOverGrid(points.landscape().grid(), runs);
  }

  /// Any model of one variable, here a parabola, after few and after many steps.
  static Figure parabola() {
    manualSeed(1);
    var x = tensor(Values.linspace(-2, 2, 40).toArray());
    var y = x.mul(x).sub(x).add(randn(40).mul(0.3));
    Model model = (w, at) -> w.get(0) + w.get(1) * at + w.get(2) * at * at;
    List<Trace> runs = Stream.of(5, 60).map(steps -> {
      var run = Descent.descend(w -> y.sub(w.select(0, 0)).sub(x.mul(w.select(0, 1)))
          .sub(x.mul(x).mul(w.select(0, 2))).pow(2).mean(), tensor(3.0, 2.0, -1.0), 0.1, steps);
      return new Trace(steps + " steps", run.parameters(), run.steps(), run.result());
    }).toList();
    return TrainingFigures.fits(x.toDoubleArray(), y.toDoubleArray(), model, runs);
  }

  /// What was recorded on the way to a loss, with shapes and the gradients that pass back.
  static Diagram recordedGraph() {
    var x = tensor(new double[][] {{1, 0.5}, {1, -1}, {1, 2}});
    var y = tensor(new double[][] {{4.5}, {-1.5}, {10.5}});
    var w = tensor(new double[][] {{-5}, {10}}).requiresGrad_(true);
    try (var _ = Graph.keepValues()) {
      var loss = y.sub(x.matmul(w)).pow(2).sum();
      return Diagram.of(Graph.backward(loss, Map.of("X", x, "y", y, "w", w)));
    }
  }

  /// A small network: blue weights are above 0, red ones below, and the thicker the larger.
  static Network network() {
    manualSeed(3);
    return Network.of(new Sequential(new Linear(2, 4), new Tanh(), new Linear(4, 1)));
  }

  /// Bars, side by side and with errors, and a histogram over the density it was drawn from.
  static Figure bars() {
    manualSeed(0);
    double[] x = {0, 1, 2, 3};
    var left = Axes.plane()
        .bar(x, new double[] {3, 5, 2, 4}, label("mean"), alpha(0.6))
        .errorbar(x, new double[] {3, 5, 2, 4}, Errors.of(0.4, 0.8, 0.3, 0.6), capsize(4), linestyle(Stroke.NONE),
            color("black"))
        .xticks(x, List.of("SGD", "Adam", "RMSprop", "LBFGS")).title("bar, errorbar");
    var normal = Values.linspace(-3, 3, 61);
    var right = Axes.plane()
        .hist(Histogram.of(Values.of(randn(500).toDoubleArray()), 20).density(), label("500 draws"), alpha(0.6))
        .plot(normal, normal.map(v -> Math.exp(-v * v / 2) / Math.sqrt(2 * Math.PI)), label("density"))
        .legend(Legend.BEST).title("hist");
    return Figure.row(left, right).size(9, 3);
  }

  /// Steps, bands, rules, an area, texts and an arrow.
  static Figure areas() {
    var x = Values.linspace(0, 10, 101);
    var middle = x.map(Math::sin);
    return Figure.of(Axes.plane()
        .axvspan(4, 6, color("gold"), alpha(0.3))
        .axhline(0, dotted(), color("black"))
        .fillBetween(x, middle.map(v -> v - 0.3), middle.map(v -> v + 0.3), alpha(0.25), label("±0.3"))
        .plot(x, middle, label("$\\sin\\, x$"))
        .step(Values.range(11), Values.range(11).map(Math::sin), Steps.POST, dashed(), label("step"))
        .annotate("least", 4.71, -1, 6.5, -1.2).text(8, 1.15, "a text")
        .ylim(-1.5, 1.5).legend(Legend.LOWER_LEFT)).size(6, 3.5);
  }

  /// Points with sizes and numbers of their own, and numbers as coloured cells.
  static Figure colours() {
    manualSeed(5);
    double[][] cells = {{1, 0.8, 0.2}, {0.8, 1, -0.3}, {0.2, -0.3, 1}};
    var distance = Values.of(randn(60).abs().toDoubleArray());
    Plane points = Axes.plane().scatter(Values.of(randn(60).toDoubleArray()), Values.of(randn(60).toDoubleArray()),
        Style.c(distance), cmap(ColorMap.VIRIDIS), colorbar("distance"), sizes(distance.map(d -> 10 + 60 * d)));
    Plane image = Axes.plane().imshow(cells, cmap(ColorMap.COOLWARM), Style.clim(-1, 1), colorbar("correlation"));
    return Figure.row(points.title("scatter"), image.title("imshow")).size(9, 3.5);
  }

  /// Levels as lines over areas, a wire frame, and a spiral in space.
  static Figure space() {
    var axis = Values.linspace(-2, 2, 25);
    var saddle = Grid.over(axis, axis, (x, y) -> x * x - y * y);
    var turn = Values.linspace(0, 4 * Math.PI, 120);
    return Figure.row(
        Axes.plane().contourf(saddle, alpha(0.7)).contour(saddle, color("black")).title("contour"),
        Axes.space().wireframe(axis, axis, saddle.z(), Style.linewidth(0.6)).title("wireframe"),
        Axes.space().plot(turn.map(Math::cos), turn.map(Math::sin), turn).scatter(1, 0, 0, marker("*"), size(120))
            .title("plot in space")).size(12, 4);
  }

  /// The markers, on logarithmic axes in the dark style.
  static Figure dark() {
    Plane axes = Axes.plane().logx().logy();
    double power = 1;
    for (var symbol : List.of("o", "s", "^", "D", "*", "x", "+", "X")) {
      axes = axes.plot(new double[] {1, 10, 100}, new double[] {power, 3 * power, 30 * power}, marker(symbol));
      power *= 3;
    }
    return Figure.of(axes.grid().title("plot, log axes")).size(5, 3.5).theme(Theme.DARK);
  }

  /// Drawn as if by hand.
  static Figure byHand() {
    var epochs = Values.range(60);
    return Figure.of(Axes.plane()
        .plot(epochs, epochs.map(e -> 1 / (1 + e / 8)), label("training"))
        .plot(epochs, epochs.map(e -> 1 / (1 + e / 8) + 0.00018 * e * e), label("validation"))
        .annotate("stop here", 22, 0.36, 20, 0.7).xlabel("epoch").ylabel("loss").legend(Legend.UPPER_RIGHT))
        .size(6, 4).theme(Theme.XKCD);
  }

  /// The loss of one weight as a graph of its own, from the layers of a network.
  static Diagram layerGraph() {
    manualSeed(1);
    var layer = new Linear(2, 1);
    var x = tensor(new double[][] {{1, 2}, {3, 4}}).to(layer.weight().dtype());
    try (var _ = Graph.keepValues()) {
      var loss = new MSELoss().apply(layer.apply(x), x.narrow(1, 0, 1));
      return Diagram.of(Graph.backward(loss, Map.of("x", x, "weight", layer.weight(), "bias", layer.bias())));
    }
  }
}
