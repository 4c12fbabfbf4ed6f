package thalweg.figures.draw;

import thalweg.figures.View;

/// matplotlib's perspective: from a box of 1 by 1 by 1 to a picture around the origin, and a depth that is
/// larger for what is further away.
///
/// The box has sides of 4 : 4 : 3 and is looked at in its middle, from `view`'s distance, with a focal length of 1.
final class Projection {

  /// Sides of 4 : 4 : 3 whose diagonal is matplotlib's.
  private static final double UNIT = 1.8294640721620434 / Math.sqrt(4 * 4 + 4 * 4 + 3 * 3);

  private static final double[] SIDES = {4 * UNIT, 4 * UNIT, 3 * UNIT};

  /// Which part of the picture the axes show, from the lower left corner on; matplotlib's.
  private static final double LOW = -0.095;

  private static final double SIZE = 0.185;

  /// A place in the picture, from 0 to 1 to the right and up, and its depth.
  record Place(double x, double y, double depth) {}

  private final double[] eye = new double[3];
  private final double[][] axes;
  private final double distance;

  Projection(View view) {
    distance = view.distance();
    double azimuth = Math.toRadians(view.azimuth());
    double elevation = Math.toRadians(view.elevation());
    double[] towards = {
        Math.cos(elevation) * Math.cos(azimuth), Math.cos(elevation) * Math.sin(azimuth), Math.sin(elevation)};
    for (int i = 0; i < 3; i++) {
      eye[i] = SIDES[i] / 2 + distance * towards[i];
    }
    boolean upsideDown = Math.cos(elevation) < 0;
    double[] right = unit(cross(new double[] {0, 0, upsideDown ? -1 : 1}, towards));
    axes = new double[][] {right, unit(cross(towards, right)), towards};
  }

  /// Where a place of the box is seen; each coordinate is from 0 to 1 within the box.
  Place of(double x, double y, double z) {
    double[] from = {x * SIDES[0] - eye[0], y * SIDES[1] - eye[1], z * SIDES[2] - eye[2]};
    double away = -dot(axes[2], from);
    return new Place(
        (dot(axes[0], from) / away - LOW) / SIZE, (dot(axes[1], from) / away - LOW) / SIZE, -distance / away);
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
        a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
  }

  private static double[] unit(double[] a) {
    double length = Math.sqrt(dot(a, a));
    return new double[] {a[0] / length, a[1] / length, a[2] / length};
  }
}
