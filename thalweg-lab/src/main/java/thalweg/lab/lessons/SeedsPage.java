package thalweg.lab.lessons;

import java.util.List;
import thalweg.figures.Figure;
import thalweg.figures.html.Block;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Transcript;
import thalweg.trace.Trace;

/// The page of [SeedsLesson]: its printed sections, each with what to see in it.
///
/// @param loss      of the training: `sum` or `mean` of the squared errors
/// @param optimizer what updates its weights
record SeedsPage(List<Trace> runs, int workers, String loss, String optimizer, Transcript printed) {
  static final Pictures<SeedsPage> FIGURES = Pictures.<SeedsPage>of().with("losses", (page, _) -> page.losses());

  private static final String LOADER =
      """
      var data = new TensorDataset(X, y);
      var loader = new DataLoader<>(data, DataLoader.batchSize(4).shuffle(true).workers(%d)
          .generator(new TorchGenerator(2021)).workerInit(Seeds::seedWorker));
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
            .heading("One seed, three streams")
            .paragraph(
                "The notes' `set_seed` seeds Python's `random`, NumPy and PyTorch, since code may draw from any of them. Each has a stream of its own, and the numbers here are theirs: what a notebook draws after `set_seed`, a Java program draws after `Seeds.setSeed`.")
            .terminal(printed.section(1, language))
            .heading("A random order, the same each time")
            .paragraph(
                "A `Dataset` has items by number; a `DataLoader` gives them in batches. Shuffled, each pass has another order, but the same seed gives the same orders, and they are PyTorch's. A generator of its own makes the order independent of what else is drawn.")
            .terminal(LOADER.formatted(workers), "A training step for each batch.")
            .terminal(printed.section(2, language))
            .heading("Workers")
            .paragraph(
                "Data that is drawn or changed at random is made in the workers. Were they to share one generator, the threads' timing would decide who draws what. So each worker has default generators of its own, seeded from a number that the loader draws for the pass, plus the worker's. `seedWorker` is the notes' `seed_worker`: it seeds NumPy and `random` by PyTorch's seed.")
            .terminal(printed.section(3, language))
            .heading("The same bits")
            .paragraph(
                "Points, start weights, order and batches all follow from the seed, and sums are always added in the same order. So a training repeats to the last bit, whatever the threads do. Here the loss is the %s of squares and the optimiser `%s`; with any other it repeats as well."
                    .formatted(loss, optimizer))
            .figure(
                losses(),
                "The loss of each update in both trainings: the second curve hides the first.")
            .terminal(printed.section(4, language))
            .heading("Devices")
            .paragraph(
                "The notes ask for Apple's GPU. Thalweg computes on the CPU: it knows the names, says what is not there, and falls back only when asked.")
            .terminal(printed.section(5, language));
    return ending(page);
  }

  private Figure losses() {
    return TrainingFigures.lossCurves(runs);
  }

  private static Page ending(Page page) {
    Page more =
        page.heading("What to try next")
            .tries(
                new Block.Try(
                    "./thalweg run seeds --set seed=1", "Another seed: what changes, what stays?"),
                new Block.Try(
                    "./thalweg run seeds --set workers=0",
                    "Without workers: other draws, but the same orders."),
                new Block.Try(
                    "./thalweg run seeds --set n=20 --set batch=6",
                    "More items in larger batches: see what dropLast drops."),
                new Block.Try(
                    "./thalweg compare seeds optimizer=sgd,adam",
                    "The same points in the same order, updated in two ways."));
    return LessonSource.of(SeedsLesson.class)
        .map(text -> more.listing("The whole lesson, `SeedsLesson.java`", text))
        .orElse(more);
  }
}
