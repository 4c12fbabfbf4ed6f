package thalweg.lab.compare;

import static thalweg.figures.Style.cycle;
import static thalweg.figures.Style.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import thalweg.figures.Axes;
import thalweg.figures.Figure;
import thalweg.figures.Legend;
import thalweg.figures.Values;
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
      figures.put(Integer.toString(w), () -> weightCurves(weight));
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

  /// Trainings that end above their start leave the frame, so that the others can be seen.
  private Figure weightCurves(int weight) {
    var axes = Axes.plane().xlabel("epoch").ylabel("$w_{" + weight + "}$").legend(Legend.LOWER_RIGHT);
    List<Trace> traces = comparison.traces();
    boolean someSettle = traces.stream().anyMatch(ComparisonPage::settles);
    for (boolean settling : new boolean[] {true, false}) {
      for (int i = 0; i < traces.size(); i++) {
        if (settles(traces.get(i)) == settling) {
          axes =
              axes.plot(
                  epochs(traces.get(i)),
                  values(traces.get(i), weight),
                  label(traces.get(i).name()),
                  cycle(i));
        }
      }
      axes = settling && someSettle ? axes.freeze() : axes;
    }
    return Figure.of(axes).size(6.5, 3.5);
  }

  private static boolean settles(Trace trace) {
    return trace.losses().getLast() <= trace.losses().getFirst();
  }

  private static Values epochs(Trace trace) {
    return Values.range(trace.epochs() + 1);
  }

  private static Values values(Trace trace, int weight) {
    return Values.of(trace.weights().stream().map(row -> row.get(weight)).toList());
  }
}
