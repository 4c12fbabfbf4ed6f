package thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.figures.View;

class ProjectionTest {

  private static final double[] LOW = {-6.825, -6.825, 26.64939308166504};
  private static final double[] HIGH = {11.325, 11.325, 20676.611328125};

  /// Where matplotlib 3.6 puts three points of the loss surface: in parts of the axes, and their depth.
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0.47945509, 0.2434648, -0.9720243941133299",
    "10, -5, 20000, 0.06881687, 0.77922738, -1.0294057704703565",
    "-6, 10.5, 5000, 0.98079406, 0.37870781, -0.9745662578810402",
  })
  void placesAreMatplotlibs(double x, double y, double z, double across, double up, double depth) {
    var seen = new Projection(new View(30, 5, 8)).of(part(0, x), part(1, y), part(2, z));
    assertThat(seen.x()).isCloseTo(across, within(1e-8));
    assertThat(seen.y()).isCloseTo(up, within(1e-8));
    assertThat(seen.depth()).isCloseTo(depth, within(1e-12));
  }

  private static double part(int axis, double value) {
    return (value - LOW[axis]) / (HIGH[axis] - LOW[axis]);
  }
}
