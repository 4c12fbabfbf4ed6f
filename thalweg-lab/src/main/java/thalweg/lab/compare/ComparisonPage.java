package thalweg.lab.compare;

import java.util.List;
import thalweg.figures.html.Page;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Training;
import thalweg.trace.Trace;

/// The page of trainings side by side.
public record ComparisonPage(SideBySide comparison) {
  /// A net's hundred weights are no figure.
  private static final int MOST_WEIGHTS = 4;

  /// The page.
  public Page page() {
    List<Trace> traces = comparison.traces();
    Page page =
        Page.titled(comparison.lesson().title() + ", side by side")
            .lead(String.join(", ", traces.stream().map(Trace::name).toList()))
            .home("index.html")
            .table(SideBySide.header(), comparison.rows(), "Losses are taken before each update, weights after the last.")
            .table(
                List.of("run", "verdict", "why"),
                comparison.trainings().stream().map(ComparisonPage::why).toList(),
                "What became of each.")
            .heading("The losses")
            .figure(TrainingFigures.lossCurves(traces), "The loss of each over its epochs, on a logarithmic scale.")
            .heading("The weights");
    int weights = traces.stream().mapToInt(trace -> trace.result().size()).min().orElse(0);
    for (int w = 0; w < Math.min(weights, MOST_WEIGHTS); w++) {
      page = page.figure(TrainingFigures.weightCurves(traces, w), "The weight $w_{%d}$ of each, from the start to the result.".formatted(w));
    }
    return page;
  }

  private static List<String> why(Training training) {
    return List.of(training.trace().name(), training.verdict(), training.explanation());
  }
}
