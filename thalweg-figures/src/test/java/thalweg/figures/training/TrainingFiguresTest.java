package thalweg.figures.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.dashed;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.name;
import static thalweg.figures.Style.size;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Frame;
import thalweg.figures.Legend;
import thalweg.figures.Limits;
import thalweg.figures.Mark;
import thalweg.figures.Marker;
import thalweg.figures.Plane;
import thalweg.figures.Space;
import thalweg.figures.Ticks;
import thalweg.figures.Values;
import thalweg.figures.View;
import thalweg.trace.Trace;

class TrainingFiguresTest {

  private static final double[] X = {0, 24};
  private static final double[] Y = {1, 25};
  private static final double[] TRUTH = {1, 1};

  /// Two steps from (0, 0) by way of (1, 0.5) to (1, 1).
  private static final Trace TRACE =
      new Trace("run", Map.of("alpha", 0.001), List.of(
          new Trace.Step(List.of(0.0, 0.0), 2, List.of(-1.0, -0.5), 0.001),
          new Trace.Step(List.of(1.0, 0.5), 0.25, List.of(0.0, -0.5), 0.001)),
          List.of(1.0, 1.0));

  private static final Landscape LANDSCAPE =
      Landscape.over(
          new double[] {-6, 0, 10}, new double[] {-6, 10}, (a, b) -> (a - 1) * (a - 1) + (b - 1) * (b - 1));

  private static final String FIRST = "epoch 0, loss 2, w = (0.0000, 0.0000)";
  private static final String SECOND = "epoch 1, loss 0.25, w = (1.0000, 0.5000)";
  private static final String RESULT = "after epoch 1, w = (1.0000, 1.0000)";

  /// The line is given at 25 places over the data's range, here 0 to 24.
  private static Values line(double w0, double w1) {
    return Values.of(DoubleStream.iterate(0, x -> x + 1).limit(25).map(x -> w0 + w1 * x).toArray());
  }

  @Test
  void fitShowsTheDataAndEveryLine() {
    var x = Values.range(25);
    assertThat(TrainingFigures.fit(X, Y, TRACE)).isEqualTo(Figure.of(
        Axes.plane()
            .scatter(X, Y, label("observed"), color(Color.C0))
            .plot(x, line(0, 0), label("first line"), dashed(), color(Color.C1), hover(FIRST))
            .freeze()
            .plot(x, line(1, 0.5), dashed(), color(Color.C1), alpha(0.1), hover(SECOND))
            .plot(x, line(1, 1), dashed(), color(Color.C1), alpha(0.1), hover(RESULT))
            .plot(x, line(1, 1), label("last line"), dashed(), color(Color.C1), hover(RESULT))));
  }

  @Test
  void lossSurfaceShowsTheWalkFromStarToStar() {
    var axes = (Space) TrainingFigures.lossSurface(LANDSCAPE, TRACE, TRUTH).panels().getFirst();
    assertThat(axes.marks()).isEqualTo(
        Axes.space()
            .surface(new double[] {-6, 0, 10}, new double[] {-6, 10},
                new double[][] {{98, 130}, {50, 82}, {130, 162}}, color(Color.BLUE), alpha(0.1))
            .scatter(1, 1, 0, label("${\\bf W}=[1,1]'$"), marker(Marker.STAR), size(200), color(Color.RED),
                hover("truth, loss 0, w = (1.0000, 1.0000)"))
            .scatter(0, 0, 2, label("initial $\\hat{\\bf W}=[0,0]'$"), marker(Marker.STAR), size(200),
                color(Color.BLUE), hover(FIRST))
            .scatter(new double[] {1, 1}, new double[] {0.5, 1}, new double[] {0.25, 0}, size(5),
                color(Color.BLUE), hover(List.of(SECOND, RESULT)))
            .marks());
    assertThat(axes.x().ticks()).contains(Ticks.at(Values.of(-5, 0, 5, 10)));
    assertThat(axes.view()).isEqualTo(new View(30, 5, 8));
    assertThat(List.of(axes.x().label(), axes.y().label())).containsExactly("$w_{0}$", "$w_{1}$");
    assertThat(axes.legendPlace()).isEqualTo(Legend.UPPER_RIGHT);
  }

  @Test
  void twoPanelsMovesTheLineAndCollectsThePoints() {
    var animation = TrainingFigures.twoPanels(X, Y, LANDSCAPE, TRACE, TRUTH);
    var x = Values.range(25);
    assertThat(animation.frames()).containsExactly(
        Frame.of("epoch 0", "alpha = 0.001 / epoch = 0")
            .move("line", List.of(FIRST), x, line(0, 0))
            .move("visited", List.of(FIRST), Values.of(0), Values.of(0), Values.of(2)),
        Frame.of("epoch 1", "alpha = 0.001 / epoch = 1")
            .move("line", List.of(SECOND), x, line(1, 0.5))
            .move("visited", List.of(FIRST, SECOND), Values.of(0, 1), Values.of(0, 0.5), Values.of(2, 0.25)));
    assertThat(((Plane) animation.base().panels().getFirst()).marks()).isEqualTo(
        Axes.plane()
            .scatter(X, Y, label("$(x_i,y_i)$"), color(Color.C0))
            .plot(x, line(0, 0), name("line"), label("$(x_i,\\hat{y}_i)$"), color(Color.C1))
            .marks());
    var space = (Space) animation.base().panels().getLast();
    assertThat(space.marks()).hasSize(4);
    assertThat(space.marks().getLast()).isEqualTo(
        Axes.space().scatter(Values.of(), Values.of(), Values.of(), name("visited"), size(20), color(Color.GREY))
            .marks().getFirst());
    assertThat(animation.base().width()).isEqualTo(7.5);
  }

  @Test
  void oneEpochHasAxesOfItsOwn() {
    double[] y = {-9, 25};
    var figure = TrainingFigures.twoPanelsAt(1, X, y, LANDSCAPE, TRACE, TRUTH);
    assertThat(figure.suptitle()).isEqualTo("alpha = 0.001 / epoch = 1");
    var fit = (Plane) figure.panels().getFirst();
    assertThat(fit.marks().getLast().y()).isEqualTo(line(1, 0.5));
    assertThat(fit.ylimits()).isEqualTo(new Limits(-9 - 1.7, 25 + 1.7));
    assertThat(figure.panels().getLast().marks().getLast()).isInstanceOfSatisfying(Mark.Points3.class,
        visited -> assertThat(visited.z()).isEqualTo(Values.of(2, 0.25)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingFigures.twoPanelsAt(2, X, Y, LANDSCAPE, TRACE, TRUTH))
        .withMessage("epoch: \"run\" has epochs 0 to 1, got 2");
  }

  @Test
  void anyModelHasItsCurves() {
    Model parabola = (w, x) -> w.get(0) + w.get(1) * x * x;
    var one = (Plane) TrainingFigures.fit(X, Y, parabola, TRACE).panels().getFirst();
    assertThat(one.marks().getLast().y()).isEqualTo(Values.range(25).map(x -> 1 + x * x));
    var several = TrainingFigures.fits(X, Y, parabola, List.of(TRACE, TRACE));
    assertThat(several.columns()).isEqualTo(2);
    assertThat(several.panels().getFirst().title()).isEqualTo("run");
    assertThat(several.panels().getLast().marks()).isEqualTo(one.marks());
    var moving = TrainingFigures.twoPanels(X, Y, parabola, LANDSCAPE, TRACE, TRUTH);
    assertThat(moving.frames().getLast().data().get("line").coordinates().getLast())
        .isEqualTo(Values.range(25).map(x -> 1 + 0.5 * x * x));
  }

  @Test
  void aRunThatBlewUpLeavesTheOthersToBeSeen() {
    var wild = new Trace("wild", Map.of(), List.of(
        new Trace.Step(List.of(0.0, 0.0), 1, List.of(0.0, 0.0), 0.1),
        new Trace.Step(List.of(1e9, 0.0), 9, List.of(0.0, 0.0), 0.1)), List.of(1e12, 0.0));
    var axes = (Plane) TrainingFigures.weightCurves(List.of(wild, TRACE), 0).panels().getFirst();
    assertThat(axes.marks().stream().map(mark -> mark.style().label())).containsExactly("run", "wild");
    assertThat(axes.marks().stream().map(mark -> mark.style().cycle())).containsExactly(1, 0);
    assertThat(axes.ylimits().high()).isLessThan(2);
    assertThat(axes.y().label()).isEqualTo("$w_{0}$");
  }

  @Test
  void lossCurvesHasALineARun() {
    var axes = (Plane) TrainingFigures.lossCurves(List.of(TRACE, TRACE)).panels().getFirst();
    assertThat(axes.y().log()).isTrue();
    assertThat(axes.marks()).isEqualTo(
        Axes.plane()
            .plot(Values.of(0, 1), Values.of(2, 0.25), label("run"), hover(List.of(FIRST, SECOND)))
            .plot(Values.of(0, 1), Values.of(2, 0.25), label("run"), hover(List.of(FIRST, SECOND)))
            .marks());
  }

  @Test
  void weightCurvesHasALineAWeight() {
    var texts = hover(List.of(FIRST, SECOND, RESULT));
    var axes = (Plane) TrainingFigures.weightCurves(TRACE).panels().getFirst();
    assertThat(axes.marks()).isEqualTo(
        Axes.plane()
            .plot(Values.of(0, 1, 2), Values.of(0, 1, 1), label("$w_{0}$"), texts)
            .plot(Values.of(0, 1, 2), Values.of(0, 0.5, 1), label("$w_{1}$"), texts)
            .marks());
  }

  @Test
  void aRunThatBlewUpLeavesTheDataToBeSeen() {
    var blown = new Trace("blown", Map.of(), List.of(
        new Trace.Step(List.of(0.0, 0.0), Double.POSITIVE_INFINITY, List.of(Double.NaN, 1e300), 0.01)),
        List.of(Double.NaN, 1e300));
    var axes = (Plane) TrainingFigures.fit(X, Y, blown).panels().getFirst();
    assertThat(axes.ylimits().high()).isEqualTo(26.25);
    assertThat(((Mark.Line) axes.marks().getLast()).style().hover())
        .containsExactly("after epoch 0, w = (NaN, 1E+300)");
    TrainingFigures.lossSurface(LANDSCAPE, blown, TRUTH);
    TrainingFigures.twoPanels(X, Y, LANDSCAPE, blown, TRUTH);
    TrainingFigures.lossCurves(List.of(blown));
  }

  @Test
  void noDataAndNoEpochsAreFine() {
    var nothing = new Trace("nothing", Map.of(), List.of(), List.of(0.0, 0.0));
    assertThat(TrainingFigures.fit(new double[0], new double[0], nothing).panels().getFirst().marks())
        .hasSize(2);
    assertThat(TrainingFigures.twoPanels(new double[0], new double[0], LANDSCAPE, nothing, TRUTH).frames())
        .isEmpty();
    TrainingFigures.lossCurves(List.of());
    TrainingFigures.weightCurves(nothing);
    TrainingFigures.lossSurface(Landscape.over(new double[0], new double[0], (a, b) -> 0), nothing, TRUTH);
  }

  @Test
  void onlyALineHasALineToDraw() {
    var three = new Trace("three", Map.of(), List.of(), List.of(1.0, 2.0, 3.0));
    assertThatIllegalArgumentException().isThrownBy(() -> TrainingFigures.fit(X, Y, three))
        .withMessage("trace \"three\" has 3 weights; a line has two, the intercept w0 and the slope w1");
  }

  @Test
  void settingsAreShownAsTheyWereWritten() {
    assertThat(List.of(Epochs.plain(0.0001), Epochs.plain(0.0083), Epochs.plain(10), Epochs.plain(-5)))
        .containsExactly("0.0001", "0.0083", "10", "-5");
    var run = new Trace("run", Map.of(), List.of(
        new Trace.Step(List.of(-1.6491864, 7.101553), 2489.581787109375, List.of(0.0, 0.0), 0.1)), List.of(0.0, 0.0));
    assertThat(Epochs.of(run, Labels.DEFAULT, 0, 2).text(0))
        .isEqualTo("epoch 0, loss 2489.58, w = (-1.6492, 7.1016)");
    assertThat(DoubleStream.of(2.5, 4, -5, 2.487654321, 12345.678, 0.0012345678, -1234567.8).mapToObj(Epochs::brief))
        .as("in a legend").containsExactly("2.5", "4", "-5", "2.488", "12346", "0.001235", "-1235000");
  }

  /// A run of `count` epochs from (0, 0) whose weights grow by 1 an epoch.
  private static Trace climbing(int count) {
    return new Trace("climbing", Map.of(), IntStream.range(0, count).mapToObj(epoch ->
        new Trace.Step(List.of((double) epoch, (double) epoch), 2.0 * epoch, List.of(0.0, 0.0), 0.5)).toList(),
        List.of((double) count, (double) count));
  }

  @Test
  void allWordsComeFromTheReader() {
    Labels.Option korean = Labels.all(Labels.words(word -> "«" + word.english() + "»"), Labels.updates(),
        Labels.rate("lr"), Labels.best(), Labels.axes("넓이", "값"), Labels.weights("$w_1$", "$w_2$"));
    var texts = new ArrayList<String>();
    Stream.of(TrainingFigures.fit(X, Y, TRACE, korean), TrainingFigures.lossSurface(LANDSCAPE, TRACE, TRUTH, korean),
        TrainingFigures.lossCurves(List.of(TRACE), korean), TrainingFigures.weightCurves(TRACE, korean),
        TrainingFigures.threePanels(X, Y, X, Y, TRACE, korean),
        FieldFigures.pathOverGrid(LANDSCAPE.grid(), TRACE, korean),
        FieldFigures.surfaceWalk(LANDSCAPE, TRACE, korean),
        TrainingFigures.twoPanels(X, Y, LANDSCAPE, TRACE, TRUTH, korean).at(1)).forEach(figure -> {
          texts.add(figure.suptitle());
          for (var axes : figure.panels()) {
            texts.addAll(switch (axes) {
              case Plane plane -> List.of(plane.x().label(), plane.y().label(), plane.title());
              case Space space -> List.of(space.x().label(), space.y().label(), space.title());
            });
            axes.marks().forEach(mark -> {
              texts.add(mark.style().label());
              texts.addAll(mark.style().hover());
              texts.add(mark.style().shades().bar().orElse(""));
            });
          }
        });
    assertThat(texts).filteredOn(text -> !text.isEmpty()).allMatch(text -> text.startsWith("«")
        || List.of("넓이", "값", "$w_1$", "$w_2$", "run", "$(x_i,y_i)$", "$(x_i,\\hat{y}_i)$").contains(text));
    assertThat(texts).contains("«lr = 0.001 / «update» = 1»", "«best fit $\\hat{\\bf W}=[1,1]'$»",
        "«after «update» 1, w = (1.0000, 1.0000)»");
  }

  @Test
  void aLongRunIsThinnedEvenlyFromItsStartToItsEnd() {
    var run = climbing(10_000);
    var shown = TrainingFigures.shownEpochs(run);
    assertThat(shown).hasSize(100).startsWith(0, 101, 202).endsWith(9999).isSorted();
    assertThat(IntStream.range(1, 100).map(i -> shown.get(i) - shown.get(i - 1)).distinct()).containsOnly(101);
    assertThat(TrainingFigures.shownEpochs(climbing(100))).hasSize(100);
    var frames = TrainingFigures.twoPanels(X, Y, LANDSCAPE, run, TRUTH).frames();
    assertThat(frames).hasSize(100);
    assertThat(frames.getLast().label()).isEqualTo("epoch 9999");
    int points = frames.stream().flatMap(frame -> frame.data().entrySet().stream())
        .filter(moved -> !moved.getKey().equals("line") && !moved.getKey().equals("off"))
        .mapToInt(moved -> moved.getValue().hover().size()).sum();
    assertThat(points).isEqualTo(100 * 101 / 2);
    assertThat(TrainingFigures.fit(X, Y, run).panels().getFirst().marks()).hasSize(3 + 100);
    var curves = TrainingFigures.weightCurves(run).panels().getFirst().marks();
    assertThat(curves.getFirst()).isInstanceOfSatisfying(Mark.Line.class, curve -> {
      assertThat(curve.x().size()).isLessThanOrEqualTo(2000);
      assertThat(List.of(curve.y().get(0), curve.y().get(curve.y().size() - 1))).containsExactly(0.0, 10_000.0);
    });
  }

  @Test
  void manyWeightsHaveCurvesAndTextsOfBoundedLength() {
    var weights = IntStream.range(0, 100).mapToObj(w -> w / 1.0).toList();
    var step = new Trace.Step(weights, 1, weights, 0.1);
    var axes = (Plane) TrainingFigures.weightCurves(
        new Trace("net", Map.of(), Collections.nCopies(5000, step), weights)).panels().getFirst();
    assertThat(axes.marks()).hasSize(100).allSatisfy(curve -> {
      assertThat(curve.x().size()).isBetween(2, 200);
      assertThat(curve.style().hover()).hasSize(curve.x().size()).allSatisfy(text -> assertThat(text).hasSizeLessThan(150));
    });
    assertThat(axes.marks().getFirst().style().hover().getFirst()).endsWith("8.0000, 9.0000, …)");
  }

  @Test
  void whatLeavesTheAxesOfAnAnimationIsMarkedAtTheirEdge() {
    var run = new Trace("out", Map.of(), List.of(
        new Trace.Step(List.of(0.0, 0.0), 2, List.of(0.0, 0.0), 0.1),
        new Trace.Step(List.of(50.0, 1.0), Double.POSITIVE_INFINITY, List.of(0.0, 0.0), 0.1),
        new Trace.Step(List.of(Double.NaN, 1.0), Double.NaN, List.of(0.0, 0.0), 0.1)), List.of(0.0, 0.0));
    var animation = TrainingFigures.twoPanels(X, Y, LANDSCAPE, run, TRUTH);
    var box = (Space) animation.at(1).panels().getLast();
    var beyond = box.marks().getLast();
    assertThat(beyond).isInstanceOfSatisfying(Mark.Points3.class, points -> {
      assertThat(points.x()).isEqualTo(Values.of(box.xlimits().high()));
      assertThat(points.y()).isEqualTo(Values.of(1));
      assertThat(points.z()).isEqualTo(Values.of(box.zlimits().high()));
    });
    var marker = beyond.style().marker();
    assertThat(box.marks().subList(0, box.marks().size() - 1)).noneMatch(mark -> mark.style().marker() == marker);
    var plane = (Plane) animation.at(1).panels().getFirst();
    assertThat(plane.marks().getLast().style().name()).isEqualTo("off");
    assertThat(plane.marks().getLast().style().label()).as("said once").isEqualTo("outside the axes");
    assertThat(beyond.style().label()).isEmpty();
    assertThat(plane.marks().getLast().y().stream()).hasSize(25).containsOnly(plane.ylimits().high());
    assertThat(((Space) animation.at(2).panels().getLast()).marks().getLast().style().hover()).hasSize(1);
    var within = TrainingFigures.twoPanels(X, Y, LANDSCAPE, TRACE, TRUTH).base();
    assertThat(within.panels().stream().flatMap(axes -> axes.marks().stream()).map(mark -> mark.style().name()))
        .doesNotContain("beyond", "off");
  }

  @Test
  void aWalkIsSeenOverItsSheet() {
    var marks = FieldFigures.surfaceWalk(LANDSCAPE, TRACE).panels().getFirst().drawn();
    assertThat(marks.getFirst()).isInstanceOf(Mark.Surface.class);
    assertThat(marks.get(1).style().zorder()).isGreaterThan(marks.getFirst().style().zorder());
    assertThat(((Mark.Line3) marks.get(1)).z()).isEqualTo(Values.of(2, 0.25, 0));
  }
}
