package thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LetteringTest {

  /// The widths of DejaVu Sans, in 2048ths of an em.
  @Test
  void widthsAreThoseOfTheFont() {
    assertThat(Face.REGULAR.typeface().width("0")).isEqualTo(1303 / 2048.0);
    assertThat(Face.REGULAR.typeface().width(".")).isEqualTo(651 / 2048.0);
    assertThat(Lettering.of("0.5", 10, Face.REGULAR).width())
        .isCloseTo(10 * (1303 + 651 + 1303) / 2048.0, within(1e-12));
  }

  @Test
  void outlinesStandOnTheBaseline() {
    var zero = Face.REGULAR.typeface().outline("0").getBounds2D();
    assertThat(zero.getMinY()).isBetween(-0.76, -0.70);
    assertThat(zero.getMaxY()).isBetween(0.0, 0.03);
    assertThat(zero.getWidth()).isBetween(0.45, 0.6);
    assertThat(Face.REGULAR.typeface().outline(" ").getBounds2D().isEmpty()).isTrue();
    assertThat(Face.HAND.typeface().outline("A").getBounds2D().getHeight()).isGreaterThan(0.5);
  }

  @Test
  void anAccentedLetterHasItsLetterAndItsAccent() {
    double plain = Face.REGULAR.typeface().outline("y").getBounds2D().getHeight();
    assertThat(Face.REGULAR.typeface().outline("ŷ").getBounds2D().getHeight()).isGreaterThan(plain + 0.15);
  }

  @Test
  void indicesAreSmallerAndStandLower() {
    var label = Lettering.of("$w_0$", 10, Face.REGULAR);
    assertThat(label.pieces()).extracting(Lettering.Piece::text).containsExactly("w", "0");
    assertThat(label.pieces()).extracting(Lettering.Piece::face).containsExactly(Face.OBLIQUE, Face.REGULAR);
    assertThat(label.pieces().get(1).size()).isLessThan(10);
    assertThat(label.pieces().get(1).rise()).isNegative();
    assertThat(label.pieces().get(1).x()).isEqualTo(label.pieces().get(0).width());
  }

  @Test
  void anIndexAndAnExponentStandOverEachOther() {
    var label = Lettering.of("$x^2_i$", 10, Face.REGULAR);
    assertThat(label.pieces().get(1).x()).isEqualTo(label.pieces().get(2).x());
  }

  @Test
  void whatTheHandDoesNotKnowIsTakenFromTheOtherFont() {
    var label = Lettering.of("a ∇ b", 10, Face.HAND);
    assertThat(label.pieces()).extracting(Lettering.Piece::face)
        .containsExactly(Face.HAND, Face.REGULAR, Face.HAND);
    assertThat(label.text()).isEqualTo("a ∇ b");
  }
}
