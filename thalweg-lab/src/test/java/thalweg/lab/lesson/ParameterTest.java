package thalweg.lab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.figures.text.Text;

class ParameterTest {
  private final Parameter alpha = Parameter.real("alpha", "0.1", Range.POSITIVE, Text.of("rate"));
  private final Parameter n = Parameter.integer("n", "100", 1, 1000, Text.of("points"));
  private final Parameter seed = Parameter.seed("seed", "43052", Text.of("seed"));
  private final Parameter start = Parameter.reals("start", "-5,10", 2, Range.ANY, Text.of("start"));
  private final Parameter loss = Parameter.choice("loss", "sum", List.of("sum", "mean"), Text.of("loss"));

  @Test
  void readsEachKind() {
    assertThat(alpha.parse(" 1e-3 ")).isEqualTo(0.001);
    assertThat(n.parse("7")).isEqualTo(7L);
    assertThat(seed.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(seed.parse("18446744073709551615")).isEqualTo(-1L);
    assertThat(seed.parse("-1")).isEqualTo(-1L);
    assertThat(start.parse("-5, 10")).isEqualTo(List.of(-5.0, 10.0));
    assertThat(loss.parse("MEAN")).isEqualTo("mean");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1e999"})
  void namesParameterValueAndRange(String text) {
    assertThatThrownBy(() -> alpha.parse(text))
        .isInstanceOf(BadInputException.class)
        .hasMessage("parameter alpha: %s is out of range; it must be greater than 0", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0x1p3", "1d", "NaN", "Infinity", "1,5"})
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> alpha.parse(text))
        .hasMessage("parameter alpha: '%s' is not a number", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0    | parameter n: 0 is out of range; it must be an integer from 1 to 1000",
        "1001 | parameter n: 1001 is out of range; it must be an integer from 1 to 1000",
        "1.5  | parameter n: '1.5' is not an integer from 1 to 1000"
      })
  void keepsWholeNumbersInTheirRange(String text, String message) {
    assertThatThrownBy(() -> n.parse(text)).hasMessage(message);
  }

  @Test
  void countsTheNumbersOfAList() {
    assertThatThrownBy(() -> start.parse("1"))
        .hasMessage("parameter start: '1' has 1 numbers, but it takes 2 numbers separated by commas");
    assertThatThrownBy(() -> start.parse("1,b"))
        .hasMessage("parameter start: '1,b' is not 2 numbers separated by commas");
  }

  @Test
  void aDefaultOutOfRangeIsAMistakeInTheLesson() {
    assertThatThrownBy(() -> Parameter.real("a", "0", Range.POSITIVE, Text.none()))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void rangesSayThemselves() {
    assertThat(Range.between(1, 2.5)).hasToString("from 1 to 2.5");
    assertThat(Range.NOT_NEGATIVE).hasToString("at least 0");
    assertThat(Range.ANY).hasToString("any number");
    assertThat(Range.ANY.contains(Double.NaN)).isFalse();
  }
}
