package thalweg.lab.lesson;

import java.util.List;
import thalweg.lab.text.Printable;
import thalweg.tensor.Numbers;

/// Points a user brought along.
///
/// @param source where they come from, to be shown; control characters become escapes, here and in names
/// @param xName  what the column of `x` is called
/// @param yName  what the column of `y` is called
/// @param x      finite numbers, two or more
/// @param y      as many as `x`, finite
public record Points(
    String source, String xName, String yName, List<Double> x, List<Double> y) {
  /// How much larger than the data's squares the losses of a training may become before they overflow.
  private static final double ROOM = 1e3;

  public Points {
    source = Printable.of(source);
    xName = Printable.of(xName);
    yName = Printable.of(yName);
    x = List.copyOf(x);
    y = List.copyOf(y);
    if (x.size() != y.size()) {
      throw new IllegalArgumentException("Points: %d x but %d y".formatted(x.size(), y.size()));
    }
  }

  /// Refuses points of which a training in float32 would compute nothing but infinities.
  ///
  /// @throws BadInputException naming the column, its largest value, and the mend
  public void requireSumsOfSquares() {
    require(xName, x);
    require(yName, y);
  }

  private void require(String name, List<Double> values) {
    double largest = values.stream().mapToDouble(Math::abs).max().orElse(0);
    double most = Math.sqrt(Float.MAX_VALUE / values.size()) / ROOM;
    if (largest > most) {
      double unit = Math.pow(10, Math.ceil(Math.log10(largest)));
      throw new BadInputException(
          ("%s: column %s reaches %s in size; the sum of its squares overflows float32 (%s). Divide the column by %s, "
                  + "that is, choose a larger unit")
              .formatted(
                  source,
                  name,
                  Numbers.significant(largest, 4),
                  Numbers.significant(Float.MAX_VALUE, 2),
                  Numbers.significant(unit, 4)));
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
