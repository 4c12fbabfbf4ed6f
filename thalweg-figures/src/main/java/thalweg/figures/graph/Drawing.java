package thalweg.figures.graph;

import thalweg.figures.Figure;

/// What can be drawn without a script: a graph as boxes and arrows, or a network as circles and weights.
public sealed interface Drawing permits Diagram, Network {
  /// What it shows, for readers who cannot see it.
  String description();

  /// As a drawing that follows the reader's choice of light or dark; it can stand alone or in a page.
  String svg();

  /// As a figure, to be saved in every format that figures have.
  Figure figure();

  /// In the language of Graphviz.
  String dot();
}
