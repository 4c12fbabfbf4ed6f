package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.Tensors.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import thalweg.autograd.Autograd;
import thalweg.autograd.Graph;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.text.Text;
import thalweg.figures.training.Landscape;
import thalweg.lab.graph.DescentText;
import thalweg.lab.graph.GraphText;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;
import thalweg.lab.lesson.Training;
import thalweg.lab.verdict.Verdict;
import thalweg.optim.Descent;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// Where the gradient points, why one walks against it, and how a computational graph finds it.
public final class DescentLesson implements Lesson {
  static final Expression FIELD = Expression.parse("sin(x^2+y^2)");
  static final String CHAIN = "tanh(ln(1+z*(2*x/sin(y))))";

  @Override
  public String name() {
    return "descent";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.reals("point", "0.6,0.8", 2, Range.between(-3, 3), text("descent.parameter.point")),
        Parameter.real("eta", "0.05", Range.POSITIVE, text("descent.parameter.eta")),
        Parameter.real("alpha", "0.001", Range.POSITIVE, text("descent.parameter.alpha")),
        Parameter.integer("steps", "30", 1, 10_000, text("descent.parameter.steps")),
        Parameter.seed("seed", "43052", text("common.parameter.seed.torch")),
        Parameter.reals("start", "-5,10", 2, Range.ANY, text("common.parameter.start.line")),
        Parameter.reals("at", "1,0.8,1.5", 3, Range.ANY, text("descent.parameter.at")));
  }

  /// What the lesson finds, for its page.
  ///
  /// @param compass  a short step each way, and what it changes; none where the gradient is zero
  /// @param walk     down the field
  /// @param walked   what became of it
  /// @param grid     the loss of the line wherever the grid search looks
  /// @param best     the grid's best: w0, w1, loss
  /// @param descent  down the loss of the line
  record Findings(
      Optional<Compass> compass,
      Trace walk,
      Verdict walked,
      Landscape grid,
      double[] best,
      Training descent,
      ExpressionGraph graph) {
    int evaluations() {
      return grid.w0().size() * grid.w1().size();
    }
  }

  @Override
  public LessonResult run(LessonContext context) {
    context.heading(text("descent.heading.gradient"));
    Optional<Compass> compass = compass(context);
    Trace walk = walk(context);
    double end = field(walk.result().get(0), walk.result().get(1));
    Verdict walked = new DescentText(List.of("x", "y"), walk, end).verdict(DescentLesson::field);
    context.print("", walked.line());

    context.heading(text("descent.heading.algorithm"));
    context.print(text("descent.pseudoCode"));

    context.heading(text("descent.heading.grid"));
    LineData data = LineData.random(context.seed("seed"), 100, 0.5);
    Landscape grid = Landscape.over(axis(), axis(), data::sumOfSquares);
    double[] best = best(grid);
    Training descent = data.judged(descent(context, data), 1, OptionalDouble.of(context.real("alpha")));
    context.print(
        text(
            "descent.print.grid",
            "evaluations", "%,d".formatted(grid.w0().size() * grid.w1().size()),
            "w0", shortest(best[0]),
            "w1", shortest(best[1]),
            "loss", fixed(best[2], 3)));
    context.print(
        text(
            "descent.print.descent",
            "steps", descent.course().updates(),
            "before", fixed(descent.trace().losses().getLast(), 3),
            "w0", fixed(descent.course().result().get(0), 4),
            "w1", fixed(descent.course().result().get(1), 4),
            "loss", fixed(descent.course().last(), 3)));
    context.print("", descent.verdict().line());

    context.heading(text("descent.heading.graph"));
    ExpressionGraph graph = chain(context);
    var found = new Findings(compass, walk, walked, grid, best, descent, graph);
    var page = new DescentPage(found);
    return LessonResult.of(
        List.of(walk, descent.trace()),
        () -> values(found),
        language -> page.of(this, language),
        DescentPage.FIGURES.of(page));
  }

  @Override
  public Training train(LessonContext context) {
    LineData data = LineData.random(context.seed("seed"), 100, 0.5);
    return data.judged(descent(context, data), 1, OptionalDouble.of(context.real("alpha")));
  }

  @Override
  public List<String> figures() {
    return DescentPage.FIGURES.names();
  }

  // ---- the field

  private static Optional<Compass> compass(LessonContext context) {
    double[] at = context.reals("point");
    double[] slope = fieldGradient(at[0], at[1]);
    context.print(
        "z = %s, ∂z/∂x = %s, ∂z/∂y = %s"
            .formatted(
                FIELD.pretty(), FIELD.derivative("x").pretty(), FIELD.derivative("y").pretty()));
    context.print(
        text(
            "descent.print.gradient",
            "x", shortest(at[0]),
            "y", shortest(at[1]),
            "dx", fixed(slope[0], 4),
            "dy", fixed(slope[1], 4)));
    Optional<Compass> compass = Compass.at(at, slope);
    compass.ifPresentOrElse(
        found -> context.print(language -> "\n" + found.table(language)),
        () -> context.print(text("descent.print.level")));
    return compass;
  }

  private static Trace walk(LessonContext context) {
    Trace walk =
        Descent.descend(
            DescentLesson::field,
            tensor(DType.FLOAT64, context.reals("point")),
            context.real("eta"),
            context.integer("steps"));
    context.print(
        Text.of("\n")
            .then(
                text(
                    "descent.print.walk",
                    "eta", shortest(context.real("eta")),
                    "from", fixed(walk.losses().getFirst(), 4),
                    "to", fixed(field(walk.result().get(0), walk.result().get(1)), 4),
                    "steps", walk.epochs())));
    return walk;
  }

  private static Tensor field(Tensor w) {
    return FIELD.evaluate(Map.of("x", w.select(0, 0), "y", w.select(0, 1)));
  }

  static double field(double x, double y) {
    return field(tensor(DType.FLOAT64, x, y)).item();
  }

  static double[] fieldGradient(double x, double y) {
    Tensor at = tensor(DType.FLOAT64, x, y).requiresGrad_(true);
    return Autograd.grad(field(at), List.of(at)).getFirst().toDoubleArray();
  }

  // ---- the line's loss

  /// Note 1's grid: 34 numbers from -6 to 10.5.
  private static double[] axis() {
    double[] axis = new double[34];
    for (int i = 0; i < axis.length; i++) {
      axis[i] = -6 + 0.5 * i;
    }
    return axis;
  }

  private static double[] best(Landscape grid) {
    double[] best = {0, 0, Double.POSITIVE_INFINITY};
    for (int i = 0; i < grid.w0().size(); i++) {
      for (int j = 0; j < grid.w1().size(); j++) {
        double loss = grid.loss().get(i).get(j);
        if (loss < best[2]) {
          best = new double[] {grid.w0().get(i), grid.w1().get(j), loss};
        }
      }
    }
    return best;
  }

  private static Trace descent(LessonContext context, LineData data) {
    return Descent.descend(
        w -> data.targets().sub(data.inputs().matmul(w.reshape(2, 1))).pow(2).sum(),
        tensor(context.reals("start")),
        context.real("alpha"),
        context.integer("steps"));
  }

  // ---- the graph

  private static SequencedMap<String, Double> point(LessonContext context) {
    double[] at = context.reals("at");
    var point = new LinkedHashMap<String, Double>();
    point.put("x", at[0]);
    point.put("y", at[1]);
    point.put("z", at[2]);
    return point;
  }

  private static ExpressionGraph chain(LessonContext context) {
    var point = point(context);
    ExpressionGraph graph = ExpressionGraph.of(Expression.parse(CHAIN), point);
    var written = new GraphText(graph);
    context.print(written.heading().then("\n"));
    context.print(language -> written.table(language).toString());
    for (String input : point.keySet()) {
      written.chain(input).ifPresent(chain -> context.print("\n" + chain));
    }
    written.warnings().forEach(warning -> context.print(Text.of("\n").then(text("graph.note", "warning", warning))));
    return graph;
  }

  @Override
  public Optional<Graph> graph(LessonContext context) {
    return Optional.of(FirstLoss.recorded(Expression.parse(CHAIN), point(context)));
  }

  private static Map<String, Object> values(Findings found) {
    var values = new LinkedHashMap<String, Object>();
    ExpressionGraph graph = found.graph();
    var inputs = new LinkedHashMap<String, Object>();
    var forward = new LinkedHashMap<String, Object>();
    var local = new LinkedHashMap<String, Object>();
    var gradient = new LinkedHashMap<String, Object>();
    for (var input : graph.inputs()) {
      inputs.put(input.label(), input.value());
      gradient.put(input.label(), input.gradient());
    }
    for (var operation : graph.operations()) {
      forward.put(ascii(operation.equation()), operation.value());
      operation.locals().forEach(l -> local.put("d" + l.of() + "/d" + l.by(), l.value()));
    }
    values.put("expr", CHAIN);
    values.put("inputs", inputs);
    values.put("forward", forward);
    values.put("local", local);
    values.put("gradient", gradient);
    values.put("grid_evaluations", found.evaluations());
    values.put("grid_best", List.of(found.best()[0], found.best()[1]));
    values.put("grid_loss", found.best()[2]);
    values.put("descent_loss", found.descent().course().last());
    return values;
  }

  /// `a=2x`, `d=z*c`, `e=ln(d+1)`.
  private static String ascii(String equation) {
    return equation.replace(" ", "").replace('·', '*').replace('−', '-');
  }
}
