package thalweg.figures.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The glyphs of a TrueType font, read from its file: widths and outlines, in ems and with y downwards.
///
/// Java's own fonts need a system library that slim machines lack, take long to start, and look different
/// from one machine to the next.
final class Typeface {

  private static final int COMPOSITE_MORE = 0x20;

  private final ByteBuffer file;
  private final Map<String, Integer> tables = new HashMap<>();
  private final double unitsPerEm;
  private final boolean longOffsets;
  private final int widths;
  private final int characters;
  private final Map<Integer, Path2D> outlines = new HashMap<>();

  Typeface(byte[] bytes) {
    file = ByteBuffer.wrap(bytes);
    for (int t = 0; t < unsigned(4); t++) {
      int entry = 12 + 16 * t;
      tables.put(new String(bytes, entry, 4, StandardCharsets.US_ASCII), file.getInt(entry + 8));
    }
    unitsPerEm = unsigned(table("head") + 18);
    longOffsets = unsigned(table("head") + 50) != 0;
    widths = unsigned(table("hhea") + 34);
    characters = characterTable();
  }

  /// The number of the glyph of a character; 0 if the font has none.
  int glyph(int codePoint) {
    if (codePoint > 0xffff) {
      return 0;
    }
    int segments = unsigned(characters + 6);
    for (int at = 0; at < segments; at += 2) {
      int end = characters + 14 + at;
      if (codePoint <= unsigned(end)) {
        int start = end + segments + 2;
        int shift = unsigned(start + segments);
        int range = start + 2 * segments;
        if (codePoint < unsigned(start)) {
          return 0;
        }
        if (unsigned(range) == 0) {
          return codePoint + shift & 0xffff;
        }
        int glyph = unsigned(range + unsigned(range) + 2 * (codePoint - unsigned(start)));
        return glyph == 0 ? 0 : glyph + shift & 0xffff;
      }
    }
    return 0;
  }

  boolean has(int codePoint) {
    return glyph(codePoint) != 0;
  }

  double advance(int glyph) {
    return unsigned(table("hmtx") + 4 * Math.min(glyph, widths - 1)) / unitsPerEm;
  }

  double width(String text) {
    return text.codePoints().mapToDouble(c -> advance(glyph(c))).sum();
  }

  /// The outlines of a text whose baseline begins at the origin.
  Path2D outline(String text) {
    var whole = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = 0;
    for (int c : text.codePoints().toArray()) {
      int glyph = glyph(c);
      whole.append(outline(glyph).getPathIterator(AffineTransform.getTranslateInstance(x, 0)), false);
      x += advance(glyph);
    }
    return whole;
  }

  private synchronized Path2D outline(int glyph) {
    var known = outlines.get(glyph);
    if (known == null) {
      known = read(glyph);
      outlines.put(glyph, known);
    }
    return known;
  }

  private Path2D read(int glyph) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int from = offset(glyph);
    if (from < offset(glyph + 1)) {
      int at = table("glyf") + from;
      int contours = file.getShort(at);
      if (contours >= 0) {
        simple(path, at + 10, contours);
      } else {
        composite(path, at + 10);
      }
    }
    return path;
  }

  private int offset(int glyph) {
    int loca = table("loca");
    return longOffsets ? file.getInt(loca + 4 * glyph) : 2 * unsigned(loca + 2 * glyph);
  }

  /// Other glyphs, moved: an accent over a letter.
  private void composite(Path2D path, int at) {
    int flags;
    do {
      flags = unsigned(at);
      int glyph = unsigned(at + 2);
      at += 4;
      boolean words = (flags & 1) != 0;
      double dx = words ? file.getShort(at) : file.get(at);
      double dy = words ? file.getShort(at + 2) : file.get(at + 1);
      at += words ? 4 : 2;
      var place = new AffineTransform(1, 0, 0, 1, dx / unitsPerEm, -dy / unitsPerEm);
      int numbers = (flags & 8) != 0 ? 1 : (flags & 0x40) != 0 ? 2 : (flags & 0x80) != 0 ? 4 : 0;
      if (numbers > 0) {
        double xx = fraction(at);
        double yy = numbers == 1 ? xx : fraction(at + 2 * (numbers - 1));
        double xy = numbers == 4 ? fraction(at + 2) : 0;
        double yx = numbers == 4 ? fraction(at + 4) : 0;
        place.concatenate(new AffineTransform(xx, -xy, -yx, yy, 0, 0));
      }
      path.append(outline(glyph).getPathIterator(place), false);
      at += 2 * numbers;
    } while ((flags & COMPOSITE_MORE) != 0);
  }

  private double fraction(int at) {
    return file.getShort(at) / 16384.0;
  }

  private void simple(Path2D path, int at, int contours) {
    int[] ends = new int[contours];
    for (int c = 0; c < contours; c++) {
      ends[c] = unsigned(at + 2 * c);
    }
    int points = contours == 0 ? 0 : ends[contours - 1] + 1;
    at += 2 * contours;
    at += 2 + unsigned(at); // the hinting program
    int[] flags = new int[points];
    for (int p = 0; p < points; ) {
      int flag = file.get(at++) & 0xff;
      int times = (flag & 8) != 0 ? 1 + (file.get(at++) & 0xff) : 1;
      for (; times > 0; times--) {
        flags[p++] = flag;
      }
    }
    double[] x = new double[points];
    double[] y = new double[points];
    at = coordinates(flags, x, at, 2, 0x10);
    coordinates(flags, y, at, 4, 0x20);
    int first = 0;
    for (int end : ends) {
      contour(path, flags, x, y, first, end);
      first = end + 1;
    }
  }

  /// Each coordinate is the step from the one before, in a byte or two, or left out if there is none.
  private int coordinates(int[] flags, double[] values, int at, int small, int same) {
    int value = 0;
    for (int p = 0; p < values.length; p++) {
      if ((flags[p] & small) != 0) {
        int step = file.get(at++) & 0xff;
        value += (flags[p] & same) != 0 ? step : -step;
      } else if ((flags[p] & same) == 0) {
        value += file.getShort(at);
        at += 2;
      }
      values[p] = value / unitsPerEm;
    }
    return at;
  }

  /// Points off the curve pull at it; between two of them lies one on the curve.
  private static void contour(Path2D path, int[] flags, double[] x, double[] y, int first, int last) {
    int count = last - first + 1;
    if (count < 2) {
      return;
    }
    int start = first;
    while (start <= last && (flags[start] & 1) == 0) {
      start++;
    }
    boolean found = start <= last;
    int origin = found ? start : first;
    double startX = found ? x[origin] : (x[first] + x[last]) / 2;
    double startY = found ? y[origin] : (y[first] + y[last]) / 2;
    path.moveTo(startX, -startY);
    for (int step = found ? 1 : 0; step < count; step++) {
      int p = first + (origin - first + step) % count;
      if ((flags[p] & 1) != 0) {
        path.lineTo(x[p], -y[p]);
        continue;
      }
      int next = first + (origin - first + step + 1) % count;
      boolean back = step + 1 == count;
      if (!back && (flags[next] & 1) != 0) {
        path.quadTo(x[p], -y[p], x[next], -y[next]);
        step++;
      } else {
        path.quadTo(x[p], -y[p], back ? startX : (x[p] + x[next]) / 2, -(back ? startY : (y[p] + y[next]) / 2));
      }
    }
    path.closePath();
  }

  /// Where the table of Unicode's first plane (format 4) begins.
  private int characterTable() {
    int map = table("cmap");
    for (int t = 0; t < unsigned(map + 2); t++) {
      int at = map + file.getInt(map + 8 + 8 * t);
      if (unsigned(at) == 4) {
        return at;
      }
    }
    throw new IllegalArgumentException("font: it has no Unicode character table (cmap format 4)");
  }

  private int table(String name) {
    if (tables.get(name) instanceof Integer at) {
      return at;
    }
    throw new IllegalArgumentException("font: it has no table \"" + name + "\"; expected a TrueType font");
  }

  private int unsigned(int at) {
    return file.getShort(at) & 0xffff;
  }
}
