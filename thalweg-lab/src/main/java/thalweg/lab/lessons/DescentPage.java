package thalweg.lab.lessons;

import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.size;
import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.shortest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Legend;
import thalweg.figures.Marker;
import thalweg.figures.Values;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Page;
import thalweg.figures.training.Landscape;
import thalweg.lab.graph.GraphText;
import thalweg.lab.lesson.Lesson;
import thalweg.trace.Trace;

/// The page of [DescentLesson].
record DescentPage(DescentLesson.Findings found, String pseudoCode) {
  private static final double EDGE = 3;

  Page of(Lesson lesson) {
    Page page = Page.titled(lesson.title()).lead(lesson.summary()).home("index.html");
    page = field(page);
    page = algorithm(page);
    page = grid(page);
    page = graph(page);
    return page.heading("Try it")
        .terminal(
            """
            ./thalweg run descent --set point=1.5,0 --set eta=0.2
            ./thalweg graph "tanh(ln(1+z*(2*x/sin(y))))" --at x=1,y=0.8,z=1.5 --out graph.html
            ./thalweg descent "sin(x^2+y^2)" --start x=0.6,y=0.8 --eta 0.05 --steps 30""");
  }

  private Page field(Page page) {
    return page.heading("Straight uphill")
        .paragraph(
            "The gradient of $z = sin(x^2 + y^2)$ is the vector of its two partial derivatives, here `%s` and `%s`. It points where z grows fastest, and it is the longer the steeper z is there."
                .formatted(
                    DescentLesson.FIELD.derivative("x").pretty(),
                    DescentLesson.FIELD.derivative("y").pretty()))
        .figure(
            arrows(),
            "Gradients on a grid, and a walk against them (blue) from its start (star).")
        .table(
            List.of("a step of 0.01", "changes z by", ""),
            found.compass().rows(),
            "From the start of the walk, eight ways at equal angles. None climbs more than the gradient's, none falls more than the opposite one.")
        .figure(surface(), "The same walk on the surface: it ends in the nearest valley, not the only one.");
  }

  /// Arrows as one line with gaps: shafts and heads.
  private Figure arrows() {
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    for (int i = 0; i <= 12; i++) {
      for (int j = 0; j <= 12; j++) {
        arrow(-EDGE + 0.5 * i, -EDGE + 0.5 * j, x, y);
      }
    }
    Trace walk = found.walk();
    var start = walk.weights().getFirst();
    return Figure.of(
            Axes.plane()
                .plot(Values.of(x), Values.of(y), color(Color.RED), label("gradient"))
                .plot(column(walk, 0), column(walk, 1), color(Color.BLUE), label("descent"))
                .scatter(Values.of(start.get(0)), Values.of(start.get(1)), color(Color.BLUE), marker(Marker.STAR), size(120))
                .xlim(-EDGE - 0.3, EDGE + 0.3)
                .ylim(-EDGE - 0.3, EDGE + 0.3)
                .xlabel("$x$")
                .ylabel("$y$")
                .title("Gradient vectors point towards steepest ascent"))
        .size(6, 5.4);
  }

  private static void arrow(double x, double y, List<Double> xs, List<Double> ys) {
    double[] slope = DescentLesson.fieldGradient(x, y);
    double dx = 0.07 * slope[0];
    double dy = 0.07 * slope[1];
    double[][] points = {
      {x, y},
      {x + dx, y + dy},
      {x + 0.7 * dx - 0.15 * dy, y + 0.7 * dy + 0.15 * dx},
      {Double.NaN, Double.NaN},
      {x + dx, y + dy},
      {x + 0.7 * dx + 0.15 * dy, y + 0.7 * dy - 0.15 * dx},
      {Double.NaN, Double.NaN}
    };
    for (double[] point : points) {
      xs.add(point[0]);
      ys.add(point[1]);
    }
  }

  private Figure surface() {
    double[] axis = Values.linspace(-EDGE, EDGE, 61).toArray();
    Landscape field = Landscape.over(axis, axis, DescentLesson::field);
    Trace walk = found.walk();
    Values x = column(walk, 0);
    Values y = column(walk, 1);
    double[] z = new double[x.size()];
    for (int i = 0; i < z.length; i++) {
      z[i] = DescentLesson.field(x.get(i), y.get(i));
    }
    return Figure.of(
            Axes.space()
                .surface(field.w0(), field.w1(), field.loss(), color(Color.BLUE), alpha(0.3))
                .scatter(x, y, Values.of(z), color(Color.RED), size(12))
                .xlabel("$x$")
                .ylabel("$y$")
                .zlabel("$z$"))
        .size(6, 4.5);
  }

  private Page algorithm(Page page) {
    return page.heading("Downhill, step by step")
        .paragraph(
            "In 1847 Augustin-Louis Cauchy turned the sign: a small enough step against the gradient makes a smooth function smaller, so enough of them lead into a valley.")
        .terminal(pseudoCode, "Gradient descent. In Thalweg it is `Descent.descend(f, w0, eta, steps)`.");
  }

  private Page grid(Page page) {
    int evaluations = found.grid().w0().size() * found.grid().w1().size();
    Trace descent = found.descent();
    return page.heading("Why not try every point?")
        .paragraph(
            "The loss of a line has two weights. Trying 34 values of each takes %,d evaluations, and finds the best only if it happens to lie on the grid: (%s, %s), loss %s. Gradient descent is told the way at each step: %d steps, of which the last starts from a loss of %s and arrives at %s. With ten weights the grid would have 34¹⁰ points; a gradient has ten numbers."
                .formatted(
                    evaluations,
                    shortest(found.best()[0]),
                    shortest(found.best()[1]),
                    fixed(found.best()[2], 3),
                    descent.epochs(),
                    fixed(descent.losses().getLast(), 3),
                    fixed(found.loss(), 3)))
        .figure(path(), "Every grey point is an evaluation of the grid search; the blue line is the descent.");
  }

  private Figure path() {
    Landscape grid = found.grid();
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    for (int i = 0; i < grid.w0().size(); i++) {
      for (int j = 0; j < grid.w1().size(); j++) {
        x.add(grid.w0().get(i));
        y.add(grid.w1().get(j));
      }
    }
    Trace descent = found.descent();
    return Figure.of(
            Axes.plane()
                .scatter(Values.of(x), Values.of(y), color(Color.GREY), size(3), label("grid search"))
                .plot(column(descent, 0), column(descent, 1), color(Color.BLUE), label("gradient descent"))
                .scatter(column(descent, 0), column(descent, 1), color(Color.BLUE), size(14))
                .scatter(Values.of(found.best()[0]), Values.of(found.best()[1]), color(Color.RED), marker(Marker.STAR), size(160), label("best of the grid"))
                .xlim(-6.5, 11)
                .ylim(-6.5, 11)
                .xlabel("$w_0$")
                .ylabel("$w_1$")
                .legend(Legend.LOWER_LEFT))
        .size(6, 5.4);
  }

  private Page graph(Page page) {
    var text = new GraphText(found.graph());
    List<String> chains =
        found.graph().inputs().stream()
            .map(input -> text.chain(input.label()))
            .flatMap(Optional::stream)
            .toList();
    Page extended =
        page.heading("How a computer finds the gradient")
            .paragraph(
                "It takes the function apart into operations whose derivatives it knows. Forward, it computes and remembers each value; backward, it multiplies local derivatives, from the result to the inputs. `"
                    + text.heading() + "`:")
            .drawing(
                Diagram.of(found.graph()),
                "Forward, from top to bottom: operations and their values. In blue the backward pass: local derivatives on the arrows, and in each box the derivative of the result for it.");
    for (String warning : text.warnings()) {
      extended = extended.paragraph(warning + ".");
    }
    return extended
        .paragraph(
            "The chain rule: the derivative for an input is the product of the local derivatives on the way to it, and the sum of these where there are several ways.")
        .terminal(String.join("\n\n", chains), "All three chains: names, formulas, numbers, results.")
        .terminal(text.table().toString());
  }

  private static Values column(Trace trace, int weight) {
    return Values.of(trace.weights().stream().map(row -> row.get(weight)).toList());
  }
}
