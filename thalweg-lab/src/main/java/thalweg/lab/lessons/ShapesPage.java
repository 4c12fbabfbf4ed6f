package thalweg.lab.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.figures.Figure;
import thalweg.figures.html.Block;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Training;
import thalweg.lab.lessons.ShapesLesson.Points;
import thalweg.lab.lesson.Transcript;
import thalweg.trace.Trace;

/// The page of [ShapesLesson]: its printed sections, each with what to see in it.
///
/// @param chosen the training with another loss or optimiser, if one was chosen
record ShapesPage(Points points, Trace trace, Optional<Training> chosen, Transcript printed) {
  static final Pictures<ShapesPage> FIGURES =
      Pictures.<ShapesPage>of()
          .with("fit", (page, _) -> page.fit())
          .with("losses", (page, _) -> page.losses())
          .with("weights", (page, _) -> page.weights())
          .each("chosen", page -> ChosenTraining.figures(page.chosen, page.trace));

  /// The terminal shows a tensor whole; on the page the ends of a long one will do.
  private static final int MOST_ROWS = 16;

  Page of(Lesson lesson, Language language) {
    int n = points.size();
    
    Page page = Page.titled(lesson.title().in(language))
        .lead(lesson.summary().in(language))
        .home("index.html")
        .paragraph(
            "Training repeats four steps: predict, measure, differentiate, update. This lesson looks closely at the first two, where shapes decide. The points are "
                + points.source()
                + ".");
    page = predictions(page, n).terminal(shortened(printed.section(1, language)));
    page = losses(page, n).terminal(shortened(printed.section(2, language)));
    page = page.heading("Three weights, and a stale $y$")
        .paragraph(
            "Another feature makes the model $$\\hat{y}_i = w_0 + w_1 x_{i1} + w_2 x_{i2}.$$ The weight is a row of three, and all else stays: $\\hat{y} = XW^\\top$ with one more column in $X$. The note's last number cannot be had from its last model; here are the three that can be had, and where each comes from.")
        .terminal(shortened(printed.section(3, language)));
    Page whole = ending(together(page).terminal(shortened(printed.section(4, language))));
    return chosen.isPresent() ? ChosenTraining.section(whole, chosen.get(), trace, language) : whole;
  }

  private static Page predictions(Page page, int n) {
    return page.heading("Three ways to a prediction")
        .paragraph(
            "All three compute the same numbers, $\\hat{y}_i = w_0 + w_1 x_i$. They differ in what stands where, and so in the shape of the result and in the operation that the result remembers as its `grad_fn`.")
        .table(
            List.of("written", "formula", "shape of $\\hat{y}$", "remembers"),
            List.of(
                List.of("`X.matmul(What)`", "$\\hat{y} = Xw$", "(" + n + ")", "`<MvBackward0>`"),
                List.of("`Linear(2, 1)` without bias", "$\\hat{y} = XW^\\top$", "(" + n + ", 1)", "`<MmBackward0>`"),
                List.of("`Linear(1, 1)` with bias", "$\\hat{y} = xW^\\top + b$", "(" + n + ", 1)", "`<AddmmBackward0>`")),
            "A matrix times a vector (mv), times a matrix (mm), and a product with a sum in one (addmm). A layer's weight $W$ has a row for each output, hence the transpose.");
  }

  private static Page losses(Page page, int n) {
    return page.heading("Six losses and a trap")
        .paragraph(
            "The loss is the mean of squares, $$L = \\frac{1}{n} \\sum_{i=1}^{n} (y_i - \\hat{y}_i)^2,$$ and it needs each $y_i$ to meet its own $\\hat{y}_i$. But $y$ has shape (%d) and $\\hat{y}$ has (%d, 1). Broadcasting aligns shapes at the last dimension, so $y$ is taken as a row and $\\hat{y}$ as a column, and the difference has shape (%d, %d): every $y_j$ against every $\\hat{y}_i$."
                .formatted(n, n, n, n))
        .paragraph(
            "What comes out is $$\\frac{1}{n^2} \\sum_{i=1}^{n} \\sum_{j=1}^{n} (y_j - \\hat{y}_i)^2,$$ a number like any other, only not the loss, and training on it pulls every prediction towards the mean of $y$. Nothing fails. Reshape one of the two, or let `MSELoss` warn you.");
  }

  private Page together(Page page) {
    return page.heading("The four steps together")
        .paragraph(
            "The loop that the note starts from records weights, predictions and losses while it trains. Point at a curve to read its epoch.")
        .figure(fit(), "The line of each epoch over the points.")
        .figure(losses(), "Its loss, epoch by epoch.")
        .figure(weights(), "Its two weights.");
  }

  private Figure fit() {
    return TrainingFigures.fit(points.x().toDoubleArray(), points.y().toDoubleArray(), trace);
  }

  private Figure losses() {
    return TrainingFigures.lossCurves(List.of(trace));
  }

  private Figure weights() {
    return TrainingFigures.weightCurves(trace);
  }

  private static Page ending(Page page) {
    Page more = page.heading("What to try next")
        .tries(
            new Block.Try("./thalweg run shapes --set seed=1 --set n=10", "So few points that every shape can be read."),
            new Block.Try("./thalweg run shapes --set start=2.5,4", "Start where the points come from: what loss is left?"),
            new Block.Try("./thalweg run line", "The same line, seen from above the loss."));
    return LessonSource.of(ShapesLesson.class)
        .map(text -> more.listing("The whole lesson, `ShapesLesson.java`", text))
        .orElse(more);
  }

  /// Leaves out the middle of tensors of many rows.
  private static String shortened(String section) {
    var shown = new ArrayList<String>();
    var rows = new ArrayList<String>();
    for (String line : (section.strip() + "\n").split("\n", -1)) {
      if (line.startsWith("       ")) {
        rows.add(line);
        continue;
      }
      if (rows.size() > MOST_ROWS) {
        shown.addAll(rows.subList(0, 4));
        shown.add("        … " + (rows.size() - 7) + " more rows …");
        shown.addAll(rows.subList(rows.size() - 3, rows.size()));
      } else {
        shown.addAll(rows);
      }
      rows.clear();
      shown.add(line);
    }
    return String.join("\n", shown).strip();
  }
}
