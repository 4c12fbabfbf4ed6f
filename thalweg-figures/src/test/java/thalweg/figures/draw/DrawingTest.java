package thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.capsize;
import static thalweg.figures.Style.cmap;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.colorbar;
import static thalweg.figures.Style.dashed;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.pivot;
import static thalweg.figures.Style.shaft;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.ColorMap;
import thalweg.figures.Errors;
import thalweg.figures.Figure;
import thalweg.figures.Grid;
import thalweg.figures.Legend;
import thalweg.figures.Pivot;
import thalweg.figures.Plane;
import thalweg.figures.Steps;
import thalweg.figures.Theme;
import thalweg.figures.Values;

class DrawingTest {

  private static final double[] ONE = {1};
  private static final double[] THREE = {0, 1, 2};

  @Test
  void textIsTextAndEscaped() throws Exception {
    var svg = Drawing.svg(Figure.of(
        Axes.plane().plot(THREE, THREE, label("<script>alert(\"1\")</script> & more \u0001"))
            .title("<b>").xlabel("$w_0$").legend()).suptitle("a & b"));
    assertThat(svg).doesNotContain("<script>").doesNotContain("<b>").doesNotContain("\u0001");
    var document = parsed(svg);
    assertThat(texts(document)).contains("<script>alert(\"1\")</script> & more \ufffd", "<b>", "w0", "a & b", "1.0");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a & b");
  }

  @Test
  void everyMarkIsDrawnInItsColour() {
    var style = Stream.of(0x111101, 0x111102, 0x111103, 0x111104).map(Color::new).toList();
    var svg = Drawing.svg(Figure.of(Axes.plane()
        .plot(THREE, THREE, color(style.get(0)), dashed())
        .scatter(THREE, THREE, color(style.get(1)), marker("*"), alpha(0.25))
        .bar(THREE, THREE, color(style.get(2)))
        .axhline(1, color(style.get(3)))));
    assertThat(count(svg, "stroke=\"#111101\"")).isEqualTo(1);
    assertThat(svg).contains("stroke-dasharray=\"5.55 2.4\"");
    assertThat(count(svg, "fill=\"#111102\" fill-opacity=\"0.25\"")).isEqualTo(3);
    assertThat(count(svg, "fill=\"#111103\"")).isEqualTo(3);
    assertThat(count(svg, "stroke=\"#111104\"")).isEqualTo(1);
  }

  @Test
  void ticksStandWhereTheirNumbersAre() {
    var plane = Axes.plane().xlim(0, 10).ylim(0, 1).xticks(0, 10).yticks(0.5);
    var panel = new PlanePanel(plane, new Rectangle2D.Double(50, 20, 200, 100), Look.of(Theme.DEFAULT));
    var canvas = new SvgCanvas(300, 200);
    panel.paint(canvas);
    assertThat(canvas.document("")).contains("M50 120L50 123.5", "M250 120L250 123.5", "M50 70L46.5 70");
  }

  @Test
  void aTranslucentAreaLeavesOutWhatLiesHigher() {
    var grid = Grid.over(Values.linspace(-1, 1, 20), Values.linspace(-1, 1, 20), Math::hypot);
    var svg = Drawing.svg(Figure.of(Axes.plane().contourf(grid, cmap(ColorMap.PLASMA), alpha(0.5), colorbar("r"))));
    assertThat(count(svg, "fill-rule=\"evenodd\" fill-opacity=\"0.5\"")).isGreaterThan(4);
    assertThat(svg).contains(">r</text>").contains("href=\"data:image/png;base64,");
  }

  @Test
  void panelsDoNotLieOnEachOther() {
    var wide = Axes.plane().plot(THREE, new double[] {-1e5, 0, 1e5}).ylabel("a label");
    var layout = Layout.of(600, 200, 1, 3);
    var overhang = new PlanePanel(wide, layout.place(1), Look.of(Theme.DEFAULT)).overhang();
    var held = layout.holding(List.of(overhang, overhang, overhang), 30);
    assertThat(held.place(1).getMinX() - overhang.left()).isGreaterThan(held.place(0).getMaxX());
    assertThat(held.place(0).getMinX() - overhang.left()).isGreaterThanOrEqualTo(0);
    assertThat(held.place(0).getMinY()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void theHandIsSteady() {
    var figure = Figure.of(Axes.plane().plot(THREE, THREE)).theme(Theme.XKCD);
    assertThat(Drawing.svg(figure)).isEqualTo(Drawing.svg(figure)).contains("@font-face", "Comic Neue");
    assertThat(Drawing.svg(figure.theme(Theme.DEFAULT))).doesNotContain("@font-face");
  }

  @Test
  void aMillionPointsAreThinned() {
    var random = new Random(1);
    double[] x = random.doubles(1_000_000).sorted().toArray();
    double[] y = random.doubles(1_000_000).toArray();
    var svg = Drawing.svg(Figure.of(Axes.plane().plot(x, y)).size(3, 2));
    assertThat(svg.length()).isLessThan(200_000);
    assertThat(Drawing.image(Figure.of(Axes.plane().scatter(x, y)).size(3, 2), 50).getWidth()).isEqualTo(150);
  }

  static Stream<Axes> millions() {
    int count = 1_000_000;
    var random = new Random(1);
    var x = Values.of(random.doubles(count).toArray());
    var y = Values.of(random.doubles(count).toArray());
    var sorted = Values.range(count);
    return Stream.of(
        Axes.plane().plot(x, y), Axes.plane().bar(sorted, y, 1), Axes.plane().fillBetween(sorted, y, x),
        Axes.plane().errorbar(x, y, Errors.NONE, Errors.each(0.1, count)), Axes.plane().quiver(x, y, x, y),
        Axes.space().scatter(x, y, x), Axes.space().plot(x, y, x));
  }

  @ParameterizedTest
  @MethodSource("millions")
  void aMillionOfAnythingIsThinned(Axes axes) {
    assertTimeout(Duration.ofSeconds(20), () ->
        assertThat(Drawing.svg(Figure.of(axes).size(3, 2)).length()).isLessThan(8_000_000));
  }

  @Test
  void aScribbleOfAMillionPointsIsPaintedInTime() {
    var random = new Random(1);
    double[] x = random.doubles(1_000_000).toArray();
    assertTimeout(Duration.ofSeconds(20), () ->
        assertThat(Drawing.image(Figure.of(Axes.plane().plot(x, random.doubles(1_000_000).toArray())), 100)
            .getRGB(225, 150)).isNotEqualTo(-1));
  }

  @Test
  void bestIsTheCornerThatTheLegendLeavesFree() {
    double[] up = {0.1, 0.2, 0.3, 0.9};
    var figure = Figure.of(Axes.plane().plot(up, up, label("rising")).legend(Legend.BEST)).size(4, 3);
    assertThat(Drawing.svg(figure))
        .isEqualTo(Drawing.svg(Figure.of(Axes.plane().plot(up, up, label("rising")).legend()).size(4, 3)));
  }

  @Test
  void arrowsStandOnTheirPivotWithTheirShaft() {
    double[] none = {0};
    var at = Axes.plane().xlim(-1, 1).ylim(-1, 1);
    // The axes are 200 points wide from 50 on, so that 0 is at 150 and the arrow is 100 long.
    assertThat(painted(at.quiver(none, none, ONE, none, 2))).contains("M150 ").contains("L250 70");
    assertThat(painted(at.quiver(none, none, ONE, none, 2, pivot(Pivot.MIDDLE)))).contains("M100 ").contains("L200 70");
    assertThat(painted(at.quiver(none, none, ONE, none, 2, shaft(0.05)))).contains("M150 75").contains("L250 70");
  }

  private static String painted(Plane plane) {
    var canvas = new SvgCanvas(300, 200);
    new PlanePanel(plane, new Rectangle2D.Double(50, 20, 200, 100), Look.of(Theme.DEFAULT)).paint(canvas);
    return canvas.document("");
  }

  static Stream<Axes> oddities() {
    double nan = Double.NaN;
    double inf = Double.POSITIVE_INFINITY;
    double[] none = {};
    double[] gaps = {nan, 1, inf};
    double[] tiny = {1e-300, 2e-300, 3e-300};
    double[] huge = {-1e300, 0, 1.7e308};
    var grid = new double[][] {{0, 1, 2}, {nan, 1, 0}, {1, 1, inf}};
    return Stream.of(
        Axes.plane(), Axes.space(), Axes.plane().legend(), Axes.plane().title("only a title"),
        Axes.plane().plot(none, none).scatter(none, none),
        Axes.plane().plot(ONE, ONE).scatter(ONE, ONE),
        Axes.plane().plot(THREE, gaps).scatter(gaps, THREE).bar(THREE, gaps).step(THREE, gaps, Steps.POST),
        Axes.plane().plot(THREE, tiny).scatter(tiny, tiny),
        Axes.plane().plot(THREE, huge).scatter(huge, THREE),
        Axes.plane().plot(tiny, THREE).logx(),
        Axes.plane().plot(THREE, huge).ylim(-1e-300, 1e-300),
        Axes.plane().errorbar(THREE, gaps, Errors.each(1, 3), capsize(3)),
        Axes.plane().contourf(THREE, THREE, grid, colorbar("b")).contour(THREE, THREE, grid),
        Axes.plane().imshow(grid),
        Axes.plane().quiver(THREE, THREE, gaps, THREE, 1).axisEqual(),
        Axes.plane().annotate("here", 1, 1, 1, 1).text(5, 5, "beyond"),
        Axes.plane().plot(THREE, THREE).invertXaxis().legend(Legend.ABOVE),
        Axes.space().scatter(none, none, none).plot(gaps, THREE, THREE),
        Axes.space().surface(THREE, THREE, grid).wireframe(THREE, THREE, grid),
        Axes.space().surface(THREE, THREE, grid, cmap(ColorMap.VIRIDIS), colorbar("z")),
        Axes.space().scatter(THREE, THREE, huge).view(0, 90, 10),
        Axes.space().scatter(THREE, THREE, THREE).view(270, -100, 0.5));
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void odditiesDraw(Axes axes) throws Exception {
    for (var theme : new Theme[] {Theme.DEFAULT, Theme.DARK, Theme.XKCD}) {
      var svg = Drawing.svg(Figure.of(axes).theme(theme));
      parsed(svg);
      assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("9223372036854775807");
    }
    var image = Drawing.image(Figure.of(axes).size(2, 1.5), 60);
    int paper = image.getRGB(0, 0);
    boolean drawn = false;
    for (int pixel : image.getRGB(0, 0, 120, 90, null, 0, 120)) {
      drawn |= pixel != paper;
    }
    assertThat(drawn).isTrue();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static String[] texts(Document document) {
    var nodes = document.getElementsByTagName("text");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent()).toArray(String[]::new);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
