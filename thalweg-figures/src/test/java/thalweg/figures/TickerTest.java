package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What matplotlib 3.6 chooses for the same limits.
class TickerTest {

  @ParameterizedTest
  @CsvFileSource(resources = "ticks.csv")
  void ticksAreMatplotlibs(boolean log, double low, double high, int most, String texts, String offset) {
    var axis = log ? Axis.PLAIN.logarithmic() : Axis.PLAIN;
    var ticks = Ticker.of(axis, new Limits(low, high), most);
    assertThat(String.join(" ", ticks.texts())).as("texts").isEqualTo(texts == null ? "" : texts);
    assertThat(ticks.offset()).as("offset").isEqualTo(offset == null ? "" : offset);
  }

  @Test
  void givenTicksStayAndAreWritten() {
    var axis = Axis.PLAIN.ticks(-5, 0, 2.5);
    assertThat(Ticker.of(axis, new Limits(-6, 6), 9).texts()).containsExactly("−5.0", "0.0", "2.5");
    var named = Axis.PLAIN.ticks(new double[] {0, 1}, List.of("no", "yes"));
    assertThat(Ticker.of(named, new Limits(0, 1), 9)).isEqualTo(Ticks.of(Values.of(0, 1), List.of("no", "yes")));
  }

  @Test
  void anyRangeHasTicks() {
    for (var limits : List.of(new Limits(-1.7e308, 1.7e308), new Limits(0, 1e-300), new Limits(1e300, 1.1e300),
        new Limits(0, Double.MIN_VALUE * 100), new Limits(1, Math.nextUp(1.0)), new Limits(5, -5))) {
      var ticks = Ticker.of(Axis.PLAIN, limits, 9);
      assertThat(ticks.places().size()).as(limits.toString()).isBetween(1, 12);
      assertThat(ticks.texts()).as(limits.toString()).hasSize(ticks.places().size()).doesNotContain("");
    }
    assertThat(Ticker.of(Axis.PLAIN.logarithmic(), new Limits(1e-300, 1e300), 9).places().size()).isBetween(3, 12);
  }

  private static Ticks ticks(Axis axis, double... data) {
    var plane = Axes.plane().plot(Values.range(data.length), Values.of(data));
    return Ticker.of(axis, axis.log() ? plane.logy().ylimits() : plane.ylimits(), 7);
  }

  @Test
  void whatNumbersShareIsWrittenOnce() {
    var ticks = ticks(Axis.PLAIN, IntStream.range(0, 5).mapToDouble(k -> 1e9 + k * 1e-6).toArray());
    assertThat(ticks.texts()).containsExactly("0", "1", "2", "3", "4");
    assertThat(ticks.offset()).isEqualTo("1e−6+1e9");
    assertThat(ticks.places()).isEqualTo(Values.of(1e9, 1e9 + 1e-6, 1e9 + 2e-6, 1e9 + 3e-6, 1e9 + 4e-6));
    assertThat(ticks(Axis.PLAIN, -1e9, -1e9 - 4e-6).offset()).isEqualTo("1e−6−1e9");
    assertThat(ticks(Axis.PLAIN, 1e9, 1e9).texts()).as("one number").containsExactly("0.96", "0.98", "1.00", "1.02", "1.04");
    assertThat(ticks(Axis.PLAIN, 1, Math.nextUp(1.0)).offset()).as("one number but for rounding").isEmpty();
  }

  @Test
  void theLargestNumbersHaveTicks() {
    double most = Double.MAX_VALUE;
    assertThat(ticks(Axis.PLAIN, -most, most).texts()).containsExactly("−1", "0", "1");
    assertThat(ticks(Axis.PLAIN, -most, most).offset()).isEqualTo("1e308");
    assertThat(ticks(Axis.PLAIN, 0, most).texts()).containsExactly("0.0", "0.5", "1.0", "1.5");
    assertThat(ticks(Axis.PLAIN, most, most).texts()).containsExactly("1.72", "1.74", "1.76", "1.78");
    assertThat(ticks(Axis.PLAIN, -most, -most).texts()).containsExactly("−1.78", "−1.76", "−1.74", "−1.72");
  }

  @Test
  void theLeastNumbersAreAsNothing() {
    assertThat(ticks(Axis.PLAIN, 0, Double.MIN_VALUE)).isEqualTo(ticks(Axis.PLAIN, 0, 0));
    assertThat(ticks(Axis.PLAIN, 1e-300, 2e-300).offset()).isEqualTo("1e−300");
  }

  /// matplotlib's `LogLocator.nonsingular` takes a single number's decade, or those below and above a power of ten.
  @Test
  void logarithmicAxesHoldAnyPositiveNumbers() {
    var log = Axis.PLAIN.logarithmic();
    assertThat(ticks(log, 1, 1).texts()).containsExactly("$10^{-1}$", "$10^{0}$", "$10^{1}$");
    assertThat(ticks(log, 0.5, 0.5).texts()).containsExactly("$10^{-1}$", "$10^{0}$");
    for (double[] data : new double[][] {{Double.MIN_VALUE, Double.MAX_VALUE}, {Double.MIN_VALUE, Double.MIN_VALUE},
        {1, Double.MAX_VALUE}, {Double.MIN_VALUE, 1}, {Double.MAX_VALUE / 2, Double.MAX_VALUE}, {1, Math.nextUp(1.0)},
        {Double.NaN, Double.POSITIVE_INFINITY}}) {
      var ticks = ticks(log, data);
      assertThat(ticks.places().size()).as(Arrays.toString(data)).isBetween(2, 12);
      assertThat(ticks.places().stream()).as(Arrays.toString(data)).allMatch(v -> v > 0 && Double.isFinite(v));
      assertThat(ticks.texts()).doesNotHaveDuplicates();
    }
  }

  /// Whatever the range, a text and what is written once say where their tick stands.
  @Test
  void textsAreRight() {
    var random = new Random(12);
    for (int trial = 0; trial < 3000; trial++) {
      double middle = random.nextInt(3) == 0 ? 0 : random.nextGaussian() * Math.pow(10, random.nextInt(-290, 300));
      double half = Math.max(Math.pow(10, random.nextInt(-290, 300)), 20 * Math.ulp(middle));
      var limits = new Limits(middle - half, middle + half);
      var ticks = Ticker.of(Axis.PLAIN, limits, random.nextInt(1, 10));
      assertThat(ticks.texts()).as(limits.toString()).isNotEmpty().doesNotHaveDuplicates();
      for (int i = 0; i < ticks.texts().size(); i++) {
        double miss = said(ticks.texts().get(i), ticks.offset()).subtract(new BigDecimal(ticks.places().get(i))).abs()
            .doubleValue();
        assertThat(miss).as(limits + " " + ticks).isLessThanOrEqualTo(half / 50 + 2 * Math.ulp(middle));
      }
    }
  }

  private static BigDecimal said(String text, String offset) {
    var parts = Pattern.compile("(?<power>1e−?\\d+)?(?<shared>[+−].*)?").matcher(offset);
    assertThat(parts.matches()).as(offset).isTrue();
    var power = parts.group("power") == null ? BigDecimal.ONE : number(parts.group("power"));
    var shared = parts.group("shared") == null ? BigDecimal.ZERO : number(parts.group("shared"));
    return number(text).multiply(power).add(shared);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace('−', '-'));
  }
}
