package thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static thalweg.figures.Style.cmap;
import static thalweg.figures.Style.colorbar;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.marker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.Axes;
import thalweg.figures.ColorMap;
import thalweg.figures.Errors;
import thalweg.figures.Figure;
import thalweg.figures.Legend;
import thalweg.figures.Steps;
import thalweg.figures.Style;
import thalweg.figures.Theme;
import thalweg.figures.Values;

/// Every mark in every format, whatever its numbers are.
class EveryNumberTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final double MOST = Double.MAX_VALUE;
  private static final double LEAST = Double.MIN_VALUE;
  private static final double[] X = {0, 1, 2, 3};

  @TempDir Path directory;

  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of("NaN", new double[] {1, NAN, 3, 2}),
        Arguments.of("nothing but NaN", new double[] {NAN, NAN, NAN, NAN}),
        Arguments.of("infinite", new double[] {1, INFINITE, -INFINITE, 2}),
        Arguments.of("the largest", new double[] {-MOST, MOST, NAN, 1}),
        Arguments.of("the largest alone", new double[] {MOST, MOST, MOST, MOST}),
        Arguments.of("the least", new double[] {LEAST, 2 * LEAST, 0, LEAST}),
        Arguments.of("equal", new double[] {5, 5, 5, 5}),
        Arguments.of("far from zero", new double[] {1e9, 1e9 + 1e-6, 1e9 + 2e-6, 1e9 + 4e-6}));
  }

  private static List<Axes> marks(double[] v) {
    var sizes = Values.of(v).map(Math::abs).toArray();
    var positive = Values.of(v).positive().toArray();
    var z = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        z[i][j] = v[(i + j) % 4];
      }
    }
    return List.of(
        Axes.plane().scatter(X, v, label("a")).plot(v, X, label("b"), marker("o")).legend(Legend.BEST).grid(),
        Axes.plane().step(X, v, Steps.POST).bar(X, v), Axes.plane().barh(X, v),
        Axes.plane().errorbar(X, v, Errors.of(sizes), Style.capsize(3)), Axes.plane().fillBetween(X, v, X),
        Axes.plane().quiver(Values.of(X), Values.of(v), Values.of(v), Values.of(X)), Axes.plane().hist(v, 5),
        Axes.plane().scatter(X, X, Style.c(Values.of(v)), cmap(ColorMap.VIRIDIS), colorbar("c")),
        Axes.plane().contourf(X, X, z, colorbar("c")), Axes.plane().contour(X, X, z, cmap(ColorMap.VIRIDIS)),
        Axes.plane().imshow(z, colorbar("c")), Axes.plane().plot(X, v).axisEqual(),
        Axes.plane().scatter(positive, new double[] {1, 2, 3, 4}).logx().logy().grid(),
        Axes.space().scatter(X, v, v, label("a")).plot(v, X, v).legend(), Axes.space().scatter(X, X, positive).logz(),
        Axes.space().surface(X, X, z), Axes.space().surface(X, X, z, cmap(ColorMap.VIRIDIS), colorbar("c")),
        Axes.space().wireframe(X, X, z));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void isDrawn(String name, double[] v) throws IOException {
    Figure.row(marks(v).toArray(Axes[]::new)).save(directory.resolve("figure.html"));
    for (var axes : marks(v)) {
      var figure = Figure.of(axes).size(3, 2);
      for (var ending : List.of("svg", "png", "pdf")) {
        figure.save(directory.resolve("figure." + ending));
      }
      figure.theme(Theme.XKCD).save(directory.resolve("hand.svg"));
      for (var drawn : List.of("figure.svg", "hand.svg")) {
        // 92233720368547758.07 is what becomes of a place that no page has.
        assertThat(Files.readString(directory.resolve(drawn))).as(axes.toString())
            .doesNotContain("NaN", "Infinity", "2147483647", "92233720368547758");
      }
    }
  }

  @Test
  void whereHeightsAreMissingASurfaceHasAHole() throws IOException {
    double[][] whole = {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}};
    double[][] holed = {{0, 0, 0}, {0, 1, 0}, {0, 0, NAN}};
    double[][] infinite = {{0, 0, 0}, {0, 1, 0}, {0, 0, INFINITE}};
    assertThat(faces(whole)).isEqualTo(4);
    assertThat(faces(holed)).isEqualTo(3);
    assertThat(faces(infinite)).isEqualTo(3);
  }

  private int faces(double[][] z) throws IOException {
    double[] at = {0, 1, 2};
    var file = directory.resolve("faces.svg");
    Figure.of(Axes.space().surface(at, at, z, Style.color("red"), Style.alpha(0.37))).save(file);
    return Files.readString(file).split("fill-opacity=\"0.37\"", -1).length - 1;
  }
}
