package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.figures.MathText.Run;
import thalweg.figures.MathText.Shift;

class MathTextTest {

  @ParameterizedTest
  @CsvSource(quoteCharacter = '"', value = {
      "epoch, epoch",
      "$w_0$, w0",
      "$\\eta$, η",
      "$\\hat{\\bf W}$, Ŵ",
      "$\\hat y$, ŷ",
      "costs \\$5, costs $5",
      "costs $5, costs $5",
      "$-5$, −5",
      "$\\frac$, \\frac",
      "$x^{2$, x2",
      "$\\$, \\",
      "$$, \"\"",
  })
  void becomesUnicode(String label, String expected) {
    var text = new StringBuilder();
    MathText.parse(label).forEach(run -> text.append(run.text()));
    assertThat(text).hasToString(expected);
  }

  @Test
  void indicesStandLowAndLettersLean() {
    assertThat(MathText.parse("$(x_i, \\hat{y}_i)$")).containsExactly(
        new Run("(", Shift.NONE, false, false),
        new Run("x", Shift.NONE, false, true),
        new Run("i", Shift.SUB, false, true),
        new Run(",\u00a0", Shift.NONE, false, false),
        new Run("ŷ", Shift.NONE, false, true),
        new Run("i", Shift.SUB, false, true),
        new Run(")", Shift.NONE, false, false));
  }

  @Test
  void boldReachesToTheEndOfItsGroup() {
    assertThat(MathText.parse("initial ${\\bf W}=[2.5,4]'$")).containsExactly(
        new Run("initial ", Shift.NONE, false, false),
        new Run("W", Shift.NONE, true, false),
        new Run("\u00a0=\u00a0[2.5,\u00a04]′", Shift.NONE, false, false));
  }

  @Test
  void aMinusIsASignOrAnOperator() {
    assertThat(MathText.parse("$[-5]$").getFirst().text()).isEqualTo("[−5]");
    assertThat(MathText.parse("$1-5$").getFirst().text()).isEqualTo("1\u00a0−\u00a05");
  }
}
