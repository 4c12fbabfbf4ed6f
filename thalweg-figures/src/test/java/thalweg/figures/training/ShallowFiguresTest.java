package thalweg.figures.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.figures.Figure;
import thalweg.figures.Plane;
import thalweg.figures.Values;
import thalweg.trace.Trace;

class ShallowFiguresTest {
  private static final Trace TRACE =
      new Trace(
          "t",
          Map.of(),
          List.of(
              new Trace.Step(List.of(1.0, -1.0), 4, List.of(0.5, 0.5), 0.1),
              new Trace.Step(List.of(0.5, 0.25), 2, List.of(0.5, 0.5), 0.1)),
          List.of(0.75, 1.5));

  @Test
  void threePanelsShowThePointsTheLossAndTheWeightsFromTheStartOn() {
    double[] xs = {0, 1};
    Figure figure = ShallowFigures.threePanels(xs, xs, xs, xs, TRACE);
    assertThat(figure.panels()).hasSize(3);
    Plane loss = (Plane) figure.panels().get(1);
    assertThat(loss.marks().getFirst().y()).isEqualTo(Values.of(4, 2));
    Plane weights = (Plane) figure.panels().get(2);
    assertThat(weights.marks()).hasSize(2);
    assertThat(weights.marks().getFirst().x()).isEqualTo(Values.of(0, 1, 2));
    assertThat(weights.marks().getLast().y()).isEqualTo(Values.of(-1, 0.25, 1.5));
  }

  @Test
  void descentsGoFromABluePointToARedCross() {
    Figure figure =
        ShallowFigures.descents(2, List.of(List.of(List.of(0.5, 2.0), List.of(2.0, 0.5))), List.of(TRACE));
    Plane axes = (Plane) figure.panels().getFirst();
    assertThat(axes.marks()).hasSize(4);
    assertThat(axes.marks().get(0).x()).isEqualTo(Values.of(0.5, 2));
    assertThat(axes.marks().get(1).y()).isEqualTo(Values.of(-1, 0.25, 1.5));
    assertThat(axes.marks().get(2).x()).isEqualTo(Values.of(1));
    assertThat(axes.marks().get(3).x()).isEqualTo(Values.of(0.75));
    assertThat(axes.xlimits().low()).isEqualTo(-2);
  }
}
