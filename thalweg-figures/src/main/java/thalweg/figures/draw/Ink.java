package thalweg.figures.draw;

import thalweg.figures.Color;

/// A colour and how much of it covers what lies below, from 0 to 1.
record Ink(Color color, double alpha) {

  static Ink of(Color color) {
    return new Ink(color, 1);
  }

  Ink faded(double part) {
    return new Ink(color, alpha * part);
  }

  /// As `0xAARRGGBB`.
  int argb() {
    return (int) Math.round(alpha * 255) << 24 | color.rgb();
  }
}
