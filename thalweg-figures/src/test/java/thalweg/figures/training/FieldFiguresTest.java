package thalweg.figures.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Grid;
import thalweg.figures.Limits;
import thalweg.figures.Mark;
import thalweg.figures.Marker;
import thalweg.figures.Plane;
import thalweg.figures.Values;
import thalweg.trace.Trace;

class FieldFiguresTest {

  private static final double[] COARSE = {-2, 0, 1};
  private static final Grid LOSS =
      Grid.over(new double[] {-2, 0, 2}, new double[] {-1, 1}, (a, b) -> (1 - a * b) * (1 - a * b));
  private static final Trace RUN =
      new Trace("run", Map.of(), List.of(
          new Trace.Step(List.of(0.5, 0.5), 2, List.of(-1.0, -0.5), 0.1),
          new Trace.Step(List.of(0.6, 0.7), 1, List.of(-1.0, -0.5), 0.1)), List.of(0.8, 0.9));

  private static Plane axes(Figure figure) {
    return (Plane) figure.panels().getFirst();
  }

  @Test
  void aGradientFieldIsLevelsAndArrowsThatPointUp() {
    var u = Grid.over(COARSE, COARSE, (x, _) -> 2 * x);
    var v = Grid.over(COARSE, COARSE, (_, y) -> 2 * y);
    var axes = axes(FieldFigures.gradientField(LOSS, u, v));
    var contour = (Mark.Contour) axes.marks().get(0);
    var arrows = (Mark.Arrows) axes.marks().get(1);
    assertThat(contour.grid()).isEqualTo(LOSS);
    assertThat(contour.filled()).isTrue();
    assertThat(contour.style().shades().bar()).isPresent();
    assertThat(arrows.x()).isEqualTo(Values.of(-2, -2, -2, 0, 0, 0, 1, 1, 1));
    assertThat(arrows.y()).isEqualTo(Values.of(-2, 0, 1, -2, 0, 1, -2, 0, 1));
    assertThat(arrows.u()).isEqualTo(arrows.x().map(x -> 2 * x));
    assertThat(arrows.v()).isEqualTo(arrows.y().map(y -> 2 * y));
    assertThat(arrows.colors()).containsExactly(Color.RED);
    assertThat(axes.equal()).isTrue();
    assertThat(axes.xlimits()).as("areas fill the axes").isEqualTo(new Limits(-2, 2));
  }

  @Test
  void aLandscapeShowsTheLogarithmTheSolutionsTheDescentAndTheRuns() {
    var d1 = Grid.over(COARSE, COARSE, (a, b) -> -2 * b * (1 - a * b));
    var d2 = Grid.over(COARSE, COARSE, (a, b) -> -2 * a * (1 - a * b));
    var marks = axes(FieldFigures.landscapeField(LOSS, d1, d2, List.of(RUN, RUN))).marks();
    assertThat(marks).hasSize(1 + 2 + 1 + 2 * 3);
    assertThat(((Mark.Contour) marks.get(0)).grid()).isEqualTo(LOSS.map(l -> Math.log(l + 0.001)));
    for (var ribbon : marks.subList(1, 3)) {
      for (int i = 0; i < ribbon.x().size(); i++) {
        assertThat(ribbon.x().get(i) * ribbon.y().get(i)).isCloseTo(1, within(1e-12));
      }
      assertThat(ribbon.style().width()).isGreaterThan(5);
    }
    var arrows = (Mark.Arrows) marks.get(3);
    // At (-2, 1) the gradient is (-6, 12), 13.4 long: drawn against it, and a fiftieth as long.
    assertThat(arrows.u().get(2)).isCloseTo(6 / 50.0, within(1e-12));
    assertThat(arrows.v().get(2)).isCloseTo(-12 / 50.0, within(1e-12));
    assertThat(arrows.u().get(4)).as("at the saddle there is none").isEqualTo(0);
    assertThat(arrows.colors().get(4)).isEqualTo(new Color(0x0d0887));
    assertThat(arrows.colors().get(2)).isEqualTo(new Color(0xf0f921));
    assertThat(marks.get(4).x()).isEqualTo(Values.of(0.5, 0.6, 0.8));
    assertThat(marks.get(5).style().color()).contains(Color.BLUE);
    assertThat(marks.get(6)).isInstanceOfSatisfying(Mark.Points.class, end -> {
      assertThat(end.y()).isEqualTo(Values.of(0.9));
      assertThat(end.style().marker()).isEqualTo(Marker.X);
    });
  }

  @Test
  void aPathLiesOverTheLogarithmOfALossThatIsNeverZero() {
    var positive = LOSS.map(l -> l + 1);
    var marks = axes(FieldFigures.pathOverGrid(positive, RUN)).marks();
    assertThat(((Mark.Contour) marks.getFirst()).grid()).isEqualTo(positive.map(Math::log10));
    assertThat(((Mark.Contour) axes(FieldFigures.pathOverGrid(LOSS.map(l -> l - 1), RUN)).marks().getFirst())
        .grid()).isEqualTo(LOSS.map(l -> l - 1));
    assertThat(marks.get(2).x()).isEqualTo(Values.of(0.5, 0.6, 0.8));
    assertThat(marks.get(2).y()).isEqualTo(Values.of(0.5, 0.7, 0.9));
  }

  @Test
  void threePanelsShowFitLossAndWeights() {
    double[] x = {0, 1};
    double[] y = {0, 2};
    var panels = TrainingFigures.threePanels(x, y, x, y, RUN).panels();
    assertThat(panels).hasSize(3);
    var loss = (Mark.Line) ((Plane) panels.get(1)).marks().getFirst();
    assertThat(loss.y()).isEqualTo(Values.of(2, 1));
    var weights = ((Plane) panels.get(2)).marks();
    assertThat(weights.get(0).y()).as("as in the note, after each update").isEqualTo(Values.of(0.6, 0.8));
    assertThat(weights.get(1).y()).isEqualTo(Values.of(0.7, 0.9));
    assertThat(weights.get(1).style().label()).isEqualTo("$w_{2}$");
  }
}
