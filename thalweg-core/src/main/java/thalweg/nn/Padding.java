package thalweg.nn;

import java.util.Arrays;
import thalweg.tensor.Shape;

/// How many zeros are put around the input of a convolution: a number on both sides of each dimension, or
/// as many as keep the lengths.
public final class Padding {
  /// None.
  public static final Padding VALID = new Padding("valid", Shape.of(0));

  /// As many as make the output as long as the input, one more at the end where they are odd. Needs a
  /// stride of 1.
  public static final Padding SAME = new Padding("same", null);

  private final String name; // null for numbers
  private final Shape sides; // null for "same"

  private Padding(String name, Shape sides) {
    this.name = name;
    this.sides = sides;
  }

  /// So many on both sides: one number for all dimensions, or one each.
  public static Padding of(int... sides) {
    return new Padding(null, Shape.of(sides));
  }

  /// What PyTorch calls `name`: `same` or `valid`.
  ///
  /// @throws IllegalArgumentException for any other name
  public static Padding named(String name) {
    return switch (name) {
      case "same" -> SAME;
      case "valid" -> VALID;
      default ->
          throw new IllegalArgumentException("padding '" + name + "' is not one of same, valid");
    };
  }

  /// The numbers before and after each of the dimensions.
  WindowGeometry.Sides around(int[] kernel, int[] dilation) {
    int n = kernel.length;
    if (sides != null) {
      int[] both = WindowGeometry.each("padding", sides, n);
      return new WindowGeometry.Sides(both, both);
    }
    int[] before = new int[n];
    int[] after = new int[n];
    for (int d = 0; d < n; d++) {
      int total = dilation[d] * (kernel[d] - 1);
      before[d] = total / 2;
      after[d] = total - before[d];
    }
    return new WindowGeometry.Sides(before, after);
  }

  /// As PyTorch prints it for so many dimensions: `(1, 1)`, `same`; null where it prints nothing.
  String text(int dimensions) {
    if (name != null) {
      return name;
    }
    int[] both = WindowGeometry.each("padding", sides, dimensions);
    return Arrays.stream(both).allMatch(side -> side == 0) ? null : LayerText.tuple(Shape.of(both));
  }

  @Override
  public String toString() {
    return name != null ? name : sides.tuple();
  }
}
