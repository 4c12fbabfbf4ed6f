package thalweg.figures;

import java.util.List;
import java.util.stream.IntStream;

/// Colours for numbers, matplotlib's by name. Each is given at evenly spaced places, and is straight in
/// RGB between them; the largest difference from matplotlib's 256 colours cannot be seen.
public enum ColorMap {
  /// From purple by green to yellow, as bright as the number is large (Smith and van der Walt).
  VIRIDIS(
      0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725),

  /// From blue by red to yellow, as bright as the number is large (Smith and van der Walt).
  PLASMA(
      0x0d0887, 0x46039f, 0x7201a8, 0x9c179e, 0xbd3786, 0xd8576b, 0xed7953, 0xfb9f3a, 0xfdca26, 0xf0f921),

  /// From blue by grey to red, for what has a middle (Moreland).
  COOLWARM(
      0x3b4cc0, 0x4d68d7, 0x6282ea, 0x779af7, 0x8db0fe, 0xa3c2ff, 0xb8d0f9, 0xccd9ee, 0xdddddd,
      0xecd3c5, 0xf5c4ad, 0xf7b194, 0xf49a7b, 0xec7f63, 0xde604d, 0xcb3e38, 0xb40426),

  /// From white to black (Brewer).
  GREYS(0xffffff, 0xf0f0f0, 0xd9d9d9, 0xbdbdbd, 0x969696, 0x737373, 0x525252, 0x252525, 0x000000);

  private final List<Color> colors;

  ColorMap(int... colors) {
    this.colors = IntStream.of(colors).mapToObj(Color::new).toList();
  }

  /// The colours at evenly spaced places from 0 to 1.
  public List<Color> colors() {
    return colors;
  }

  /// The colour at a place from 0 to 1; outside of that, the colour at the nearer end.
  public Color at(double place) {
    double along = Math.clamp(place, 0.0, 1.0) * (colors.size() - 1);
    int before = (int) Math.min(along, colors.size() - 2.0);
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = colors.get(before).rgb() >> shift & 0xff;
      int high = colors.get(before + 1).rgb() >> shift & 0xff;
      rgb |= (int) Math.round(low + (along - before) * (high - low)) << shift;
    }
    return new Color(rgb);
  }
}
