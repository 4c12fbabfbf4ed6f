package thalweg.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// An immutable row of numbers, equal by value. `NaN` equals `NaN`, so that figures of runs that
/// blew up compare like any other.
public final class Values {
  private static final Values NONE = new Values(new double[0]);

  private final double[] numbers;

  private Values(double[] numbers) {
    this.numbers = numbers;
  }

  /// These numbers, copied.
  public static Values of(double... numbers) {
    return numbers.length == 0 ? NONE : new Values(numbers.clone());
  }

  /// These numbers, copied.
  public static Values of(List<Double> numbers) {
    return new Values(numbers.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// `count` numbers from `from` to `to`, both included, evenly apart: numpy's `linspace`.
  public static Values linspace(double from, double to, int count) {
    double step = (to - from) / (count - 1);
    var numbers = new double[count];
    for (int i = 0; i < count; i++) {
      double part = (double) i / (count - 1);
      numbers[i] = i == count - 1 ? to : Double.isFinite(step) ? from + i * step : from - from * part + to * part;
    }
    return new Values(numbers);
  }

  /// `0, 1, …, count - 1`.
  public static Values range(int count) {
    var numbers = new double[count];
    Arrays.setAll(numbers, i -> i);
    return new Values(numbers);
  }

  /// How many there are.
  public int size() {
    return numbers.length;
  }

  /// The number at `index`, from 0.
  public double get(int index) {
    return numbers[index];
  }

  /// The numbers in their order.
  public DoubleStream stream() {
    return Arrays.stream(numbers);
  }

  /// The least and the largest finite number, where there are two with others between them.
  Optional<Limits> ends() {
    var range = stream().filter(Double::isFinite).summaryStatistics();
    return range.getCount() > 0 && Limits.divide(range.getMin(), range.getMax())
        ? Optional.of(new Limits(range.getMin(), range.getMax())) : Optional.empty();
  }

  /// Each number changed.
  public Values map(DoubleUnaryOperator change) {
    return new Values(Arrays.stream(numbers).map(change).toArray());
  }

  /// The sum with another row, number by number.
  public Values plus(Values other) {
    return zip(other, Double::sum);
  }

  /// The difference from another row, number by number.
  public Values minus(Values other) {
    return zip(other, (a, b) -> a - b);
  }

  /// The product with another row, number by number.
  public Values times(Values other) {
    return zip(other, (a, b) -> a * b);
  }

  private Values zip(Values other, DoubleBinaryOperator f) {
    if (size() != other.size()) {
      throw new IllegalArgumentException(
          "values: %d and %d numbers do not pair up".formatted(size(), other.size()));
    }
    var result = new double[numbers.length];
    Arrays.setAll(result, i -> f.applyAsDouble(numbers[i], other.numbers[i]));
    return new Values(result);
  }

  /// These numbers, and then the others.
  public Values join(Values other) {
    return new Values(DoubleStream.concat(stream(), other.stream()).toArray());
  }

  /// Cut into rows of `length` numbers.
  List<Values> rows(int length) {
    return IntStream.range(0, length == 0 ? 0 : size() / length)
        .mapToObj(i -> new Values(Arrays.copyOfRange(numbers, i * length, (i + 1) * length))).toList();
  }

  /// Those at the given places.
  Values pick(int[] places) {
    return new Values(IntStream.of(places).mapToDouble(this::get).toArray());
  }

  /// Every `step`-th, from the first on.
  public Values every(int step) {
    if (step < 1) {
      throw new IllegalArgumentException("every: expected a step of 1 or more, got " + step);
    }
    return pick(IntStream.iterate(0, i -> i < size(), i -> i + step).toArray());
  }

  /// The first `count` of them.
  public Values first(int count) {
    return new Values(Arrays.copyOf(numbers, count));
  }

  /// Those above 0; the others become `NaN`, which leaves a gap on a logarithmic axis.
  public Values positive() {
    return map(v -> v > 0 ? v : Double.NaN);
  }

  /// The numbers in an array of their own.
  public double[] toArray() {
    return numbers.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values values && Arrays.equals(numbers, values.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers);
  }
}
