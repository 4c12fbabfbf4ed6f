package thalweg.lab.lessons;

import java.util.ArrayList;
import java.util.List;
import thalweg.figures.html.Page;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lessons.ShapesLesson.Points;
import thalweg.trace.Trace;

/// The page of [ShapesLesson]: its printed sections, each with what to see in it.
record ShapesPage(Points points, Trace trace, String printed) {
  /// The terminal shows a tensor whole; on the page the ends of a long one will do.
  private static final int MOST_ROWS = 16;

  Page of(Lesson lesson) {
    int n = points.size();
    List<String> sections = Sections.of(printed);
    return Page.titled(lesson.title())
        .lead(lesson.summary())
        .home("index.html")
        .paragraph(
            "Training repeats four steps: predict, measure, differentiate, update. This lesson looks closely at the first two, where shapes decide. The points are "
                + points.source()
                + ".")
        .heading("Three ways to a prediction")
        .paragraph(
            "`X.matmul(What)` with weights of shape (2) gives shape (%d), and remembers `<MvBackward0>`, a matrix times a vector. `Linear(2, 1)` without bias gives (%d, 1) and `<MmBackward0>`, since its weight is a matrix. `Linear(1, 1)` with bias gives (%d, 1) too, and `<AddmmBackward0>`: a product and a sum in one."
                .formatted(n, n, n))
        .terminal(shortened(sections.get(1)))
        .heading("Six losses and a trap")
        .paragraph(
            "y has shape (%d), ŷ has (%d, 1). Broadcasting aligns shapes at the last dimension, so y is taken as a row and ŷ as a column, and the difference has shape (%d, %d): every y against every ŷ. The mean of that is a number like any other, only not the loss. Reshape one of the two, or let `MSELoss` warn you."
                .formatted(n, n, n, n))
        .terminal(shortened(sections.get(2)))
        .heading("Three weights, and a stale y")
        .paragraph(
            "With another feature the weight is a row of three, all else stays. The note's last number cannot be had from its last model; here are the three that can be had, and where each comes from.")
        .terminal(shortened(sections.get(3)))
        .heading("The four steps together")
        .paragraph(
            "The loop that the note starts from records weights, predictions and losses while it trains. Point at a curve to read its epoch.")
        .figure(
            TrainingFigures.fit(points.x().toDoubleArray(), points.y().toDoubleArray(), trace),
            "The line of each epoch over the points.")
        .figure(TrainingFigures.lossCurves(List.of(trace)), "Its loss, epoch by epoch.")
        .figure(TrainingFigures.weightCurves(trace), "Its two weights.")
        .terminal(shortened(sections.get(4)))
        .heading("Try it")
        .terminal(
            """
            ./thalweg run shapes --set seed=1 --set n=10
            ./thalweg run shapes --set start=2.5,4
            ./thalweg run line""");
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
