package thalweg.lab.graph;

import java.util.List;
import java.util.Optional;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Page;

/// A computational graph as a page.
public record GraphPage(ExpressionGraph graph) {
  /// The page.
  public Page page() {
    var text = new GraphText(graph);
    Page page =
        Page.titled("Computational graph")
            .lead(text.heading())
            .drawing(
                Diagram.of(graph),
                "Forward, from top to bottom: operations and their values. In blue, what the backward pass finds: local derivatives on the arrows, and in each box the derivative of the result for it.");
    for (String warning : text.warnings()) {
      page = page.paragraph(warning + ".");
    }
    page = withTable(page.heading("Every operation"));
    List<String> chains =
        graph.inputs().stream()
            .map(input -> text.chain(input.label()))
            .flatMap(Optional::stream)
            .toList();
    return chains.isEmpty()
        ? page
        : page.heading("The chain rule").terminal(String.join("\n\n", chains));
  }

  private Page withTable(Page page) {
    String result = graph.result().label();
    return page.table(
        List.of("node", "operation", "value", "local derivatives", "∂" + result + "/∂node"),
        new GraphText(graph).table().rows(),
        "Gradients are sums over all ways from the result to the node.");
  }
}
