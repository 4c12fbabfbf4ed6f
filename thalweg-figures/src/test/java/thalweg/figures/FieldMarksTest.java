package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static thalweg.figures.Style.c;
import static thalweg.figures.Style.clim;
import static thalweg.figures.Style.cmap;
import static thalweg.figures.Style.levels;

import org.junit.jupiter.api.Test;

class FieldMarksTest {

  private static Levels levelsOf(double low, double high, int count) {
    var grid = Grid.of(new double[] {0, 1}, new double[] {0, 1}, new double[][] {{low, low}, {high, high}});
    return ((Mark.Contour) Axes.plane().contourf(grid, levels(count)).marks().getFirst()).levels();
  }

  /// What matplotlib 3's `contourf(..., levels=n)` chooses.
  @Test
  void levelsAreRoundNumbersAsInMatplotlib() {
    assertThat(levelsOf(-1, 1, 20)).isEqualTo(Levels.every(-1, 0.1, 21));
    assertThat(levelsOf(-0.97, 0.99, 7)).isEqualTo(Levels.every(-1, 0.25, 9));
    assertThat(levelsOf(0, 30, 8)).isEqualTo(Levels.every(0, 4, 9));
    assertThat(levelsOf(5, 5, 8).last()).as("even of one number").isGreaterThan(5);
  }

  @Test
  void colorMapsStartPassAndEndAsPublished() {
    assertThat(ColorMap.VIRIDIS.at(0)).isEqualTo(new Color(0x440154));
    assertThat(ColorMap.PLASMA.at(1)).isEqualTo(new Color(0xf0f921));
    assertThat(ColorMap.COOLWARM.at(0.5)).isEqualTo(new Color(0xdddddd));
    assertThat(ColorMap.GREYS.at(-3)).isEqualTo(new Color(0xffffff));
    assertThat(ColorMap.GREYS.at(0.0625)).as("halfway to the next").isEqualTo(new Color(0xf8f8f8));
    assertThat(ColorMap.VIRIDIS.at(Double.NaN)).as("what is no number").isNotNull();
  }

  @Test
  void arrowsAreColouredByTheirLengthOrByNumbers() {
    double[] x = {0, 1};
    var lengths = (Mark.Arrows) Axes.plane()
        .quiver(x, x, new double[] {3, 6}, new double[] {4, 8}, 1, cmap(ColorMap.GREYS), clim(0, 10))
        .marks().getFirst();
    assertThat(lengths.colors()).containsExactly(ColorMap.GREYS.at(0.5), ColorMap.GREYS.at(1));
    var numbers = (Mark.Arrows) Axes.plane()
        .quiver(x, x, x, x, 1, cmap(ColorMap.GREYS), c(Values.of(7, 5))).marks().getFirst();
    assertThat(numbers.colors()).containsExactly(ColorMap.GREYS.at(1), ColorMap.GREYS.at(0));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    double[] x = {0, 1};
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.plane().contourf(x, x, new double[][] {{1, 2}}))
        .withMessage("grid: x has 2 values and y 2, but z has rows of [2]; z[i][j] is the number at (x[i], y[j])");
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.plane().quiver(x, x, x, new double[] {1}, 1))
        .withMessage("arrows: x has 2 values, y has 2 values, u has 2 values, v has 1 values, "
            + "but each point needs one of each");
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.plane().quiver(x, x, x, x, 0))
        .withMessageContaining("scale above 0");
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.plane().scatter(x, x, c(Values.of(1))))
        .withMessage("points: c has 1 numbers for 2 points; each needs one");
  }
}
