package thalweg.figures;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A figure: panels in rows and columns under one title.
///
/// ```java
/// Figure.row(
///         Axes.plane().scatter(x, y, label("observed")).legend(),
///         Axes.space().surface(w0, w1, loss, color(BLUE), alpha(0.1)).view(30, 5, 8))
///     .suptitle("alpha = 0.001 / epoch = 15")
///     .size(7.5, 2.5);
/// ```
///
/// @param suptitle the title over all panels; empty for none
/// @param panels   the axes, row by row
/// @param columns  how many panels a row has; the last row may have fewer
/// @param size     its size, if it was given one
/// @param theme    the colours and lines it is drawn with
public record Figure(String suptitle, List<Axes> panels, int columns, Optional<Size> size, Theme theme)
    implements Graphic {

  /// Inches; renderers that fit a page keep the ratio.
  public record Size(double width, double height) {
    public Size {
      if (!(width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height))) {
        throw new IllegalArgumentException(
            "size: expected a width and height above 0 inches, got %s by %s".formatted(width, height));
      }
    }
  }

  public Figure {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("figure: expected at least one panel, got none");
    }
    if (columns < 1) {
      throw new IllegalArgumentException("figure: expected at least one column, got " + columns);
    }
  }

  /// One panel, 4.5 by 3 inches as in the notes.
  public static Figure of(Axes axes) {
    return grid(1, axes);
  }

  /// Panels side by side.
  public static Figure row(Axes... panels) {
    return grid(Math.max(1, panels.length), panels);
  }

  /// Panels in rows of `columns`, matplotlib's `subplots(rows, columns)`.
  public static Figure grid(int columns, Axes... panels) {
    return new Figure("", List.of(panels), columns, Optional.empty(), Theme.DEFAULT);
  }

  /// What stands over all panels, see [MathText]; empty for nothing.
  public Figure suptitle(String suptitle) {
    return new Figure(suptitle, panels, columns, size, theme);
  }

  /// Its size in inches, matplotlib's `figsize`.
  @Override
  public Figure size(double width, double height) {
    return new Figure(suptitle, panels, columns, Optional.of(new Size(width, height)), theme);
  }

  /// Its colours and lines, and the size of its panels if the figure has no size of its own.
  @Override
  public Figure theme(Theme theme) {
    return new Figure(suptitle, panels, columns, size, theme);
  }

  /// Itself.
  @Override
  public Figure base() {
    return this;
  }

  /// The same with other panels.
  Figure with(List<Axes> panels) {
    return new Figure(suptitle, panels, columns, size, theme);
  }

  /// How many rows of panels there are; the last may not be full.
  public int rows() {
    return (panels.size() + columns - 1) / columns;
  }

  /// In inches: the size it was given, or that of its panels in its theme.
  public double width() {
    return size.map(Size::width).orElse(theme.panelWidth() * columns);
  }

  /// In inches.
  public double height() {
    return size.map(Size::height).orElse(theme.panelHeight() * rows());
  }

  /// Writes the figure to a file whose ending names the format: `.svg`, `.png`, `.pdf` or `.html`.
  ///
  /// ```java
  /// figure.save(Path.of("loss.png"), dpi(200));
  /// ```
  ///
  /// What writes it is a [Renderer].
  @Override
  public void save(Path file, Output.Option... options) {
    Saving.save(this, file, Output.of(options));
  }

  /// Opens the figure in the browser. Where there is no display it prints where the page is.
  ///
  /// @return the page, in the system's directory for temporary files
  public Path show() {
    return Showing.show(this);
  }
}
