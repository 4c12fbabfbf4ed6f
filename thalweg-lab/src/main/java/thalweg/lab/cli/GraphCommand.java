package thalweg.lab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import thalweg.figures.Showing;
import thalweg.figures.graph.Drawing;
import thalweg.figures.html.Page;
import thalweg.lab.files.OutputFile;
import thalweg.lab.graph.GraphView;
import thalweg.lab.lesson.BadInputException;

@Command(
    description =
        "Show a computational graph, of a formula, a lesson's loss or a network: forward values, every local derivative, gradients.",
    footer = {
      "",
      "Formulas have + - * / ^, parentheses, pi, e, and functions such as sin, exp, ln, tanh, sqrt.",
      "",
      "Examples:",
      "  thalweg graph \"tanh(ln(1+z*(2*x/sin(y))))\" --at x=1,y=0.8,z=1.5",
      "  thalweg graph \"sin(x^2+y^2)\" --at x=1,y=pi/4 --out graph.html --open",
      "  thalweg graph --lesson line --set n=10           X matmul w, and what follows, with shapes",
      "  thalweg graph --network 2-8-1:tanh --out net.svg  a network as circles and weights",
      "  thalweg graph \"x*sin(y)\" --at x=1,y=2 --dot | dot -Tpdf > graph.pdf"
    })
final class GraphCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private GraphSource source;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Draw it: a page (.html), a picture (.svg) or Graphviz (.dot).")
  private Path file;

  @Option(names = "--dot", description = "Print the drawing as Graphviz text, and nothing else.")
  private boolean dot;

  @Option(names = "--open", description = "Open the drawing in a browser.")
  private boolean open;

  @Override
  public void run() {
    if (open && file == null) {
      throw new BadInputException("--open shows the file that --out names");
    }
    if (dot && file != null) {
      throw new BadInputException("--dot prints the drawing; to have it in a file, name one: --out graph.dot");
    }
    GraphView view = source.view();
    if (dot) {
      out().print(drawing("--dot", view::drawing).dot());
      out().flush();
      return;
    }
    Supplier<String> drawing = file == null ? () -> "" : drawing(view);
    if (file != null) {
      OutputFile.prepare(file);
    }
    out().println(view.text());
    if (file != null) {
      OutputFile.write(file, drawing.get());
      out().println("\nDrawing: " + file);
    }
    out().flush();
    if (open) {
      Showing.open(file, out()::println);
    }
  }

  /// What is to be written; what cannot be drawn is found before anything is printed.
  private Supplier<String> drawing(GraphView view) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".html")) {
      Page page = drawing("--out", view::page);
      return page::html;
    }
    if (name.endsWith(".svg")) {
      Drawing drawing = drawing("--out", view::drawing);
      return drawing::svg;
    }
    if (name.endsWith(".dot")) {
      Drawing drawing = drawing("--out", view::drawing);
      return drawing::dot;
    }
    throw new BadInputException("--out: %s must end in .html, .svg or .dot".formatted(file));
  }

  private static <T> T drawing(String option, Supplier<T> drawn) {
    try {
      return drawn.get();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(option + ": " + e.getMessage());
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
