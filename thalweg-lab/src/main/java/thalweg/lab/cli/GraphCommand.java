package thalweg.lab.cli;

import static thalweg.lab.text.Messages.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.Saving;
import thalweg.figures.Showing;
import thalweg.figures.draw.PdfRenderer;
import thalweg.figures.draw.PngRenderer;
import thalweg.figures.html.Translations;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.lab.files.OutputFile;
import thalweg.lab.graph.GraphView;
import thalweg.lab.lesson.BadInputException;

final class GraphCommand implements Command {
  private static final Option<Optional<Path>> OUT =
      Option.of("--out", "FILE", Type.PATH, "Draw it: a page (.html), a picture (.svg, .png, .pdf) or Graphviz (.dot).");
  private static final Option<Boolean> DOT =
      Option.flag("--dot", "Print the drawing as Graphviz text, and nothing else.");
  private static final Option<Boolean> OPEN = Option.flag("--open", "Open the drawing in a browser.");

  @Override
  public String summary() {
    return "Show the computational graph of a formula, a lesson's loss or a network:"
        + " forward values, every local derivative, gradients.";
  }

  @Override
  public List<Operand<?>> operands() {
    return List.of(GraphSource.FORMULA);
  }

  @Override
  public List<Option<?>> options() {
    return Option.join(GraphSource.ALL, List.of(OUT, DOT, OPEN));
  }

  @Override
  public String notes() {
    return "Formulas may use + - * / ^, parentheses, pi, e, and functions such as sin, exp, ln, tanh, sqrt.";
  }

  @Override
  public String examples() {
    return """
        thalweg graph "tanh(ln(1+z*(2*x/sin(y))))" --at x=1,y=0.8,z=1.5
        thalweg graph "sin(x^2+y^2)" --at x=1,y=pi/4 --out graph.html --open
        thalweg graph --lesson line --set n=10            X matmul w, and what follows, with shapes
        thalweg graph --network 2-8-1:tanh --out net.svg  a network as circles and weights
        thalweg graph "x*sin(y)" --at x=1,y=2 --dot | dot -Tpdf > graph.pdf
        """;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    Optional<Path> file = arguments.get(OUT);
    boolean open = arguments.get(OPEN);
    boolean dot = arguments.get(DOT);
    if (open && file.isEmpty()) {
      throw new BadInputException("--open needs a file to show; name one with --out, for instance --out graph.html");
    }
    if (dot && file.isPresent()) {
      throw new BadInputException("--dot prints the drawing; to write it to a file, drop --dot and give --out graph.dot");
    }
    GraphView view = new GraphSource(arguments).view();
    if (dot) {
      terminal.out().print(drawing("--dot", () -> view.drawing(terminal.language())).dot());
      terminal.out().flush();
      return 0;
    }
    Optional<Saving.Content> drawing = file.map(own -> drawing(own, view, terminal.language()));
    file.ifPresent(OutputFile::prepare);
    terminal.print(view.printed(terminal.language()));
    file.ifPresent(own -> {
      OutputFile.write(own, drawing.get());
      terminal.print(Text.of("\n").then(text("common.written.drawing", "file", own)));
      if (open) {
        Showing.open(own, terminal::print);
      }
    });
    return 0;
  }

  /// What is to be written; what cannot be drawn is found before anything is printed.
  private static Saving.Content drawing(Path file, GraphView view, Language language) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> utf8(drawing("--out", () -> Translations.of(language, view::page))::html);
      case "svg" -> utf8(drawing("--out", () -> view.drawing(language))::svg);
      case "dot" -> utf8(drawing("--out", () -> view.drawing(language))::dot);
      case "png" -> picture(view, language, (figure, to) -> new PngRenderer().render(figure, Output.DEFAULT, to));
      case "pdf" -> picture(view, language, (figure, to) -> new PdfRenderer().render(figure, Output.DEFAULT, to));
      default -> throw new BadInputException(
          "--out: %s must end in .html, .svg, .png, .pdf or .dot".formatted(file));
    };
  }

  private static Saving.Content utf8(Supplier<String> text) {
    return to -> to.write(text.get().getBytes(StandardCharsets.UTF_8));
  }

  private interface Picture {
    void write(Figure figure, OutputStream to) throws IOException;
  }

  private static Saving.Content picture(GraphView view, Language language, Picture picture) {
    Figure figure = drawing("--out", () -> view.drawing(language)).figure();
    return to -> picture.write(figure, to);
  }

  private static <T> T drawing(String option, Supplier<T> drawn) {
    try {
      return drawn.get();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(option + ": " + e.getMessage());
    }
  }
}
