package thalweg.lab.lessons;

import static thalweg.tensor.Numbers.fixed;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.Tensors.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import thalweg.autograd.Autograd;
import thalweg.autograd.Graph;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.training.Landscape;
import thalweg.lab.graph.GraphText;
import thalweg.lab.graph.TextTable;
import thalweg.figures.text.Text;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;
import thalweg.optim.Descent;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// Where the gradient points, why one walks against it, and how a computational graph finds it.
public final class DescentLesson implements Lesson {
  static final Expression FIELD = Expression.parse("sin(x^2+y^2)");
  static final String CHAIN = "tanh(ln(1+z*(2*x/sin(y))))";

  /// How far one goes to see which way is steepest.
  private static final double SHORT_WAY = 0.01;

  private static final String PSEUDO_CODE =
      """
      Inputs: initial guess w(0), step size η > 0, number of steps T
      for t = 0, 1, …, T − 1 do
        w(t+1) = w(t) − η ∇f(w(t))
      end
      return w(T)""";

  @Override
  public String name() {
    return "descent";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.reals("point", "0.6,0.8", 2, Range.between(-3, 3), Text.of("where the field is looked at: x, y")),
        Parameter.real("eta", "0.05", Range.POSITIVE, Text.of("step size on the field")),
        Parameter.real("alpha", "0.001", Range.POSITIVE, Text.of("step size on the loss of the line")),
        Parameter.integer("steps", "30", 1, 10_000, Text.of("steps of both walks")),
        Parameter.seed("seed", "43052", Text.of("seed of the line's points (PyTorch's stream)")),
        Parameter.reals("start", "-5,10", 2, Range.ANY, Text.of("weights of the line to start from")),
        Parameter.reals("at", "1,0.8,1.5", 3, Range.ANY, Text.of("where the graph is run: x, y, z")));
  }

  /// What the lesson finds, for its page.
  ///
  /// @param compass a short step each way, and what it changes
  /// @param walk    down the field
  /// @param grid    the loss of the line wherever the grid search looks
  /// @param best    the grid's best: w0, w1, loss
  /// @param descent down the loss of the line
  /// @param loss    where that ends
  record Findings(
      TextTable compass,
      Trace walk,
      Landscape grid,
      double[] best,
      Trace descent,
      double loss,
      ExpressionGraph graph) {}

  @Override
  public LessonResult run(LessonContext context) {
    context.heading(Text.of("The gradient is the way of steepest ascent"));
    TextTable compass = compass(context);
    Trace walk = walk(context);

    context.heading(Text.of("The algorithm"));
    context.print(PSEUDO_CODE);

    context.heading(Text.of("Grid search or gradient descent"));
    LineData data = LineData.random(context.seed("seed"), 100, 0.5);
    Landscape grid = Landscape.over(axis(), axis(), data::sumOfSquares);
    double[] best = best(grid);
    Trace descent = descent(context, data);
    double loss = data.sumOfSquares(descent.result().get(0), descent.result().get(1));
    context.print(
        "grid search:      %s evaluations, best (%s, %s), loss %s"
            .formatted(
                "%,d".formatted(grid.w0().size() * grid.w1().size()),
                shortest(best[0]),
                shortest(best[1]),
                fixed(best[2], 3)));
    context.print(
        "gradient descent: %d steps, the last from loss %s, arrives at (%s, %s), loss %s"
            .formatted(
                descent.epochs(),
                fixed(descent.losses().getLast(), 3),
                fixed(descent.result().get(0), 4),
                fixed(descent.result().get(1), 4),
                fixed(loss, 3)));

    context.heading(Text.of("The computational graph"));
    ExpressionGraph graph = chain(context);
    var found = new Findings(compass, walk, grid, best, descent, loss, graph);
    var page = new DescentPage(found, PSEUDO_CODE);
    return LessonResult.of(
        List.of(walk, descent), () -> values(found), language -> page.of(this, language), DescentPage.FIGURES.of(page));
  }

  @Override
  public List<String> figures() {
    return DescentPage.FIGURES.names();
  }


  // ---- the field

  private static TextTable compass(LessonContext context) {
    double[] at = context.reals("point");
    double[] slope = fieldGradient(at[0], at[1]);
    context.print(
        "z = %s, ∂z/∂x = %s, ∂z/∂y = %s"
            .formatted(
                FIELD.pretty(), FIELD.derivative("x").pretty(), FIELD.derivative("y").pretty()));
    context.print(
        "at (%s, %s) the gradient is (%s, %s)\n"
            .formatted(
                shortest(at[0]), shortest(at[1]), fixed(slope[0], 4), fixed(slope[1], 4)));
    double uphill = Math.toDegrees(Math.atan2(slope[1], slope[0]));
    var table = new TextTable("a step of " + SHORT_WAY, "changes z by", "");
    for (int turn = 0; turn < 360; turn += 45) {
      double angle = Math.toRadians(uphill + turn);
      double x = at[0] + SHORT_WAY * Math.cos(angle);
      double y = at[1] + SHORT_WAY * Math.sin(angle);
      table.row(
          List.of(
              turn == 0 ? "along the gradient" : "turned by " + turn + "°",
              fixed(field(x, y) - field(at[0], at[1]), 6),
              turn == 0 ? "steepest ascent" : turn == 180 ? "steepest descent" : ""));
    }
    context.print(table.toString());
    return table;
  }

  private static Trace walk(LessonContext context) {
    Trace walk =
        Descent.descend(
            DescentLesson::field,
            tensor(DType.FLOAT64, context.reals("point")),
            context.real("eta"),
            context.integer("steps"));
    context.print(
        "\nagainst the gradient, η = %s: z goes from %s to %s in %d steps"
            .formatted(
                shortest(context.real("eta")),
                fixed(walk.losses().getFirst(), 4),
                fixed(field(walk.result().get(0), walk.result().get(1)), 4),
                walk.epochs()));
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
    var text = new GraphText(graph);
    context.print(text.heading() + "\n");
    context.print(text.table().toString());
    for (String input : point.keySet()) {
      text.chain(input).ifPresent(chain -> context.print("\n" + chain));
    }
    text.warnings().forEach(warning -> context.print("\nNote: " + warning + "."));
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
    values.put("grid_evaluations", found.grid().w0().size() * found.grid().w1().size());
    values.put("grid_best", List.of(found.best()[0], found.best()[1]));
    values.put("grid_loss", found.best()[2]);
    values.put("descent_loss", found.loss());
    return values;
  }

  /// `a=2x`, `d=z*c`, `e=ln(d+1)`.
  private static String ascii(String equation) {
    return equation.replace(" ", "").replace('·', '*').replace('−', '-');
  }
}
