package thalweg.figures;

/// Where space is looked at from, in matplotlib's terms.
///
/// @param azimuth   degrees around the z axis, from x towards y
/// @param elevation degrees above the plane of x and y
/// @param distance  how far away the eye is; 10 is matplotlib's default
public record View(double azimuth, double elevation, double distance) {

  /// matplotlib's default.
  public static final View DEFAULT = new View(-60, 30, 10);

  public View {
    if (!Double.isFinite(azimuth) || !Double.isFinite(elevation)) {
      throw new IllegalArgumentException(
          "view: expected finite angles in degrees, got azimuth %s, elevation %s"
              .formatted(azimuth, elevation));
    }
    if (!(distance > 0 && distance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("view: expected a distance above 0, got " + distance);
    }
  }
}
