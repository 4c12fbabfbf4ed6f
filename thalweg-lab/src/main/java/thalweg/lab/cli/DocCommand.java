package thalweg.lab.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.lab.doc.DocText;
import thalweg.lab.doc.Documentation;
import thalweg.lab.doc.Emphasis;

@Command(
    description = "Show what a class or operation is: signature, formula, shapes, defaults, source.",
    footer = {
      "",
      "Names are Java's or PyTorch's.",
      "",
      "Examples:",
      "  thalweg doc Linear",
      "  thalweg doc leaky_relu",
      "  thalweg doc Tensors.linspace --no-source",
      "  thalweg doc 'torch.nn.MSELoss??'"
    })
final class DocCommand implements Runnable {
  private static final int WIDTH = 100;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "A class, a method or an operation.")
  private String name;

  @Option(names = "--no-source", description = "Leave the source out.")
  private boolean noSource;

  @Override
  public void run() {
    boolean terminal = spec.commandLine().getColorScheme().ansi().enabled();
    var text = new DocText(WIDTH, !noSource, new Emphasis(terminal));
    PrintWriter out = spec.commandLine().getOut();
    out.println(text.of(name, Documentation.packed()));
    out.flush();
  }
}
