package thalweg.figures;

import java.util.List;
import java.util.stream.Stream;

/// Something drawn in axes. A coordinate that is `NaN` or infinite leaves a gap.
public sealed interface Mark {

  /// How it looks.
  Style style();

  /// A mark of the plane.
  sealed interface Planar extends Mark {
    Values x();

    Values y();
  }

  /// A mark of space.
  sealed interface Spatial extends Mark {}

  /// Separate points.
  record Points(Values x, Values y, Style style) implements Planar {
    public Points {
      check("points", style, x, y);
    }
  }

  /// A line from point to point.
  record Line(Values x, Values y, Style style) implements Planar {
    public Line {
      check("line", style, x, y);
    }
  }

  /// Separate points in space.
  record Points3(Values x, Values y, Values z, Style style) implements Spatial {
    public Points3 {
      check("points", style, x, y, z);
    }
  }

  /// A surface over a grid.
  ///
  /// @param x the grid's lines across x
  /// @param y the grid's lines across y
  /// @param z the heights: `z.get(i).get(j)` stands over `x.get(i)` and `y.get(j)`
  record Surface(Values x, Values y, List<Values> z, Style style) implements Spatial {
    public Surface {
      z = List.copyOf(z);
      if (z.size() != x.size()) {
        throw new IllegalArgumentException(
            "surface: z has %d rows but x has %d values; z[i][j] is the height at (x[i], y[j])"
                .formatted(z.size(), x.size()));
      }
      for (int i = 0; i < z.size(); i++) {
        if (z.get(i).size() != y.size()) {
          throw new IllegalArgumentException(
              "surface: row %d of z has %d heights but y has %d values; z[i][j] is the height at (x[i], y[j])"
                  .formatted(i, z.get(i).size(), y.size()));
        }
      }
    }
  }

  private static void check(String what, Style style, Values... coordinates) {
    int points = coordinates[0].size();
    if (Stream.of(coordinates).anyMatch(values -> values.size() != points)) {
      var names = List.of("x", "y", "z");
      var lengths = new StringBuilder(what).append(": ");
      for (int i = 0; i < coordinates.length; i++) {
        lengths.append("%s has %d values, ".formatted(names.get(i), coordinates[i].size()));
      }
      throw new IllegalArgumentException(lengths + "but each point needs one of each");
    }
    int texts = style.hover().size();
    if (texts > 1 && texts != points) {
      throw new IllegalArgumentException(
          "%s: %d hover texts for %d points; give one a point, one for them all, or none"
              .formatted(what, texts, points));
    }
  }
}
