package thalweg.figures.draw;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.jcodec.api.SequenceEncoder;
import org.jcodec.common.Codec;
import org.jcodec.common.Format;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rational;
import thalweg.figures.Animation;
import thalweg.figures.AnimationRenderer;
import thalweg.figures.Output;

/// Writes animations as MP4 (H.264). Its pictures have an even width and height, as the codec demands: where a
/// figure has not, its last column or row is there twice.
public final class Mp4Renderer implements AnimationRenderer {

  /// The codec's clock: a frame lasts a whole number of these parts of a second.
  private static final int TICKS = 1000;

  /// As services are made.
  public Mp4Renderer() {}

  @Override
  public List<String> endings() {
    return List.of("mp4");
  }

  @Override
  public void render(Animation animation, Output output, OutputStream to) throws IOException {
    output.pixels(animation.base());
    var draft = Files.createTempFile("thalweg-", ".mp4"); // the encoder goes back to fill in lengths
    try {
      try (var channel = NIOUtils.writableChannel(draft.toFile())) {
        var rate = Rational.R((int) Math.round(output.fps() * TICKS), TICKS);
        var encoder = new SequenceEncoder(channel, rate, Format.MOV, Codec.H264, null);
        Reel.play(animation, output, picture -> encoder.encodeNativeFrame(even(picture)));
        encoder.finish();
      }
      Files.copy(draft, to);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Picture even(BufferedImage picture) {
    int width = picture.getWidth() + picture.getWidth() % 2;
    int height = picture.getHeight() + picture.getHeight() % 2;
    var even = Picture.create(width, height, ColorSpace.RGB);
    byte[] bytes = even.getPlaneData(0);
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = picture.getRGB(Math.min(x, picture.getWidth() - 1), Math.min(y, picture.getHeight() - 1));
        for (int shift = 16; shift >= 0; shift -= 8) {
          bytes[at++] = (byte) ((rgb >> shift & 0xff) - 128); // the codec's bytes are signed
        }
      }
    }
    return even;
  }
}
