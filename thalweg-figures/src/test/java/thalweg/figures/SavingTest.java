package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.figures.Output.dpi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {

  private static final Figure FIGURE = Figure.of(
      Axes.plane().scatter(new double[] {1, 2, 3}, new double[] {3, 1, 2}, Style.color(Color.RED), Style.label("한 α"))
          .xlabel("an axis of $w_0$").legend(Legend.LOWER_LEFT)).size(4, 3);

  @TempDir Path directory;

  @Test
  void aPngHasItsSizeItsResolutionAndItsMarks() throws IOException {
    var file = directory.resolve("new/figure.PNG");
    FIGURE.save(file, dpi(150));
    var image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(600);
    assertThat(image.getHeight()).isEqualTo(450);
    long red = Arrays.stream(image.getRGB(0, 0, 600, 450, null, 0, 600))
        .filter(pixel -> (pixel >> 16 & 0xff) > 200 && (pixel & 0xff) < 128).count();
    // three points and one in the legend, each a disc of 7 points
    assertThat((double) red).isCloseTo(4 * Math.PI * Math.pow(3.5 * 150 / 72, 2), within(30.0));
    assertThat(ByteBuffer.wrap(Files.readAllBytes(file)).getInt(41)).as("pixels a metre").isEqualTo(5906);
  }

  @Test
  void aPdfHasOnePageAndItsText() throws IOException {
    var file = directory.resolve("figure.pdf");
    FIGURE.save(file);
    try (var document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(288);
      assertThat(new PDFTextStripper().getText(document)).contains("an axis of w0", "1.5");
    }
  }

  /// In a machine of its own, because the library for PDF speaks once, when it is first used; with the modules alone
  /// that figures ask for, as the command line has them.
  @Test
  void aPdfIsWrittenInSilence() throws Exception {
    var program = Files.writeString(directory.resolve("Silent.java"), """
        import thalweg.figures.*;
        void main(String[] args) {
          Figure.of(Axes.plane().plot(new double[] {0, 1}, new double[] {0, 1}, Style.label("α 학습률 学习率")).legend())
              .save(java.nio.file.Path.of(args[0]));
        }
        """);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var file = directory.resolve("silent.pdf");
    var said = directory.resolve("said");
    var process = new ProcessBuilder(java, "--module-path", System.getProperty("jdk.module.path"), "--class-path",
        System.getProperty("java.class.path"), "--add-modules", "thalweg.figures", "--limit-modules",
        "thalweg.figures,jdk.incubator.vector,jdk.compiler", program.toString(), file.toString()).redirectErrorStream(true).redirectOutput(said.toFile())
        .start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(Files.readAllLines(said)).as("but for the compiler's word on incubating modules")
        .allMatch(line -> line.contains("jdk.incubator.vector") || line.equals("1 warning"));
  }

  @Test
  void otherFormatsAreWritten() throws IOException {
    FIGURE.save(directory.resolve("figure.svg"));
    FIGURE.save(directory.resolve("figure.html"));
    assertThat(directory.resolve("figure.svg")).content().startsWith("<svg ").contains("한 α");
    assertThat(directory.resolve("figure.html")).content().contains("thalweg-figure", "plotly");
  }

  @Test
  void anUnknownEndingNamesThoseKnown() {
    for (var name : new String[] {"figure.bmp", "figure", "png"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> FIGURE.save(directory.resolve(name)))
          .withMessage("save: no renderer writes \"%s\"; a figure can be saved as .htm, .html, .pdf, .png, .svg", name);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> dpi(0).apply(Output.DEFAULT))
        .withMessage("dpi: expected at least 1 pixel per inch, got 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> FIGURE.save(directory.resolve("large.png"), dpi(10_000)))
        .withMessage("dpi: 4.0 by 3.0 inches at 10000.0 pixels per inch make 40000 × 30000 pixels, "
            + "but 67 million are the most; use 2364 or less");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aFileIsReplacedWholeOrNotAtAll() throws IOException {
    var file = directory.resolve("figure.svg");
    Files.writeString(file, "old");
    FIGURE.save(file);
    assertThat(file).content().startsWith("<svg ").endsWith("</svg>\n");
    var taken = Files.createDirectory(directory.resolve("taken.svg"));
    Files.writeString(taken.resolve("inside"), "kept");
    assertThatThrownBy(() -> FIGURE.save(taken)).isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("save: cannot write").hasMessageContaining("taken.svg");
    assertThat(taken.resolve("inside")).hasContent("kept");
    try (var files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("figure.svg", "taken.svg");
    }
  }

  @Test
  void aPageIsOpenedWhereThereIsADisplay() {
    assertThat(Showing.command("file:///f.html", "Linux", Map.of())).isEmpty();
    assertThat(Showing.command("file:///f.html", "Linux", Map.of("DISPLAY", ":0")))
        .containsExactly("xdg-open", "file:///f.html");
    assertThat(Showing.command("file:///f.html", "Mac OS X", Map.of())).containsExactly("open", "file:///f.html");
    assertThat(Showing.command("file:///f.html", "Windows 11", Map.of())).contains("file:///f.html");
  }

  @Test
  void whatKilledProgramsLeftIsSwept() throws IOException {
    Path dead = Files.createFile(directory.resolve(".a.png.thalweg-999999999999-1f.part"));
    Path alive = Files.createFile(directory.resolve(".b.png.thalweg-" + ProcessHandle.current().pid() + "-1f.part"));
    Path foreign = Files.createFile(directory.resolve(".c.png.part"));
    Saving.whole(directory.resolve("d.txt"), to -> to.write('d'));
    assertThat(directory).isDirectoryNotContaining(file -> file.equals(dead));
    assertThat(alive).exists();
    assertThat(foreign).exists();
    assertThat(directory.resolve("d.txt")).hasContent("d");
  }
}
