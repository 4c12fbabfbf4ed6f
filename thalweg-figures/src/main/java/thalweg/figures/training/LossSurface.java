package thalweg.figures.training;

import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.size;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Marker;
import thalweg.figures.Space;
import thalweg.figures.Values;

/// The loss over two weights as a surface, seen as in the notes.
final class LossSurface {

  private LossSurface() {}

  /// The surface with a red star at the goal.
  static Space of(Landscape landscape, double[] goal, Labels labels) {
    if (goal.length != 2) {
      throw new IllegalArgumentException(
          "truth: expected the two weights {w0, w1}, got %d numbers".formatted(goal.length));
    }
    double least = landscape.at().applyAsDouble(goal[0], goal[1]);
    var said = Epochs.text(
        labels, labels.goal() == Word.BEST ? Word.AT_BEST : Word.AT_TRUTH, least, List.of(goal[0], goal[1]));
    var sheet = Axes.space().surface(landscape.w0(), landscape.w1(), landscape.loss(), color(Color.BLUE), alpha(0.1));
    return star(sheet, landscape, goal[0], goal[1], Color.RED, vector(labels, labels.goal(), goal[0], goal[1]), said)
        .xlabel(labels.weight(0, 0))
        .ylabel(labels.weight(1, 0))
        .xticks(roundNumbers(landscape.w0()))
        .yticks(roundNumbers(landscape.w1()))
        .view(30, 5, 8);
  }

  /// A star on the surface; an empty `name` leaves it out of the legend.
  static Space star(
      Space axes, Landscape landscape, double w0, double w1, Color color, String name, String said) {
    return axes.scatter(w0, w1, landscape.at().applyAsDouble(w0, w1), label(name), marker(Marker.STAR), size(200),
        color(color), hover(said));
  }

  static String vector(Labels labels, Word word, double w0, double w1) {
    return labels.say(word, "w0", Epochs.brief(w0), "w1", Epochs.brief(w1));
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
    double first = Math.ceil(range.getMin() / step);
    return IntStream.rangeClosed(0, 5).mapToDouble(n -> (first + n) * step)
        .filter(place -> place <= range.getMax()).distinct().toArray();
  }
}
