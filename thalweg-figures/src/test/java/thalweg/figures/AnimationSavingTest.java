package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.figures.Output.dpi;
import static thalweg.figures.Output.fps;
import static thalweg.figures.Output.loop;
import static thalweg.figures.Output.progress;
import static thalweg.figures.Style.alpha;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.name;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.scale.ColorUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.figures.draw.Drawing;

/// What animations leave in files, read by decoders.
class AnimationSavingTest {

  private static final int FRAMES = 6;
  private static final int WIDTH = 451; // odd, which H.264 is not
  private static final int HEIGHT = 200;

  @TempDir Path directory;

  /// A point that walks and a fan of see-through colours, more than a palette has.
  private static Animation animation() {
    var x = Values.range(40);
    var plane = Axes.plane().scatter(Values.of(0), Values.of(0), name("walker"), label("walks")).xlim(0, 6).ylim(0, 6).legend();
    var space = Axes.space().surface(x, x, Grid.over(x.toArray(), x.toArray(), (a, b) -> a * b).z(), alpha(0.3));
    var frames = IntStream.range(0, FRAMES).mapToObj(i ->
        Frame.of("step " + i, "step " + i).move("walker", Values.of(i), Values.of(i))).toList();
    return new Animation(Figure.row(plane, space).size(WIDTH / 100.0, HEIGHT / 100.0), frames);
  }

  @Test
  void aGifHasEachFrameWithItsDelay() throws IOException {
    var file = directory.resolve("new/walk.GIF");
    var animation = animation();
    animation.save(file, fps(30));
    var frames = gif(file);
    assertThat(frames).hasSize(FRAMES);
    assertThat(frames).extracting(Shown::delay).as("hundredths that add up to 1/30 each")
        .containsExactly(3, 4, 3, 3, 4, 3);
    for (int i = 0; i < FRAMES; i++) {
      assertThat(difference(frames.get(i).picture(), Drawing.image(animation.at(i), 100))).as("frame " + i).isLessThan(0.5);
    }
    assertThat(difference(frames.getFirst().picture(), frames.getLast().picture())).as("it moves").isGreaterThan(0.1);
    assertThat(frames.getLast().picture().getRGB(2, 2)).as("the paper is white").isEqualTo(0xffffffff);
    assertThat(text(file)).as("it begins again").contains("NETSCAPE2.0");
    assertThat(Files.size(file)).isLessThan(60_000);
  }

  @Test
  void aGifCanPlayOnce() throws IOException {
    var file = directory.resolve("once.gif");
    animation().save(file, loop(false), dpi(50));
    assertThat(text(file)).doesNotContain("NETSCAPE");
    assertThat(gif(file)).allSatisfy(frame -> assertThat(frame.delay()).isEqualTo(20))
        .allSatisfy(frame -> assertThat(frame.picture().getWidth()).isEqualTo(226));
  }

  @Test
  void anMp4HasEachFrame() throws Exception {
    var file = directory.resolve("walk.mp4");
    var animation = animation();
    animation.save(file, fps(12.5));
    try (var channel = NIOUtils.readableChannel(file.toFile())) {
      var grab = FrameGrab.createFrameGrab(channel);
      var meta = grab.getVideoTrack().getMeta();
      assertThat(meta.getTotalFrames()).isEqualTo(FRAMES);
      assertThat(meta.getTotalDuration()).isEqualTo(FRAMES / 12.5);
      for (int i = 0; i < FRAMES; i++) {
        var picture = rgb(grab.getNativeFrame());
        assertThat(picture.getWidth()).isEqualTo(WIDTH + 1);
        assertThat(picture.getHeight()).isEqualTo(HEIGHT);
        assertThat(difference(picture, Drawing.image(animation.at(i), 100))).as("frame " + i).isLessThan(4);
      }
      assertThat(grab.getNativeFrame()).isNull();
    }
  }

  @Test
  void aPageHasThePlayerAsAskedFor() throws IOException {
    var file = directory.resolve("walk.html");
    animation().save(file, fps(10));
    assertThat(file).content().contains("\"fps\":10", "\"loop\":true", "step 5", "addPlayer");
  }

  @Test
  void progressHearsOfEachFrame() {
    for (var ending : List.of("gif", "mp4")) {
      var heard = new ArrayList<String>();
      animation().save(directory.resolve("walk." + ending), dpi(40), progress((made, of) -> heard.add(made + "/" + of)));
      assertThat(heard).containsExactly("1/6", "2/6", "3/6", "4/6", "5/6", "6/6");
    }
  }

  @Test
  void anAnimationThatFailsLeavesTheOldFile() throws IOException {
    for (var ending : List.of("gif", "mp4", "html")) {
      var file = Files.writeString(directory.resolve("walk." + ending), "old");
      assertThatThrownBy(() -> animation().save(file, dpi(40), progress((made, of) -> {
        if (made == of) {
          throw new IllegalStateException("stopped");
        }
      }))).hasMessage("stopped");
      assertThat(file).hasContent("old");
    }
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void mistakesAreToldBeforeAnythingIsWritten() {
    assertThatIllegalArgumentException().isThrownBy(() -> animation().save(directory.resolve("walk.avi")))
        .withMessage("save: no renderer writes \"walk.avi\"; an animation can be saved as .gif, .htm, .html, .mp4");
    assertThatIllegalArgumentException().isThrownBy(() -> fps(60).apply(Output.DEFAULT))
        .withMessage("fps: expected more than 0 and at most 50 frames per second, got 60.0");
    var none = new Animation(animation().base(), List.of());
    assertThatIllegalArgumentException().isThrownBy(() -> none.save(directory.resolve("walk.gif")))
        .withMessage("save: the animation has no frames");
    for (var file : List.of("walk.gif", "walk.mp4")) {
      assertThatIllegalArgumentException().isThrownBy(() -> animation().save(directory.resolve(file), dpi(10_000)))
          .withMessageContaining("45100 × 20000 pixels");
    }
    assertThat(directory).isEmptyDirectory();
  }

  /// A frame as a reader sees it.
  private record Shown(BufferedImage picture, int delay) {}

  /// The frames, each over those before it.
  private static List<Shown> gif(Path file) throws IOException {
    var reader = ImageIO.getImageReadersByFormatName("gif").next();
    var shown = new ArrayList<Shown>();
    try (var input = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(input);
      BufferedImage screen = null;
      for (int i = 0; i < reader.getNumImages(true); i++) {
        var frame = reader.read(i);
        var next = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_ARGB);
        next.getGraphics().drawImage(screen, 0, 0, null);
        next.getGraphics().drawImage(frame, 0, 0, null);
        screen = next;
        var root = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        var control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        shown.add(new Shown(next, Integer.parseInt(control.getAttribute("delayTime"))));
      }
    }
    return shown;
  }

  private static BufferedImage rgb(Picture decoded) {
    var rgb = Picture.create(decoded.getWidth(), decoded.getHeight(), ColorSpace.RGB);
    ColorUtil.getTransform(decoded.getColor(), ColorSpace.RGB).transform(decoded, rgb);
    var picture = new BufferedImage(decoded.getCroppedWidth(), decoded.getCroppedHeight(), BufferedImage.TYPE_INT_RGB);
    byte[] bytes = rgb.getPlaneData(0);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int at = 3 * (y * rgb.getWidth() + x);
        picture.setRGB(x, y, bytes[at] + 128 << 16 | bytes[at + 1] + 128 << 8 | bytes[at + 2] + 128);
      }
    }
    return picture;
  }

  /// How far the colours of two pictures are apart in the mean, 0 to 255.
  private static double difference(BufferedImage a, BufferedImage b) {
    int width = Math.min(a.getWidth(), b.getWidth());
    int height = Math.min(a.getHeight(), b.getHeight());
    long sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          sum += Math.abs((a.getRGB(x, y) >> shift & 0xff) - (b.getRGB(x, y) >> shift & 0xff));
        }
      }
    }
    return sum / (3.0 * width * height);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
