package thalweg.figures;

import java.util.stream.IntStream;

/// Marks with fewer points, for renderers that cannot show a million of them.
public final class Thinning {

  private Thinning() {}

  /// `mark` with at most `most` points: of points and arrows every so many, of lines, bars and areas the lowest
  /// and the highest of every so many, so that no peak is lost. Marks of other kinds, and those with fewer
  /// points, are left alone.
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
      case Mark.Bars b -> {
        var kept = peaks(b.tops(), most);
        yield new Mark.Bars(b.at().pick(kept), b.length().pick(kept), b.base().pick(kept), b.thickness().pick(kept),
            b.horizontal(), b.style().pick(kept));
      }
      case Mark.ErrorBars e -> {
        var kept = peaks(e.y(), most);
        yield new Mark.ErrorBars(e.x().pick(kept), e.y().pick(kept), e.xerr().pick(kept), e.yerr().pick(kept),
            e.style().pick(kept));
      }
      case Mark.Fill f -> {
        var kept = IntStream.concat(IntStream.of(peaks(f.low(), most / 2)), IntStream.of(peaks(f.high(), most / 2)))
            .sorted().distinct().toArray();
        yield new Mark.Fill(f.x().pick(kept), f.low().pick(kept), f.high().pick(kept), f.style().pick(kept));
      }
      case Mark.Arrows a -> {
        var kept = every(a.x().size(), most);
        yield new Mark.Arrows(a.x().pick(kept), a.y().pick(kept), a.u().pick(kept), a.v().pick(kept), a.scale(),
            Style.shaft(a.shaft()).apply(a.style()).pick(kept));
      }
      case Mark.Image _, Mark.Contour _, Mark.Text _, Mark.Annotation _, Mark.Rule _, Mark.Band _ -> mark;
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
