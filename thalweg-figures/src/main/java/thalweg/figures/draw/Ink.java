package thalweg.figures.draw;

import thalweg.figures.Color;

/// A colour and how much of it covers what lies below, from 0 to 1.
record Ink(Color color, double alpha) {

  static Ink of(Color color) {
    return new Ink(color, 1);
  }

  /// The colour between two, each of red, green and blue as far along as `part` says.
  static Color between(Color from, Color to, double part) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = from.rgb() >> shift & 0xff;
      int high = to.rgb() >> shift & 0xff;
      rgb |= (int) Math.round(low + part * (high - low)) << shift;
    }
    return new Color(rgb);
  }

  /// As `0xAARRGGBB`.
  int argb() {
    return (int) Math.round(alpha * 255) << 24 | color.rgb();
  }
}
