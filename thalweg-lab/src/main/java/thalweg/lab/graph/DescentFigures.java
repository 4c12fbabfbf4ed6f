package thalweg.lab.graph;

import static thalweg.figures.Style.cmap;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.colorbar;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.levels;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.size;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Figure;
import thalweg.figures.Grid;
import thalweg.figures.Legend;
import thalweg.figures.text.Language;
import thalweg.figures.Values;
import thalweg.figures.graph.Diagram;
import thalweg.figures.training.Word;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.text.Wording;
import thalweg.trace.Trace;

/// The figures of a walk down a formula.
///
/// @param names   its variables, in the order of the weights
/// @param trace   the walk
/// @param at      the formula at a point
/// @param formula the formula itself
public record DescentFigures(
    List<String> names, Trace trace, ToDoubleFunction<double[]> at, Expression formula) {
  /// `path` is the formula with the walk on it, which needs one or two variables; `values` what it was at each step;
  /// `graph` its computational graph at the start.
  public static final Pictures<DescentFigures> FIGURES =
      Pictures.<DescentFigures>of()
          .each("path", DescentFigures::path)
          .with("values", DescentFigures::values)
          .each("graph", DescentFigures::graph);

  /// The graph at the start, where it is small enough to be drawn.
  Optional<Diagram> diagram() {
    var point = new LinkedHashMap<String, Double>();
    List<Double> start = trace.weights().getFirst();
    for (int i = 0; i < names.size(); i++) {
      point.put(names.get(i), start.get(i));
    }
    try {
      return Optional.of(Diagram.of(ExpressionGraph.of(formula, point)));
    } catch (IllegalArgumentException tooLarge) {
      return Optional.empty();
    }
  }

  private Map<String, Function<Language, Figure>> graph() {
    return diagram().map(drawn -> Map.<String, Function<Language, Figure>>of("", _ -> drawn.figure())).orElse(Map.of());
  }

  private static final int PLACES = 81;

  Map<String, Function<Language, Figure>> path() {
    return switch (names.size()) {
      case 1 -> Map.of("", this::curve);
      case 2 -> Map.of("", this::contours);
      default -> Map.of();
    };
  }

  private Figure curve(Language language) {
    var axis = axis(0);
    var walk = weight(0);
    return Figure.of(Axes.plane()
        .plot(axis, axis.map(x -> at.applyAsDouble(new double[] {x})), label("f"))
        .scatter(walk, walk.map(x -> at.applyAsDouble(new double[] {x})), label(said(Word.EACH_STEP, language)), size(16))
        .xlabel(names.get(0)).ylabel("f").legend()).size(6, 4);
  }

  private Figure contours(Language language) {
    var grid = Grid.over(axis(0).toArray(), axis(1).toArray(), (x, y) -> at.applyAsDouble(new double[] {x, y}));
    var x = weight(0);
    var y = weight(1);
    return Figure.of(Axes.plane()
        .contourf(grid, levels(30), cmap(ColorMap.VIRIDIS), colorbar("f"))
        .plot(x, y, color(Color.WHITE))
        .scatter(x, y, size(12), color(Color.WHITE))
        .scatter(Values.of(x.get(0)), Values.of(y.get(0)), label(said(Word.START, language)), size(40), color(Color.BLUE))
        .scatter(Values.of(x.get(x.size() - 1)), Values.of(y.get(y.size() - 1)), label(said(Word.END, language)), size(50),
            color(Color.RED), marker("x"))
        .xlabel(names.get(0)).ylabel(names.get(1)).legend(Legend.ABOVE)).size(6, 4.6);
  }

  private static String said(Word word, Language language) {
    return Wording.say(word, language).replace("{step}", Wording.say(Word.UPDATE, language));
  }

  Figure values(Language language) {
    return Figure.of(Axes.plane()
        .plot(Values.range(trace.epochs()), Values.of(trace.losses())).xlabel(said(Word.UPDATE, language)).ylabel("f")).size(6, 3.5);
  }

  private Values weight(int which) {
    var rows = trace.weights();
    return Values.of(IntStream.range(0, rows.size()).mapToDouble(i -> rows.get(i).get(which)).toArray());
  }

  /// A quarter more on either side than the walk takes, and at least 1.
  private Values axis(int which) {
    var range = weight(which).stream().filter(Double::isFinite).summaryStatistics();
    double beyond = Math.max(1, (range.getMax() - range.getMin()) / 4);
    return Values.linspace(range.getMin() - beyond, range.getMax() + beyond, PLACES);
  }
}
