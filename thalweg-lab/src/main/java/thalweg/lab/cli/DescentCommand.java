package thalweg.lab.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.expr.Expression;
import thalweg.lab.files.FigureFiles;
import thalweg.lab.graph.DescentFigures;
import thalweg.lab.graph.DescentText;
import thalweg.lab.lesson.BadInputException;
import thalweg.optim.Descent;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.trace.Trace;

@Command(
    description = "Walk down any function by gradient descent: w <- w - eta * gradient.",
    footer = {
      "",
      "Examples:",
      "  thalweg descent \"(x-3)^2+2*y^2\" --start x=0,y=1 --eta 0.1 --steps 50",
      "  thalweg descent \"sin(x^2+y^2)\" --start x=1,y=1 --eta 0.05",
      "  thalweg descent \"sin(x^2+y^2)\" --start x=1,y=1 --figures . --only path --format png"
    })
final class DescentCommand implements Runnable {
  private static final int MOST_STEPS = 100_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FORMULA", description = "For instance \"x^2+y^2\".")
  private String source;

  @Option(names = "--start", paramLabel = "X=1,Y=2", description = "Where to start.")
  private List<String> start = List.of();

  @Option(
      names = "--eta",
      paramLabel = "NUMBER",
      description = "The step size; default: ${DEFAULT-VALUE}.")
  private double eta = 0.1;

  @Option(
      names = "--steps",
      paramLabel = "COUNT",
      description = "How many steps; default: ${DEFAULT-VALUE}.")
  private int steps = 50;

  @Mixin private FigureOptions figures;

  @Override
  public void run() {
    FormulaInput input = FormulaInput.parse(source, "--start", start);
    if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new BadInputException("--eta: %s is out of range; it must be greater than 0".formatted(eta));
    }
    if (steps < 0 || steps > MOST_STEPS) {
      throw new BadInputException(
          "--steps: %d is out of range; it must be from 0 to %d".formatted(steps, MOST_STEPS));
    }
    Optional<FigureFiles> files = figures.files(DescentFigures.FIGURES.names());
    Expression formula = input.formula();
    List<String> names = List.copyOf(input.point().keySet());
    double[] from = input.point().values().stream().mapToDouble(Double::doubleValue).toArray();
    Tensor w0 = Tensors.tensor(DType.FLOAT64, from);
    Trace trace = Descent.descend(w -> at(formula, names, w), w0, eta, steps);
    double[] end = trace.result().stream().mapToDouble(Double::doubleValue).toArray();
    ToDoubleFunction<double[]> value = point -> at(formula, names, Tensors.tensor(DType.FLOAT64, point)).item();
    double last = value.applyAsDouble(end);
    var text = new DescentText(names, trace, last);
    PrintWriter out = spec.commandLine().getOut();
    out.println("f = " + formula.pretty() + ", η = " + eta + "\n");
    out.println(text.table());
    out.println("\n" + text.verdict());
    files.ifPresent(own -> own
        .write(DescentFigures.FIGURES.of(new DescentFigures(names, trace, value)), FrameProgress::new)
        .forEach(file -> out.println("Figure: " + file)));
    out.flush();
  }

  private static Tensor at(Expression formula, List<String> names, Tensor w) {
    Map<String, Tensor> variables = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      variables.put(names.get(i), w.select(0, i));
    }
    return formula.evaluate(variables);
  }
}
