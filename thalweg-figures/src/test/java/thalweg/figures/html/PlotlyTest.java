package thalweg.figures.html;

import static org.assertj.core.api.Assertions.assertThat;
import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.align;
import static thalweg.figures.Style.capsize;
import static thalweg.figures.Style.cmap;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.colorbar;
import static thalweg.figures.Style.colors;
import static thalweg.figures.Style.dashed;
import static thalweg.figures.Style.edgecolor;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.levels;
import static thalweg.figures.Style.linestyle;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.markers;
import static thalweg.figures.Style.name;
import static thalweg.figures.Style.rotation;
import static thalweg.figures.Style.sizes;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.figures.Align;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Errors;
import thalweg.figures.Extent;
import thalweg.figures.Figure;
import thalweg.figures.Frame;
import thalweg.figures.Grid;
import thalweg.figures.Legend;
import thalweg.figures.Marker;
import thalweg.figures.Output;
import thalweg.figures.Steps;
import thalweg.figures.Stroke;
import thalweg.figures.Theme;
import thalweg.figures.Values;

/// What plotly.js is told of each mark.
class PlotlyTest {

  private static final double[] TWO = {1, 2};
  private static final Grid SQUARE = Grid.of(TWO, TWO, new double[][] {{1, 2}, {3, 4}});

  private static String json(Axes axes) {
    return Json.write(PlotlyPanel.of(axes, Theme.DEFAULT));
  }

  @Test
  void pointsMayEachHaveAShapeASizeAndAColor() {
    var json = json(Axes.plane().scatter(TWO, TWO, markers(List.of(Marker.SQUARE, Marker.CROSS)),
        sizes(Values.of(9, 36)), colors(List.of(Color.RED, Color.BLUE))));
    assertThat(json)
        .contains("\"symbol\":[\"square\",\"x-thin-open\"],\"size\":[5,9],\"color\":[\"#ff0000\",\"#0000ff\"]");
    assertThat(json(Axes.plane().scatter(TWO, TWO, edgecolor("k"))))
        .contains("\"size\":9,\"color\":\"#0072b2\",\"line\":{\"width\":1.3333333333333333,\"color\":\"#000000\"}");
  }

  @Test
  void linesHaveDashesStepsAndMarkers() {
    assertThat(json(Axes.plane().plot(TWO, TWO, dashed(), color("C0")))).contains("\"mode\":\"lines\"")
        .contains("\"line\":{\"color\":\"#1f77b4\",\"width\":2,\"dash\":\"7.4px,3.2px\"}");
    assertThat(json(Axes.plane().step(TWO, TWO, Steps.POST))).contains("\"shape\":\"hv\"");
    assertThat(json(Axes.plane().plot(TWO, TWO, marker("o")))).contains("\"mode\":\"lines+markers\"");
    assertThat(json(Axes.plane().plot(TWO, TWO, marker("o"), linestyle(Stroke.NONE))))
        .contains("\"mode\":\"markers\"");
  }

  @Test
  void barsHaveTheirLengthAlongTheirDirection() {
    assertThat(json(Axes.plane().bar(TWO, new double[] {5, 6})))
        .contains("\"type\":\"bar\",\"orientation\":\"v\",\"x\":[1,2],\"y\":[5,6],\"width\":[0.8,0.8]");
    assertThat(json(Axes.plane().barh(Values.of(TWO), Values.of(5, 6), 1, Values.of(3, 4))))
        .contains("\"orientation\":\"h\",\"y\":[1,2],\"x\":[5,6],\"base\":[3,4],\"width\":[1,1]");
    assertThat(json(Axes.plane().hist(new double[] {0, 0, 1}, 2))).contains("\"x\":[0.25,0.75],\"y\":[2,1]");
  }

  @Test
  void errorBarsReachToBothSides() {
    var errors = new Errors(Values.of(1, 2), Values.of(3, 4));
    assertThat(json(Axes.plane().errorbar(TWO, TWO, errors, capsize(3))))
        .contains("\"error_x\":{\"visible\":false}")
        .contains("\"symmetric\":false,\"array\":[3,4],\"arrayminus\":[1,2],\"width\":4,");
  }

  @Test
  void anAreaIsAnOutlineBetweenGaps() {
    assertThat(json(Axes.plane().fillBetween(new double[] {1, 2, 3, 4}, new double[] {0, 0, Double.NaN, 0},
        new double[] {5, 6, 7, 8}))).contains("\"x\":[1,2,2,1,null,4,4,null],\"y\":[0,0,6,5,null,0,8,null]");
  }

  @Test
  void anImageHasCellsBetweenItsEdges() {
    assertThat(json(Axes.plane().imshow(new double[][] {{1, 2}, {3, 4}}, cmap(ColorMap.GRAY), colorbar("$z$"))))
        .contains("\"type\":\"heatmap\",\"x\":[0,1],\"y\":[0,1],\"z\":[[1,2],[3,4]]")
        .contains("\"meta\":\"numbers\",\"colorscale\":[[0,\"#000000\"],[1,\"#ffffff\"]],\"zmin\":1,\"zmax\":4")
        .contains("\"range\":[1.5,-0.5]");
    assertThat(json(Axes.plane().imshow(new double[][] {{1}, {3}}, true, new Extent(0, 2, 10, 20))))
        .contains("\"x\":[1],\"y\":[17.5,12.5]");
  }

  @Test
  void levelsOfAnyDistanceAreDrawnByTheirNumber() {
    var json = json(Axes.plane().contourf(SQUARE, levels(1, 2, 4.0), colorbar("z")));
    assertThat(json).contains("\"z\":[[0,1.5],[1,2]]").contains("\"start\":0,\"end\":2,\"size\":1")
        .contains("\"tickvals\":[0,1,2],\"ticktext\":[\"1.0\",\"2.0\",\"4.0\"]").contains("\"z: 3.0\"");
    assertThat(json(Axes.plane().contour(SQUARE, levels(1, 2, 3.0)))).contains("\"z\":[[1,3],[2,4]]");
  }

  @Test
  void textsAndSpansAreNotesOfTheLayout() {
    assertThat(json(Axes.plane().text(1, 2, "<script>", rotation(30), align(Align.Across.RIGHT, Align.Up.TOP))))
        .contains("\"type\":\"annotation\",\"text\":\"\\u0026lt;script\\u0026gt;\"")
        .contains("\"showarrow\":false,\"xanchor\":\"right\",\"yanchor\":\"top\",\"textangle\":-30");
    assertThat(json(Axes.plane().logy().annotate("n", 1, 100, 2, 1000)))
        .contains("\"x\":1,\"y\":2,").contains("\"ax\":2,\"ay\":3");
    assertThat(json(Axes.plane().axhline(3))).contains("\"type\":\"shape\"")
        .contains("\"xref\":\"paper\",\"yref\":\"y\",\"x0\":0,\"x1\":1,\"y0\":3,\"y1\":3,\"shape\":\"line\"");
    assertThat(json(Axes.plane().axvspan(3, 4, alpha(0.5))))
        .contains("\"opacity\":0.5,\"xref\":\"x\",\"yref\":\"paper\"")
        .contains("\"x0\":3,\"x1\":4,\"y0\":0,\"y1\":1,\"shape\":\"rect\",\"layer\":\"below\"");
  }

  @Test
  void spaceHasLinesWiresAndTexts() {
    assertThat(json(Axes.space().plot(TWO, TWO, TWO, dashed()))).contains("\"mode\":\"lines\"")
        .contains("\"dash\":\"dash\"");
    assertThat(json(Axes.space().wireframe(TWO, TWO, new double[][] {{5, 6}, {7, 8}})))
        .contains("\"x\":[1,1,null,2,2,null,1,2,null,1,2,null]")
            .contains("\"z\":[5,6,null,7,8,null,5,7,null,6,8,null]");
    assertThat(json(Axes.space().text(1, 2, 3, "$w_0$"))).contains("\"mode\":\"text\"")
        .contains("\"textposition\":\"top right\"");
    assertThat(json(Axes.space().surface(TWO, TWO, new double[][] {{1, 2}, {3, 4}}, cmap(ColorMap.GRAY))))
        .contains("\"meta\":\"numbers\"").contains("\"cmin\":1,\"cmax\":4");
  }

  @Test
  void axesHaveTextsAndGrids() {
    assertThat(json(Axes.plane().xticks(TWO, List.of("no", "$\\eta$")).grid()))
        .contains("\"showgrid\":true,\"tickvals\":[1,2],\"ticktext\":[\"no\",\"η\"],\"tickmode\":\"array\"");
    assertThat(json(Axes.plane())).contains("\"showgrid\":false");
    assertThat(json(Axes.space())).contains("\"showgrid\":true");
  }

  @Test
  void farFromZeroTicksCountFromARoundNumber() {
    double[] y = {1e9, 1e9 + 1e-6, 1e9 + 2e-6, 1e9 + 4e-6};
    double[] x = {0, 1, 2, 3};
    assertThat(json(Axes.plane().plot(x, y).ylabel("height")))
        .contains("height (1e−6+1e9)", "\"ticktext\":[\"0\",\"1\",\"2\",\"3\",\"4\"],\"tickmode\":\"array\"")
        .containsOnlyOnce("tickvals");
    assertThat(json(Axes.plane().plot(x, x).ylabel("height"))).doesNotContain("tickvals");
  }

  @Test
  void aFigureTellsItsColumnsItsThemeAndItsLegends() {
    var axes = Axes.plane().plot(TWO, TWO, label("a")).legend(Legend.BEST, "Runs");
    var html = FigureHtml.of(Figure.grid(2, axes, axes, axes).theme(Theme.DARK));
    assertThat(html).contains("class=\"thalweg-figure dark\"")
        .contains("--columns: 2; --paper: #15181d; --ink: #e6e8eb")
        .contains("--ratio: 1.5;").contains("class=\"legend upper-left\"><li class=\"title\">Runs</li>");
    assertThat(FigureHtml.of(Figure.of(axes))).as("follows the page").doesNotContain("--paper");
  }

  @Test
  void thinnedMarksAreNoted() {
    var many = Values.range(30_000);
    var html = FigureHtml.of(Figure.of(Axes.plane().scatter(many, many, label("<all>"))));
    assertThat(html).contains("&lt;all&gt;: 30,000 points, of which the page shows 20,000.")
        .hasSizeLessThan(600_000);
  }

  @Test
  void manyMarksAreThinnedButForThoseWithALabelOrAName() {
    var axes = Axes.plane().plot(TWO, TWO, label("first")).freeze();
    for (int i = 0; i < 2000; i++) {
      axes = axes.plot(TWO, new double[] {i, i}, alpha(0.1));
    }
    var figure = Figure.of(axes.plot(TWO, TWO, name("moves")));
    var html = FigureHtml.of(figure);
    assertThat(html.split("\"type\":\"scatter\"", -1)).hasSize(500 + 1);
    assertThat(html).contains("\"y\":[0,0]").contains("\"y\":[1999,1999]")
        .contains("The figure has 2,002 lines and other marks, of which the page shows 500, evenly chosen.");
    assertThat(FigureHtml.of(new Animation(figure, List.of(Frame.of("", "").move("moves", Values.of(TWO), Values.of(8, 9)))),
        Output.DEFAULT)).contains("{\"panel\":0,\"trace\":499,\"x\":[1,2],\"y\":[8,9],");
  }

  @Test
  void aFrameHandsOverCoordinatesOrTheWholeMark() {
    var base = Figure.of(Axes.plane().bar(TWO, TWO, name("bars")).plot(TWO, TWO, name("line")));
    var html = FigureHtml.of(new Animation(base, List.of(
        Frame.of("0", "").move("bars", Values.of(7, 8)).move("line", Values.of(TWO), Values.of(3, 4)))), Output.DEFAULT);
    assertThat(html).contains("{\"panel\":0,\"trace\":0,\"whole\":{\"type\":\"bar\"")
        .contains("{\"panel\":0,\"trace\":1,\"x\":[1,2],\"y\":[3,4],\"hovertext\":[]}");
  }

  /// What a walk has visited is sent once, not again in every later frame.
  @Test
  void aRowThatGrowsIsSentOnce() {
    var base = Figure.of(Axes.plane().scatter(TWO, TWO, name("way")));
    var frames = IntStream.range(0, 4).mapToObj(i -> Frame.of("", "").move("way",
        IntStream.range(0, 5 + i).mapToObj(k -> "at " + k).toList(), Values.range(5 + i), Values.range(5 + i)))
        .toList();
    var html = FigureHtml.of(new Animation(base, frames), Output.DEFAULT);
    assertThat(html).contains("\"x\":[0,1,2,3,4],\"y\":[0,1,2,3,4],\"hovertext\":[\"at 0\",\"at 1\",\"at 2\",\"at 3\",\"at 4\"]")
        .contains("\"x\":{\"keep\":7,\"then\":[7]},\"y\":{\"keep\":7,\"then\":[7]},"
            + "\"hovertext\":{\"keep\":7,\"then\":[\"at 7\"]}");
  }

  /// A mark that moves in some frames stands in the others where the figure has it.
  @Test
  void everyFrameSaysWhereAllThatMovesIs() {
    var base = Figure.of(Axes.plane().plot(TWO, TWO, name("a")).plot(TWO, TWO, name("b")));
    var html = FigureHtml.of(new Animation(base, List.of(
        Frame.of("0", "").move("a", Values.of(5, 6), Values.of(5, 6)),
        Frame.of("1", "").move("b", Values.of(7, 8), Values.of(7, 8)))), Output.DEFAULT);
    assertThat(html.substring(html.indexOf("\"label\":\"1\"")))
        .contains("{\"panel\":0,\"trace\":0,\"x\":[1,2],\"y\":[1,2],\"hovertext\":[]}");
  }

  @Test
  void animationsAreBounded() {
    var base = Figure.of(Axes.plane().scatter(TWO, TWO, name("cloud")));
    var frames = IntStream.range(0, 100).mapToObj(i -> Frame.of("", "").move("cloud",
        IntStream.range(0, 10_000).mapToObj(k -> "epoch " + i + ", point " + k).toList(),
        Values.range(10_000).map(k -> k + i / 3.0), Values.range(10_000).map(k -> Math.sin(k + i)))).toList();
    var html = FigureHtml.of(new Animation(base, frames), Output.DEFAULT);
    assertThat(html).hasSizeLessThan(10_000_000)
        .contains("For each moving mark the page shows at most 1,000 points per frame, evenly chosen.");
    var growing = IntStream.rangeClosed(1, 100).mapToObj(i -> Frame.of("", "").move("cloud",
        IntStream.range(0, 100 * i).mapToObj(k -> "point " + k).toList(),
        Values.range(100 * i), Values.range(100 * i))).toList();
    assertThat(FigureHtml.of(new Animation(base, growing), Output.DEFAULT)).hasSizeLessThan(500_000)
        .doesNotContain("class=\"thinned\"");
    var image = new double[200][200];
    var grids = IntStream.range(0, 100).mapToObj(i -> Frame.of("", "").move("image", Values.range(40_000))).toList();
    assertThat(FigureHtml.of(new Animation(Figure.of(Axes.plane().imshow(image, name("image"))), grids), Output.DEFAULT))
        .hasSizeLessThan(10_000_000).contains("100 frames, of which the page shows 25");
    var many = IntStream.range(0, 2000).mapToObj(i -> Frame.of("frame " + i, "")).toList();
    assertThat(FigureHtml.of(new Animation(base, many), Output.DEFAULT))
        .contains("2,000 frames, of which the page shows 500").contains("\"frame 0\"").contains("\"frame 1999\"");
  }
}
