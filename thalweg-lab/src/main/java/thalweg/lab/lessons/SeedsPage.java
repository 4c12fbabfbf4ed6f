package thalweg.lab.lessons;

import java.util.List;
import thalweg.figures.html.Page;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.trace.Trace;

/// The page of [SeedsLesson]: its printed sections, each with what to see in it.
record SeedsPage(List<Trace> runs, int workers, String printed) {
  private static final String LOADER =
      """
      var data = new TensorDataset(X, y);
      var loader = new DataLoader<>(data, DataLoader.batchSize(4).shuffle(true).workers(%d)
          .generator(new TorchGenerator(2021)).workerInit(Seeds::seedWorker));
      for (var batch : loader) {
        Tensor error = loss.apply(net.apply(batch.get(0)), batch.get(1));
        error.backward();
        sgd.step();
        sgd.zeroGrad();
      }""";

  Page of(Lesson lesson) {
    List<String> sections = Sections.of(printed);
    return Page.titled(lesson.title())
        .lead(lesson.summary())
        .home("index.html")
        .heading("One seed, three streams")
        .paragraph(
            "The notes' `set_seed` seeds Python's `random`, NumPy and PyTorch, since code may draw from any of them. Each has a stream of its own, and the numbers here are theirs: what a notebook draws after `set_seed`, a Java program draws after `Seeds.setSeed`.")
        .terminal(sections.get(1))
        .heading("A random order, the same each time")
        .paragraph(
            "A `Dataset` has items by number; a `DataLoader` gives them in batches. Shuffled, each pass has another order, but the same seed gives the same orders, and they are PyTorch's. A generator of its own makes the order independent of what else is drawn.")
        .terminal(LOADER.formatted(workers), "A training step for each batch.")
        .terminal(sections.get(2))
        .heading("Workers")
        .paragraph(
            "Data that is drawn or changed at random is made in the workers. Were they to share one generator, the threads' timing would decide who draws what. So each worker has default generators of its own, seeded from a number that the loader draws for the pass, plus the worker's. `seedWorker` is the notes' `seed_worker`: it seeds NumPy and `random` by PyTorch's seed.")
        .terminal(sections.get(3))
        .heading("The same bits")
        .paragraph(
            "Points, start weights, order and batches all follow from the seed, and sums are always added in the same order. So a training repeats to the last bit, whatever the threads do.")
        .figure(
            TrainingFigures.lossCurves(runs),
            "The loss of each update in both trainings: the second curve hides the first.")
        .terminal(sections.get(4))
        .heading("Devices")
        .paragraph(
            "The notes ask for Apple's GPU. Thalweg computes on the CPU: it knows the names, says what is not there, and falls back only when asked.")
        .terminal(sections.get(5))
        .heading("Try it")
        .terminal(
            """
            ./thalweg run seeds --set seed=1
            ./thalweg run seeds --set workers=0
            ./thalweg run seeds --set n=20 --set batch=6""");
  }
}
