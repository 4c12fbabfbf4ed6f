package thalweg.lab.lesson;

import java.util.List;

/// Points a user brought along.
///
/// @param source where they come from, to be shown
/// @param xName  what the column of `x` is called
/// @param yName  what the column of `y` is called
/// @param x      finite numbers, two or more
/// @param y      as many as `x`, finite
public record Points(
    String source, String xName, String yName, List<Double> x, List<Double> y) {
  public Points {
    x = List.copyOf(x);
    y = List.copyOf(y);
    if (x.size() != y.size()) {
      throw new IllegalArgumentException("Points: %d x but %d y".formatted(x.size(), y.size()));
    }
  }

  /// How many there are.
  public int size() {
    return x.size();
  }

  /// The `x` as an array of its own.
  public double[] xs() {
    return x.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// The `y` as an array of its own.
  public double[] ys() {
    return y.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
