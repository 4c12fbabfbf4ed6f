package thalweg.figures.draw;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import thalweg.figures.Output;

/// Writes pictures as one GIF that moves.
final class Gif implements AutoCloseable {

  private static final String METADATA = "javax_imageio_gif_image_1.0";

  private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
  private final MemoryCacheImageOutputStream to;
  private final double fps;
  private final boolean loop;
  private int frames = 0;
  private int[] shown = {};

  Gif(Output output, OutputStream to) throws IOException {
    this.to = new MemoryCacheImageOutputStream(to);
    fps = output.fps();
    loop = output.loop();
    writer.setOutput(this.to);
    writer.prepareWriteSequence(null);
  }

  void write(BufferedImage picture) throws IOException {
    int width = picture.getWidth();
    int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    var changed = Palette.of(pixels, shown).picture(width);
    writer.writeToSequence(new IIOImage(changed, null, metadata(changed)), null);
    shown = pixels;
    frames++;
  }

  private IIOMetadata metadata(BufferedImage picture) throws IOException {
    var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
    var root = metadata.getAsTree(METADATA);
    var control = (IIOMetadataNode) ((IIOMetadataNode) root).getElementsByTagName("GraphicControlExtension").item(0);
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("delayTime", Long.toString(hundredths(frames + 1) - hundredths(frames)));
    if (frames == 0 && loop) {
      root.appendChild(forever());
    }
    metadata.setFromTree(METADATA, root);
    return metadata;
  }

  /// When a frame begins. A GIF counts hundredths of a second: rounded here, so that errors do not add up.
  private long hundredths(int frame) {
    return Math.round(100 * frame / fps);
  }

  /// What browsers and viewers take for "again and again", first understood by Netscape's.
  private static IIOMetadataNode forever() {
    var application = new IIOMetadataNode("ApplicationExtension");
    application.setAttribute("applicationID", "NETSCAPE");
    application.setAttribute("authenticationCode", "2.0");
    application.setUserObject(new byte[] {1, 0, 0}); // a block for the count, which is 0: without end
    var extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(application);
    return extensions;
  }

  @Override
  public void close() throws IOException {
    writer.endWriteSequence();
    writer.dispose();
    to.close();
  }
}
