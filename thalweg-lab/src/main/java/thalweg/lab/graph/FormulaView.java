package thalweg.lab.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;

/// The computational graph of a formula.
public record FormulaView(ExpressionGraph graph) implements GraphView {
  @Override
  public String text() {
    var text = new GraphText(graph);
    var parts = new ArrayList<String>();
    parts.add(text.heading());
    parts.add(text.table(Language.EN).toString());
    graph.inputs().forEach(input -> text.chain(input.label()).ifPresent(parts::add));
    text.warnings().forEach(warning -> parts.add("Note: " + warning.in(Language.EN) + "."));
    return String.join("\n\n", parts);
  }

  @Override
  public Diagram drawing() {
    return Diagram.of(graph);
  }

  @Override
  public Page page() {
    var text = new GraphText(graph);
    Page page =
        Page.titled("Computational graph")
            .lead(text.heading())
            .drawing(
                drawing(),
                "Forward, from top to bottom: operations and their values. In blue, what the backward pass finds: on the arrows local derivatives and, after ↑, what is sent back along them; in each box the derivative of the result for it.");
    for (Text warning : text.warnings()) {
      page = page.paragraph(warning.in(Language.EN) + ".");
    }
    var formulas = new GraphTex(graph);
    page =
        page.heading("Every operation")
            .table(
                formulas.header(),
                formulas.rows(),
                "Gradients are sums over all ways from the result to the node.");
    List<String> chains =
        graph.inputs().stream()
            .map(input -> formulas.chain(input.label()))
            .flatMap(Optional::stream)
            .toList();
    if (!chains.isEmpty()) {
      page = page.heading("The chain rule");
    }
    for (String chain : chains) {
      page = page.paragraph("$$" + chain + "$$");
    }
    return page;
  }
}
