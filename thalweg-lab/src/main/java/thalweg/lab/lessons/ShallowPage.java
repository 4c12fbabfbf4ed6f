package thalweg.lab.lessons;

import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.shortest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.Figure;
import thalweg.figures.graph.Diagram;
import thalweg.figures.graph.Network;
import thalweg.figures.html.Block;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.training.Field;
import thalweg.figures.training.FieldFigures;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Training;
import thalweg.lab.lessons.ShallowLesson.FromScratch;
import thalweg.nn.Linear;
import thalweg.nn.Sequential;
import thalweg.random.TorchGenerator;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.lab.lesson.Transcript;
import thalweg.trace.Trace;

/// The page of [ShallowLesson].
///
/// @param chosen the training with another loss or optimiser, if one was chosen
record ShallowPage(
    FromScratch scratch, ShallowLandscape landscape, Optional<Training> chosen, Transcript printed) {
  private static final String BY_HAND =
      """
      double[] forward(double[] x)       // x[i] * w1 * w2
      double[] dlossDw(double[] x, double[] y) {
        double dw1 = -mean(i -> 2 * w2 * x[i] * (y[i] - w1 * w2 * x[i]));
        double dw2 = -mean(i -> 2 * w1 * x[i] * (y[i] - w1 * w2 * x[i]));
        return new double[] {dw1, dw2};
      }
      for (int epoch = 0; epoch < %d; epoch++) {
        double[] gradient = dlossDw(x, y);
        w1 -= %s * gradient[0];
        w2 -= %s * gradient[1];
      }""";

  static final Pictures<ShallowPage> FIGURES =
      Pictures.<ShallowPage>of()
          .with("training", (page, _) -> page.training())
          .with("landscape", (page, _) -> page.field())
          .each("chosen", page -> ChosenTraining.figures(page.chosen, page.scratch.trace()));

  Page of(Lesson lesson, Language language) {
    
    Page page = Page.titled(lesson.title().in(language)).lead(lesson.summary().in(language)).home("index.html");
    page = network(page);
    page = training(page, printed.section(1, language));
    page = landscape(page);
    Page main = saddle(page, printed.section(2, language));
    Page more =
        chosen
            .map(training -> ShallowChosen.section(main, training, scratch.trace(), language))
            .orElse(main)
            .heading("What to try next")
            .tries(
                new Block.Try("./thalweg run shallow --set alpha=0.05", "A larger step: how soon is it there?"),
                new Block.Try("./thalweg run shallow --set start=0.5,-0.5", "Straight into the saddle."),
                new Block.Try("./thalweg run shallow --set start=0,0", "Where nothing moves."),
                new Block.Try(
                    "./thalweg compare shallow optimizer=by-hand,momentum,adam",
                    "Who is past the shoulder first?"),
                new Block.Try("./thalweg check exercises/ShallowNarrow.java", "Write the class yourself."));
    return LessonSource.of(ShallowLesson.class)
        .map(text -> more.listing("The whole lesson, `ShallowLesson.java`", text))
        .orElse(more);
  }

  private Page network(Page page) {
    double[] w = scratch.trace().weights().getFirst().stream().mapToDouble(v -> v).toArray();
    var point = new LinkedHashMap<String, Double>();
    point.put("w1", w[0]);
    point.put("w2", w[1]);
    point.put("x", scratch.samples().x()[0]);
    point.put("y", scratch.samples().y()[0]);
    var graph = ExpressionGraph.of(Expression.parse("(y-w1*w2*x)^2"), point);
    return page.heading("The network and the graph of its loss")
        .paragraph(
            "One input, one neuron, one output, no bias and nothing bent: $\\hat{y} = x w_1 w_2$. Its loss for a point is $(y - w_1 w_2 x)^{2}$. By the chain rule, $\\partial L / \\partial w_1 = -2 w_2 x (y - w_1 w_2 x)$ and $\\partial L / \\partial w_2 = -2 w_1 x (y - w_1 w_2 x)$: the gradient of each weight has the other one as a factor.")
        .drawing(
            neurons(w),
            "The network: one neuron a layer, each line a weight; in the circles the values for the first point.")
        .drawing(
            Diagram.of(graph),
            "The loss of the first point at the first weights: values forward, and in blue local derivatives and the derivative of the loss for each node.");
  }

  /// `x → h → ŷ`, with a weight on each line.
  private Network neurons(double[] w) {
    Tensor sample = Tensors.full(DType.FLOAT64, scratch.samples().x()[0], 1);
    return Network.of(new Sequential(neuron(w[0]), neuron(w[1])), sample);
  }

  private static Linear neuron(double weight) {
    var options = Linear.bias(false).dtype(DType.FLOAT64).generator(new TorchGenerator(0));
    var neuron = new Linear(1, 1, options);
    neuron.weight().setData(Tensors.full(DType.FLOAT64, weight, 1, 1));
    return neuron;
  }

  private Figure training() {
    return TrainingFigures.threePanels(
        scratch.samples().x(), scratch.samples().y(), scratch.xEval(), scratch.yEval(), scratch.trace());
  }

  private Figure field() {
    return FieldFigures.landscapeField(
        new Field(landscape.contours(), landscape.slope(0), landscape.slope(1)),
        w1 -> 1 / w1,
        landscape.trajectories());
  }

  private Page training(Page page, String section) {
    Trace trace = scratch.trace();
    String rate = shortest(trace.steps().getFirst().learningRate());
    return page.heading("Trained from scratch")
        .paragraph(
            "No tensor and no autograd: two numbers, plain arrays, and the two derivatives above, averaged over the points. It starts at "
                + start(trace)
                + " and makes "
                + trace.epochs()
                + " steps.")
        .terminal(BY_HAND.formatted(trace.epochs(), rate, rate), "The training by hand.")
        .figure(
            training(),
            "The trained line, its loss, and its weights from the start on. Where the start has weights of different sign, one of them has to change it: that is the shoulder in the loss.")
        .terminal(section, "What it prints.")
        .paragraph(
            "Autograd, given the same loss, finds the same gradients but for rounding; so the derivatives by hand are right.");
  }

  private Page landscape(Page page) {
    return page.heading("The landscape of the loss")
        .paragraph(
            "For the points of $y = x$ every pair of weights with $w_1 w_2 = 1$ is a solution: a valley with two branches, drawn as a ribbon. Three trainings of "
                + ShallowLandscape.EPOCHS
                + " epochs start at the blue points and end at the red crosses.")
        .figure(
            field(),
            "The logarithm of the loss, red where it is high; the arrows are the steps descent takes, yellow where they are long; the ribbon holds all solutions.");
  }

  private Page saddle(Page page, String section) {
    List<Double> eigenvalues = landscape.eigenvalues();
    return page.heading("Beware of the saddle")
        .paragraph(
            "At [0, 0] both derivatives are zero, since each has the other weight as a factor. Nothing moves there, although the loss is far from its least. The Hessian says what kind of place it is: its eigenvalues are "
                + "%s and %s, one of either sign. Along $w_1 = w_2$ it goes down to both sides, along $w_1 = -w_2$ up."
                    .formatted(fixed(eigenvalues.get(0), 4), fixed(eigenvalues.get(1), 4)))
        .paragraph(
            "So a start with $w_1 = -w_2$ exactly, such as [0.5, -0.5], walks straight into the saddle and all but stops. A little beside it, at [0.55, -0.45], the walk slows down there, bends off and escapes.")
        .terminal(section, "Where the trainings end.");
  }

  private static String start(Trace trace) {
    List<Double> start = trace.weights().getFirst();
    return ShallowLandscape.name(new double[] {start.get(0), start.get(1)});
  }
}
