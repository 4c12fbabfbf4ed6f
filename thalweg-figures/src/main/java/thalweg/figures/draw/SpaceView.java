package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import thalweg.figures.Space;

/// Where in the figure the places of a space are seen.
final class SpaceView {

  /// Where matplotlib's walls stand, a little outside of its box: at the limits.
  static final double LOW = -1 / 48.0;

  static final double HIGH = 1 - LOW;

  private static final Projection.Place NOWHERE = new Projection.Place(Double.NaN, Double.NaN, Double.NaN);

  private final Rectangle2D area;
  private final Projection projection;
  private final Scale[] scales;

  SpaceView(Space space, Rectangle2D area) {
    this.area = area;
    projection = new Projection(space.view());
    scales = new Scale[] {
        Scale.of(space.x(), space.xlimits(), LOW, HIGH), Scale.of(space.y(), space.ylimits(), LOW, HIGH),
        Scale.of(space.z(), space.zlimits(), LOW, HIGH)};
  }

  Rectangle2D area() {
    return area;
  }

  Scale scale(int axis) {
    return scales[axis];
  }

  /// Where a point of the data is seen, in points; its numbers are NaN if it has no place.
  Projection.Place of(double x, double y, double z) {
    if (!(Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z))) {
      return NOWHERE;
    }
    return inBox(new double[] {scales[0].at(x), scales[1].at(y), scales[2].at(z)});
  }

  /// Where a place of the box is seen, whose walls are at [#LOW] and [#HIGH].
  Projection.Place inBox(double[] place) {
    var seen = projection.of(place[0], place[1], place[2]);
    return new Projection.Place(area.getMinX() + seen.x() * area.getWidth(),
        area.getMaxY() - seen.y() * area.getHeight(), seen.depth());
  }
}
