package thalweg.figures.draw;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes PNG files. `ImageIO` looks for all formats of the system first, which costs a first figure 0.1 s.
final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static final double INCHES_PER_METRE = 1 / 0.0254;

  private Png() {}

  static BufferedImage image(int[] argb, int columns) {
    int rows = argb.length / columns;
    var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, columns, rows, argb, 0, columns);
    return image;
  }

  /// @param dpi pixels an inch, which the file records; 0 leaves that out
  static void write(BufferedImage image, double dpi, OutputStream out) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean alpha = image.getColorModel().hasAlpha();
    var file = new DataOutputStream(out);
    file.write(SIGNATURE);
    chunk(file, "IHDR", data -> {
      data.writeInt(width);
      data.writeInt(height);
      data.write(new byte[] {8, (byte) (alpha ? 6 : 2), 0, 0, 0});
    });
    if (dpi > 0) {
      chunk(file, "pHYs", data -> {
        int perMetre = (int) Math.round(dpi * INCHES_PER_METRE);
        data.writeInt(perMetre);
        data.writeInt(perMetre);
        data.write(1);
      });
    }
    chunk(file, "IDAT", data -> {
      var deflater = new Deflater(6);
      try (var rows = new DeflaterOutputStream(data, deflater, 1 << 14)) {
        rows(image, alpha ? 4 : 3, rows);
      } finally {
        deflater.end();
      }
    });
    chunk(file, "IEND", _ -> {});
    file.flush();
  }

  /// Each byte less the one above it (the filter "up"), which is 0 in most of a figure.
  private static void rows(BufferedImage image, int channels, OutputStream out) throws IOException {
    int width = image.getWidth();
    int[] pixels = new int[width];
    byte[] above = new byte[width * channels];
    byte[] row = new byte[width * channels];
    byte[] line = new byte[1 + width * channels];
    line[0] = 2;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, pixels, 0, width);
      for (int x = 0, at = 0; x < width; x++) {
        row[at++] = (byte) (pixels[x] >> 16);
        row[at++] = (byte) (pixels[x] >> 8);
        row[at++] = (byte) pixels[x];
        if (channels == 4) {
          row[at++] = (byte) (pixels[x] >> 24);
        }
      }
      for (int i = 0; i < row.length; i++) {
        line[i + 1] = (byte) (row[i] - above[i]);
      }
      out.write(line);
      var free = above;
      above = row;
      row = free;
    }
  }

  private interface Content {
    void write(DataOutputStream data) throws IOException;
  }

  private static void chunk(DataOutputStream file, String name, Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var data = new DataOutputStream(bytes);
    data.write(name.getBytes(StandardCharsets.US_ASCII));
    content.write(data);
    data.flush();
    var crc = new CRC32();
    crc.update(bytes.toByteArray());
    file.writeInt(bytes.size() - 4);
    bytes.writeTo(file);
    file.writeInt((int) crc.getValue());
  }
}
