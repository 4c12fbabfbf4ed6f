package thalweg.lab.graph;

import java.util.List;
import thalweg.autograd.Graph;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Page;

/// A recorded graph of tensors.
///
/// @param heading what it is the graph of
public record RecordedView(String heading, Graph graph) implements GraphView {
  private static final String HOW_TO_READ =
      "Forward, from top to bottom: operations, the shapes that pass along the arrows, and values where they are few. In blue, what the backward pass finds: after ↑ the gradient that is sent back along an arrow, in each box their sum. Of a large gradient the norm is shown; numbers that depend on numbers have their local derivative on the arrow.";

  @Override
  public String text() {
    return heading + "\n\n" + nodes() + "\n\n" + ways();
  }

  private TextTable nodes() {
    var table = new TextTable("node", "recorded as", "value", "gradient");
    for (Diagram.Box box : drawing().boxes()) {
      table.row(List.of(box.title(), recordedAs(box), box.value(), box.gradient()));
    }
    return table;
  }

  private String recordedAs(Diagram.Box box) {
    return switch (graph.vertex(Integer.parseInt(box.id()))) {
      case Graph.Operation operation -> operation.gradName();
      case Graph.Leaf leaf -> leaf.parameter() ? "parameter" : "leaf";
      case Graph.Constant _ -> "no gradient";
    };
  }

  private TextTable ways() {
    var table = new TextTable("arrow", "shape", "local derivative", "sent back");
    for (Diagram.Arrow arrow : drawing().arrows()) {
      List<String> back = arrow.label();
      table.row(
          List.of(
              label(arrow.from()) + " → " + label(arrow.to()),
              arrow.shape(),
              back.size() < 2 ? "" : String.join(" ", back.subList(0, back.size() - 1)),
              back.isEmpty() ? "" : back.getLast()));
    }
    return table;
  }

  private String label(String id) {
    return graph.vertex(Integer.parseInt(id)).label();
  }

  @Override
  public Diagram drawing() {
    return Diagram.of(graph);
  }

  @Override
  public Page page() {
    return addTo(Page.titled("Recorded graph").lead(heading));
  }

  /// The drawing and its two tables.
  Page addTo(Page page) {
    return page.drawing(drawing(), HOW_TO_READ)
        .heading("Every node")
        .table(nodes().header(), unbroken(nodes()), "In the order of the forward pass.")
        .heading("Every arrow")
        .table(ways().header(), unbroken(ways()), "The backward pass goes through them from below.");
  }

  /// On a narrow page a table scrolls rather than tear shapes apart.
  private static List<List<String>> unbroken(TextTable table) {
    return table.rows().stream()
        .map(row -> row.stream().map(cell -> cell.replace(' ', '\u00a0')).toList())
        .toList();
  }
}
