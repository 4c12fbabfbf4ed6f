package thalweg.lab.lessons;

import java.util.List;
import thalweg.figures.Grid;
import thalweg.figures.Values;
import thalweg.figures.training.Field;
import thalweg.scratch.Samples;
import thalweg.trace.Trace;

/// The loss of `y = w₁w₂x` over its two weights for any points, around a run on them.
///
/// With `p = w₁w₂` the loss is `mean(y²) − 2p·mean(xy) + p²·mean(x²)`, so three means are all it takes.
///
/// @param edge the landscape reaches from `-edge` to `edge` both ways, so that the saddle is in its middle
record OwnLandscape(double xx, double xy, double yy, double edge) {
  private static final int FINE = 97;
  private static final int COARSE = 20;

  /// What a run that blows up may leave of the box, as a multiple of its start and the solutions.
  private static final double WIDEST = 4;

  private static final double MARGIN = 1.25;

  static OwnLandscape around(Samples samples, Trace run) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    int n = samples.x().length;
    for (int i = 0; i < n; i++) {
      xx += samples.x()[i] * samples.x()[i] / n;
      xy += samples.x()[i] * samples.y()[i] / n;
      yy += samples.y()[i] * samples.y()[i] / n;
    }
    List<Double> start = run.weights().getFirst();
    double known =
        Math.max(Math.max(Math.abs(start.get(0)), Math.abs(start.get(1))), Math.sqrt(Math.abs(samples.bestSlope())));
    double most = WIDEST * Math.max(known, 0.4);
    double reached =
        run.weights().stream().flatMap(List::stream).mapToDouble(Math::abs).filter(w -> w <= most).max().orElse(known);
    return new OwnLandscape(xx, xy, yy, MARGIN * Math.max(Math.max(known, reached), 0.4));
  }

  private double loss(double w1, double w2) {
    double p = w1 * w2;
    return Math.max(0, yy - 2 * p * xy + p * p * xx);
  }

  /// The derivative for the product of the weights.
  private double slope(double w1, double w2) {
    return 2 * (w1 * w2 * xx - xy);
  }

  /// The loss on a fine grid, and its gradient on a coarser one as parts of the steepest there, so that arrows and
  /// colours tell the steep from the gentle whatever the size of the loss.
  Field field() {
    Values fine = Values.linspace(-edge, edge, FINE);
    Values coarse = Values.linspace(-edge * (1 - 1.0 / COARSE), edge * (1 - 1.0 / COARSE), COARSE);
    Grid dw1 = Grid.over(coarse, coarse, (w1, w2) -> w2 * slope(w1, w2));
    Grid dw2 = Grid.over(coarse, coarse, (w1, w2) -> w1 * slope(w1, w2));
    double steepest = 0;
    for (int i = 0; i < dw1.flat().size(); i++) {
      steepest = Math.max(steepest, Math.hypot(dw1.flat().get(i), dw2.flat().get(i)));
    }
    double scale = steepest == 0 ? 1 : steepest / 2;
    return new Field(Grid.over(fine, fine, this::loss), dw1.map(d -> d / scale), dw2.map(d -> d / scale));
  }
}
