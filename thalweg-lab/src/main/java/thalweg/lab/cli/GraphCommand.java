package thalweg.lab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.graph.Diagram;
import thalweg.lab.files.OutputFile;
import thalweg.lab.graph.GraphPage;
import thalweg.lab.graph.GraphText;
import thalweg.lab.lesson.BadInputException;

@Command(
    name = "graph",
    description = "Show a formula's computational graph: forward values, every local derivative, gradients.",
    footer = {
      "",
      "Formulas have + - * / ^, parentheses, pi, e, and functions such as sin, exp, ln, tanh, sqrt.",
      "",
      "Examples:",
      "  thalweg graph \"tanh(ln(1+z*(2*x/sin(y))))\" --at x=1,y=0.8,z=1.5",
      "  thalweg graph \"sin(x^2+y^2)\" --at x=1,y=pi/4 --out graph.html --open"
    })
final class GraphCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FORMULA", description = "For instance \"x*sin(y)\".")
  private String source;

  @Option(
      names = "--at",
      paramLabel = "X=1,Y=2",
      description = "The value of every variable.")
  private List<String> point = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Draw it: a page (.html), a picture (.svg) or Graphviz (.dot).")
  private Path file;

  @Option(names = "--open", description = "Open the drawing in a browser.")
  private boolean open;

  @Override
  public void run() {
    FormulaInput input = FormulaInput.parse(source, "--at", point);
    if (open && file == null) {
      throw new BadInputException("--open shows the file that --out names");
    }
    ExpressionGraph graph = ExpressionGraph.of(input.formula(), input.point());
    Supplier<String> drawing = file == null ? () -> "" : drawing(graph);
    if (file != null) {
      OutputFile.prepare(file);
    }
    print(graph);
    if (file != null) {
      OutputFile.write(file, drawing.get());
      out().println("\nDrawing: " + file);
    }
    out().flush();
    if (open) {
      Browser.open(file, out()::println);
    }
  }

  private void print(ExpressionGraph graph) {
    var text = new GraphText(graph);
    out().println(text.heading() + "\n");
    out().println(text.table());
    graph.inputs().stream()
        .map(input -> text.chain(input.label()))
        .forEach(chain -> chain.ifPresent(lines -> out().println("\n" + lines)));
    text.warnings().forEach(warning -> out().println("\nNote: " + warning + "."));
  }

  private Supplier<String> drawing(ExpressionGraph graph) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    int vertices = graph.inputs().size() + graph.operations().size();
    if (vertices > Diagram.MOST_BOXES) {
      throw new BadInputException(
          "--out: the graph has %d nodes, more than the %d that a drawing can hold"
              .formatted(vertices, Diagram.MOST_BOXES));
    }
    if (name.endsWith(".html")) {
      return () -> new GraphPage(graph).page().html();
    }
    if (name.endsWith(".svg")) {
      return () -> Diagram.of(graph).svg();
    }
    if (name.endsWith(".dot")) {
      return () -> Diagram.of(graph).dot();
    }
    throw new BadInputException("--out: %s must end in .html, .svg or .dot".formatted(file));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
