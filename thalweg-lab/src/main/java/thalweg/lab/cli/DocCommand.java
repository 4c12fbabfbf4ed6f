package thalweg.lab.cli;

import java.util.List;
import thalweg.lab.doc.DocText;
import thalweg.lab.doc.Documentation;

final class DocCommand implements Command {
  private static final int WIDTH = 100;
  private static final Operand<String> NAME = Operand.required("NAME", "A class, a method or an operation.");
  private static final Option<Boolean> NO_SOURCE = Option.flag("--no-source", "Leave the source out.");

  @Override
  public String summary() {
    return "Show what a class or operation is: signature, formula, shapes, defaults, source.";
  }

  @Override
  public List<Operand<?>> operands() {
    return List.of(NAME);
  }

  @Override
  public List<Option<?>> options() {
    return List.of(NO_SOURCE);
  }

  @Override
  public String notes() {
    return "Names may be Java's or PyTorch's.";
  }

  @Override
  public String examples() {
    return """
        thalweg doc Linear
        thalweg doc leaky_relu
        thalweg doc Tensors.linspace --no-source
        thalweg doc 'torch.nn.MSELoss??'
        """;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var text = new DocText(WIDTH, !arguments.get(NO_SOURCE), terminal.emphasis());
    terminal.print(text.of(arguments.get(NAME), Documentation.packed()));
    return 0;
  }
}
