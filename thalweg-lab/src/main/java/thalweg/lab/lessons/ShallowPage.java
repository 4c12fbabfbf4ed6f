package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.shortest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.Figure;
import thalweg.figures.graph.Diagram;
import thalweg.figures.graph.Network;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.figures.training.Field;
import thalweg.figures.training.FieldFigures;
import thalweg.figures.training.TrainingFigures;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Pictures;
import thalweg.lab.lesson.Training;
import thalweg.lab.lesson.Transcript;
import thalweg.lab.lessons.ShallowLesson.FromScratch;
import thalweg.lab.text.Wording;
import thalweg.nn.Linear;
import thalweg.nn.Sequential;
import thalweg.random.TorchGenerator;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
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

  /// So many times as fast as at the change of sign the loss must fall later for a shoulder to be seen in it.
  private static final double SHOULDER = 2;

  static final Pictures<ShallowPage> FIGURES =
      Pictures.<ShallowPage>of()
          .with("training", ShallowPage::training)
          .with("own", ShallowPage::own)
          .with("landscape", ShallowPage::field)
          .each("chosen", page -> ShallowChosen.figures(page.chosen, page.scratch.trace()));

  Page of(Lesson lesson, Language language) {
    Page page =
        Page.titled(lesson.title().in(language)).lead(lesson.summary().in(language)).home("index.html");
    page = network(page, language);
    page = trained(page, language);
    page = landscapes(page, language);
    Page main = saddle(page, language);
    Page more =
        chosen.map(training -> ShallowChosen.section(main, training, scratch.trace(), language)).orElse(main);
    return Closing.of(
        more,
        lesson,
        language,
        List.of(
            "./thalweg run shallow --set alpha=0.05",
            "./thalweg run shallow --set start=0.5,-0.5",
            "./thalweg run shallow --set start=0,0",
            "./thalweg compare shallow optimizer=by-hand,momentum,adam",
            "./thalweg check exercises/ShallowNarrow.java"),
        5);
  }

  private Page network(Page page, Language language) {
    double[] w = scratch.trace().weights().getFirst().stream().mapToDouble(v -> v).toArray();
    var point = new LinkedHashMap<String, Double>();
    point.put("w1", w[0]);
    point.put("w2", w[1]);
    point.put("x", scratch.samples().x()[0]);
    point.put("y", scratch.samples().y()[0]);
    var graph = ExpressionGraph.of(Expression.parse("(y-w1*w2*x)^2"), point).named("loss");
    return page.heading(text("shallow.network.heading").in(language))
        .paragraph(text("shallow.network").in(language))
        .drawing(neurons(w, language), text("shallow.network.caption").in(language))
        .paragraph(text("shallow.network.gradient").in(language))
        .drawing(Diagram.of(graph), text("shallow.graph.caption").in(language));
  }

  /// `x → h → ŷ`, with a weight on each line.
  private Network neurons(double[] w, Language language) {
    Tensor sample = Tensors.full(DType.FLOAT64, scratch.samples().x()[0], 1);
    var words = Stream.of("input", "hidden", "output", "key").map(word -> text("common.network." + word)).toList();
    return Network.of(new Sequential(neuron(w[0]), neuron(w[1])), sample)
        .named("w₁", "w₂")
        .worded(Text.in(language, words));
  }

  private static Linear neuron(double weight) {
    var options = Linear.bias(false).dtype(DType.FLOAT64).generator(new TorchGenerator(0));
    var neuron = new Linear(1, 1, options);
    neuron.weight().setData(Tensors.full(DType.FLOAT64, weight, 1, 1));
    return neuron;
  }

  private Figure training(Language language) {
    return TrainingFigures.threePanels(
        scratch.samples().x(),
        scratch.samples().y(),
        scratch.xEval(),
        scratch.yEval(),
        scratch.trace(),
        Wording.of(language),
        ShallowChosen.WEIGHTS);
  }

  private Figure own(Language language) {
    double slope = scratch.samples().bestSlope();
    return FieldFigures.landscapeField(
        OwnLandscape.around(scratch.samples(), scratch.trace()).field(),
        w1 -> w1 == 0 ? Double.NaN : slope / w1,
        List.of(scratch.trace()),
        Wording.of(language),
        ShallowChosen.WEIGHTS);
  }

  private Figure field(Language language) {
    return FieldFigures.landscapeField(
        new Field(landscape.contours(), landscape.slope(0), landscape.slope(1)),
        w1 -> 1 / w1,
        landscape.trajectories(),
        Wording.of(language),
        ShallowChosen.WEIGHTS);
  }

  private Page trained(Page page, Language language) {
    Trace trace = scratch.trace();
    String rate = shortest(trace.steps().getFirst().learningRate());
    return page.heading(text("shallow.trained.heading").in(language))
        .paragraph(text("shallow.trained", "start", start(trace), "updates", trace.epochs()).in(language))
        .terminal(BY_HAND.formatted(trace.epochs(), rate, rate), text("shallow.code.caption").in(language))
        .figure(
            training(language),
            text("shallow.training.caption")
                .then(hasShoulder(trace) ? text("shallow.training.shoulder") : Text.none())
                .in(language))
        .terminal(printed.section(1, language), text("shallow.printed").in(language))
        .paragraph(text("shallow.autograd").in(language));
  }

  /// Whether a weight changes its sign on the way, and the loss falls slower then than later.
  private boolean hasShoulder(Trace trace) {
    List<List<Double>> rows = trace.weights();
    double slope = scratch.samples().bestSlope();
    int turn = 0;
    while (turn < trace.epochs() && rows.get(turn).get(0) * rows.get(turn).get(1) * slope <= 0) {
      turn++;
    }
    if (turn < 2 || turn > trace.epochs() - 2) {
      return false;
    }
    List<Double> losses = trace.losses();
    double before = losses.get(turn - 1) - losses.get(turn);
    double fastest = 0;
    for (int i = turn + 1; i < losses.size(); i++) {
      fastest = Math.max(fastest, losses.get(i - 1) - losses.get(i));
    }
    return fastest > SHOULDER * before;
  }

  private Page landscapes(Page page, Language language) {
    var slope = fixed(scratch.samples().bestSlope(), 4);
    return page.heading(text("shallow.landscape.heading").in(language))
        .paragraph(
            (ShallowLesson.hasBestSlope(scratch.samples())
                    ? text("shallow.landscape.own", "slope", slope)
                    : text("shallow.landscape.flat"))
                .in(language))
        .figure(
            own(language),
            text("shallow.landscape.own.caption", "verdict", scratch.training().verdict().line()).in(language))
        .paragraph(
            text("shallow.landscape.note", "runs", landscape.trajectories().size(), "epochs", ShallowLandscape.EPOCHS)
                .in(language))
        .figure(field(language), text("shallow.landscape.caption").in(language));
  }

  private Page saddle(Page page, Language language) {
    List<Double> eigenvalues = landscape.eigenvalues();
    return page.heading(text("shallow.saddle.heading").in(language))
        .paragraph(
            text("shallow.saddle", "least", fixed(eigenvalues.get(0), 4), "most", fixed(eigenvalues.get(1), 4))
                .in(language))
        .paragraph(text("shallow.saddle.straight").in(language))
        .terminal(printed.section(2, language), text("shallow.saddle.printed").in(language));
  }

  private static String start(Trace trace) {
    List<Double> start = trace.weights().getFirst();
    return ShallowLandscape.name(new double[] {start.get(0), start.get(1)});
  }
}
