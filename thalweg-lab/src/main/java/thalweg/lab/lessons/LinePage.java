package thalweg.lab.lessons;

import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.Numbers.significant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import thalweg.figures.Animation;
import thalweg.figures.Figure;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Block;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Training;
import thalweg.lab.lessons.LineLesson.Comparison;
import thalweg.lab.lessons.LineLesson.Setting;
import thalweg.trace.Trace;

/// The page of [LineLesson].
record LinePage(
    Setting setting,
    Trace main,
    List<Comparison> rates,
    List<Comparison> sizes,
    List<Trace> patterns,
    Optional<Training> chosen,
    List<String> printed) {

  static final Pictures<LinePage> FIGURES =
      Pictures.<LinePage>of()
          .with("fit", (page, _) -> page.fit())
          .with("surface", (page, _) -> page.surface())
          .with("animation", (page, _) -> page.animation(page.main))
          .with("losses", (page, _) -> page.losses())
          .each("rates", LinePage::otherRates)
          .each("chosen", page -> ChosenTraining.figures(page.chosen, page.main));

  /// An animation shows no more epochs than these.
  private static final int MOST_FRAMES = 100;

  private static final String LOOP =
      """
      Tensor what = tensor(%s).reshape(2, 1).requiresGrad_(true);
      for (int epoch = 0; epoch < %d; epoch++) {
        Tensor yhat = X.matmul(what);                           // 1 predict
        Tensor loss = y.sub(yhat).pow(2).sum();                 // 2 measure
        loss.backward();                                        // 3 differentiate
        what.setData(what.data().sub(what.grad().mul(%s)));  // 4 update
        what.setGrad(null);
      }""";

  private static final String OPTIMIZER =
      """
      var net = new Linear(2, 1, Linear.bias(false));
      net.weight().setData(tensor(new double[][] {{%s}}));
      var loss = new MSELoss();
      var sgd = new SGD(net.parameters(), %s);
      for (int epoch = 0; epoch < %d; epoch++) {
        Tensor error = loss.apply(net.apply(X), y);  // 1 and 2
        error.backward();                            // 3
        sgd.step();                                  // 4
        sgd.zeroGrad();
      }""";

  Page of(Lesson lesson, Language language) {
    Page page = Page.titled(lesson.title().in(language)).lead(lesson.summary().in(language)).home("index.html");
    page = loop(page);
    page = views(page);
    page = learningRates(page);
    page = sumAndMean(page);
    page = fourPatterns(page);
    page = ending(page);
    return chosen.isPresent() ? ChosenTraining.section(page, chosen.get(), main, language) : page;
  }

  private Figure fit() {
    return TrainingFigures.fit(x(), y(), main);
  }

  private Figure surface() {
    return TrainingFigures.lossSurface(setting.landscape(), main, target());
  }

  private Animation animation(Trace run) {
    return TrainingFigures.twoPanels(x(), y(), setting.landscape(), shortened(run), target());
  }

  private Figure losses() {
    return TrainingFigures.lossCurves(rates.stream().map(Comparison::run).toList());
  }

  /// The animation at each rate but the chosen one.
  private Map<String, Function<Language, Animation>> otherRates() {
    var others = new LinkedHashMap<String, Function<Language, Animation>>();
    for (Comparison other : rates) {
      if (other.run() != main) {
        others.put(shortest(other.rate()), _ -> animation(other.run()));
      }
    }
    return others;
  }

  private double[] x() {
    return setting.data().x().toDoubleArray();
  }

  private double[] y() {
    return setting.data().targets().toDoubleArray();
  }

  private double[] target() {
    return setting.data().truth().orElseGet(setting.data()::leastSquares);
  }

  private Page loop(Page page) {
    return page.heading("Four steps, again and again")
        .paragraph(
            "The points $(x_i, y_i)$ are %s. A line through them has two weights, the intercept $w_0$ and the slope $w_1$. It starts at $w = (%s)$, far off, and is trained by repeating four steps."
                .formatted(setting.data().source(), start().replaceAll("\\.0(?!\\d)", "")))
        .paragraph(
            "*Predict.* With a column of ones beside the $x_i$, all predictions are one product: $$\\hat{y} = Xw, \\qquad \\hat{y}_i = w_0 + w_1 x_i.$$")
        .paragraph(
            "*Measure.* The loss says in one number how far off the line is: $$L(w) = \\sum_{i=1}^{n} (y_i - \\hat{y}_i)^2.$$")
        .paragraph(
            "*Differentiate.* The gradient has a number for each weight: how fast the loss rises when that weight does. Here it could be written down; for larger models nobody would want to, and `backward()` finds it from the steps that led to the loss. $$\\nabla L(w) = -2 X^\\top (y - Xw)$$")
        .paragraph(
            "*Update.* The gradient points uphill, so take a small step the other way. How small is the learning rate $\\alpha$, here %s: $$w \\leftarrow w - \\alpha \\nabla L(w).$$"
                .formatted(shortest(setting.alpha())))
        .source(
            LOOP.formatted(start(), setting.epochs(), shortest(setting.alpha())),
            "The loop, all by hand.")
        .terminal(head(printed), "What it prints: the loss, the step taken, and where the weights arrive.")
        .paragraph(
            "How does `backward()` know the steps that led to the loss? Each operation leaves a node, its `grad_fn`, that knows its operands. From the loss it goes back from node to node, and each turns the gradient of its result into those of its operands. $X$ and $y$ are given, so nothing goes back to them.")
        .drawing(
            Diagram.of(FirstLoss.of(setting)),
            "The first loss, as it was recorded. Forward, from top to bottom: shapes on the arrows. In blue the backward pass: after ↑ the gradient sent back along an arrow, of large ones the length; what arrives at $w$ is the gradient that the update takes.");
  }

  /// Enough to see how it goes; the terminal has it all.
  private static String head(List<String> lines) {
    if (lines.size() <= 40) {
      return String.join("\n", lines);
    }
    var shown = new ArrayList<>(lines.subList(0, 20));
    shown.add("… " + (lines.size() - 25) + " more …");
    shown.addAll(lines.subList(lines.size() - 5, lines.size()));
    return String.join("\n", shown);
  }

  private Page views(Page page) {
    return page.heading("Two views of one training")
        .paragraph(
            "In the data's view a line turns until it lies in the points. Each epoch leaves its line; they crowd where the steps become small.")
        .figure(
            fit(),
            "The points, the first line (dashed), the line after each epoch (faint) and the last.")
        .paragraph(
            "In the loss's view a point walks downhill. Above every pair of weights $(w_0, w_1)$ stands the loss $L(w)$ of its line; $\\nabla L(w)$ points straight up the slope, so each step leads straight down. Where the slope is gentle the steps are short, although $\\alpha$ never changes: the step is $\\alpha$ times the slope. Point at a dot to read its epoch, loss and weights; drag the surface to turn it.")
        .figure(
            surface(),
            "The loss over $w_0$ and $w_1$: the start (blue star), the weights after each epoch, and %s (red star)."
                .formatted(setting.data().truth().isPresent() ? "the weights that made the points" : "the best weights"))
        .paragraph("Both at once, epoch by epoch:")
        .animation(
            animation(main),
            "Play, or step with the arrow keys. $\\alpha = %s$.".formatted(shortest(setting.alpha())));
  }

  private Page learningRates(Page page) {
    Page extended =
        page.heading("The learning rate decides")
            .paragraph(
                "The loss is a quadratic bowl. Along each of its axes it curves by an eigenvalue $\\lambda$ of $2X^\\top X$, and one update multiplies the distance to the bottom along that axis by $1 - \\alpha\\lambda$. It shrinks as long as that factor lies between $-1$ and $1$; the steepest axis, with $\\lambda_{\\max}$, is the first to leave: $$\\alpha < \\frac{2}{\\lambda_{\\max}} = %s.$$"
                    .formatted(significant(setting.data().stableStep(), 4)))
            .paragraph(
                "Below that, small rates crawl and moderate ones arrive. Above it every step overshoots by more than it gained, although the loss may fall for a while first, as long as the gentle axis gains more than the steep one loses.")
            .table(
                List.of("$\\alpha$", "verdict", "why"),
                rates.stream()
                    .map(c -> List.of(shortest(c.rate()), c.verdict().word().in(Language.EN), c.verdict().why().in(Language.EN)))
                    .toList(),
                "The same start, the same points, %d epochs.".formatted(setting.epochs()))
            .figure(
                losses(),
                "The loss of each run over its epochs, on a logarithmic scale.");
    for (Comparison other : rates) {
      if (other.run() != main) {
        extended =
            extended.animation(
                animation(other.run()),
                "$\\alpha = %s$: %s.".formatted(shortest(other.rate()), other.verdict().word().in(Language.EN)));
      }
    }
    return extended;
  }

  private Page sumAndMean(Page page) {
    Page extended =
        page.heading("Why the mean and not the sum")
            .paragraph(
                "Nothing hinders us from measuring with the mean instead: $$L(w) = \\frac{1}{n} \\sum_{i=1}^{n} (y_i - \\hat{y}_i)^2.$$ Its bowl has the same bottom and is $n$ times as shallow, so the rate must be $n$ times as large for the same walk: with $n = 100$, a rate of $0.1$ for the mean is a rate of $0.001$ for the sum.");
    if (!sizes.isEmpty()) {
      extended =
          extended.table(
              List.of("loss", "$n$", "$\\alpha$", "verdict", "why"),
              sizes.stream()
                  .map(
                      c ->
                          List.of(
                              c.loss(),
                              Integer.toString(c.n()),
                              shortest(c.rate()),
                              c.verdict().word().in(Language.EN),
                              c.verdict().why().in(Language.EN)))
                  .toList(),
              "Ten times the points, the same learning rates.");
    }
    return extended
        .paragraph(
            "A sum over ten times as many points is ten times as large, and so are its gradient and its curvature: the $\\alpha$ that was right diverges. The mean of squares does not grow with the number of points, so one learning rate serves data of any size. That is why `MSELoss` takes the mean.")
        .paragraph(
            "*A note on the note.* Where note 1's prose and code differ: the comments call the surface a mean squared error, but the code sums, and sums are drawn here; the prose ends the grid at 10, but `arange(-6, 11, 0.5)` ends at 10.5. The note calls too large an $\\alpha$ \"inefficient\"; past $2/\\lambda_{\\max}$ it is more than that, it never arrives. And the animation shows the weights before each update, so the thirtieth result is not among its frames.");
  }

  private Page fourPatterns(Page page) {
    List<List<String>> rows = new ArrayList<>();
    for (Trace run : patterns) {
      rows.add(
          List.of(
              run.name(),
              fixed(run.losses().getFirst(), 4),
              fixed(run.losses().getLast(), 4),
              fixed(run.result().get(0), 4) + ", " + fixed(run.result().get(1), 4)));
    }
    return page.heading("From by hand to the usual pattern")
        .paragraph(
            "Each step has a class that stands for it: `MSELoss` measures, `Linear` predicts, `SGD` updates. Nothing changes but the spelling; the weights arrive at the same place.")
        .source(
            OPTIMIZER.formatted(start(), shortest(setting.lr()), setting.epochs()),
            "The same training as one writes it for any network.")
        .table(
            List.of("run", "first loss", "last loss", "weights"),
            rows,
            "Four patterns, one training.");
  }

  private Page ending(Page page) {
    var more = page.heading("What to try next")
        .tries(
            new Block.Try("./thalweg run line --set alpha=0.002", "Twice the rate: does it need half the epochs?"),
            new Block.Try("./thalweg run line --set start=8,-4 --set epochs=60",
                "Another start. A bowl has one bottom, so the walk differs and the end does not."),
            new Block.Try("./thalweg run line --set n=1000 --set sigma=2",
                "More points and more noise: see the largest stable rate move."),
            new Block.Try("./thalweg graph --lesson line --set n=3", "The graph of three points, with every number."),
            new Block.Try("./thalweg run line --data my-points.csv", "Your own points."));
    return LessonSource.of(LineLesson.class)
        .map(text -> more.listing("The whole lesson, `LineLesson.java`", text))
        .orElse(more);
  }

  private static Trace shortened(Trace run) {
    if (run.epochs() <= MOST_FRAMES) {
      return run;
    }
    return new Trace(
        run.name(),
        run.parameters(),
        run.steps().subList(0, MOST_FRAMES),
        run.weights().get(MOST_FRAMES));
  }

  private String start() {
    return shortest(setting.start()[0]) + ", " + shortest(setting.start()[1]);
  }
}
