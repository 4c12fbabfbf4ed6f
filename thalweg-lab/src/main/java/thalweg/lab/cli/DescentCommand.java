package thalweg.lab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import thalweg.expr.Expression;
import thalweg.lab.files.FigureFiles;
import thalweg.lab.graph.DescentFigures;
import thalweg.lab.graph.DescentText;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Width;
import thalweg.optim.Descent;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.trace.Trace;

final class DescentCommand implements Command {
  private static final int MOST_STEPS = 100_000;

  private static final Operand<String> FORMULA =
      Operand.required("FORMULA", "For instance \"x^2+y^2\".").withMinus();
  private static final Option<List<String>> START = FormulaInput.point("--start", "Where to start.");
  private static final Option<Double> ETA = Option.of("--eta", "NUMBER", Type.NUMBER, 0.1, "The step size");
  private static final Option<Integer> STEPS = Option.of("--steps", "COUNT", Type.INTEGER, 50, "How many steps");

  @Override
  public String summary() {
    return "Walk down any function by gradient descent: w <- w - eta * gradient.";
  }

  @Override
  public List<Operand<?>> operands() {
    return List.of(FORMULA);
  }

  @Override
  public List<Option<?>> options() {
    return Option.join(List.of(START, ETA, STEPS), FigureOptions.ALL);
  }

  @Override
  public String examples() {
    return """
        thalweg descent "(x-3)^2+2*y^2" --start x=0,y=1 --eta 0.1 --steps 50
        thalweg descent "sin(x^2+y^2)" --start x=1,y=1 --eta 0.05
        thalweg descent "sin(x^2+y^2)" --start x=1,y=1 --figures . --only path --format png
        """;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    FormulaInput input = FormulaInput.parse(arguments.get(FORMULA), START, arguments);
    double eta = arguments.get(ETA);
    int steps = arguments.get(STEPS);
    if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new BadInputException("--eta: %s is out of range; it must be greater than 0".formatted(eta));
    }
    if (steps < 0 || steps > MOST_STEPS) {
      throw new BadInputException(
          "--steps: %d is out of range; it must be from 0 to %d".formatted(steps, MOST_STEPS));
    }
    Optional<FigureFiles> files = new FigureOptions(arguments).files(DescentFigures.FIGURES.names());
    Expression formula = input.formula();
    List<String> names = List.copyOf(input.point().keySet());
    double[] from = input.point().values().stream().mapToDouble(Double::doubleValue).toArray();
    Tensor w0 = Tensors.tensor(DType.FLOAT64, from);
    Trace trace = Descent.descend(w -> at(formula, names, w), w0, eta, steps);
    double[] end = trace.result().stream().mapToDouble(Double::doubleValue).toArray();
    ToDoubleFunction<double[]> value = point -> at(formula, names, Tensors.tensor(DType.FLOAT64, point)).item();
    double last = value.applyAsDouble(end);
    var text = new DescentText(names, trace, last);
    terminal.print("f = " + formula.pretty() + ", η = " + eta + "\n");
    terminal.print(text.table(terminal.language()).toString());
    terminal.print("\n" + Width.hanging("", text.verdict(w -> at(formula, names, w)).line().in(terminal.language())));
    files.ifPresent(own -> own
        .write(DescentFigures.FIGURES.of(new DescentFigures(names, trace, value)), terminal.language(), FrameProgress::new)
        .forEach(file -> terminal.print("Figure: " + file)));
    return 0;
  }

  private static Tensor at(Expression formula, List<String> names, Tensor w) {
    Map<String, Tensor> variables = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      variables.put(names.get(i), w.select(0, i));
    }
    return formula.evaluate(variables);
  }
}
