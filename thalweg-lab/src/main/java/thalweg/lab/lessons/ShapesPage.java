package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import thalweg.figures.Figure;
import thalweg.figures.graph.Network;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.figures.training.Labels;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lessons.ShapesLesson.Findings;
import thalweg.lab.text.Wording;
import thalweg.nn.Linear;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.trace.Trace;

/// The page of [ShapesLesson]: its printed sections, each with what to see in it.
record ShapesPage(Findings found) {
  static final Pictures<ShapesPage> FIGURES =
      Pictures.<ShapesPage>of()
          .with("fit", ShapesPage::fit)
          .with("losses", ShapesPage::losses)
          .with("weights", ShapesPage::weights)
          .each("chosen", page -> ChosenTraining.figures(page.found.chosen(), page.trace()));

  /// The terminal shows a tensor whole; on the page the ends of a long one will do.
  private static final int MOST_ROWS = 16;

  private static final Pattern GRAD_FN = Pattern.compile("grad_fn=(<\\w+>)\\)$");

  Page of(Lesson lesson, Language language) {
    Page page =
        Page.titled(lesson.title().in(language))
            .lead(lesson.summary().in(language))
            .home("index.html")
            .heading(text("shapes.model.heading").in(language))
            .paragraph(text("shapes.model", "points", found.points().prose()).in(language))
            .paragraph(text("shapes.model.matrices", "n", n()).in(language))
            .paragraph(text("shapes.model.steps").in(language));
    page = predictions(page, language);
    page = losses(page, language);
    page =
        page.heading(text("shapes.three.heading").in(language))
            .paragraph(text("shapes.three").in(language))
            .terminal(section(3, language));
    page = together(page, language);
    Page main = page;
    Page whole =
        found.chosen()
            .map(chosen -> ChosenTraining.section(main, chosen, trace(), language))
            .orElse(main);
    return Closing.of(
        whole,
        lesson,
        language,
        List.of(
            "./thalweg run shapes --set seed=1 n=10",
            "./thalweg run shapes --set start=2.5,4",
            "./thalweg run shapes --set n=1",
            "./thalweg run line"),
        5);
  }

  private int n() {
    return found.points().size();
  }

  private Trace trace() {
    return found.loop().trace();
  }

  private Page predictions(Page page, Language language) {
    int n = n();
    var yhat = found.predictions();
    return page.heading(text("shapes.ways.heading").in(language))
        .paragraph(text("shapes.feedforward").in(language))
        .drawing(network(language), text("shapes.network").in(language))
        .paragraph(text("shapes.ways").in(language))
        .table(
            Text.in(
                language,
                List.of(
                    text("shapes.table.written"), text("shapes.table.formula"), text("shapes.table.shape"), text("shapes.table.remembers"))),
            List.of(
                List.of("`X.matmul(What)`", "$\\hat{y} = Xw$", shape(yhat.byHand()), gradFn(yhat.byHand())),
                List.of("`new Linear(2, 1, bias(false)).apply(X)`", "$\\hat{y} = XW^\\top$", shape(yhat.withoutBias()), gradFn(yhat.withoutBias())),
                List.of("`new Linear(1, 1).apply(x.reshape(%d, 1))`".formatted(n), "$\\hat{y} = xW^\\top + b$", shape(yhat.withBias()), gradFn(yhat.withBias()))),
            text("shapes.ways.caption").in(language))
        .paragraph(text("shapes.features").in(language))
        .terminal(section(1, language));
  }

  /// The model as a network: 1 and x go in, ŷ comes out.
  private Network network(Language language) {
    var net = new Linear(2, 1, Linear.bias(false).generator(new thalweg.random.TorchGenerator(0)));
    List<Double> start = trace().weights().getFirst();
    net.weight().setData(Tensors.tensor(start.get(0), start.get(1)).reshape(1, 2).to(net.weight().dtype()));
    Tensor sample = found.points().inputs().select(0, 0);
    var words = Stream.of("input", "output", "key").map(word -> text("common.network." + word)).toList();
    return Network.of(net, sample).named("w₀", "w₁").worded(Text.in(language, words));
  }

  private static String shape(Tensor tensor) {
    return tensor.shape().toString().replace("torch.Size([", "(").replace("])", ")");
  }

  /// The operation that a tensor remembers, as it prints it.
  private static String gradFn(Tensor tensor) {
    var name = GRAD_FN.matcher(tensor.toString());
    return name.find() ? "`" + name.group(1) + "`" : "";
  }

  private Page losses(Page page, Language language) {
    Page more =
        page.heading(text("shapes.trap.heading").in(language)).paragraph(text("shapes.trap.loss").in(language));
    more =
        n() == 1
            ? more.paragraph(text("shapes.trap.one").in(language))
            : more.paragraph(text("shapes.trap.broadcast", "n", n()).in(language))
                .paragraph(
                    text("shapes.trap.what")
                        .then(" ")
                        .then(
                            text(
                                found.isTrap() ? "shapes.trap.differs" : "shapes.trap.same",
                                "right", fixed(found.right(), 4),
                                "wrong", fixed(found.wrong(), 4)))
                        .in(language));
    return more.paragraph(text("shapes.reductions").in(language))
        .terminal(section(2, language))
        .paragraph(text("shapes.deprecated").in(language));
  }

  private Page together(Page page, Language language) {
    return page.heading(text("shapes.loop.heading").in(language))
        .paragraph(text("shapes.loop").in(language))
        .figure(fit(language), text("shapes.loop.fit").then(thinned()).in(language))
        .figure(losses(language), text("shapes.loop.losses").in(language))
        .figure(weights(language), text("shapes.loop.weights").in(language))
        .terminal(section(4, language));
  }

  private Text thinned() {
    int shown = TrainingFigures.shownEpochs(trace()).size();
    return shown < trace().epochs() ? text("common.thinned", "shown", shown, "all", trace().epochs()) : Text.none();
  }

  private Figure fit(Language language) {
    return TrainingFigures.fit(
        found.points().x().toDoubleArray(),
        found.points().y().toDoubleArray(),
        trace(),
        Labels.all(Wording.of(language), found.points().names()));
  }

  private Figure losses(Language language) {
    return TrainingFigures.lossCurves(List.of(trace()), Wording.of(language));
  }

  private Figure weights(Language language) {
    return TrainingFigures.weightCurves(trace(), Wording.of(language));
  }

  /// A printed section, without the middle of tensors of many rows.
  private String section(int number, Language language) {
    var shown = new ArrayList<String>();
    var rows = new ArrayList<String>();
    for (String line : (found.printed().section(number, language) + "\n").split("\n", -1)) {
      if (line.startsWith("       ")) {
        rows.add(line);
        continue;
      }
      if (rows.size() > MOST_ROWS) {
        shown.addAll(rows.subList(0, 4));
        shown.add("        " + text("common.rows", "more", rows.size() - 7).in(language));
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
