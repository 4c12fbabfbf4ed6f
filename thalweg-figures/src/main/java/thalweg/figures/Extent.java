package thalweg.figures;

/// The edges of an image in the units of its axes, matplotlib's `extent`.
public record Extent(double left, double right, double bottom, double top) {

  public Extent {
    new Limits(left, right); // which wants two different finite numbers
    new Limits(bottom, top);
  }
}
