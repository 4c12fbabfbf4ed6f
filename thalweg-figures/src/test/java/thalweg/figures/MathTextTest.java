package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
      "$\\$, $$",
      "$x \\$ y$ \\$, x$y $",
      "5 $ of (\\$) or (\\$), 5 $ of ($) or ($)",
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

  private static String plain(String label) {
    var text = new StringBuilder();
    MathText.parse(label).forEach(run -> text.append(run.text()));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Price ($)", "Cost_in ($)", "$x$", "a\\$b$", "$$", "\\$", "<b> & *x* `y` ^2 {", "값 ($) $\\frac$", "C:\\"})
  void whatAUserGaveStaysText(String header) {
    assertThat(plain(MathText.literal(header))).isEqualTo(header);
    assertThat(MathText.parse(MathText.literal(header))).hasSize(1)
        .allMatch(run -> run.shift() == Shift.NONE && !run.bold() && !run.italic());
    assertThat(plain(MathText.literal(header) + " against " + MathText.literal(header)))
        .isEqualTo(header + " against " + header);
    assertThat(plain("$x_1$, " + MathText.literal(header) + ": $x_2$")).isEqualTo("x1, " + header + ": x2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "_", "^", "\\hat", "\\hat{", "_{", "\\bf{"})
  void whatIsTooDeepIsShownAsItStands(String opening) {
    var label = "$" + opening.repeat(20_000) + "$";
    assertThat(plain(label)).isEqualTo(label);
    assertThat(plain("$x_1$ " + label + " b")).isEqualTo("x1 " + label + " b");
    assertThat(plain("$" + "{".repeat(20) + "x" + "}".repeat(20) + "$")).isEqualTo("x");
  }

  @Test
  void aLongFormulaIsReadOnce() {
    assertThat(plain("$" + "x".repeat(1_000_000) + "$")).hasSize(1_000_000);
  }
}
