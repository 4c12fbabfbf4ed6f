package thalweg.figures.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.expr.Expression;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Grid;
import thalweg.figures.Legend;
import thalweg.figures.Limits;
import thalweg.figures.Mark;
import thalweg.figures.Marker;
import thalweg.figures.Pivot;
import thalweg.figures.Plane;
import thalweg.figures.Space;
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
    var axes = axes(FieldFigures.gradientField(new Field(LOSS, u, v)));
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
    assertThat(arrows.style().pivot()).isEqualTo(Pivot.MIDDLE);
    assertThat(axes.xlimits()).as("areas fill the axes").isEqualTo(new Limits(-2, 2));
  }

  @Test
  void aLandscapeShowsTheLogarithmTheSolutionsTheDescentAndTheRuns() {
    var d1 = Grid.over(COARSE, COARSE, (a, b) -> -2 * b * (1 - a * b));
    var d2 = Grid.over(COARSE, COARSE, (a, b) -> -2 * a * (1 - a * b));
    var marks = axes(FieldFigures.landscapeField(new Field(LOSS, d1, d2), a -> 1 / a, List.of(RUN, RUN))).marks();
    assertThat(marks).hasSize(1 + 1 + 1 + 2 * 3);
    assertThat(((Mark.Contour) marks.get(0)).grid()).isEqualTo(LOSS.map(l -> Math.log(l + 0.001)));
    var arrows = (Mark.Arrows) marks.get(1);
    // At (-2, 1) the gradient is (-6, 12), 13.4 long: drawn against it, and a fiftieth as long.
    assertThat(arrows.u().get(2)).isCloseTo(6 / 50.0, within(1e-12));
    assertThat(arrows.v().get(2)).isCloseTo(-12 / 50.0, within(1e-12));
    assertThat(arrows.u().get(4)).as("at the saddle there is none").isEqualTo(0);
    assertThat(arrows.colors().get(4)).isEqualTo(new Color(0x0d0887));
    assertThat(arrows.colors().get(2)).isEqualTo(new Color(0xf0f921));
    assertThat(arrows.shaft()).isEqualTo(0.0075);
    var ribbon = marks.get(2);
    assertThat(ribbon.x().size()).isGreaterThan(100);
    assertThat(ribbon.y()).isEqualTo(ribbon.x().map(a -> Math.abs(1 / a) < 3 ? 1 / a : Double.NaN));
    assertThat(ribbon.style().width()).isGreaterThan(5);
    assertThat(marks.get(3).x()).isEqualTo(Values.of(0.5, 0.6, 0.8));
    assertThat(marks.get(3).style().edgecolor()).contains(Color.GREY);
    assertThat(marks.get(4).style().color()).contains(Color.BLUE);
    assertThat(marks.get(5)).isInstanceOfSatisfying(Mark.Points.class, end -> {
      assertThat(end.y()).isEqualTo(Values.of(0.9));
      assertThat(end.style().marker()).isEqualTo(Marker.X);
    });
    assertThat(axes(FieldFigures.landscapeField(new Field(LOSS, d1, d2), List.of())).marks())
        .as("without solutions and runs").hasSize(2);
  }

  @Test
  void aFieldIsDifferentiatedByAutograd() {
    var at = Values.of(-1, 0, 2);
    var field = Field.of((x, y) -> x.mul(x).mul(y), at, at);
    assertThat(field.f()).isEqualTo(Grid.over(at, at, (x, y) -> x * x * y));
    assertThat(field.dx()).isEqualTo(Grid.over(at, at, (x, y) -> 2 * x * y));
    assertThat(field.dy()).isEqualTo(Grid.over(at, at, (x, _) -> x * x));
    var formula = Field.of(Expression.parse("p^2 + 3*q"), at, at, Values.of(5), Values.of(6));
    assertThat(formula.f()).isEqualTo(Grid.over(at, at, (p, q) -> p * p + 3 * q));
    assertThat(formula.dx().flat()).isEqualTo(Values.of(10));
    assertThat(formula.dy().flat()).isEqualTo(Values.of(3));
    var constant = Field.of(Expression.parse("7"), at, at, at, at);
    assertThat(constant.dy().flat().stream()).containsOnly(0.0);
    assertThat(Field.of(Expression.parse("x"), at, at, at, at).dx().flat().stream()).containsOnly(1.0);
    assertThatIllegalArgumentException().isThrownBy(() -> Field.of(Expression.parse("x*y*z"), at, at, at, at))
        .withMessage("field: \"x·y·z\" has 3 variables, x, y, z; a plane takes two");
    assertThatIllegalArgumentException().isThrownBy(() -> new Field(LOSS, LOSS, formula.dy()))
        .withMessageStartingWith("field: the derivatives with respect to x and y must share one grid, but theirs are 3 by 2 and 1 by 1");
  }

  @Test
  void severalRunsHaveAColourAndANameEach() {
    var other = new Trace("other", Map.of(), RUN.steps(), List.of(0.1, 0.2));
    var axes = axes(FieldFigures.pathsOverGrid(LOSS, List.of(RUN, other)));
    var paths = axes.marks().subList(2, 6);
    assertThat(paths.stream().map(mark -> mark.style().label())).containsExactly("run", "", "other", "");
    assertThat(paths.stream().map(mark -> mark.style().cycle())).containsExactly(0, 0, 1, 1);
    assertThat(paths.get(2).x()).isEqualTo(Values.of(0.5, 0.6, 0.1));
    assertThat(axes.xlimits()).isEqualTo(new Limits(-2, 2));
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
    var panels = TrainingFigures.threePanels(x, y, x, y, RUN, Labels.asNoted()).panels();
    assertThat(panels).hasSize(3);
    var loss = (Mark.Line) ((Plane) panels.get(1)).marks().getFirst();
    assertThat(loss.y()).isEqualTo(Values.of(2, 1));
    var weights = ((Plane) panels.get(2)).marks();
    assertThat(weights.get(0).y()).as("as in the note, after each update").isEqualTo(Values.of(0.6, 0.8));
    assertThat(weights.get(1).y()).isEqualTo(Values.of(0.7, 0.9));
    assertThat(weights.get(1).style().label()).isEqualTo("$w_{2}$");
    assertThat(panels.get(0).legendPlace()).isEqualTo(Legend.BEST);
    assertThat(panels.get(2).legendPlace()).isEqualTo(Legend.NONE);
    var whole = (Plane) TrainingFigures.threePanels(x, y, x, y, RUN).panels().get(2);
    assertThat(whole.marks().getFirst().x()).isEqualTo(Values.of(0, 1, 2));
    assertThat(whole.marks().getFirst().y()).as("from the start to the result").isEqualTo(Values.of(0.5, 0.6, 0.8));
    assertThat(whole.legendPlace()).isEqualTo(Legend.BEST);
  }

  @Test
  void whatLeavesTheGridIsMarkedAtItsEdge() {
    var wild = new Trace("wild", Map.of(), List.of(
        new Trace.Step(List.of(0.5, 0.5), 2, List.of(-1.0, -0.5), 0.1),
        new Trace.Step(List.of(30.0, 0.5), 1, List.of(-1.0, -0.5), 0.1)), List.of(-7.0, Double.NEGATIVE_INFINITY));
    for (var figure : List.of(FieldFigures.pathsOverGrid(LOSS, List.of(wild, wild)), FieldFigures.pathOverGrid(LOSS, wild))) {
      var marks = axes(figure).marks();
      assertThat(marks.stream().filter(mark -> mark.style().label().equals("outside the axes"))).hasSize(1)
          .first().isInstanceOfSatisfying(Mark.Points.class, edge -> {
            assertThat(edge.x()).isEqualTo(Values.of(2, -2));
            assertThat(edge.y()).isEqualTo(Values.of(0.5, -1));
            assertThat(edge.style().hover().getFirst()).isEqualTo("epoch 1, loss 1, w = (30.0000, 0.5000)");
          });
      assertThat(axes(figure).xlimits()).isEqualTo(new Limits(-2, 2));
    }
    double[] w = {-2, 0, 2};
    var bowl = Landscape.over(w, w, (a, b) -> a * a + b * b);
    var space = (Space) TrainingFigures.lossSurface(bowl, wild, new double[] {0, 0}).panels().getFirst();
    assertThat(space.marks().getLast().x()).isEqualTo(Values.of(space.xlimits().high(), space.xlimits().low()));
    assertThat(space.marks().getLast().style().label()).isEqualTo("outside the axes");
  }
}
