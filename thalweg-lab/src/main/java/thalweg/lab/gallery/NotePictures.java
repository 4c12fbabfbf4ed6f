package thalweg.lab.gallery;

import static thalweg.tensor.RandomTensors.manualSeed;
import static thalweg.tensor.RandomTensors.randn;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.stack;
import static thalweg.tensor.Tensors.tensor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.Animation;
import thalweg.figures.Figure;
import thalweg.figures.Theme;
import thalweg.figures.Values;
import thalweg.figures.graph.Diagram;
import thalweg.figures.training.Field;
import thalweg.figures.training.FieldFigures;
import thalweg.figures.training.Labels;
import thalweg.figures.training.Landscape;
import thalweg.figures.training.TrainingFigures;
import thalweg.optim.Descent;
import thalweg.random.NumpyRandomState;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// The pictures of the notes. What stands here is shown in the gallery as it is.
final class NotePictures {
  private NotePictures() {}

  /// Note 1's points `y = 2.5 + 4x + noise`, and how far off a line through them is.
  record Points(Tensor x, Tensor y) {
    static Points ofNote1() {
      manualSeed(43052);
      Tensor x = randn(100).sort().values();
      Tensor noise = randn(100).mul(0.5);
      Tensor truth = tensor(new double[][] {{2.5}, {4.0}});
      return new Points(x, stack(1, ones(100), x).matmul(truth).add(noise.reshape(100, 1)).reshape(-1));
    }

    Tensor loss(Tensor w) {
      return y.sub(w.select(0, 0)).sub(x.mul(w.select(0, 1))).pow(2).sum();
    }

    Trace descent(double alpha) {
      return Descent.descend(this::loss, tensor(-5.0, 10.0), alpha, 30);
    }

    Landscape landscape() {
      double[] w = Values.range(34).map(i -> -6 + i / 2).toArray();
      return Landscape.over(w, w, (w0, w1) -> loss(tensor(w0, w1)).item());
    }
  }

  /// The line after each of thirty steps.
  static Figure lineFit() {
    var points = Points.ofNote1();
    return TrainingFigures.fit(points.x().toDoubleArray(), points.y().toDoubleArray(), points.descent(0.001));
  }

  /// The same steps, seen as a walk down the loss: from the blue star to the weights that made the points.
  static Figure lossSurface() {
    var points = Points.ofNote1();
    double[] truth = {2.5, 4};
    return TrainingFigures.lossSurface(points.landscape(), points.descent(0.001), truth).size(7, 6);
  }

  /// Both views at once, at the fifteenth epoch.
  static Figure twoPanels() {
    var points = Points.ofNote1();
    double[] truth = {2.5, 4};
    return TrainingFigures.twoPanelsAt(15, points.x().toDoubleArray(), points.y().toDoubleArray(),
        points.landscape(), points.descent(0.001), truth);
  }

  /// The animation it is from, which a page plays and a GIF or MP4 keeps. Here its last frame, for a rate so large
  /// that the steps leap from side to side.
  static Figure animation() {
    var points = Points.ofNote1();
    double[] truth = {2.5, 4};
    Animation animation = TrainingFigures.twoPanels(points.x().toDoubleArray(), points.y().toDoubleArray(),
        points.landscape(), points.descent(0.0083), truth);
    return animation.at(29);
  }

  /// Note 2: a function and its gradient.
  static Figure gradientField() {
    var h = Expression.parse("sin(x^2 + y^2)");
    var axis = Values.linspace(-3, 3, 121);
    var places = Values.linspace(-2.5, 2.5, 11);
    return FieldFigures.gradientField(Field.of(h, axis, axis, places, places));
  }

  /// Note 2: a formula taken apart, with the way back in blue.
  static Diagram computationalGraph() {
    var f = Expression.parse("tanh(ln(1+z*(2*x/sin(y))))");
    return Diagram.of(ExpressionGraph.of(f, new TreeMap<>(Map.of("x", 1.0, "y", 0.8, "z", 1.5))));
  }

  /// Note 3's training of `y = w₁w₂x`: its fit, its loss and its weights.
  static Figure shallowNarrow() {
    var random = new NumpyRandomState(2021);
    Tensor x = tensor(random.rand(73));
    Tensor y = x.mul(2).add(tensor(random.normal(0, 0.2, 73)));
    var run = Descent.descend(
        w -> y.sub(x.mul(w.select(0, 0)).mul(w.select(0, 1))).pow(2).mean(), tensor(1.4, -1.6), 0.02, 211);
    var at = Values.linspace(0, 1, 37);
    double slope = run.result().get(0) * run.result().get(1);
    return TrainingFigures.threePanels(
        x.toDoubleArray(), y.toDoubleArray(), at.toArray(), at.map(v -> slope * v).toArray(), run,
        Labels.asNoted());
  }

  /// Note 3b's: the same by hand.
  static Figure shallowNarrowByHand() {
    return shallowNarrow().theme(Theme.XKCD);
  }

  /// Note 3's landscape of `y = w₁w₂x` for points of `y = x`: its two valleys and the saddle between them.
  static Figure landscape() {
    Tensor x = tensor(Values.linspace(0, 1, 10).toArray());
    var axis = Values.range(20).map(i -> -1.9 + 0.2 * i);
    var loss = Field.of((w1, w2) -> x.sub(x.mul(w1).mul(w2)).pow(2).mean(), axis, axis);
    List<Trace> runs = Stream.of(tensor(0.5, -0.5), tensor(0.55, -0.45), tensor(-1.8, 1.7)).map(start ->
        Descent.descend(w -> x.sub(x.mul(w.select(0, 0)).mul(w.select(0, 1))).pow(2).mean(), start, 0.15, 40))
        .toList();
    return FieldFigures.landscapeField(loss, w1 -> 1 / w1, runs);
  }
}
