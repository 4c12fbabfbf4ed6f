package thalweg.figures.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import thalweg.figures.Align;
import thalweg.figures.Mark;
import thalweg.figures.Style;

/// Draws texts at places, and arrows from them.
final class Texts {

  /// matplotlib's arrow `->`: how long and half as wide its head is, in font sizes, and how far its ends stay
  /// away from the text and the place.
  private static final double HEAD_LENGTH = 0.4;

  private static final double HEAD_WIDTH = 0.2;
  private static final double AWAY = 2;

  private final Canvas canvas;
  private final Look look;

  Texts(Canvas canvas, Look look) {
    this.canvas = canvas;
    this.look = look;
  }

  void draw(Mark.Planar mark, Scale x, Scale y) {
    switch (mark) {
      case Mark.Text text -> text(text.text(), x.at(text.at()), y.at(text.up()), text.style());
      case Mark.Annotation note -> annotation(note, x, y);
      default -> {}
    }
  }

  void text(String label, double x, double y, Style style) {
    if (!Double.isFinite(x + y)) {
      return;
    }
    var text = lettering(label, style);
    var place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(Math.toRadians(-style.rotation()));
    place.translate(-across(text, style.align()), down(text, style.align()));
    canvas.text(text, place.getTranslateX(), place.getTranslateY(), style.rotation(), look.ink(style));
  }

  private Lettering lettering(String label, Style style) {
    return look.label(label, style.fontsize() * look.fontSize() / 10);
  }

  private static double across(Lettering text, Align align) {
    return switch (align.across()) {
      case LEFT -> 0;
      case CENTER -> text.width() / 2;
      case RIGHT -> text.width();
    };
  }

  /// How far the baseline is below the place.
  private static double down(Lettering text, Align align) {
    return switch (align.up()) {
      case BOTTOM -> -text.descent();
      case BASELINE -> 0;
      case CENTER -> (text.ascent() - text.descent()) / 2;
      case TOP -> text.ascent();
    };
  }

  private void annotation(Mark.Annotation note, Scale x, Scale y) {
    double textX = x.at(note.textAt());
    double textY = y.at(note.textUp());
    double toX = x.at(note.at());
    double toY = y.at(note.up());
    var style = note.style();
    var text = lettering(note.text(), style);
    var box = new Rectangle2D.Double(textX - across(text, style.align()) - AWAY,
        textY + down(text, style.align()) - text.ascent() - AWAY, text.width() + 2 * AWAY, text.height() + 2 * AWAY);
    if (Double.isFinite(textX + textY + toX + toY) && !box.contains(toX, toY)) {
      arrow(box, toX, toY, style);
    }
    text(note.text(), textX, textY, style);
  }

  /// From the edge of a box, away from its middle.
  private void arrow(Rectangle2D box, double toX, double toY, Style style) {
    double dx = toX - box.getCenterX();
    double dy = toY - box.getCenterY();
    double leave = Math.min(Math.abs(box.getWidth() / 2 / dx), Math.abs(box.getHeight() / 2 / dy));
    double length = Math.hypot(dx, dy);
    double endX = toX - AWAY * dx / length;
    double endY = toY - AWAY * dy / length;
    var path = new Path2D.Double();
    path.moveTo(box.getCenterX() + leave * dx, box.getCenterY() + leave * dy);
    path.lineTo(endX, endY);
    double em = style.fontsize();
    var head = AffineTransform.getTranslateInstance(endX, endY);
    head.rotate(Math.atan2(dy, dx));
    var barbs = new Path2D.Double();
    barbs.moveTo(-HEAD_LENGTH * em, -HEAD_WIDTH * em);
    barbs.lineTo(0, 0);
    barbs.lineTo(-HEAD_LENGTH * em, HEAD_WIDTH * em);
    path.append(barbs.getPathIterator(head), false);
    canvas.stroke(path, Pen.of(look.ink(style), 1).ending(Pen.End.ROUND));
  }
}
