package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static thalweg.figures.Style.align;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.colors;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.levels;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.markers;
import static thalweg.figures.Style.name;
import static thalweg.figures.Style.sizes;
import static thalweg.figures.Style.zorder;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final double[] TWO = {1, 2};
  private static final double[] THREE = {1, 2, 3};
  private static final Grid SQUARE = Grid.of(TWO, TWO, new double[][] {{1, 2}, {3, 4}});

  @Test
  void stepsChangeBeforeAfterOrBetweenPoints() {
    double[] y = {5, 6, 4};
    assertThat(corners(Steps.PRE, y)).isEqualTo("1,5 1,6 2,6 2,4 3,4");
    assertThat(corners(Steps.POST, y)).isEqualTo("1,5 2,5 2,6 3,6 3,4");
    assertThat(corners(Steps.MID, y)).isEqualTo("1,5 1.5,5 1.5,6 2,6 2.5,6 2.5,4 3,4");
    assertThat(corners(Steps.NONE, y)).isEqualTo("1,5 2,6 3,4");
    assertThat(((Mark.Line) Axes.plane().step(new double[0], new double[0], Steps.PRE).marks().getFirst())
        .corners().x().size()).isZero();
  }

  /// Corners without those that lie on others.
  private static String corners(Steps where, double[] y) {
    var line = ((Mark.Line) Axes.plane().step(THREE, y, where).marks().getFirst()).corners();
    return String.join(" ", IntStream.range(0, line.x().size())
        .mapToObj(i -> (line.x().get(i) + "," + line.y().get(i)).replace(".0", "")).distinct().toList());
  }

  @Test
  void barsReachFromTheirBaseAndStandOnTheAxis() {
    var stacked = Axes.plane().bar(TWO, new double[] {3, 4})
        .bar(Values.of(TWO), Values.of(1, 2), 0.5, Values.of(3, 4));
    var upper = (Mark.Bars) stacked.marks().getLast();
    assertThat(upper.tops()).isEqualTo(Values.of(4, 6));
    assertThat(stacked.ylimits()).isEqualTo(new Limits(0, 6.3));
    assertThat(stacked.xlimits()).isEqualTo(new Limits(0.6 - 0.05 * 1.8, 2.4 + 0.05 * 1.8));
    assertThat(Axes.plane().bar(TWO, new double[] {-1, 1}).ylimits()).isEqualTo(new Limits(-1.1, 1.1));
    assertThat(Axes.plane().barh(TWO, new double[] {3, 4}).xlimits()).isEqualTo(new Limits(0, 4.2));
  }

  @Test
  void errorsWidenTheAxesAndTextsDoNot() {
    var errors = Axes.plane().errorbar(TWO, new double[] {0, 10}, Errors.each(5, 2));
    assertThat(errors.ylimits()).isEqualTo(new Limits(-6, 16));
    assertThat(errors.text(0, 99, "far").annotate("far", 0, 99, 0, 999).ylimits()).isEqualTo(errors.ylimits());
    assertThat(errors.axhline(20).ylimits().high()).isEqualTo(20 + 0.05 * 25);
    assertThat(errors.axvspan(0, 1).ylimits()).isEqualTo(errors.ylimits());
  }

  @Test
  void imagesHaveTheirFirstRowOnTopAndSquareCells() {
    var axes = Axes.plane().imshow(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(axes.xlimits()).isEqualTo(new Limits(-0.5, 2.5));
    assertThat(axes.ylimits()).isEqualTo(new Limits(1.5, -0.5));
    assertThat(axes.equal()).isTrue();
    assertThat(((Mark.Image) axes.marks().getFirst()).ends()).isEqualTo(new Limits(1, 6));
  }

  @Test
  void aLevelIsGivenOrChosen() {
    var given = (Mark.Contour) Axes.plane().contour(SQUARE, levels(1, 2, 4.0)).marks().getFirst();
    assertThat(given.levels()).isEqualTo(new Levels(Values.of(1, 2, 4)));
    assertThat(given.levels().even()).isFalse();
    assertThat(((Mark.Contour) Axes.plane().contour(SQUARE, levels(3)).marks().getFirst()).levels().even()).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> Axes.plane().contour(SQUARE, levels(1, 3, 2.0), label("loss")))
        .withMessage("contour \"loss\": levels must be one or more increasing finite numbers, got [1.0, 3.0, 2.0]");
  }

  @Test
  void errorsNameTheMarkItsLabelAndTheLengths() {
    refused(() -> Axes.plane().plot(THREE, TWO, label("loss")),
        "line \"loss\": x has 3 values, y has 2 values, but each point needs one of each");
    refused(() -> Axes.plane().bar(THREE, TWO, label("b")),
        "bars \"b\": at has 3 values, length has 2 values, base has 3 values, thickness has 3 values, "
            + "but each point needs one of each");
    refused(() -> Axes.plane().errorbar(TWO, TWO, Errors.of(1)),
        "errorbar: x has 2 values, y has 2 values, below has 1 values, above has 1 values, "
            + "but each point needs one of each");
    refused(() -> Axes.plane().fillBetween(TWO, TWO, THREE),
        "fill: x has 2 values, y1 has 2 values, y2 has 3 values, but each point needs one of each");
    refused(() -> Axes.plane().imshow(new double[][] {{1, 2}, {3}}, label("i")),
        "image \"i\": row 1 has 1 numbers, but row 0 has 2");
    refused(() -> Axes.plane().contour(Grid.of(TWO, new double[1], new double[2][1]), label("l")),
        "contour \"l\": the grid has 2 by 1 points, too coarse for levels; it needs at least 2 by 2");
    refused(() -> Axes.plane().axhline(Double.NaN), "axhline: its position must be finite, got NaN");
    refused(() -> Axes.space().wireframe(TWO, TWO, new double[][] {{1, 2}}),
        "wireframe: z has 1 rows but x has 2 values; z[i][j] is the height at (x[i], y[j])");
    refused(() -> Axes.plane().scatter(THREE, THREE, markers(List.of(Marker.X, Marker.STAR))),
        "points: 2 markers for 3 points; give one per point, one for all of them, or none");
    refused(() -> Errors.of(-1),
        "errorbar: errors are lengths and none may be negative, got [-1.0] below and [-1.0] above");
  }

  @Test
  void aLogarithmicAxisRefusesWhatHasNoPlaceOnIt() {
    double[] losses = {3, 0, -1, Double.NaN};
    double[] epochs = {0, 1, 2, 3};
    var message = "line \"loss\": a logarithmic y axis takes only numbers above 0, but 2 of 4 are not, the first being 0.0; "
        + "make them NaN to leave gaps, or use a linear axis";
    refused(() -> Axes.plane().plot(epochs, losses, label("loss")).logy(), message);
    refused(() -> Axes.plane().logy().plot(epochs, losses, label("loss")), message);
    assertThat(Axes.plane().logy().plot(Values.of(epochs), Values.of(losses).positive()).marks().getFirst().y())
        .isEqualTo(Values.of(3, Double.NaN, Double.NaN, Double.NaN));
    refused(() -> Axes.space().scatter(1, 1, 0).logz(), "points: a logarithmic z axis takes only numbers above 0, "
        + "but 1 of 1 are not, the first being 0.0; make them NaN to leave gaps, or use a linear axis");
    assertThat(Axes.plane().bar(TWO, TWO).logy().ylimits().low()).as("bars begin at 0, which is cut off").isPositive();
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
  }

  @Test
  void stylesAreEqualByWhatTheySay() {
    var style = Style.of(marker("s"), sizes(Values.of(1, 2)), align(Align.Across.RIGHT, Align.Up.TOP));
    assertThat(style.marker(1)).isEqualTo(Marker.SQUARE);
    assertThat(style.size(1)).isEqualTo(2);
    assertThat(style)
        .isEqualTo(Style.of(align(Align.Across.RIGHT, Align.Up.TOP), sizes(Values.of(1, 2)), marker("s")))
        .isNotEqualTo(Style.DEFAULT);
    assertThat(Style.of(Style.alpha(1), label(""))).as("what says nothing new").isEqualTo(Style.DEFAULT);
    assertThat(style).hasToString("Style[align=Align[across=RIGHT, up=TOP], marker=[SQUARE], size=[1.0, 2.0]]");
  }

  @Test
  void colorsAreCalledAsInMatplotlib() {
    assertThat(Color.of("tab:red")).isEqualTo(Color.C3);
    assertThat(Color.of("C1")).isEqualTo(Color.C1);
    assertThat(Color.of("RebeccaPurple")).isEqualTo(new Color(0x663399));
    assertThat(Color.of("#1f77b4")).isEqualTo(Color.C0);
    assertThat(Color.of("#f80")).isEqualTo(new Color(0xff8800));
    assertThatIllegalArgumentException().isThrownBy(() -> color("blau")).withMessageContaining("\"blau\" is not a colour");
    assertThatIllegalArgumentException().isThrownBy(() -> marker("q")).withMessage(
        "marker: there is no \"q\"; the choices are o . x X + P * s D ^ v < >");
  }

  @Test
  void aThemeColorsWhatHasNoColor() {
    var axes = Axes.plane().plot(TWO, TWO).text(1, 1, "t").scatter(TWO, TWO, colors(List.of(Color.RED, Color.C0)));
    assertThat(Theme.DARK.color(axes.marks().get(0).style())).isEqualTo(Theme.DARK.cycle().getFirst());
    assertThat(Theme.DARK.color(axes.marks().get(1).style())).isEqualTo(Theme.DARK.ink());
    assertThat(Theme.DARK.color(axes.marks().get(2).style(), 1)).isEqualTo(Color.C0);
    assertThat(Theme.of("xkcd").sketch()).isPresent();
    assertThatIllegalArgumentException().isThrownBy(() -> Theme.of("ggplot"))
        .withMessage("style: there is no \"ggplot\"; the choices are default, dark and xkcd");
  }

  @Test
  void panelsStandInRowsAndTheThemeGivesTheirSize() {
    var panel = Axes.plane();
    var figure = Figure.grid(2, panel, panel, panel).theme(Theme.DEFAULT.panelSize(2, 1));
    assertThat(figure.rows()).isEqualTo(2);
    assertThat(figure.width()).isEqualTo(4);
    assertThat(figure.height()).isEqualTo(2);
    assertThat(figure.size(7, 5).width()).isEqualTo(7);
    assertThatIllegalArgumentException().isThrownBy(() -> Figure.grid(0, panel))
        .withMessage("figure: expected at least one column, got 0");
  }

  @Test
  void marksLieByTheirOrder() {
    var axes = Axes.plane().plot(TWO, TWO, name("a"), zorder(1))
        .plot(TWO, TWO, name("b")).plot(TWO, TWO, name("c"));
    assertThat(axes.drawn()).extracting(mark -> mark.style().name()).containsExactly("b", "c", "a");
  }

  @Test
  void theBestLegendCoversTheFewestPoints() {
    assertThat(Axes.plane().plot(THREE, THREE).legend(Legend.BEST).legendCorner()).isEqualTo(Legend.UPPER_LEFT);
    assertThat(Axes.plane().plot(THREE, new double[] {3, 2, 1}).legend(Legend.BEST).legendCorner())
        .isEqualTo(Legend.UPPER_RIGHT);
  }

  @Test
  void anInvertedAxisRunsTheOtherWay() {
    var axes = Axes.plane().plot(new double[] {0, 10}, TWO).invertXaxis();
    assertThat(axes.xlimits()).isEqualTo(new Limits(10.5, -0.5));
    assertThat(axes.invertXaxis().xlimits()).isEqualTo(new Limits(-0.5, 10.5));
    assertThat(axes.xlim(0, 1).invertXaxis().xlimits()).isEqualTo(new Limits(1, 0));
    assertThat(axes.freeze().xlimits()).isEqualTo(axes.xlimits());
  }

  @Test
  void aMillionPointsAreThinnedAndKeepTheirPeaks() {
    var y = new double[1_000_000];
    y[777_777] = 5;
    y[3] = -5;
    var line = new Mark.Line(Values.range(y.length), Values.of(y), Style.DEFAULT);
    var thinned = Thinning.of(line, 1000);
    assertThat(thinned.x().size()).isLessThanOrEqualTo(1000);
    assertThat(thinned.y().stream().boxed()).contains(5.0, -5.0);
    assertThat(thinned.x().stream().boxed()).contains(3.0, 777_777.0).isSorted();
    var points = new Mark.Points(Values.range(10), Values.range(10),
        Style.of(sizes(Values.range(10).map(i -> i + 1))));
    assertThat(Thinning.of(points, 5).style().sizes()).isEqualTo(Values.of(1, 3, 5, 7, 9));
    assertThat(Thinning.of(points, 10)).isSameAs(points);
  }

  @Test
  void everyMarkMoves() {
    var plane = Axes.plane()
        .bar(TWO, TWO, name("bars")).errorbar(TWO, TWO, Errors.of(1, 1), name("errors"))
        .fillBetween(TWO, TWO, TWO, name("fill")).contour(SQUARE, name("contour"))
        .imshow(new double[][] {{1, 2}}, name("image")).quiver(TWO, TWO, TWO, TWO, 1, name("arrows"))
        .text(1, 1, "t", name("text")).annotate("n", 1, 1, 2, 2, name("note"))
        .axhline(1, name("rule")).axvspan(1, 2, name("band"));
    var space = Axes.space().plot(TWO, TWO, TWO, name("line3"))
        .surface(TWO, TWO, new double[][] {{1, 2}, {3, 4}}, name("surface"))
        .wireframe(TWO, TWO, new double[][] {{1, 2}, {3, 4}}, name("wires")).text(1, 1, 1, "t", name("text3"));
    var v = Values.of(7, 8);
    var one = Values.of(9);
    var four = Values.of(6, 7, 8, 9);
    var frame = Frame.of("f", "").move("bars", v).move("errors", v, v).move("fill", v, v, v).move("contour", four)
        .move("image", v).move("arrows", v, v).move("text", one, one).move("note", one, one).move("rule", one)
        .move("band", one, Values.of(10)).move("line3", v, v, v).move("surface", four).move("wires", four)
        .move("text3", one, one, one);
    var moved = new Animation(Figure.row(plane, space), List.of(frame)).at(0);
    var marks = ((Plane) moved.panels().getFirst()).marks();
    assertThat(((Mark.Bars) marks.get(0)).length()).isEqualTo(v);
    assertThat(((Mark.ErrorBars) marks.get(1)).y()).isEqualTo(v);
    assertThat(((Mark.Fill) marks.get(2)).low()).isEqualTo(v);
    assertThat(((Mark.Contour) marks.get(3)).grid().flat()).isEqualTo(four);
    assertThat(((Mark.Image) marks.get(4)).flat()).isEqualTo(v);
    assertThat(((Mark.Arrows) marks.get(5)).u()).isEqualTo(v);
    assertThat(((Mark.Text) marks.get(6)).up()).isEqualTo(9);
    assertThat(((Mark.Annotation) marks.get(7)).textAt()).isEqualTo(2);
    assertThat(((Mark.Rule) marks.get(8)).at()).isEqualTo(9);
    assertThat(((Mark.Band) marks.get(9)).high()).isEqualTo(10);
    var spatial = ((Space) moved.panels().getLast()).marks();
    assertThat(spatial.get(0).heights()).isEqualTo(v);
    assertThat(spatial.get(1).heights()).isEqualTo(four);
    assertThat(spatial.get(2).heights()).isEqualTo(four);
    assertThat(spatial.get(3).heights()).isEqualTo(one);
  }

  @Test
  void aFrameThatDoesNotFitItsMarkIsRefused() {
    var base = Figure.of(Axes.plane().contour(SQUARE, name("c")).axhline(1, name("r")).bar(TWO, TWO, name("b")));
    refused(() -> new Animation(base, List.of(Frame.of("f", "").move("c", Values.of(1)))),
        "animation: frame \"f\" gives \"c\" 1 numbers for a contour over 2 by 2 points");
    var surface = Figure.of(Axes.space().surface(Values.of(TWO), Values.of(THREE),
        List.of(Values.of(THREE), Values.of(THREE)), name("s")));
    refused(() -> new Animation(surface, List.of(Frame.of("f", "").move("s", Values.of(1, 2)))),
        "animation: frame \"f\" gives \"s\" 2 numbers for a surface over 2 by 3 points");
    refused(() -> new Animation(base, List.of(Frame.of("f", "").move("r", Values.of(1, 2)))),
        "animation: frame \"f\" gives \"r\" 2 numbers where it needs one");
    refused(() -> new Animation(base, List.of(Frame.of("f", "")
        .move("b", Values.of(1), Values.of(1), Values.of(1)))),
        "animation: frame \"f\" gives \"b\" 3 coordinates, but it needs lengths, or places and lengths");
  }
}
