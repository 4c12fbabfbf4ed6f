package thalweg.lab.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import thalweg.figures.Figure;
import thalweg.figures.html.Page;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Training;
import thalweg.trace.Trace;

/// The page of trainings side by side.
public record ComparisonPage(SideBySide comparison) {
  /// A net's hundred weights are no figure.
  private static final int MOST_WEIGHTS = 4;

  /// The losses, and the weights of which there are few.
  public static final Pictures<ComparisonPage> FIGURES =
      Pictures.<ComparisonPage>of().with("losses", ComparisonPage::losses).each("weights", ComparisonPage::weights);

  private Figure losses() {
    return TrainingFigures.lossCurves(comparison.traces());
  }

  /// By number; none of a net's hundred.
  private SequencedMap<String, Supplier<Figure>> weights() {
    int weights = comparison.traces().stream().mapToInt(trace -> trace.result().size()).min().orElse(0);
    var figures = new LinkedHashMap<String, Supplier<Figure>>();
    for (int w = 0; w < Math.min(weights, MOST_WEIGHTS); w++) {
      int weight = w;
      figures.put(Integer.toString(w), () -> TrainingFigures.weightCurves(comparison.traces(), weight));
    }
    return figures;
  }

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
            .figure(losses(), "The loss of each over its epochs, on a logarithmic scale.")
            .heading("The weights");
    for (var weight : weights().entrySet()) {
      page = page.figure(
          weight.getValue().get(),
          "The weight $w_{%s}$ of each, from the start to the result.".formatted(weight.getKey()));
    }
    return page;
  }

  private static List<String> why(Training training) {
    return List.of(training.trace().name(), training.verdict(), training.explanation());
  }
}
