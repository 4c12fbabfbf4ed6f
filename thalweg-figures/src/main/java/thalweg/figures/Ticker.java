package thalweg.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Chooses the ticks of an axis, as matplotlib does: `AutoLocator` and `ScalarFormatter` on a linear scale,
/// `LogLocator` and `LogFormatterSciNotation` on a logarithmic one.
///
/// | limits | most | texts |
/// |---|---|---|
/// | -0.5 to 10.5 | 9 | 0 2 4 6 8 10 |
/// | 0 to 3e6 | 9 | 0.0 0.5 1.0 … 3.0, and once `1e6` |
/// | 1e-3 to 1e2, logarithmic | 9 | 10⁻³ 10⁻² … 10² |
public final class Ticker {

  /// What `AutoLocator` tries in each power of ten, from the power below to the one above.
  private static final double[] TICK_STEPS = {0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20};

  /// What the levels of a contour may be apart.
  private static final double[] LEVEL_STEPS =
      {0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15};

  private Ticker() {}

  /// The ticks of `axis` between `limits`: those asked for, or those chosen; all with texts.
  ///
  /// @param most into how many parts they may divide the axis, at most; matplotlib has up to 9, fewer on a
  ///             short axis
  public static Ticks of(Axis axis, Limits limits, int most) {
    if (axis.ticks().isPresent()) {
      var given = axis.ticks().get();
      return given.texts().isEmpty() ? written(given.places(), axis.log(), limits) : given;
    }
    if (!axis.log()) {
      return numbers(limits, most);
    }
    return logarithmic(limits, most);
  }

  /// Round numbers; or the ends, between which the least numbers there are leave no room for such.
  private static Ticks numbers(Limits limits, int most) {
    var places = within(linear(limits, most, TICK_STEPS, 2), limits);
    return NumberTexts.of(places.size() > 0 ? places : Values.of(limits.low(), limits.high()), limits);
  }

  private static Ticks written(Values places, boolean log, Limits limits) {
    return log ? Ticks.of(places, places.stream().mapToObj(NumberTexts::power).toList())
        : NumberTexts.of(places, limits);
  }

  /// The levels of a contour: as [#of], but around the limits and from more steps.
  static Values levels(Limits limits, int count) {
    var places = linear(limits, count + 1, LEVEL_STEPS, 1);
    // Only the last level at or below the numbers and the first at or above them are of use.
    var sorted = sorted(limits);
    int from = (int) places.stream().filter(v -> v <= sorted.low()).count() - 1;
    int over = (int) places.stream().filter(v -> v >= sorted.high()).count() - 1;
    return Values.of(places.stream().limit(places.size() - Math.max(0, over)).skip(Math.max(0, from))
        .map(v -> Math.clamp(v, -Double.MAX_VALUE, Double.MAX_VALUE)).toArray());
  }

  /// Multiples of the step that makes at most `most` parts, from at or below the lower limit to at or above
  /// the upper one. A smaller step is taken until at least `least` of them lie within.
  private static Values linear(Limits unsorted, int most, double[] steps, int least) {
    var limits = sorted(unsorted);
    if (Math.max(Math.abs(limits.low()), Math.abs(limits.high())) > Double.MAX_VALUE / 20) { // or multiples overflow
      return linear(new Limits(limits.low() / 10, limits.high() / 10), most, steps, least).map(v -> v * 10);
    }
    double width = limits.high() - limits.low();
    double offset = offset(limits, width);
    double low = limits.low() - offset;
    double high = limits.high() - offset;
    double scale = power(Math.floor(Math.log10(width / most)));
    int i = 0;
    while (i < steps.length - 1 && steps[i] * scale < width / most) {
      i++;
    }
    while (true) {
      var places = multiples(low, high, steps[i] * scale, offset);
      if (i == 0 || places.stream().filter(v -> v >= low && v <= high).count() >= least) {
        return places.map(v -> v + offset);
      }
      i--;
    }
  }

  /// Far from zero, numbers are counted from a round one, or rounding would move the ticks.
  private static double offset(Limits limits, double width) {
    double middle = limits.low() / 2 + limits.high() / 2;
    return Math.abs(middle) / width < 100
        ? 0 : Math.copySign(power(Math.floor(Math.log10(Math.abs(middle)))), middle);
  }

  private static Values multiples(double low, double high, double step, double offset) {
    double best = Math.floor(low / step) * step;
    // A limit that rounding puts beside a multiple is on it; the more digits the offset takes, the sooner.
    double digits = Math.log10(Math.abs(offset) / step);
    double slack = offset == 0 ? 1e-10 : Math.clamp(Math.pow(10, digits - 12), 1e-10, 0.4999);
    double first = (low - best) / step;
    double last = (high - best) / step;
    int from = (int) (Math.abs(first - Math.ceil(first)) < slack ? Math.ceil(first) : Math.floor(first));
    int to = (int) (Math.abs(last - Math.floor(last)) < slack ? Math.floor(last) : Math.ceil(last));
    return Values.of(IntStream.rangeClosed(from, to).mapToDouble(n -> n * step + best).toArray());
  }

  /// Powers of ten, every second or third of them where there are many; in little more than a decade also
  /// their multiples.
  private static Ticks logarithmic(Limits unsorted, int most) {
    var limits = sorted(unsorted);
    // matplotlib's logarithm, by which 1 to 1e9 are eight whole decades and a little less than nine
    double low = Math.log(limits.low()) / Math.log(10);
    double high = Math.log(limits.high()) / Math.log(10);
    int decades = (int) (Math.floor(high) - Math.ceil(low));
    int stride = (decades + 1) / Math.max(2, most) + 1;
    stride = stride < decades ? stride : Math.max(1, decades - 1); // or there would be one tick alone
    int every = stride;
    var powers = DoubleStream.iterate(Math.floor(low), n -> n <= Math.ceil(high), n -> n + every).toArray();
    var major = within(Values.of(DoubleStream.of(powers).map(Ticker::power).toArray()), limits);
    var minor = new ArrayList<Double>();
    if (every == 1) {
      for (double n : powers) {
        IntStream.rangeClosed(2, 9).mapToDouble(k -> k * power(n)).forEach(minor::add);
      }
    }
    var between = within(Values.of(minor), limits);
    if (high - low > 1) {
      return new Ticks(major, texts(major), "", between);
    }
    var places = Values.of(DoubleStream.concat(major.stream(), between.stream().filter(v -> told(v, high - low)))
        .sorted().toArray());
    return places.size() < 2 ? numbers(limits, most) : new Ticks(places, texts(places), "", between);
  }

  /// Whether a multiple of a power of ten has a text: 2, 3, 4 and 6 in a decade, all in less than half of it.
  private static boolean told(double place, double decades) {
    long digit = Math.round(place / power(Math.floor(Math.log10(place) + 1e-9)));
    return decades <= 0.4 || List.of(2L, 3L, 4L, 6L).contains(digit);
  }

  private static List<String> texts(Values places) {
    return places.stream().mapToObj(NumberTexts::power).toList();
  }

  private static Values within(Values places, Limits unsorted) {
    var limits = sorted(unsorted);
    // What rounding puts beside an end is on it; in parts of a number near zero, or the end itself would be much.
    double slack = 1e-10 * Math.min(limits.high() - limits.low(), Double.MAX_VALUE);
    double below = limits.low() - Math.min(slack, limits.low() == 0 ? slack : Math.abs(limits.low()) * 1e-10);
    return Values.of(places.stream().filter(v -> v >= below && v <= limits.high() + slack && Double.isFinite(v))
        .distinct().toArray());
  }

  private static Limits sorted(Limits limits) {
    return limits.low() < limits.high() ? limits : new Limits(limits.high(), limits.low());
  }

  /// Ten to a whole power, the nearest number there is.
  static double power(double exponent) {
    return Double.parseDouble("1e" + (long) exponent);
  }
}
