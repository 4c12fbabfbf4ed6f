package thalweg.lab.graph;

import static thalweg.lab.text.Messages.text;

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
  public String printed(Language language) {
    var written = new GraphText(graph);
    var parts = new ArrayList<String>();
    parts.add(written.heading().in(language));
    parts.add(written.table(language).toString());
    graph.inputs().forEach(input -> written.chain(input.label()).ifPresent(parts::add));
    written.warnings().forEach(warning -> parts.add(text("graph.note", "warning", warning).in(language)));
    return String.join("\n\n", parts);
  }

  @Override
  public Diagram drawing(Language language) {
    return Diagram.of(graph);
  }

  @Override
  public Page page(Language language) {
    var written = new GraphText(graph);
    Page page =
        Page.titled(text("graph.formula").in(language))
            .lead(written.heading().in(language))
            .drawing(drawing(language), text("graph.formula.reading").in(language));
    for (Text warning : written.warnings()) {
      page = page.paragraph(text("common.sentence", "said", warning).in(language));
    }
    var formulas = new GraphTex(graph);
    page =
        page.heading(text("graph.operations").in(language))
            .table(
                formulas.header(language), formulas.rows(language), text("graph.operations.sums").in(language));
    List<String> chains =
        graph.inputs().stream()
            .map(input -> formulas.chain(input.label()))
            .flatMap(Optional::stream)
            .toList();
    if (!chains.isEmpty()) {
      page = page.heading(text("graph.chain").in(language));
    }
    for (String chain : chains) {
      page = page.paragraph("$$" + chain + "$$");
    }
    return page;
  }
}
