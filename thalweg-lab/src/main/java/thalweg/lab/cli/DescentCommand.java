package thalweg.lab.cli;

import static thalweg.lab.text.Messages.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import thalweg.expr.Expression;
import thalweg.figures.Showing;
import thalweg.figures.html.Translations;
import thalweg.lab.files.FigureFiles;
import thalweg.lab.files.OutputFile;
import thalweg.lab.graph.DescentFigures;
import thalweg.lab.graph.DescentPage;
import thalweg.lab.graph.DescentText;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Width;
import thalweg.lab.verdict.Verdict;
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
  private static final Option<Double> ETA = Option.of("--eta", "NUMBER", Type.NUMBER, 0.1, "The learning rate");
  private static final Option<Integer> STEPS = Option.of("--steps", "COUNT", Type.INTEGER, 50, "The number of steps");

  private static final Option<Optional<Path>> OUT =
      Option.of("--out", "FILE", Type.PATH, "Write a page (.html): the walk, its values, the graph.");
  private static final Option<Boolean> OPEN = Option.flag("--open", "Open the page in a browser.");

  /// What a step and a variable of it take in memory, in bytes: two boxed numbers in two lists.
  private static final long STEP_BYTES = 250;

  private static final long VARIABLE_BYTES = 60;

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
    return Option.join(List.of(START, ETA, STEPS, OUT, OPEN), FigureOptions.ALL);
  }

  @Override
  public String examples() {
    return """
        thalweg descent "(x-3)^2+2*y^2" --start x=0,y=1 --eta 0.1 --steps 50
        thalweg descent "sin(x^2+y^2)" --start x=1,y=1 --eta 0.05
        thalweg descent "sin(x²+y²)" --start x=1,y=1 --out walk.html --open
        thalweg descent "sin(x^2+y^2)" --start x=1,y=1 --figures . --only path,graph --format png
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
    Optional<Path> out = arguments.get(OUT);
    if (arguments.get(OPEN) && out.isEmpty()) {
      throw new BadInputException("--open needs a page to show; name one with --out, for instance --out walk.html");
    }
    out.ifPresent(DescentCommand::checkPage);
    checkMemory(steps, input.point().size());
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
    Verdict verdict = text.verdict(w -> at(formula, names, w));
    terminal.print("\n" + Width.hanging("", verdict.line().in(terminal.language())));
    var figures = new DescentFigures(names, trace, value, formula);
    files.ifPresent(own -> own
        .write(DescentFigures.FIGURES.of(figures), terminal.language(), FrameProgress::new)
        .forEach(file -> terminal.print(text("common.written.figure", "file", file))));
    out.ifPresent(file -> {
      var page = new DescentPage(figures, text, verdict);
      var theme = new FigureOptions(arguments).theme();
      OutputFile.write(
          file, Translations.of(terminal.language(), language -> page.in(language).theme(theme)).html());
      terminal.print(text("common.written.page", "file", file));
      if (arguments.get(OPEN)) {
        Showing.open(file, terminal::print);
      }
    });
    return 0;
  }

  private static void checkPage(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
      throw new BadInputException("--out: %s must end in .html".formatted(file));
    }
    OutputFile.prepare(file);
  }

  /// A walk is remembered whole, which may be more than there is memory for.
  private static void checkMemory(int steps, int variables) {
    long needed = steps * (STEP_BYTES + VARIABLE_BYTES * variables);
    long most = Runtime.getRuntime().maxMemory() / 2;
    if (needed > most) {
      throw new BadInputException(
          "--steps: %,d steps of %d variables need about %,d MB, more than half of the %,d MB available; take fewer steps, or allow more memory with THALWEG_OPTS=-Xmx…"
              .formatted(steps, variables, needed >> 20, most >> 19));
    }
  }

  private static Tensor at(Expression formula, List<String> names, Tensor w) {
    Map<String, Tensor> variables = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      variables.put(names.get(i), w.select(0, i));
    }
    return formula.evaluate(variables);
  }
}
