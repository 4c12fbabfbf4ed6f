package thalweg.lab.graph;

import thalweg.figures.graph.Drawing;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;

/// A graph to be shown: in a terminal, as a drawing, and as a page.
public sealed interface GraphView permits FormulaView, RecordedView, NetworkView {
  /// For a terminal.
  String printed(Language language);

  /// @throws IllegalArgumentException if it is too large to be drawn
  Drawing drawing(Language language);

  /// @throws IllegalArgumentException if it is too large to be drawn
  Page page(Language language);
}
