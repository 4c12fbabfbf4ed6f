package thalweg.lab.compare;

import static thalweg.lab.text.Messages.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import thalweg.figures.Figure;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Training;
import thalweg.lab.text.Wording;
import thalweg.trace.Trace;

/// The page of trainings side by side.
public record ComparisonPage(SideBySide comparison) {
  /// A net's hundred weights are no figure.
  private static final int MOST_WEIGHTS = 4;

  /// The losses, and the weights of which there are few.
  public static final Pictures<ComparisonPage> FIGURES =
      Pictures.<ComparisonPage>of().with("losses", ComparisonPage::losses).each("weights", ComparisonPage::weights);

  private Figure losses(Language language) {
    return TrainingFigures.lossCurves(comparison.traces(), Wording.of(language));
  }

  /// By number; none of a net's hundred.
  private SequencedMap<String, Function<Language, Figure>> weights() {
    int weights = comparison.traces().stream().mapToInt(trace -> trace.result().size()).min().orElse(0);
    var figures = new LinkedHashMap<String, Function<Language, Figure>>();
    for (int w = 0; w < Math.min(weights, MOST_WEIGHTS); w++) {
      int weight = w;
      figures.put(Integer.toString(w), language -> TrainingFigures.weightCurves(comparison.traces(), weight, Wording.of(language)));
    }
    return figures;
  }

  /// The page in a language.
  public Page page(Language language) {
    Page page =
        Page.titled(text("compare.title", "lesson", comparison.lesson().title()).in(language))
            .lead(String.join(", ", comparison.traces().stream().map(Trace::name).toList()))
            .home("index.html")
            .table(
                SideBySide.header(language), comparison.rows(language), text("compare.table").in(language))
            .table(
                Text.in(language, List.of(text("compare.run"), text("compare.verdict"), text("compare.why"))),
                comparison.trainings().stream().map(training -> why(training, language)).toList(),
                text("compare.became").in(language))
            .heading(text("compare.losses").in(language))
            .figure(losses(language), text("compare.losses.caption").in(language))
            .heading(text("compare.weights.heading").in(language));
    for (var weight : weights().entrySet()) {
      page = page.figure(
          weight.getValue().apply(language),
          text("compare.weights.caption", "weight", "$w_{%s}$".formatted(weight.getKey())).in(language));
    }
    return page;
  }

  private static List<String> why(Training training, Language language) {
    return List.of(
        training.trace().name(),
        training.verdict().word().in(language),
        training.verdict().why().in(language));
  }
}
