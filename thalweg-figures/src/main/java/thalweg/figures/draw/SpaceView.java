package thalweg.figures.draw;

import java.awt.geom.Rectangle2D;
import thalweg.figures.Space;

/// Where in the figure the places of a space are seen.
final class SpaceView {

  private final Rectangle2D area;
  private final Projection projection;
  private final Scale[] scales;

  SpaceView(Space space, Rectangle2D area) {
    this.area = area;
    projection = new Projection(space.view());
    scales = new Scale[] {
        Scale.of(space.x(), space.xlimits(), 0, 1), Scale.of(space.y(), space.ylimits(), 0, 1),
        Scale.of(space.z(), space.zlimits(), 0, 1)};
  }

  Scale scale(int axis) {
    return scales[axis];
  }

  /// Where a point of the data is seen, in points; its numbers are NaN if it has no place.
  Projection.Place of(double x, double y, double z) {
    return inBox(new double[] {scales[0].part(x), scales[1].part(y), scales[2].part(z)});
  }

  /// Where a place of the box is seen, whose sides reach from 0 to 1.
  Projection.Place inBox(double[] place) {
    var seen = projection.of(place[0], place[1], place[2]);
    return new Projection.Place(area.getMinX() + seen.x() * area.getWidth(),
        area.getMaxY() - seen.y() * area.getHeight(), seen.depth());
  }
}
