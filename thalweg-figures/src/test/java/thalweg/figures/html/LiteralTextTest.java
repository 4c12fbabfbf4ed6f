package thalweg.figures.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import thalweg.figures.MathText;

class LiteralTextTest {

  @Test
  void noDollarSignOfAUserOpensOrClosesAFormula() {
    var title = "5 $ of " + MathText.literal("Price ($)") + ", " + MathText.literal("Cost_in ($)");
    assertThat(Markup.prose(title)).isEqualTo("5 $ of Price ($), Cost_in ($)").isEqualTo(Markup.label(title));
    assertThat(Markup.prose("$x \\$ y$ " + MathText.literal("$")))
        .startsWith("<span class=\"formula\" data-tex=\"x \\$ y\">").endsWith("</span> $");
    assertThat(Markup.prose("$$x \\$$$")).startsWith("<span class=\"formula display\" data-tex=\"x \\$\">");
  }

  @Test
  void longFormulasAreReadWithoutRecursion() {
    assertThat(Markup.prose("$" + "{".repeat(20_000) + "$")).contains("{".repeat(20_000));
    assertThat(Markup.prose("$" + "\\$".repeat(20_000) + "$")).startsWith("<span");
  }
}
