package thalweg.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonFigure;
import thalweg.lab.lesson.Lessons;

/// What `--figures` leaves on the disk.
class FigureFilesTest {
  @TempDir private Path directory;

  private final Shell shell = new Shell();

  private int run(String lesson, String... options) {
    var run = Stream.of("run", lesson, "--no-report", "--figures", directory.toString());
    return shell.run(Stream.concat(run, Stream.of(options)).toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).map(file -> directory.relativize(file).toString()).sorted().toList();
    }
  }

  @Test
  void everyFigureIsSvgAndEveryAnimationGif() throws IOException {
    assertThat(run("line", "--set", "epochs=3", "optimizer=adam", "--dpi", "30")).isZero();
    assertThat(files()).containsExactly(
        "animation.gif", "chosen-losses.svg", "chosen-weights.svg", "fit.svg", "losses.svg",
        "rates-0.0001.gif", "rates-0.0083.gif", "rates-0.0085.gif", "rates-0.01.gif", "surface.svg");
    assertThat(shell.out()).contains("Figure: " + directory.resolve("fit.svg")).doesNotContain("\r");
    assertThat(directory.resolve("losses.svg")).content().contains(">epoch<");
  }

  @Test
  void oneFigureInSeveralFormatsOfASize() throws IOException {
    assertThat(run("line", "--only", "surface", "--format", "PNG,pdf,mp4", "--dpi", "50", "--size", "6x4")).isZero();
    assertThat(files()).containsExactly("surface.pdf", "surface.png");
    var picture = ImageIO.read(directory.resolve("surface.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(300);
    assertThat(picture.getHeight()).isEqualTo(200);
  }

  @Test
  void anAnimationTakesItsFormatsAlone() throws IOException {
    assertThat(run("line", "--set", "epochs=2", "--only", "animation", "--format", "png,html,mp4", "--dpi", "30")).isZero();
    assertThat(files()).containsExactly("animation.html", "animation.mp4");
  }

  @Test
  void severalLessonsHaveDirectories() throws IOException {
    assertThat(run("all", "--only", "losses,landscape")).isZero();
    assertThat(files()).containsExactly(
        "line/losses.svg", "seeds/losses.svg", "shallow/landscape.svg", "shapes/losses.svg");
  }

  @Test
  void aStyleIsThatOfFilesAndPages() throws IOException {
    var report = directory.resolve("report");
    assertThat(shell.run("run", "seeds", "--style", "dark", "--figures", directory.toString(), "--out", report.toString()))
        .isZero();
    assertThat(directory.resolve("losses.svg")).content().contains("#15181d");
    assertThat(report.resolve("seeds.html")).content().contains("class=\"thalweg-figure dark\"");
  }

  @Test
  void tooManyPixelsAreNamedAndNothingIsWritten() throws IOException {
    assertThat(run("line", "--format", "svg,png", "--dpi", "10000")).isEqualTo(2);
    assertThat(shell.err()).startsWith("thalweg: --dpi: 4.5 by 3.0 inches").contains("45000 × 30000 pixels")
        .hasLineCount(1);
    assertThat(files()).isEmpty();
  }

  @Test
  void comparisonsHaveFiguresToo() throws IOException {
    assertThat(shell.run("compare", "line", "alpha=0.001,0.002", "--set", "epochs=3", "--no-report",
        "--figures", directory.toString())).isZero();
    assertThat(files()).containsExactly("losses.svg", "weights-0.svg", "weights-1.svg");
  }

  @Test
  void aDescentIsDrawnOnItsFormula() throws IOException {
    String figures = directory.toString();
    assertThat(shell.run("descent", "x^2+y^2", "--start", "x=1,y=2", "--figures", figures)).isZero();
    assertThat(files()).containsExactly("graph.svg", "path.svg", "values.svg");
    assertThat(directory.resolve("path.svg")).content().contains(">start<", ">x<", ">y<");
    assertThat(shell.run("descent", "x^2", "--start", "x=1", "--figures", figures, "--only", "path", "--format", "png"))
        .isZero();
    assertThat(shell.run("descent", "x*y*z", "--start", "x=1,y=2,z=3", "--steps", "3", "--figures", figures + "/three"))
        .isZero();
    assertThat(files()).containsExactly("graph.svg", "path.png", "path.svg", "three/graph.svg", "three/values.svg",
        "values.svg");
  }

  static List<Lesson> lessons() {
    return Lessons.all();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void aLessonSaysBeforeWhatItsFiguresAreCalled(Lesson lesson) {
    var figures = lesson.run(LessonContext.quiet(lesson)).figures();
    assertThat(figures).isNotEmpty().extracting(LessonFigure::file).doesNotHaveDuplicates();
    assertThat(lesson.figures()).doesNotHaveDuplicates().containsAll(figures.stream().map(LessonFigure::name).toList());
  }

  @Test
  void aBarSaysHowFarItIs() {
    assertThat(new FrameProgress("a.gif").line(15, 30)).isEqualTo("a.gif [###############               ] 15 of 30 frames");
  }
}
