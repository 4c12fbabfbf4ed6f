package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.Numbers.significant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thalweg.figures.Animation;
import thalweg.figures.Figure;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.figures.training.Labels;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Training;
import thalweg.lab.lessons.LineLesson.Comparison;
import thalweg.lab.lessons.LineLesson.Findings;
import thalweg.lab.text.Wording;
import thalweg.lab.verdict.Judge;
import thalweg.trace.Trace;

/// The page of [LineLesson].
record LinePage(Findings found) {
  static final Pictures<LinePage> FIGURES =
      Pictures.<LinePage>of()
          .with("fit", LinePage::fit)
          .with("surface", LinePage::surface)
          .with("animation", (page, language) -> page.animation(page.main(), language))
          .with("losses", LinePage::losses)
          .each("rates", LinePage::otherRates)
          .each("standardised", LinePage::standardised)
          .each("chosen", page -> ChosenTraining.figures(page.found.chosen(), page.main()));

  /// The terminal has every line; on the page these of a long run will do.
  private static final int MOST_LINES = 40;

  private static final int FIRST_LINES = 20;
  private static final int LAST_LINES = 5;

  /// Weights that differ by no more than this are the same but for rounding in float32.
  private static final double ROUNDING = 1e-3;

  Page of(Lesson lesson, Language language) {
    Page page =
        Page.titled(lesson.title().in(language)).lead(lesson.summary().in(language)).home("index.html");
    page = loop(page, language);
    page = views(page, language);
    page = learningRates(page, language);
    page = sumAndMean(page, language);
    page = patterns(page, language);
    Page main = found.standardised().isPresent() ? standard(page, found.standardised().get(), language) : page;
    Page whole =
        found.chosen().map(chosen -> ChosenTraining.section(main, chosen, main(), language)).orElse(main);
    return Closing.of(
        whole,
        lesson,
        language,
        List.of(
            "./thalweg run line --set alpha=0.002",
            "./thalweg run line --set start=8,-4 epochs=60",
            "./thalweg run line --set n=1000 sigma=2",
            "./thalweg graph --lesson line --set n=3",
            "./thalweg run line --data my-points.csv"),
        5);
  }

  private LineSetting setting() {
    return found.setting();
  }

  private Trace main() {
    return found.main().trace();
  }

  // ---- figures

  private Labels.Option labels(Language language) {
    boolean known = setting().data().truth().isPresent();
    return Labels.all(
        Wording.of(language), setting().data().names(), known ? Labels.all() : Labels.best());
  }

  private Figure fit(Language language) {
    return TrainingFigures.fit(x(), y(), main(), labels(language));
  }

  private Figure surface(Language language) {
    return TrainingFigures.lossSurface(setting().landscape(), main(), target(), labels(language));
  }

  private Animation animation(Trace run, Language language) {
    return TrainingFigures.twoPanels(x(), y(), setting().landscape(), run, target(), labels(language));
  }

  private Figure losses(Language language) {
    return TrainingFigures.lossCurves(found.rates().stream().map(Comparison::run).toList(), Wording.of(language));
  }

  /// The animation at each rate but the chosen one.
  private Map<String, Function<Language, Animation>> otherRates() {
    var others = new LinkedHashMap<String, Function<Language, Animation>>();
    for (Comparison other : found.rates()) {
      if (other.run() != main()) {
        others.put(shortest(other.rate()), language -> animation(other.run(), language));
      }
    }
    return others;
  }

  private Map<String, Function<Language, Figure>> standardised() {
    var figures = new LinkedHashMap<String, Function<Language, Figure>>();
    found.standardised().ifPresent(other -> figures.put("", language -> standardised(other, language)));
    return figures;
  }

  private Figure standardised(Standardised other, Language language) {
    return TrainingFigures.lossCurves(List.of(main(), other.training().trace()), Wording.of(language));
  }

  private double[] x() {
    return setting().data().x().toDoubleArray();
  }

  private double[] y() {
    return setting().data().targets().toDoubleArray();
  }

  private double[] target() {
    return setting().data().truth().orElseGet(setting().data()::leastSquares);
  }

  // ---- sections

  private Page loop(Page page, Language language) {
    return page.heading(text("line.loop.heading").in(language))
        .paragraph(
            text(
                    "line.loop.points",
                    "points", setting().data().prose(),
                    "start", start(),
                    "first", Judge.number(found.main().course().first()),
                    "best", Judge.number(setting().data().bowl(1).least()))
                .in(language))
        .paragraph(text("line.loop.predict").in(language))
        .paragraph(text("line.loop.measure").in(language))
        .paragraph(text("line.loop.differentiate").in(language))
        .paragraph(text("line.loop.update", "alpha", plain(setting().alpha())).in(language))
        .source(
            LineListings.sum(start(), setting().epochs(), plain(setting().alpha())),
            text("line.loop.code").in(language))
        .terminal(head(language), text("line.loop.printed").in(language))
        .paragraph(text("line.loop.backward").in(language))
        .drawing(
            Diagram.of(FirstLoss.of(setting().data(), setting().start())), text("line.loop.graph").in(language));
  }

  /// Enough to see how it goes; the terminal has it all.
  private String head(Language language) {
    List<String> lines = Text.in(language, found.printed());
    if (lines.size() <= MOST_LINES) {
      return String.join("\n", lines);
    }
    var shown = new ArrayList<>(lines.subList(0, FIRST_LINES));
    shown.add(text("common.more", "more", lines.size() - FIRST_LINES - LAST_LINES).in(language));
    shown.addAll(lines.subList(lines.size() - LAST_LINES, lines.size()));
    return String.join("\n", shown);
  }

  private Page views(Page page, Language language) {
    boolean known = setting().data().truth().isPresent();
    return page.heading(text("line.views.heading").in(language))
        .paragraph(text("line.views.data").in(language))
        .figure(fit(language), text("line.views.fit").then(thinned()).in(language))
        .paragraph(text("line.views.loss").in(language))
        .source(LineListings.LOSS, text("line.views.code").in(language))
        .figure(
            surface(language),
            text("line.views.surface", "star", text(known ? "line.star.truth" : "line.star.best")).in(language))
        .paragraph(text("line.views.both").in(language))
        .animation(animation(main(), language), rateAndVerdict(found.main(), setting().alpha()).in(language));
  }

  /// Says so where a picture shows fewer epochs than there were.
  private Text thinned() {
    int shown = TrainingFigures.shownEpochs(main()).size();
    return shown < main().epochs()
        ? text("common.thinned", "shown", shown, "all", main().epochs())
        : Text.none();
  }

  private Text rateAndVerdict(Training run, double rate) {
    return text("line.rates.caption", "alpha", plain(rate), "verdict", run.verdict().word()).then(thinned());
  }

  private Page learningRates(Page page, Language language) {
    Page extended =
        page.heading(text("line.rates.heading").in(language))
            .paragraph(
                text("line.rates.why", "stable", significant(setting().data().stableStep(), 4)).in(language))
            .paragraph(text("line.rates.course").in(language))
            .table(
                Text.in(language, List.of(Text.of("$\\alpha$"), text("compare.verdict"), text("compare.why"))),
                found.rates().stream()
                    .map(c -> Text.in(
                        language,
                        List.of(
                            Text.of(plain(c.rate())), c.training().verdict().word(), c.training().verdict().why())))
                    .toList(),
                text("line.rates.table", "updates", setting().epochs()).in(language))
            .figure(losses(language), text("line.rates.losses").in(language));
    for (Comparison other : found.rates()) {
      if (other.run() != main()) {
        extended =
            extended.animation(
                animation(other.run(), language), rateAndVerdict(other.training(), other.rate()).in(language));
      }
    }
    return extended;
  }

  private Page sumAndMean(Page page, Language language) {
    int n = setting().data().size();
    Page extended =
        page.heading(text("line.sizes.heading").in(language))
            .paragraph(
                text(
                        "line.sizes.mean",
                        "n", n,
                        "lr", plain(setting().lr()),
                        "alpha", significant(setting().lr() / n, 4))
                    .in(language))
            .source(
                LineListings.sum(start(), setting().epochs(), plain(setting().alpha())),
                text("line.sizes.sum.code").in(language))
            .source(
                LineListings.mean(start(), setting().epochs(), plain(setting().lr()), n),
                text("line.sizes.mean.code").in(language));
    if (!found.sizes().isEmpty()) {
      extended =
          extended.table(
              Text.in(
                  language,
                  List.of(
                      text("compare.loss"), Text.of("$n$"), text("compare.rate"), text("compare.verdict"), text("compare.why"))),
              found.sizes().stream().map(c -> Text.in(language, size(c))).toList(),
              text("line.sizes.table", "more", LineLesson.MORE).in(language));
    }
    return extended
        .paragraph(text("line.sizes.why").in(language))
        .paragraph(text("line.sizes.note").in(language));
  }

  private static List<Text> size(Comparison c) {
    return List.of(
        text("common.loss." + c.loss()),
        Text.of(Integer.toString(c.n())),
        Text.of("%s = %s".formatted(LineLesson.rateName(c.loss()), plain(c.rate()))),
        c.training().verdict().word(),
        c.training().verdict().why());
  }

  private Page patterns(Page page, Language language) {
    List<List<String>> rows = new ArrayList<>();
    for (Training run : found.patterns()) {
      rows.add(
          List.of(
              run.trace().name(),
              fixed(run.course().first(), 4),
              fixed(run.course().last(), 4),
              fixed(run.course().result().get(0), 4) + ", " + fixed(run.course().result().get(1), 4)));
    }
    int epochs = setting().epochs();
    String lr = plain(setting().lr());
    return page.heading(text("line.patterns.heading").in(language))
        .paragraph(text("line.patterns.what").in(language))
        .subheading(text("line.patterns.a").in(language))
        .source(LineListings.mean(start(), epochs, lr, setting().data().size()), text("line.patterns.a.code").in(language))
        .subheading(text("line.patterns.b").in(language))
        .paragraph(text("line.patterns.b.what").in(language))
        .source(LineListings.lossFunction(start(), epochs, lr), text("line.patterns.b.code").in(language))
        .subheading(text("line.patterns.c").in(language))
        .paragraph(text("line.patterns.c.what").in(language))
        .source(LineListings.layer(start(), epochs, lr), text("line.patterns.c.code").in(language))
        .subheading(text("line.patterns.d").in(language))
        .paragraph(text("line.patterns.d.what").in(language))
        .source(LineListings.optimizer(start(), epochs, lr), text("line.patterns.d.code").in(language))
        .table(
            Text.in(
                language,
                List.of(text("compare.run"), text("compare.first"), text("compare.last"), text("compare.weights"))),
            rows,
            same().in(language));
  }

  /// Whether the four arrive at the same weights.
  private Text same() {
    double largest = 0;
    List<Double> first = found.patterns().getFirst().course().result();
    for (Training run : found.patterns()) {
      for (int i = 0; i < first.size(); i++) {
        double distance = Math.abs(run.course().result().get(i) - first.get(i)) / Math.max(1, Math.abs(first.get(i)));
        largest = distance <= largest ? largest : distance; // NaN is larger than any number
      }
    }
    return largest <= ROUNDING ? text("line.patterns.same") : text("line.patterns.apart");
  }

  private Page standard(Page page, Standardised other, Language language) {
    return page.heading(text("line.standard.heading").in(language))
        .paragraph(other.what().then(" ").then(other.needed()).in(language))
        .paragraph(other.outcome().in(language))
        .figure(standardised(other, language), text("line.standard.losses").in(language));
  }

  private String start() {
    return plain(setting().start()[0]) + ", " + plain(setting().start()[1]);
  }

  /// A number as one would write it: 10 and not 10.0.
  private static String plain(double value) {
    return shortest(value).replaceAll("\\.0$", "");
  }
}
