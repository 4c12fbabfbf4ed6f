package thalweg.lab.lessons;

import java.util.List;
import thalweg.figures.html.Page;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lessons.ShapesLesson.Points;
import thalweg.trace.Trace;

/// The page of [ShapesLesson].
record ShapesPage(Points points, Trace trace, String printed) {
  Page of(Lesson lesson) {
    int n = points.size();
    return Page.titled(lesson.title())
        .lead(lesson.summary())
        .home("index.html")
        .heading("Four steps")
        .paragraph(
            "Training repeats four steps: predict, measure, differentiate, update. This lesson looks closely at the first two, where shapes decide. The points are "
                + points.source()
                + ".")
        .figure(
            TrainingFigures.fit(points.x().toDoubleArray(), points.y().toDoubleArray(), trace),
            "The recording loop: the line of each epoch over the points.")
        .figure(TrainingFigures.lossCurves(List.of(trace)), "Its loss, epoch by epoch.")
        .figure(TrainingFigures.weightCurves(trace), "Its two weights.")
        .heading("Three ways to a prediction")
        .paragraph(
            "`X.matmul(What)` with weights of shape (2) gives shape (%d), and remembers `<MvBackward0>`, a matrix times a vector. `Linear(2, 1)` without bias gives (%d, 1) and `<MmBackward0>`, since its weight is a matrix. `Linear(1, 1)` with bias gives (%d, 1) too, and `<AddmmBackward0>`: a product and a sum in one."
                .formatted(n, n, n))
        .heading("The trap")
        .paragraph(
            "y has shape (%d), ŷ has (%d, 1). Broadcasting aligns shapes at the last dimension, so y is taken as a row and ŷ as a column, and the difference has shape (%d, %d): every y against every ŷ. The mean of that is a number like any other, only not the loss. Reshape one of the two, or let `MSELoss` warn you."
                .formatted(n, n, n, n))
        .heading("What the lesson prints")
        .terminal(printed)
        .heading("Try it")
        .terminal(
            """
            ./thalweg run shapes --set seed=1 --set n=10
            ./thalweg run shapes --set start=2.5,4
            ./thalweg run line""");
  }
}
