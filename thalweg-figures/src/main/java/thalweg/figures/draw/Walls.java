package thalweg.figures.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.figures.Axis;

/// The three far walls of a space with their grid, and the three near edges with ticks and labels, where
/// matplotlib has them. Places are those of the box, from 0 to 1.
final class Walls {

  /// matplotlib's unit for lengths in space.
  private static final double UNIT = 1 / 12.0;

  /// How far labels are from the axes, in points.
  private static final double LABEL_AWAY = 25;

  private static final double FARTHEST = 60;

  /// From so many font sizes on a label is not short.
  private static final double WIDE = 2.5;

  private static final double TICK_LABEL_AWAY = 11.5;

  /// How many units of the box there are in a point, times the width and height of the axes.
  private static final double UNITS = 48;

  private static final double INWARD = 0.2;
  private static final double OUTWARD = 0.1;

  /// For each axis: how bright its wall is, along which axis its ticks point, and which coordinates of its
  /// edge lie opposite to the corner where the walls meet.
  private static final int[] WALL = {0xf2, 0xe6, 0xec};

  private static final int[] TICK_ALONG = {1, 0, 0};
  private static final int[] OPPOSITE = {1, 0, 0};

  /// A text with its place.
  ///
  /// @param x where its baseline begins
  private record Placed(Lettering text, double x, double y, double angle) {

    /// @param hang which part of the text's height is above the place
    static Placed of(Lettering text, Projection.Place at, double angle, double hang) {
      double turn = Math.toRadians(angle);
      double along = text.width() / 2;
      double down = text.ascent() - hang * text.height();
      return new Placed(text, at.x() - along * Math.cos(turn) + down * Math.sin(turn),
          at.y() + along * Math.sin(turn) + down * Math.cos(turn), angle);
    }

    /// What its glyphs take up.
    Shape box() {
      var place = AffineTransform.getTranslateInstance(x, y);
      place.rotate(-Math.toRadians(angle));
      return place.createTransformedShape(text.outline().getBounds2D());
    }

    /// The same moved to lie in `area`; upright texts only.
    Placed within(Rectangle2D area) {
      return new Placed(text, Math.clamp(x, area.getMinX(), Math.max(area.getMinX(), area.getMaxX() - text.width())),
          Math.clamp(y, area.getMinY() + text.ascent(), Math.max(area.getMinY() + text.ascent(),
              area.getMaxY() - text.descent())), angle);
    }

    void paint(Canvas canvas, Look look) {
      canvas.text(text, x, y, angle, look.text());
    }
  }

  private final SpaceView view;
  private final Look look;
  private final double unitsPerPoint;
  private final boolean[] highs = new boolean[3];

  Walls(SpaceView view, Look look, double width, double height) {
    this.view = view;
    this.look = look;
    unitsPerPoint = UNITS / (width + height) * UNIT;
    for (int axis = 0; axis < 3; axis++) {
      highs[axis] = depth(axis, SpaceView.LOW) < depth(axis, SpaceView.HIGH);
    }
  }

  /// The mean depth of a wall.
  private double depth(int axis, double at) {
    return corners(axis, at).mapToDouble(corner -> view.inBox(corner).depth()).sum() / 4;
  }

  private static Stream<double[]> corners(int axis, double at) {
    double low = SpaceView.LOW;
    double high = SpaceView.HIGH;
    int a = (axis + 1) % 3;
    int b = (axis + 2) % 3;
    return Stream.of(new double[][] {{low, low}, {high, low}, {high, high}, {low, high}}).map(corner -> {
      double[] place = new double[3];
      place[axis] = at;
      place[a] = corner[0];
      place[b] = corner[1];
      return place;
    });
  }

  /// The coordinate of the far wall across an axis.
  private double far(int axis) {
    return highs[axis] ? SpaceView.HIGH : SpaceView.LOW;
  }

  private double near(int axis) {
    return highs[axis] ? SpaceView.LOW : SpaceView.HIGH;
  }

  void paint(Canvas canvas) {
    for (int axis = 0; axis < 3; axis++) {
      var wall = polyline(corners(axis, far(axis)));
      wall.closePath();
      var ink = look.wall(WALL[axis]);
      canvas.fill(wall, ink);
      canvas.stroke(wall, Pen.of(ink, 1));
    }
  }

  void paintAxis(Canvas canvas, int axis, Axis model, Tick.Row ticks) {
    double[] start = {far(0), far(1), far(2)};
    start[OPPOSITE[axis]] = near(OPPOSITE[axis]);
    double[] end = start.clone();
    end[axis] = near(axis);
    canvas.stroke(polyline(Stream.of(start, end)), Pen.of(look.text(), look.frame()).ending(Pen.End.SQUARE));
    label(canvas, axis, model.label(), start, end, ticks);
    Placed.of(ticks.offset(), view.inBox(moved(end, axis, LABEL_AWAY)), 0, 0.5).within(view.area()).paint(canvas, look);
    if (model.grid() && look.gridWidth() > 0) {
      ticks.major().forEach(tick -> grid(canvas, axis, view.scale(axis).at(tick.at())));
    }
    var texts = texts(axis, ticks, start);
    for (int i = 0; i < texts.size(); i++) {
      tick(canvas, axis, ticks.major().get(i), start);
      if (i % every(texts) == 0) {
        texts.get(i).paint(canvas, look);
      }
    }
  }

  private List<Placed> texts(int axis, Tick.Row ticks, double[] start) {
    return ticks.major().stream().map(tick -> {
      double[] at = start.clone();
      at[axis] = view.scale(axis).at(tick.at());
      return Placed.of(tick.text(), view.inBox(moved(at, axis, TICK_LABEL_AWAY)), 0, 0);
    }).toList();
  }

  /// 1 if all texts have room beside each other, 2 if every second has, and so on.
  private static int every(List<Placed> texts) {
    return IntStream.rangeClosed(1, Math.max(1, texts.size()))
        .filter(every -> IntStream.iterate(every, i -> i < texts.size(), i -> i + every)
            .noneMatch(i -> texts.get(i).box().intersects(texts.get(i - every).box().getBounds2D())))
        .findFirst().orElse(1);
  }

  /// A label as far from its axis as matplotlib has it, or further where it would lie over the texts of the ticks.
  private void label(Canvas canvas, int axis, String label, double[] start, double[] end, Tick.Row ticks) {
    var text = look.label(label);
    var from = view.inBox(start);
    var to = view.inBox(end);
    double[] middle = start.clone();
    middle[axis] = (start[axis] + end[axis]) / 2;
    // A short label is upright; matplotlib counts the dollar signs, too.
    boolean turned = label.length() > 4 || text.width() > WIDE * text.size();
    double angle = turned ? Math.toDegrees(Math.atan2(from.y() - to.y(), to.x() - from.x())) : 0;
    angle = ((angle + 180) % 180 + 180) % 180;
    angle = angle > 90 ? angle - 180 : angle;
    var texts = texts(axis, ticks, start);
    var taken = IntStream.iterate(0, i -> i < texts.size(), i -> i + every(texts))
        .mapToObj(i -> texts.get(i).box().getBounds2D()).toList();
    double away = LABEL_AWAY;
    var set = Placed.of(text, view.inBox(moved(middle, axis, away)), angle, 0.5);
    while (away < FARTHEST && taken.stream().anyMatch(set.box()::intersects)) {
      away += 1;
      set = Placed.of(text, view.inBox(moved(middle, axis, away)), angle, 0.5);
    }
    set.paint(canvas, look);
  }

  private void grid(Canvas canvas, int axis, double at) {
    int a = (axis + 1) % 3;
    int b = (axis + 2) % 3;
    double[] meeting = {far(0), far(1), far(2)};
    meeting[axis] = at;
    double[] first = meeting.clone();
    first[a] = near(a);
    double[] last = meeting.clone();
    last[b] = near(b);
    canvas.stroke(polyline(Stream.of(first, meeting, last)), Pen.of(Ink.of(look.theme().grid()), look.gridWidth()));
  }

  private void tick(Canvas canvas, int axis, Tick tick, double[] start) {
    int along = TICK_ALONG[axis];
    double unit = highs[along] ? UNIT : -UNIT;
    double[] at = start.clone();
    at[axis] = view.scale(axis).at(tick.at());
    double[] out = at.clone();
    out[along] += OUTWARD * unit;
    double[] in = at.clone();
    in[along] -= INWARD * unit;
    canvas.stroke(polyline(Stream.of(out, in)), Pen.of(look.text(), look.tickWidth()));
  }

  /// A place moved away from the middle of the box, but not along `axis`.
  private double[] moved(double[] place, int axis, double points) {
    double[] moved = place.clone();
    for (int i = 0; i < 3; i++) {
      moved[i] += i == axis ? 0 : Math.copySign(points * unitsPerPoint, place[i] - 0.5);
    }
    return moved;
  }

  private Path2D polyline(Stream<double[]> places) {
    var path = new Path2D.Double();
    places.map(view::inBox).forEach(place -> {
      if (path.getCurrentPoint() == null) {
        path.moveTo(place.x(), place.y());
      } else {
        path.lineTo(place.x(), place.y());
      }
    });
    return path;
  }
}
