package thalweg.figures;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// Numbers over a grid of the plane.
///
/// @param x the grid's lines across x
/// @param y the grid's lines across y
/// @param z the numbers: `z.get(i).get(j)` stands at `x.get(i)` and `y.get(j)`
public record Grid(Values x, Values y, List<Values> z) {

  public Grid {
    z = List.copyOf(z);
    if (z.size() != x.size() || z.stream().anyMatch(row -> row.size() != y.size())) {
      throw new IllegalArgumentException(
          "grid: x has %d values and y %d, but z has rows of %s; z[i][j] is the number at (x[i], y[j])"
              .formatted(x.size(), y.size(), z.stream().map(Values::size).toList()));
    }
  }

  /// From numbers computed elsewhere, `z[i][j]` at `(x[i], y[j])`.
  public static Grid of(double[] x, double[] y, double[][] z) {
    return new Grid(Values.of(x), Values.of(y), Stream.of(z).map(Values::of).toList());
  }

  /// A function at every place of the grid.
  public static Grid over(Values x, Values y, DoubleBinaryOperator f) {
    return new Grid(x, y, x.stream()
        .mapToObj(at -> y.map(up -> f.applyAsDouble(at, up))).toList());
  }

  /// A function at every place of the grid.
  public static Grid over(double[] x, double[] y, DoubleBinaryOperator f) {
    return over(Values.of(x), Values.of(y), f);
  }

  /// Each number changed, such as a loss to its logarithm.
  public Grid map(DoubleUnaryOperator change) {
    return new Grid(x, y, z.stream().map(row -> row.map(change)).toList());
  }

  /// The x of every place, row by row as in [#flat()].
  public Values xs() {
    return over(x, y, (at, _) -> at).flat();
  }

  /// The y of every place.
  public Values ys() {
    return over(x, y, (_, up) -> up).flat();
  }

  /// The number at every place.
  public Values flat() {
    return Values.of(z.stream().flatMapToDouble(Values::stream).toArray());
  }
}
