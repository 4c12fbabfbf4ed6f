package thalweg.figures.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import thalweg.figures.MathText;

/// A line of text, set: its pieces with their places on the baseline.
///
/// @param size  the font size in points
/// @param width in points
record Lettering(List<Piece> pieces, double size, double width) {

  /// What stands in one face at one height.
  ///
  /// @param x    where it begins
  /// @param rise how far its baseline lies above that of the line
  record Piece(String text, Face face, double size, double x, double rise) {
    double width() {
      return face.typeface().width(text) * size;
    }

    /// The outlines of its glyphs, where they stand in the line.
    Path2D outline() {
      var outline = face.typeface().outline(text);
      outline.transform(new AffineTransform(size, 0, 0, size, x, -rise));
      return outline;
    }
  }

  /// The heights of `l` and `p` in ems, between which matplotlib places a line of text.
  private static final double ASCENT = 0.76;

  private static final double DESCENT = 0.21;

  /// The same of an ideograph and a syllable of hangul.
  private static final double EAST_ASIAN_ASCENT = 0.87;

  /// Indices are this much smaller and this far, in ems, below or above.
  private static final double SMALL = 0.7;

  private static final double LOWERED = 0.17;
  private static final double RAISED = 0.38;

  /// What stands around operators in formulas, and how wide it is there in ems.
  private static final int NO_BREAK_SPACE = 0xa0;

  private static final double THIN = 0.17;

  Lettering {
    pieces = List.copyOf(pieces);
  }

  /// Sets a label in the language of [MathText].
  static Lettering of(String label, double size, Face plain) {
    var pieces = new ArrayList<Piece>();
    double x = 0;
    double scripts = 0;
    var before = MathText.Shift.NONE;
    boolean korean = label.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    for (var run : MathText.parse(label)) {
      boolean stacked = before != MathText.Shift.NONE && run.shift() != before && run.shift() != MathText.Shift.NONE;
      double from = stacked ? scripts : x;
      if (!stacked) {
        scripts = x;
      }
      x = Math.max(x, set(run, size, from, plain, korean, pieces));
      before = run.shift();
    }
    return new Lettering(pieces, size, x);
  }

  double ascent() {
    return (pieces.stream().anyMatch(piece -> piece.face.isEastAsian()) ? EAST_ASIAN_ASCENT : ASCENT) * size;
  }

  double descent() {
    return DESCENT * size;
  }

  double height() {
    return ascent() + descent();
  }

  /// How far its highest glyph, but at least `l`, reaches above the baseline.
  double highest() {
    return Math.max(ascent(), -outline().getBounds2D().getMinY());
  }

  /// How far its lowest glyph, but at least `p`, reaches below the baseline.
  double lowest() {
    return Math.max(descent(), outline().getBounds2D().getMaxY());
  }

  /// The text alone.
  String text() {
    var text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text));
    return text.toString();
  }

  /// The outlines of all glyphs.
  Path2D outline() {
    var whole = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (var piece : pieces) {
      whole.append(piece.outline(), false);
    }
    return whole;
  }

  /// Adds a run, cut where the face changes because a character is only in another; returns where it ends.
  private static double set(
      MathText.Run run, double size, double x, Face plain, boolean korean, List<Piece> pieces) {
    var wanted = plain != Face.REGULAR ? plain
        : run.bold() ? Face.BOLD : run.italic() ? Face.OBLIQUE : Face.REGULAR;
    double em = run.shift() == MathText.Shift.NONE ? size : size * SMALL;
    double rise = switch (run.shift()) {
      case NONE -> 0;
      case SUB -> -LOWERED * size;
      case SUPER -> RAISED * size;
    };
    int[] characters = run.text().codePoints().toArray();
    for (int from = 0; from < characters.length; ) {
      if (characters[from] == NO_BREAK_SPACE) {
        x += THIN * em;
        from++;
        continue;
      }
      var face = Face.of(characters[from], wanted, korean);
      int to = from + 1;
      while (to < characters.length && characters[to] != NO_BREAK_SPACE
          && Face.of(characters[to], wanted, korean) == face) {
        to++;
      }
      var piece = new Piece(new String(characters, from, to - from), face, em, x, rise);
      pieces.add(piece);
      x += piece.width();
      from = to;
    }
    return x;
  }
}
