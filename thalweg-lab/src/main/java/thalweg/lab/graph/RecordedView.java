package thalweg.lab.graph;

import static thalweg.lab.text.Messages.text;

import java.util.List;
import java.util.stream.Stream;
import thalweg.autograd.Graph;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;

/// A recorded graph of tensors.
///
/// @param heading what it is the graph of
public record RecordedView(Text heading, Graph graph) implements GraphView {
  @Override
  public String printed(Language language) {
    return heading.in(language) + "\n\n" + nodes(language) + "\n\n" + ways(language);
  }

  private TextTable nodes(Language language) {
    var table = table(language, "node", "recordedAs", "value", "sum");
    for (Diagram.Box box : Diagram.of(graph).boxes()) {
      table.row(List.of(Diagram.title(graph, vertex(box)), recordedAs(box).in(language), box.value(), box.gradient()));
    }
    return table;
  }

  private Text recordedAs(Diagram.Box box) {
    return switch (vertex(box)) {
      case Graph.Operation operation -> Text.of(operation.gradName());
      case Graph.Leaf leaf -> leaf.parameter() ? text("graph.parameter") : text("graph.leaf");
      case Graph.Constant _ -> text("graph.constant");
    };
  }

  private Graph.Vertex vertex(Diagram.Box box) {
    return graph.vertex(Integer.parseInt(box.id()));
  }

  private TextTable ways(Language language) {
    var table = table(language, "arrow", "shape", "local", "back");
    for (Diagram.Arrow arrow : Diagram.of(graph).arrows()) {
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

  private static TextTable table(Language language, String... header) {
    return new TextTable(
        Stream.of(header).map(key -> text("graph." + key).in(language)).toArray(String[]::new));
  }

  private String label(String id) {
    return graph.vertex(Integer.parseInt(id)).label();
  }

  @Override
  public Diagram drawing(Language language) {
    return Diagram.of(graph);
  }

  @Override
  public Page page(Language language) {
    return addTo(Page.titled(text("graph.recorded").in(language)).lead(heading.in(language)), language);
  }

  /// The drawing and its two tables.
  Page addTo(Page page, Language language) {
    TextTable nodes = nodes(language);
    TextTable ways = ways(language);
    return page.drawing(drawing(language), text("graph.recorded.reading").in(language))
        .heading(text("graph.nodes").in(language))
        .table(nodes.header(), unbroken(nodes), text("graph.nodes.order").in(language))
        .heading(text("graph.arrows").in(language))
        .table(ways.header(), unbroken(ways), text("graph.arrows.order").in(language));
  }

  /// On a narrow page a table scrolls rather than tear shapes apart.
  private static List<List<String>> unbroken(TextTable table) {
    return table.rows().stream()
        .map(row -> row.stream().map(cell -> cell.replace(' ', '\u00a0')).toList())
        .toList();
  }
}
