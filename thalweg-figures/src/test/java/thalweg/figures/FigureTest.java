package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.name;
import static thalweg.figures.Style.size;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  private static final double[] TWO = {1, 2};
  private static final double[] THREE = {1, 2, 3};

  @Test
  void figuresWithTheSameContentAreEqual() {
    assertThat(example()).isEqualTo(example()).hasSameHashCodeAs(example());
    assertThat(example()).isNotEqualTo(example().suptitle("other"));
  }

  private static Figure example() {
    return Figure.row(
            Axes.plane().scatter(TWO, new double[] {3, Double.NaN}, label("observed")).legend(),
            Axes.space().surface(TWO, TWO, new double[][] {{1, 2}, {3, 4}}, alpha(0.1)).view(30, 5, 8))
        .suptitle("both")
        .size(7.5, 2.5);
  }

  @Test
  void axesAreNotChangedByWhatIsAddedToThem() {
    var empty = Axes.plane();
    empty.plot(TWO, TWO).title("a line").logy();
    assertThat(empty).isEqualTo(Axes.plane());
  }

  @Test
  void marksKeepTheirOwnCopyOfTheNumbers() {
    double[] y = {1, 2};
    var axes = Axes.plane().plot(TWO, y);
    y[0] = 99;
    assertThat(axes.marks().getFirst().y()).isEqualTo(Values.of(1, 2));
  }

  @Test
  void marksWithoutAColorTakeTheNextOfTheCycle() {
    var axes = Axes.plane().plot(TWO, TWO).plot(TWO, TWO, color(Color.RED)).plot(TWO, TWO);
    var cycle = Theme.DEFAULT.cycle();
    assertThat(axes.marks()).extracting(mark -> Theme.DEFAULT.color(mark.style()))
        .containsExactly(cycle.get(0), Color.RED, cycle.get(2));
  }

  @Test
  void errorsNameEveryLength() {
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.plane().scatter(THREE, TWO))
        .withMessage("points: x has 3 values, y has 2 values, but each point needs one of each");
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.space().scatter(THREE, TWO, new double[1]))
        .withMessage("points: x has 3 values, y has 2 values, z has 1 values,"
            + " but each point needs one of each");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axes.plane().plot(THREE, THREE, hover(List.of("one", "two"))))
        .withMessage("line: 2 hover texts for 3 points; give one per point, one for all of them, or none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axes.space().surface(TWO, TWO, new double[][] {{1, 2}, {3}}))
        .withMessage("surface: row 1 of z has 1 heights but y has 2 values;"
            + " z[i][j] is the height at (x[i], y[j])");
  }

  @Test
  void errorsSayWhatIsAllowed() {
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.plane().plot(TWO, TWO, alpha(1.5)))
        .withMessage("alpha: expected 0 (invisible) to 1 (opaque), got 1.5");
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.plane().plot(TWO, TWO, size(Double.NaN)))
        .withMessage("size: expected an area above 0 in square points, got NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.plane().logy().ylim(0, 1))
        .withMessage("limits: a logarithmic axis takes only positive numbers, got 0.0 and 1.0");
    assertThatIllegalArgumentException().isThrownBy(Figure::row)
        .withMessage("figure: expected at least one panel, got none");
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.space().view(30, 5, 0))
        .withMessage("view: expected a distance above 0, got 0.0");
  }

  @Test
  void limitsAreMatplotlibs() {
    double[] y = {1, 1000, Double.POSITIVE_INFINITY};
    var plane = Axes.plane().plot(new double[] {0, 10, Double.NaN}, y);
    assertThat(plane.xlimits()).isEqualTo(new Limits(-0.5, 10.5));
    assertThat(plane.logy().ylimits().low()).isCloseTo(Math.pow(10, -0.15), within(1e-12));
    assertThat(plane.xlim(5, 0).xlimits()).isEqualTo(new Limits(5, 0));
    assertThat(Axes.plane().xlimits()).isEqualTo(new Limits(0, 1));
    assertThat(Axes.plane().logy().ylimits()).isEqualTo(new Limits(1, 10));
    assertThat(Axes.plane().scatter(new double[] {4}, new double[] {0}).xlimits())
        .isEqualTo(new Limits(3.8, 4.2));
    var huge = Axes.plane().plot(TWO, new double[] {-1.7e308, 1.7e308}).ylimits();
    assertThat(huge.low()).isEqualTo(-Double.MAX_VALUE);
    var space = Axes.space().surface(new double[] {0, 48}, TWO, new double[][] {{0, 0}, {0, 1}});
    assertThat(space.xlimits().low()).isCloseTo(-2.4 - 1.1, within(1e-12));
  }

  @Test
  void aFrameMovesItsMarksAndNothingElse() {
    var base = Figure.of(Axes.plane().scatter(TWO, TWO).plot(TWO, TWO, name("line"), label("fit")));
    var moved = new Animation(
            base, List.of(Frame.of("epoch 0", "start").move("line", Values.of(5, 6), Values.of(7, 8))))
        .at(0);
    assertThat(moved.suptitle()).isEqualTo("start");
    var axes = (Plane) moved.panels().getFirst();
    assertThat(axes.marks()).containsExactly(
        new Mark.Points(Values.of(TWO), Values.of(TWO), Style.of(0)),
        new Mark.Line(Values.of(5, 6), Values.of(7, 8), Style.of(1, name("line"), label("fit"))));
    assertThat(axes.xlimits()).isEqualTo(new Limits(0.95, 2.05));
  }

  @Test
  void framesThatCannotBeShownAreRefused() {
    var base = Figure.of(Axes.plane().plot(TWO, TWO, name("line")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Animation(base, List.of(Frame.of("f", "").move("lime", Values.of()))))
        .withMessage("animation: frame \"f\" moves \"lime\", but the marks of its figure are called [line]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Animation(base, List.of(Frame.of("f", "").move("line", Values.of(1)))))
        .withMessage("animation: frame \"f\" gives \"line\" 1 coordinates, but it needs x and y");
    var twins = Figure.of(Axes.plane().plot(TWO, TWO, name("a")).plot(TWO, TWO, name("a")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Animation(twins, List.of()))
        .withMessage("animation: two marks are called \"a\"");
  }
}
