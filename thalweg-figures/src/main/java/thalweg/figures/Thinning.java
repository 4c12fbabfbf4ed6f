package thalweg.figures;

import java.util.stream.IntStream;

/// Marks with fewer points, for renderers that cannot show a million of them.
public final class Thinning {

  private Thinning() {}

  /// `mark` with at most `most` points: of points every so many, of a line the lowest and the highest of
  /// every so many, so that no peak is lost. Marks of other kinds, and those with fewer, are left alone.
  public static Mark.Planar of(Mark.Planar mark, int most) {
    if (mark.x().size() <= most) {
      return mark;
    }
    return switch (mark) {
      case Mark.Points p -> {
        var kept = every(p.x().size(), most);
        yield new Mark.Points(p.x().pick(kept), p.y().pick(kept), p.style().pick(kept));
      }
      case Mark.Line line -> {
        var kept = peaks(line.y(), most);
        yield new Mark.Line(line.x().pick(kept), line.y().pick(kept), line.style().pick(kept));
      }
      default -> mark;
    };
  }

  /// The same in space, where lines too keep every so many of their points.
  public static Mark.Spatial of(Mark.Spatial mark, int most) {
    if (mark.x().size() <= most) {
      return mark;
    }
    var kept = every(mark.x().size(), most);
    return switch (mark) {
      case Mark.Points3 p ->
          new Mark.Points3(p.x().pick(kept), p.y().pick(kept), p.z().pick(kept), p.style().pick(kept));
      case Mark.Line3 line ->
          new Mark.Line3(line.x().pick(kept), line.y().pick(kept), line.z().pick(kept), line.style().pick(kept));
      default -> mark;
    };
  }

  private static int[] every(int size, int most) {
    return IntStream.range(0, most).map(i -> (int) ((long) i * size / most)).toArray();
  }

  private static int[] peaks(Values y, int most) {
    int parts = Math.max(1, most / 2);
    return IntStream.range(0, parts).flatMap(part -> {
      int from = (int) ((long) part * y.size() / parts);
      int to = (int) ((long) (part + 1) * y.size() / parts);
      int low = from;
      int high = from;
      for (int i = from; i < to; i++) {
        low = y.get(i) < y.get(low) || Double.isNaN(y.get(low)) ? i : low;
        high = y.get(i) > y.get(high) || Double.isNaN(y.get(high)) ? i : high;
      }
      return IntStream.of(Math.min(low, high), Math.max(low, high)).distinct();
    }).toArray();
  }
}
