package thalweg.figures;

import java.nio.file.Path;
import java.util.List;

/// A figure: panels side by side under one title.
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
/// @param panels   the axes, from left to right
/// @param width    in inches, matplotlib's `figsize`; renderers that fit a page keep the ratio
/// @param height   in inches
public record Figure(String suptitle, List<Axes> panels, double width, double height) {

  public Figure {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("figure: expected at least one panel, got none");
    }
    if (!(width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height))) {
      throw new IllegalArgumentException(
          "size: expected a width and height above 0 inches, got %s by %s".formatted(width, height));
    }
  }

  /// One panel, 4.5 by 3 inches as in the notes.
  public static Figure of(Axes axes) {
    return new Figure("", List.of(axes), 4.5, 3);
  }

  /// Panels side by side.
  public static Figure row(Axes... panels) {
    return new Figure("", List.of(panels), 4.5 * Math.max(1, panels.length), 3);
  }

  public Figure suptitle(String suptitle) {
    return new Figure(suptitle, panels, width, height);
  }

  public Figure size(double width, double height) {
    return new Figure(suptitle, panels, width, height);
  }

  /// Writes the figure to a file whose ending names the format: `.svg`, `.png`, `.pdf` or `.html`.
  ///
  /// ```java
  /// figure.save(Path.of("loss.png"), dpi(200));
  /// ```
  ///
  /// The directories it lies in are made. A file that exists is replaced whole or not at all.
  ///
  /// @throws IllegalArgumentException if no [Renderer] writes such files
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
