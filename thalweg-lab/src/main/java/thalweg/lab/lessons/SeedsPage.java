package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;

import java.util.List;
import thalweg.figures.Figure;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.training.Labels;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Transcript;
import thalweg.lab.text.Wording;
import thalweg.trace.Trace;

/// The page of [SeedsLesson]: its printed sections, each with what to see in it.
///
/// @param loss      of the training: `sum` or `mean` of the squared errors
/// @param optimizer what updates its weights
record SeedsPage(
    List<Trace> runs, long seed, int batch, int workers, String loss, String optimizer, Transcript printed) {
  static final Pictures<SeedsPage> FIGURES = Pictures.<SeedsPage>of().with("losses", SeedsPage::losses);

  private static final String LOADER =
      """
      var data = new TensorDataset(X, y);
      var loader = new DataLoader<>(data, DataLoader.batchSize(%d).shuffle(true).workers(%d)
          .generator(new TorchGenerator(%d)).workerInit(Seeds::seedWorker));
      for (var batch : loader) {
        Tensor error = loss.apply(net.apply(batch.get(0)), batch.get(1));
        error.backward();
        optimizer.step();
        optimizer.zeroGrad();
      }""";

  Page of(Lesson lesson, Language language) {
    Page page =
        Page.titled(lesson.title().in(language))
            .lead(lesson.summary().in(language))
            .home("index.html")
            .heading(text("seeds.heading.streams").in(language))
            .paragraph(text("seeds.streams").in(language))
            .paragraph(text("seeds.noSeed").in(language))
            .terminal(printed.section(1, language))
            .heading(text("seeds.heading.orders").in(language))
            .paragraph(text("seeds.orders").in(language))
            .source(LOADER.formatted(batch, workers, seed), text("seeds.loader").in(language))
            .terminal(printed.section(2, language))
            .heading(text("seeds.heading.workers").in(language))
            .paragraph(text("seeds.workers.why").in(language))
            .paragraph(text("seeds.worker").in(language))
            .terminal(printed.section(3, language))
            .heading(text("seeds.heading.twice").in(language))
            .paragraph(
                text("seeds.twice", "loss", text("common.loss." + loss), "optimizer", optimizer).in(language))
            .figure(losses(language), text(isSame() ? "seeds.losses.same" : "seeds.losses.other").in(language))
            .terminal(printed.section(4, language))
            .heading(text("seeds.heading.devices").in(language))
            .paragraph(text("seeds.devices").in(language))
            .terminal(printed.section(5, language));
    return Closing.of(
        page,
        lesson,
        language,
        List.of(
            "./thalweg run seeds --set seed=1",
            "./thalweg run seeds --set workers=0",
            "./thalweg run seeds --set n=20 batch=6",
            "./thalweg compare seeds optimizer=sgd,adam"),
        4);
  }

  private boolean isSame() {
    return runs.getFirst().steps().equals(runs.getLast().steps());
  }

  private Figure losses(Language language) {
    return TrainingFigures.lossCurves(runs, Wording.of(language), Labels.updates());
  }
}
