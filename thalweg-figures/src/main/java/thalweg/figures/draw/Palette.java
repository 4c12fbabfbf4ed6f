package thalweg.figures.draw;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// A picture with 255 colours and a transparent one, number 0, where it is as the picture before.
///
/// Colours are chosen by median cut (Heckbert 1982): all lie in a box, and the box with the most error is cut in two
/// until there are as many as wanted. A box is painted in its most frequent colour, so that paper and plain marks
/// keep theirs exactly, and nothing is dithered.
record Palette(byte[] indices, int[] colors) {

  private static final int MOST = 255;

  /// @param pixels the picture
  /// @param before the picture before; empty for none
  static Palette of(int[] pixels, int[] before) {
    var changed = new int[pixels.length];
    int count = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (i >= before.length || pixels[i] != before[i]) {
        changed[count++] = pixels[i] & 0xffffff;
      }
    }
    Arrays.sort(changed, 0, count);
    var table = Box.cut(Shade.count(changed, count));
    return new Palette(indices(pixels, before, table), table.colors());
  }

  private static byte[] indices(int[] pixels, int[] before, Table table) {
    var indices = new byte[pixels.length];
    int last = 0; // which no opaque pixel is
    byte index = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (i < before.length && pixels[i] == before[i]) {
        continue;
      }
      if (pixels[i] != last) { // mostly it is the colour of the pixel to the left
        last = pixels[i];
        index = table.index(last & 0xffffff);
      }
      indices[i] = index;
    }
    return indices;
  }

  BufferedImage picture(int width) {
    var red = new byte[colors.length + 1];
    var green = new byte[colors.length + 1];
    var blue = new byte[colors.length + 1];
    for (int i = 0; i < colors.length; i++) {
      red[i + 1] = (byte) (colors[i] >> 16);
      green[i + 1] = (byte) (colors[i] >> 8);
      blue[i + 1] = (byte) colors[i];
    }
    var model = new IndexColorModel(8, red.length, red, green, blue, 0);
    int height = indices.length / width;
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    picture.getRaster().setDataElements(0, 0, width, height, indices);
    return picture;
  }

  /// @param keys    all colours of the picture, in order
  /// @param entries the number of each in the palette
  /// @param colors  the palette, without its transparent colour
  private record Table(int[] keys, byte[] entries, int[] colors) {
    byte index(int color) {
      return entries[Arrays.binarySearch(keys, color)];
    }
  }

  /// A colour, and how many pixels have it.
  private record Shade(int rgb, int pixels) {
    static List<Shade> count(int[] sorted, int count) {
      var shades = new ArrayList<Shade>();
      for (int i = 0, from = 0; i < count; i++) {
        if (i + 1 == count || sorted[i + 1] != sorted[i]) {
          shades.add(new Shade(sorted[i], i + 1 - from));
          from = i + 1;
        }
      }
      return shades;
    }

    int part(int channel) {
      return rgb >> 8 * channel & 0xff;
    }
  }

  /// Colours that get one number.
  ///
  /// @param channel in which they differ most: blue, green, red
  /// @param error   how far they lie from their mean in it: the sum of squares over their pixels
  /// @param mean    their mean in it
  private record Box(List<Shade> shades, int channel, double error, double mean) {
    static Box of(List<Shade> shades) {
      Box widest = null;
      for (int channel = 0; channel < 3; channel++) {
        double sum = 0;
        double squares = 0;
        long pixels = 0;
        for (var shade : shades) {
          double part = shade.part(channel);
          sum += part * shade.pixels;
          squares += part * part * shade.pixels;
          pixels += shade.pixels;
        }
        double error = squares - sum * sum / pixels;
        if (widest == null || error > widest.error) {
          widest = new Box(shades, channel, error, sum / pixels);
        }
      }
      return widest;
    }

    static Table cut(List<Shade> shades) {
      var boxes = new PriorityQueue<Box>(Comparator.comparingDouble(box -> -box.error));
      if (!shades.isEmpty()) {
        boxes.add(of(shades));
      }
      while (boxes.size() < MOST && !boxes.isEmpty() && boxes.peek().shades.size() > 1) {
        var box = boxes.remove();
        boxes.add(of(box.half(true)));
        boxes.add(of(box.half(false)));
      }
      return table(shades, List.copyOf(boxes));
    }

    /// The mean lies between the least and the greatest, so neither half is empty.
    private List<Shade> half(boolean upper) {
      return shades.stream().filter(shade -> shade.part(channel) > mean == upper).toList();
    }

    private int color() {
      return shades.stream().max(Comparator.comparingInt(Shade::pixels)).orElseThrow().rgb;
    }

    private static Table table(List<Shade> shades, List<Box> boxes) {
      var keys = shades.stream().mapToInt(Shade::rgb).toArray();
      var entries = new byte[keys.length];
      for (int i = 0; i < boxes.size(); i++) {
        for (var shade : boxes.get(i).shades) {
          entries[Arrays.binarySearch(keys, shade.rgb)] = (byte) (i + 1);
        }
      }
      return new Table(keys, entries, boxes.stream().mapToInt(Box::color).toArray());
    }
  }
}
