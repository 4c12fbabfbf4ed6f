/// Figures as data, the figures of the lessons, and their renderers.
module thalweg.figures {
  requires transitive thalweg.core;

  exports thalweg.figures;
  exports thalweg.figures.html;
  exports thalweg.figures.training;
}
