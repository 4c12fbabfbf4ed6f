package thalweg.figures.training;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.figures.Grid;
import thalweg.figures.Values;

/// The loss of a line over its two weights: a grid to draw as a surface, and the loss itself for the
/// points that lie between the grid's lines.
///
/// @param w0   the intercepts of the grid
/// @param w1   the slopes of the grid
/// @param loss the losses: `loss.get(i).get(j)` at `w0.get(i)` and `w1.get(j)`
/// @param at   the loss at any `(w0, w1)`
public record Landscape(Values w0, Values w1, List<Values> loss, DoubleBinaryOperator at) {

  public Landscape {
    loss = List.copyOf(loss);
  }

  /// From losses computed elsewhere, `loss[i][j]` at `(w0[i], w1[j])`.
  public static Landscape of(double[] w0, double[] w1, double[][] loss, DoubleBinaryOperator at) {
    return new Landscape(Values.of(w0), Values.of(w1), Stream.of(loss).map(Values::of).toList(), at);
  }

  /// Evaluates the loss on the whole grid.
  public static Landscape over(double[] w0, double[] w1, DoubleBinaryOperator at) {
    var loss = new double[w0.length][w1.length];
    for (int i = 0; i < w0.length; i++) {
      for (int j = 0; j < w1.length; j++) {
        loss[i][j] = at.applyAsDouble(w0[i], w1[j]);
      }
    }
    return of(w0, w1, loss, at);
  }

  /// The losses at places `(w0[i], w1[i])`.
  Values heights(Values w0, Values w1) {
    return Values.of(IntStream.range(0, w0.size()).mapToDouble(i -> at.applyAsDouble(w0.get(i), w1.get(i))).toArray());
  }

  /// The grid alone, to be drawn from above.
  public Grid grid() {
    return new Grid(w0, w1, loss);
  }
}
