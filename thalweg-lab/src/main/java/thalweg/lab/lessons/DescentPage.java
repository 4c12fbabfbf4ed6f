package thalweg.lab.lessons;

import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.size;
import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.shortest;

import java.util.List;
import java.util.Optional;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Values;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Block;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.training.Field;
import thalweg.figures.training.FieldFigures;
import thalweg.figures.training.Landscape;
import thalweg.lab.graph.GraphText;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Transcript;
import thalweg.trace.Trace;

/// The page of [DescentLesson].
record DescentPage(DescentLesson.Findings found, String pseudoCode) {
  private static final double EDGE = 3;

  static final Pictures<DescentPage> FIGURES =
      Pictures.<DescentPage>of()
          .with("field", (_, _) -> field())
          .with("walk", (page, _) -> page.surface())
          .with("path", (page, _) -> page.path());

  Page of(Lesson lesson, Language language) {
    Page page = Page.titled(lesson.title().in(language)).lead(lesson.summary().in(language)).home("index.html");
    page = field(page);
    page = algorithm(page);
    page = grid(page);
    page = graph(page);
    Page more =
        page.heading("What to try next")
            .tries(
                new Block.Try("./thalweg run descent --set point=1.5,0 --set eta=0.2", "Another start and step."),
                new Block.Try(
                    "./thalweg graph \"exp(-x^2)*sin(y)\" --at x=1,y=2 --out graph.html", "The graph of your own formula."),
                new Block.Try(
                    "./thalweg descent \"sin(x^2+y^2)\" --start x=0.6,y=0.8 --eta 0.05 --steps 30",
                    "Walk down any function."));
    return LessonSource.of(DescentLesson.class)
        .map(text -> more.listing("The whole lesson, `DescentLesson.java`", text))
        .orElse(more);
  }

  private Page field(Page page) {
    return page.heading("Straight uphill")
        .paragraph(
            "The gradient of $z = \\sin(x^2 + y^2)$ is the vector of its two partial derivatives, here `%s` and `%s`. It points where z grows fastest, and it is the longer the steeper z is there."
                .formatted(
                    DescentLesson.FIELD.derivative("x").pretty(),
                    DescentLesson.FIELD.derivative("y").pretty()))
        .figure(
            field(),
            "The function, and its gradients on a grid: they point to where it grows fastest, and are long where it is steep.")
        .table(
            List.of("a step of 0.01", "changes z by", ""),
            found.compass().rows(),
            "From the start of the walk, eight ways at equal angles. None climbs more than the gradient's, none falls more than the opposite one.")
        .figure(surface(), "A walk against the gradient, on the surface: it ends in the nearest valley, not the only one.");
  }

  /// The function on a fine grid, its gradient on a coarser one.
  private static Figure field() {
    var fine = Values.linspace(-EDGE, EDGE, 121);
    var places = Values.linspace(-EDGE + 0.5, EDGE - 0.5, 11);
    return FieldFigures.gradientField(Field.of(DescentLesson.FIELD, fine, fine, places, places));
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
        .figure(
            path(),
            "The loss of note 1 from above, and the way of the descent through it: a step looks only at the slope where it stands.");
  }

  private Figure path() {
    return FieldFigures.pathOverGrid(found.grid().grid(), found.descent());
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
