package thalweg.figures.draw;

/// Axes with a place in the figure.
interface Panel {

  /// How far text reaches beyond the place, in points.
  record Overhang(double left, double top, double right, double bottom) {

    static final Overhang NONE = new Overhang(0, 0, 0, 0);

    Overhang max(Overhang other) {
      return new Overhang(Math.max(left, other.left), Math.max(top, other.top),
          Math.max(right, other.right), Math.max(bottom, other.bottom));
    }
  }

  Overhang overhang();

  void paint(Canvas canvas);
}
