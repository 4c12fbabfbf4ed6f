package thalweg.lab.graph;

import static thalweg.lab.text.Messages.text;

import java.util.Optional;
import thalweg.figures.graph.Diagram;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.lab.verdict.Verdict;

/// The page of a gradient descent on a formula.
///
/// @param verdict what became of it
public record DescentPage(DescentFigures figures, DescentText walk, Verdict verdict) {
  /// In a language.
  public Page in(Language language) {
    Page page =
        Page.titled(text("graph.descent").in(language))
            .lead("f = " + figures.formula().pretty())
            .paragraph(text("common.sentence", "said", verdict.line()).in(language));
    for (var path : figures.path().values()) {
      page = page.figure(path.apply(language), text("graph.descent.path").in(language));
    }
    TextTable table = walk.table(language);
    page =
        page.figure(figures.values(language), text("graph.descent.values").in(language))
            .table(table.header(), table.rows(), text("graph.descent.table").in(language));
    Optional<Diagram> diagram = figures.diagram();
    return diagram.isPresent()
        ? page.drawing(diagram.get(), text("graph.descent.graph").in(language))
        : page;
  }
}
