package thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static thalweg.figures.Style.label;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.Figure;
import thalweg.figures.Frame;
import thalweg.figures.Legend;
import thalweg.figures.Theme;

class EastAsianTextTest {

  private enum Themes {
    DEFAULT(Theme.DEFAULT), XKCD(Theme.XKCD);

    private final Theme theme;

    Themes(Theme theme) {
      this.theme = theme;
    }
  }

  private static final List<String> KOREAN = List.of("경사하강법", "학습률", "손실함수", "에포크");
  private static final List<String> CHINESE = List.of("梯度下降", "学习率", "损失函数", "（轮次）");

  @TempDir Path directory;

  private static Figure figure(List<String> texts) {
    return Figure.of(Axes.plane().plot(new double[] {0, 1}, new double[] {0, 1}, label(texts.get(1)))
        .xlabel(texts.get(3)).ylabel(texts.get(2)).legend(Legend.BEST)).suptitle(texts.get(0)).size(4, 3);
  }

  /// The characters of a national standard of 94 by 94 places, of the rows given.
  private static int[] characters(String charset, int firstRow, int lastRow) {
    return IntStream.rangeClosed(firstRow, lastRow).flatMap(row -> IntStream.rangeClosed(0xa1, 0xfe).flatMap(cell -> {
      try {
        var pair = ByteBuffer.wrap(new byte[] {(byte) row, (byte) cell});
        return Charset.forName(charset).newDecoder().decode(pair).codePoints();
      } catch (CharacterCodingException unassigned) {
        return IntStream.empty();
      }
    })).toArray();
  }

  private static boolean drawn(Face face, int character) {
    return face.typeface().has(character) && !face.typeface().outline(Character.toString(character)).getBounds2D().isEmpty();
  }

  @Test
  void everyCharacterOfTheNationalStandardsHasAGlyph() {
    int[] hangul = characters("EUC-KR", 0xb0, 0xc8);
    assertThat(hangul).as("KS X 1001").hasSize(2350);
    assertThat(IntStream.of(hangul)).allMatch(c -> drawn(Face.KOREAN, c));
    int[] hanzi = characters("GB2312", 0xb0, 0xf7);
    assertThat(hanzi).as("GB 2312").hasSize(6763);
    assertThat(IntStream.of(hanzi)).allMatch(c -> drawn(Face.CHINESE, c));
    assertThat(IntStream.rangeClosed(0xac00, 0xd7a3)).as("all of Unicode's").allMatch(c -> drawn(Face.KOREAN, c));
    assertThat("、。「」『』【】・，！？：；（）ＡｚあかんアカンーＡ０".codePoints())
        .allMatch(c -> drawn(Face.KOREAN, c) && drawn(Face.CHINESE, c));
  }

  /// The widths that Noto Sans CJK gives its hangul and its hanzi, in thousandths of an em.
  @Test
  void widthsAreThoseOfTheFont() {
    assertThat(Lettering.of("학습률", 10, Face.REGULAR).width()).isCloseTo(3 * 9.2, within(1e-9));
    assertThat(Lettering.of("学习率", 10, Face.REGULAR).width()).isCloseTo(3 * 10, within(1e-9));
    double mixed = Lettering.of("$\\alpha$ 학습", 10, Face.REGULAR).width();
    assertThat(mixed).isCloseTo(Lettering.of("$\\alpha$ ", 10, Face.REGULAR).width() + 2 * 9.2, within(1e-9));
    assertThat(Lettering.of("학", 10, Face.REGULAR).ascent()).isGreaterThan(Lettering.of("l", 10, Face.REGULAR).ascent());
  }

  @Test
  void hangulMakesATextKorean() {
    assertThat(faces("값 α カ、直", Face.REGULAR)).containsExactly(
        Face.KOREAN, Face.REGULAR, Face.KOREAN, Face.CHINESE);
    assertThat(faces("α値直カ、", Face.REGULAR)).startsWith(Face.REGULAR).endsWith(Face.CHINESE).doesNotContain(Face.KOREAN);
    assertThat(faces("손 a", Face.HAND)).containsExactly(Face.KOREAN, Face.HAND);
    assertThat(faces("$\\bf 값$", Face.REGULAR)).containsExactly(Face.KOREAN);
    assertThat(faces("\ue000😀", Face.REGULAR)).as("a box").containsExactly(Face.REGULAR);
  }

  private static List<Face> faces(String text, Face plain) {
    return Lettering.of(text, 10, plain).pieces().stream().map(Lettering.Piece::face).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aPdfCarriesTheGlyphs(Themes themes) throws IOException {
    for (var texts : List.of(KOREAN, CHINESE)) {
      var file = directory.resolve("figure.pdf");
      figure(texts).theme(themes.theme).save(file);
      try (var document = Loader.loadPDF(file.toFile())) {
        assertThat(new PDFTextStripper().getText(document)).contains(texts.get(0), texts.get(1), texts.get(3));
      }
      assertThat(file.toFile().length()).as("only the glyphs it needs").isLessThan(200_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anSvgNeedsNoFont(Themes themes) {
    for (var texts : List.of(KOREAN, CHINESE)) {
      var file = directory.resolve("figure.svg");
      figure(texts).theme(themes.theme).save(file);
      for (var text : texts) {
        assertThat(file).content().containsPattern("<g role=\"img\" aria-label=\"" + text + "\">\\s*<path [^>]* d=\"M");
      }
    }
  }

  /// In a title alone on the page, the ink is that of the glyphs.
  @ParameterizedTest
  @EnumSource
  void aPngShowsTheGlyphsAndNoBoxes(Themes themes) throws IOException {
    for (var texts : List.of(KOREAN, CHINESE)) {
      var file = directory.resolve("figure.png");
      var whole = figure(texts).theme(themes.theme);
      whole.save(file);
      var titled = ImageIO.read(file.toFile());
      var boxed = directory.resolve("boxed.png");
      whole.suptitle("\ue000".repeat(texts.getFirst().length())).save(boxed);
      int shown = dark(titled.getRGB(0, 0, 400, 25, null, 0, 400));
      assertThat(shown).isNotEqualTo(dark(ImageIO.read(boxed.toFile()).getRGB(0, 0, 400, 25, null, 0, 400)))
          .isGreaterThan(100);
    }
  }

  private static int dark(int[] pixels) {
    return (int) IntStream.of(pixels).filter(pixel -> (pixel & 0xff) < 128).count();
  }

  @Test
  void anAnimationSaysItToo() throws IOException {
    var file = directory.resolve("figure.gif");
    new Animation(figure(KOREAN), List.of(Frame.of("하나", "경사하강법"), Frame.of("둘", ""))).save(file);
    var readers = ImageIO.getImageReadersByFormatName("gif");
    var reader = readers.next();
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(dark(reader.read(0).getRGB(0, 0, 400, 25, null, 0, 400))).isGreaterThan(100);
    }
  }

  /// Two syllables that share no stroke, and a character whose form differs between the languages.
  @Test
  void glyphsDiffer() {
    assertThat(outline(Face.KOREAN, "가")).isNotEqualTo(outline(Face.KOREAN, "나"));
    assertThat(outline(Face.CHINESE, "。").getBounds2D()).isNotEqualTo(outline(Face.CHINESE, "，").getBounds2D());
  }

  private static Path2D outline(Face face, String text) {
    return face.typeface().outline(text);
  }
}
