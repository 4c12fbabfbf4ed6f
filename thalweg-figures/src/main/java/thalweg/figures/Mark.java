package thalweg.figures;

import java.util.List;
import java.util.stream.IntStream;
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

  /// The levels of numbers over a grid, as lines or as the areas between them.
  record Contour(Grid grid, boolean filled, Style style) implements Planar {
    @Override
    public Values x() {
      return grid.x();
    }

    @Override
    public Values y() {
      return grid.y();
    }

    /// The levels, evenly spaced: those that matplotlib chooses.
    public Levels levels() {
      return Levels.of(style.shades().ends(grid.flat()), style.shades().levels());
    }
  }

  /// Arrows from `(x[i], y[i])` along `(u[i], v[i])`.
  ///
  /// @param scale the length of a vector that is drawn as long as the axes are wide
  record Arrows(Values x, Values y, Values u, Values v, double scale, Style style) implements Planar {
    public Arrows {
      check("arrows", style, x, y, u, v);
      if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("arrows: expected a scale above 0, got " + scale);
      }
    }

    /// The colour of each arrow: by its number, or by its length where it was given none.
    public List<Color> colors() {
      var map = style.shades().map();
      if (map.isEmpty()) {
        return List.of(style.color().orElse(Color.C0));
      }
      var numbers = style.shades().values().size() > 0 ? style.shades().values() : lengths(u, v);
      var ends = style.shades().ends(numbers);
      return numbers.stream()
          .mapToObj(n -> map.get().at((n - ends.low()) / (ends.high() - ends.low()))).toList();
    }

    static Values lengths(Values u, Values v) {
      return Values.of(IntStream.range(0, u.size()).mapToDouble(i -> Math.hypot(u.get(i), v.get(i))).toArray());
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
      var names = List.of("x", "y", what.equals("arrows") ? "u" : "z", "v");
      var lengths = new StringBuilder(what).append(": ");
      for (int i = 0; i < coordinates.length; i++) {
        lengths.append("%s has %d values, ".formatted(names.get(i), coordinates[i].size()));
      }
      throw new IllegalArgumentException(lengths + "but each point needs one of each");
    }
    int numbers = style.shades().values().size();
    if (numbers > 0 && numbers != points) {
      throw new IllegalArgumentException(
          "%s: c has %d numbers for %d points; each needs one".formatted(what, numbers, points));
    }
    int texts = style.hover().size();
    if (texts > 1 && texts != points) {
      throw new IllegalArgumentException(
          "%s: %d hover texts for %d points; give one a point, one for them all, or none"
              .formatted(what, texts, points));
    }
  }
}
