package thalweg.figures;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Something drawn in axes. A coordinate that is `NaN` or infinite leaves a gap.
public sealed interface Mark {

  /// How it looks.
  Style style();

  /// What errors and readers call it.
  default String kind() {
    return switch (this) {
      case Points _, Points3 _ -> "points";
      case Line _, Line3 _ -> "line";
      case Bars _ -> "bars";
      case ErrorBars _ -> "errorbar";
      case Fill _ -> "fill";
      case Image _ -> "image";
      case Contour contour -> contour.filled() ? "contourf" : "contour";
      case Arrows _ -> "arrows";
      case Text _, Text3 _ -> "text";
      case Annotation _ -> "annotation";
      case Rule rule -> rule.vertical() ? "axvline" : "axhline";
      case Band band -> band.vertical() ? "axvspan" : "axhspan";
      case Surface _ -> "surface";
      case Wireframe _ -> "wireframe";
    };
  }

  /// A mark of the plane.
  sealed interface Planar extends Mark {

    /// Where it stands on the x axis; empty if that does not say.
    Values x();

    /// Where it stands on the y axis; empty if that does not say.
    Values y();

    /// All that the x axis has to hold.
    default DoubleStream xs() {
      return x().stream();
    }

    /// All that the y axis has to hold.
    default DoubleStream ys() {
      return y().stream();
    }

    /// Whether the axes have to hold it; not texts, whose size only a renderer knows.
    default boolean widens() {
      return !(this instanceof Text || this instanceof Annotation);
    }

    /// Whether it fills the axes to their ends, where others leave a margin.
    default boolean fills() {
      return false;
    }
  }

  /// A mark of space.
  sealed interface Spatial extends Mark {
    /// Where it lies along x; of a surface or a wireframe the places along that axis alone.
    Values x();

    /// Where it lies along y, in the same way.
    Values y();

    /// The heights; those of a grid row by row, as in [Grid#flat()].
    Values heights();
  }

  /// Separate points.
  record Points(Values x, Values y, Style style) implements Planar {
    public Points {
      new Subject("points", style).check("x y", x, y);
    }
  }

  /// A line from point to point, with markers on it where its style has some.
  record Line(Values x, Values y, Style style) implements Planar {
    public Line {
      new Subject("line", style).check("x y", x, y);
    }

    /// The line through all corners: itself, unless it is made of steps.
    public Line corners() {
      return Corners.of(this);
    }
  }

  /// Bars, upright or lying.
  ///
  /// @param at         where they stand, the middle of each
  /// @param length     how far each reaches from its base
  /// @param base       where each begins, matplotlib's `bottom` and `left`
  /// @param thickness  how wide each is
  /// @param horizontal whether they lie along x
  record Bars(Values at, Values length, Values base, Values thickness, boolean horizontal, Style style)
      implements Planar {
    public Bars {
      new Subject("bars", style).check("at length base thickness", at, length, base, thickness);
    }

    /// Where each ends.
    public Values tops() {
      return base.plus(length);
    }

    @Override
    public Values x() {
      return horizontal ? tops() : at;
    }

    @Override
    public Values y() {
      return horizontal ? at : tops();
    }

    @Override
    public DoubleStream xs() {
      return horizontal ? along() : across();
    }

    @Override
    public DoubleStream ys() {
      return horizontal ? across() : along();
    }

    private DoubleStream along() {
      return DoubleStream.concat(base.stream(), tops().stream());
    }

    private DoubleStream across() {
      var half = thickness.map(t -> t / 2);
      return DoubleStream.concat(at.minus(half).stream(), at.plus(half).stream());
    }
  }

  /// Points with bars that tell how sure they are, joined by a line unless its `linestyle` is `NONE`.
  record ErrorBars(Values x, Values y, Errors xerr, Errors yerr, Style style) implements Planar {
    public ErrorBars {
      var subject = new Subject("errorbar", style);
      subject.check("x y", x, y);
      for (var errors : List.of(xerr, yerr)) {
        if (!errors.equals(Errors.NONE)) {
          subject.check("x y below above", x, y, errors.below(), errors.above());
        }
      }
    }

    @Override
    public DoubleStream xs() {
      return reach(x, xerr);
    }

    @Override
    public DoubleStream ys() {
      return reach(y, yerr);
    }

    private static DoubleStream reach(Values at, Errors errors) {
      return errors.equals(Errors.NONE) ? at.stream()
          : DoubleStream.concat(at.stream(),
              DoubleStream.concat(at.minus(errors.below()).stream(), at.plus(errors.above()).stream()));
    }
  }

  /// The area between two heights at each x.
  record Fill(Values x, Values low, Values high, Style style) implements Planar {
    public Fill {
      new Subject("fill", style).check("x y1 y2", x, low, high);
    }

    @Override
    public Values y() {
      return low.join(high);
    }
  }

  /// Numbers as coloured cells.
  ///
  /// @param rows   the numbers, row by row
  /// @param upper  whether the first row is the upper one, matplotlib's `origin="upper"`
  /// @param extent the outer edges
  record Image(List<Values> rows, boolean upper, Extent extent, Style style) implements Planar {
    public Image {
      rows = List.copyOf(rows);
      int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).size() != columns) {
          throw new Subject("image", style).refuse("row %d has %d numbers, but row 0 has %d",
              i, rows.get(i).size(), columns);
        }
      }
    }

    /// How many numbers a row has; 0 without rows.
    public int columns() {
      return rows.isEmpty() ? 0 : rows.getFirst().size();
    }

    /// All numbers, row by row.
    public Values flat() {
      return Values.of(rows.stream().flatMapToDouble(Values::stream).toArray());
    }

    /// The numbers of the first and the last colour.
    public Limits ends() {
      return style.shades().ends(flat());
    }

    @Override
    public Values x() {
      return Values.of(extent.left(), extent.right());
    }

    @Override
    public Values y() {
      return Values.of(extent.bottom(), extent.top());
    }

    @Override
    public boolean fills() {
      return true;
    }
  }

  /// The levels of numbers over a grid, as lines or as the areas between them.
  record Contour(Grid grid, boolean filled, Style style) implements Planar {
    public Contour {
      var subject = new Subject(filled ? "contourf" : "contour", style);
      if (grid.x().size() < 2 || grid.y().size() < 2) {
        throw subject.refuse(
            "the grid has %d by %d points, too coarse for levels; it needs at least 2 by 2",
            grid.x().size(), grid.y().size());
      }
      style.shades().places().ifPresent(places -> {
        if (!Levels.rise(places)) {
          throw subject.refuse("levels must be one or more increasing finite numbers, got %s", places);
        }
        if (filled && places.size() < 2) {
          throw subject.refuse("filled areas need at least two levels, got 1");
        }
      });
    }

    @Override
    public Values x() {
      return grid.x();
    }

    @Override
    public Values y() {
      return grid.y();
    }

    @Override
    public boolean fills() {
      return true;
    }

    /// The levels: those given, or those that matplotlib chooses.
    public Levels levels() {
      var shades = style.shades();
      return shades.levels().orElseGet(() -> Levels.of(shades.ends(grid.flat()), shades.count()));
    }
  }

  /// Arrows from `(x[i], y[i])` along `(u[i], v[i])`.
  ///
  /// @param scale the length of a vector that is drawn as long as the axes are wide
  record Arrows(Values x, Values y, Values u, Values v, double scale, Style style) implements Planar {
    public Arrows {
      var subject = new Subject("arrows", style);
      subject.check("x y u v", x, y, u, v);
      if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
        throw subject.refuse("expected a scale above 0, got %s", scale);
      }
    }

    /// The width of their shafts as a part of the axes' width: the one asked for, or matplotlib's, which is
    /// that of 8 to 25 arrows side by side with gaps of 16 widths.
    public double shaft() {
      return style.shaft() > 0 ? style.shaft() : 0.06 / Math.clamp(Math.sqrt(x.size()), 8, 25);
    }

    /// The colour of each arrow: by its number, or by its length where it was given none; without a colour
    /// map those of the style, which may be none.
    public List<Color> colors() {
      var shades = style.shades();
      return shades.map().map(map -> {
        var numbers = numbers();
        var ends = shades.ends(numbers);
        return numbers.stream().mapToObj(n -> map.of(n, ends)).toList();
      }).orElse(style.colors());
    }

    /// What chooses the colours: the numbers given, or the lengths.
    public Values numbers() {
      return style.shades().values().size() > 0 ? style.shades().values() : lengths();
    }

    Values lengths() {
      return Values.of(IntStream.range(0, u.size()).mapToDouble(i -> Math.hypot(u.get(i), v.get(i))).toArray());
    }
  }

  /// A text whose aligned part stands at a place.
  record Text(double at, double up, String text, Style style) implements Planar {
    public Text {
      new Subject("text", style).finite("its position", at + up);
    }

    @Override
    public Values x() {
      return Values.of(at);
    }

    @Override
    public Values y() {
      return Values.of(up);
    }
  }

  /// A text with an arrow from it to a place.
  ///
  /// @param at     what it points at, on the x axis
  /// @param up     what it points at, on the y axis
  /// @param textAt where the text stands, on the x axis
  /// @param textUp where the text stands, on the y axis
  record Annotation(String text, double at, double up, double textAt, double textUp, Style style)
      implements Planar {
    public Annotation {
      new Subject("annotation", style).finite("its positions", at + up + textAt + textUp);
    }

    @Override
    public Values x() {
      return Values.of(at, textAt);
    }

    @Override
    public Values y() {
      return Values.of(up, textUp);
    }
  }

  /// A straight line across the axes, at one place of one of them.
  record Rule(double at, boolean vertical, Style style) implements Planar {
    public Rule {
      new Subject(vertical ? "axvline" : "axhline", style).finite("its position", at);
    }

    @Override
    public Values x() {
      return vertical ? Values.of(at) : Values.of();
    }

    @Override
    public Values y() {
      return vertical ? Values.of() : Values.of(at);
    }
  }

  /// A band across the axes, between two places of one of them.
  record Band(double low, double high, boolean vertical, Style style) implements Planar {
    public Band {
      new Subject(vertical ? "axvspan" : "axhspan", style).finite("its edges", low + high);
    }

    @Override
    public Values x() {
      return vertical ? Values.of(low, high) : Values.of();
    }

    @Override
    public Values y() {
      return vertical ? Values.of() : Values.of(low, high);
    }
  }

  /// Separate points in space.
  record Points3(Values x, Values y, Values z, Style style) implements Spatial {
    public Points3 {
      new Subject("points", style).check("x y z", x, y, z);
    }

    @Override
    public Values heights() {
      return z;
    }
  }

  /// A line from point to point in space.
  record Line3(Values x, Values y, Values z, Style style) implements Spatial {
    public Line3 {
      new Subject("line", style).check("x y z", x, y, z);
    }

    @Override
    public Values heights() {
      return z;
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
      checkHeights("surface", x, y, z, style);
    }

    @Override
    public Values heights() {
      return new Grid(x, y, z).flat();
    }
  }

  /// The lines of a surface alone; `x`, `y` and `z` as in [Surface].
  record Wireframe(Values x, Values y, List<Values> z, Style style) implements Spatial {
    public Wireframe {
      z = List.copyOf(z);
      checkHeights("wireframe", x, y, z, style);
    }

    @Override
    public Values heights() {
      return new Grid(x, y, z).flat();
    }
  }

  /// A text at a place in space.
  record Text3(double at, double deep, double up, String text, Style style) implements Spatial {
    public Text3 {
      new Subject("text", style).finite("its position", at + deep + up);
    }

    @Override
    public Values x() {
      return Values.of(at);
    }

    @Override
    public Values y() {
      return Values.of(deep);
    }

    @Override
    public Values heights() {
      return Values.of(up);
    }
  }

  private static void checkHeights(String kind, Values x, Values y, List<Values> z, Style style) {
    var subject = new Subject(kind, style);
    if (z.size() != x.size()) {
      throw subject.refuse("z has %d rows but x has %d values; z[i][j] is the height at (x[i], y[j])",
          z.size(), x.size());
    }
    for (int i = 0; i < z.size(); i++) {
      if (z.get(i).size() != y.size()) {
        throw subject.refuse(
            "row %d of z has %d heights but y has %d values; z[i][j] is the height at (x[i], y[j])",
            i, z.get(i).size(), y.size());
      }
    }
  }
}
