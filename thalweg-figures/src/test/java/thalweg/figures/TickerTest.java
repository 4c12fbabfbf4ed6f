package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
