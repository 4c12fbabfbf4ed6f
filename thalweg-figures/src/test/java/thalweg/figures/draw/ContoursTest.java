package thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.figures.Grid;
import thalweg.figures.Values;

class ContoursTest {

  private static final double[] UNIT = {0, 1};

  @Test
  void theAreaAboveALevelOfAConeIsADisc() {
    var fine = Values.linspace(-2, 2, 401);
    var cone = new Contours(Grid.over(fine, fine, (x, y) -> -Math.hypot(x, y)));
    assertThat(area(cone.above(-1))).isCloseTo(Math.PI, within(1e-3));
    assertThat(area(cone.above(-1.5))).isCloseTo(Math.PI * 2.25, within(1e-3));
    assertThat(cone.above(0.1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.2, 0, 0.25, 0.5, 0.9, 1, 1.5, 2})
  void theAreaAboveALevelOfAPlaneIsExact(double level) {
    // x + y over the unit square: the corner below the level is a triangle, then the rest of one
    var plane = new Contours(Grid.over(Values.linspace(0, 1, 4), Values.linspace(0, 1, 5), Double::sum));
    double below = level <= 0 ? 0 : level <= 1 ? level * level / 2 : 1 - (2 - level) * (2 - level) / 2;
    assertThat(area(plane.above(level))).isCloseTo(1 - below, within(1e-12));
  }

  @Test
  void aSaddleIsJoinedWhereItsMeanIsAbove() {
    var joined = new Contours(Grid.of(UNIT, UNIT, new double[][] {{1, 0}, {0, 1}}));
    assertThat(joined.above(0.4)).hasSize(1);
    assertThat(joined.above(0.6)).hasSize(2);
    assertThat(area(joined.above(0.4))).isCloseTo(1 - 2 * 0.4 * 0.4 / 2, within(1e-12));
    assertThat(area(joined.above(0.6))).isCloseTo(2 * 0.4 * 0.4 / 2, within(1e-12));
    assertThat(joined.lines(0.4)).hasSize(2);
    assertThat(joined.lines(0.6)).hasSize(2);
  }

  @Test
  void cellsWithoutANumberAreLeftOut() {
    double[] three = {0, 1, 2};
    var grid = Grid.of(three, three, new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, Double.NaN}});
    assertThat(area(new Contours(grid).above(0))).isCloseTo(3, within(1e-12));
    var ring = Grid.over(Values.range(4), Values.range(4), (x, y) -> x == 1 && y == 1 ? Double.POSITIVE_INFINITY : 1);
    assertThat(area(new Contours(ring).above(0))).isCloseTo(5, within(1e-12));
  }

  @Test
  void linesBeginAndEndAtTheBorderOrClose() {
    var fine = Values.linspace(-1, 1, 21);
    var level = new Contours(Grid.over(fine, fine, (x, y) -> x + 0.3 * y)).lines(0.05);
    assertThat(level).hasSize(1);
    assertThat(Math.abs(level.getFirst().y()[0])).isEqualTo(1);
    var closed = new Contours(Grid.over(fine, fine, (x, y) -> x * x + y * y)).lines(0.25).getFirst();
    assertThat(closed.x()[0]).isEqualTo(closed.x()[closed.x().length - 1]);
    for (int i = 0; i < closed.x().length; i++) {
      assertThat(Math.hypot(closed.x()[i], closed.y()[i])).isCloseTo(0.5, within(0.01));
    }
  }

  @Test
  void numbersNearTheLargestDoNotOverflow() {
    double big = Double.MAX_VALUE;
    var huge = new Contours(Grid.of(UNIT, UNIT, new double[][] {{-big, -big}, {big, big}}));
    assertThat(area(huge.above(0))).isCloseTo(0.5, within(1e-12));
  }

  /// Holes run the other way round and are taken off.
  private static double area(List<Contours.Curve> curves) {
    double area = 0;
    for (var curve : curves) {
      for (int i = 0; i + 1 < curve.x().length; i++) {
        area += (curve.x()[i] * curve.y()[i + 1] - curve.x()[i + 1] * curve.y()[i]) / 2;
      }
    }
    return Math.abs(area);
  }
}
