package thalweg.lab.lessons;

import static thalweg.figures.Style.cmap;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.levels;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.size;
import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.shortest;

import java.util.List;
import java.util.Optional;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Figure;
import thalweg.figures.Legend;
import thalweg.figures.Marker;
import thalweg.figures.Values;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.figures.training.Field;
import thalweg.figures.training.FieldFigures;
import thalweg.figures.training.Labels;
import thalweg.figures.training.Landscape;
import thalweg.lab.graph.GraphText;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lessons.DescentLesson.Findings;
import thalweg.lab.text.Wording;
import thalweg.lab.verdict.Judge;
import thalweg.trace.Trace;

/// The page of [DescentLesson].
record DescentPage(Findings found) {
  private static final double EDGE = 3;
  private static final int SHEET = 101;

  /// Two losses closer than this part of the larger are no difference to speak of.
  private static final double EQUAL = 1e-3;

  static final Pictures<DescentPage> FIGURES =
      Pictures.<DescentPage>of()
          .with("field", (_, language) -> field(language))
          .with("walk", DescentPage::walk)
          .with("grid", DescentPage::grid)
          .with("path", DescentPage::path)
          .with("graph", (page, _) -> Diagram.of(page.found.graph()).figure());

  Page of(Lesson lesson, Language language) {
    Page page =
        Page.titled(lesson.title().in(language)).lead(lesson.summary().in(language)).home("index.html");
    page = goal(page, language);
    page = gradient(page, language);
    page = chainRule(page, language);
    page = algorithm(page, language);
    page = search(page, language);
    page = graph(page, language);
    return Closing.of(
        page,
        lesson,
        language,
        List.of(
            "./thalweg run descent --set point=1.5,0 eta=0.2",
            "./thalweg run descent --set alpha=0.0083",
            "./thalweg graph \"exp(-x^2)*sin(y)\" --at x=1,y=2 --out graph.html",
            "./thalweg descent \"sin(x^2+y^2)\" --start x=0.6,y=0.8 --eta 0.05 --steps 30"),
        5);
  }

  private static Page goal(Page page, Language language) {
    return page.heading(text("descent.goal.heading").in(language))
        .paragraph(text("descent.goal").in(language))
        .paragraph(text("descent.goal.argmin").in(language));
  }

  private double[] point() {
    return found.walk().weights().getFirst().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Page gradient(Page page, Language language) {
    double[] at = point();
    double[] slope = DescentLesson.fieldGradient(at[0], at[1]);
    Page more =
        page.heading(text("descent.gradient.heading").in(language))
            .paragraph(text("descent.gradient").in(language))
            .paragraph(
                text(
                        "descent.gradient.column",
                        "x", shortest(at[0]),
                        "y", shortest(at[1]),
                        "dx", fixed(slope[0], 4),
                        "dy", fixed(slope[1], 4))
                    .in(language))
            .figure(field(language), text("descent.field.caption").in(language));
    return found.compass()
        .map(compass ->
            more.table(
                compass.table(language).header(),
                compass.table(language).rows(),
                text(compass.isSteepest() ? "descent.compass.steepest" : "descent.compass.curved").in(language)))
        .orElseGet(() -> more.paragraph(text("descent.compass.level").in(language)));
  }

  /// The chain rule with this run's numbers: y is held still, so z is a function of x alone.
  private Page chainRule(Page page, Language language) {
    double[] at = point();
    double inner = at[0] * at[0] + at[1] * at[1];
    return page.heading(text("descent.chain.heading").in(language))
        .paragraph(text("descent.chain").in(language))
        .paragraph(
            text(
                    "descent.chain.example",
                    "x", shortest(at[0]),
                    "y", shortest(at[1]),
                    "h", fixed(inner, 4),
                    "outer", fixed(Math.cos(inner), 4),
                    "inner", fixed(2 * at[0], 4),
                    "product", fixed(DescentLesson.fieldGradient(at[0], at[1])[0], 4))
                .in(language));
  }

  private Page algorithm(Page page, Language language) {
    return page.heading(text("descent.algorithm.heading").in(language))
        .paragraph(text("descent.algorithm").in(language))
        .paragraph(text("descent.algorithm.formula").in(language))
        .terminal(text("descent.pseudoCode").in(language), text("descent.algorithm.code").in(language))
        .figure(
            walk(language),
            text(
                    "descent.walk.caption",
                    "eta", shortest(found.walk().steps().getFirst().learningRate()),
                    "verdict", found.walked().line())
                .in(language));
  }

  private Page search(Page page, Language language) {
    int tried = found.grid().w0().size();
    var course = found.descent().course();
    return page.heading(text("descent.search.heading").in(language))
        .paragraph(
            text(
                    "descent.search.grid",
                    "tried", tried,
                    "evaluations", "%,d".formatted(found.evaluations()),
                    "w0", shortest(found.best()[0]),
                    "w1", shortest(found.best()[1]),
                    "loss", fixed(found.best()[2], 3))
                .in(language))
        .paragraph(
            text(
                    "descent.search.descent",
                    "steps", course.updates(),
                    "weights", Judge.weights(course.result()),
                    "loss", fixed(course.last(), 3),
                    "verdict", found.descent().verdict().line())
                .then(" ")
                .then(compared())
                .in(language))
        .figure(grid(language), text("descent.search.caption", "tried", tried).in(language))
        .paragraph(text("descent.search.many", "tried", tried).in(language));
  }

  /// Which of the two found less.
  private Text compared() {
    double descent = found.descent().course().last();
    double grid = found.best()[2];
    if (Math.abs(descent - grid) <= EQUAL * Math.max(Math.abs(descent), Math.abs(grid))) {
      return text("descent.search.equal");
    }
    return text(descent < grid ? "descent.search.less" : "descent.search.more");
  }

  private Page graph(Page page, Language language) {
    var written = new GraphText(found.graph());
    List<String> chains =
        found.graph().inputs().stream()
            .map(input -> written.chain(input.label()))
            .flatMap(Optional::stream)
            .toList();
    Page extended =
        page.heading(text("descent.graph.heading").in(language))
            .paragraph(text("descent.graph.vector").in(language))
            .paragraph(text("descent.graph", "formula", written.heading()).in(language))
            .drawing(Diagram.of(found.graph()), text("descent.graph.caption").in(language));
    for (Text warning : written.warnings()) {
      extended = extended.paragraph(text("common.sentence", "said", warning).in(language));
    }
    extended =
        extended
            .paragraph(text("descent.graph.rule").in(language))
            .paragraph(text("descent.graph.product").in(language));
    return chains.isEmpty()
        ? extended.terminal(written.table(language).toString())
        : extended
            .terminal(String.join("\n\n", chains), text("descent.graph.chains").in(language))
            .terminal(written.table(language).toString());
  }

  // ---- figures

  /// The function on a fine grid, its gradient on a coarser one.
  private static Figure field(Language language) {
    var fine = Values.linspace(-EDGE, EDGE, 121);
    var places = Values.linspace(-EDGE + 0.5, EDGE - 0.5, 11);
    return FieldFigures.gradientField(
        Field.of(DescentLesson.FIELD, fine, fine, places, places), Wording.of(language));
  }

  private Figure walk(Language language) {
    double[] axis = Values.linspace(-EDGE, EDGE, SHEET).toArray();
    return FieldFigures.surfaceWalk(
        Landscape.over(axis, axis, DescentLesson::field),
        found.walk(),
        Wording.of(language),
        Labels.weights("$x$", "$y$"),
        Labels.updates());
  }

  private Figure path(Language language) {
    return FieldFigures.pathOverGrid(
        found.grid().grid(), found.descent().trace(), Wording.of(language), Labels.updates());
  }

  /// The grid as it is tried, and the descent beside it.
  private Figure grid(Language language) {
    var loss = found.grid().grid();
    var tried =
        Axes.plane()
            .contourf(loss.map(Math::log10), levels(30), cmap(ColorMap.VIRIDIS))
            .scatter(loss.xs(), loss.ys(), label(text("descent.grid.tried").in(language)), size(3), color(Color.BLACK))
            .scatter(
                Values.of(found.best()[0]),
                Values.of(found.best()[1]),
                label(text("descent.grid.best").in(language)),
                marker(Marker.STAR),
                size(150),
                color(Color.RED))
            .xlabel("$w_0$")
            .ylabel("$w_1$")
            .legend(Legend.ABOVE);
    return Figure.row(tried, path(language).panels().getFirst()).size(10, 4.4);
  }
}
