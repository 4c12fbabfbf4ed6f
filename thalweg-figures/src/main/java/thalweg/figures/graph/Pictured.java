package thalweg.figures.graph;

import static thalweg.figures.Style.align;
import static thalweg.figures.Style.color;
import static thalweg.figures.Style.fontsize;
import static thalweg.figures.Style.linewidth;

import java.util.List;
import java.util.stream.IntStream;
import thalweg.figures.Align.Across;
import thalweg.figures.Align.Up;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.MathText;
import thalweg.figures.Plane;
import thalweg.figures.Style;
import thalweg.figures.Values;
import thalweg.figures.graph.Placement.Area;
import thalweg.figures.graph.Placement.Point;

/// A drawing as a figure, so that it can be saved in every format figures have. Lengths are its own pixels, a
/// ninety-sixth of an inch, counted from the upper left.
final class Pictured {
  private static final double PIXELS_AN_INCH = 96;

  /// matplotlib's margins leave this much of a figure to its axes.
  private static final double ACROSS = 0.775;

  private static final double UP = 0.77;
  private static final double TEXT = 9;
  private static final double SMALL = 7.5;
  private static final double HEAD = 8;
  private static final int ROUND = 48;

  private static final Color INK = new Color(0x1c1f24);
  private static final Color BACK = new Color(0x1650a8);
  private static final Color WAY = new Color(0x565d66);
  private static final Color EDGE = new Color(0x7a828c);
  private static final Color PAPER = new Color(0xf6f7f8);
  private static final Color LOCAL = new Color(0xeef4fd);
  private static final Color LOCAL_EDGE = new Color(0x3b78d0);
  private static final Color NEGATIVE = new Color(0xc2560c);

  private Plane plane;

  private Pictured(double width, double height) {
    plane = Axes.plane().xlim(0, width).ylim(-height, 0).xticks().yticks();
  }

  private Figure figure(double width, double height) {
    return Figure.of(plane).size(width / PIXELS_AN_INCH / ACROSS, height / PIXELS_AN_INCH / UP);
  }

  // ---- a graph

  static Figure of(Placement placement) {
    var pictured = new Pictured(placement.width(), placement.height());
    placement.arrows().forEach(pictured::way);
    placement.arrows().forEach(arrow -> arrow.label().ifPresent(area -> pictured.label(arrow.arrow(), area)));
    placement.boxes().forEach(box -> pictured.box(box.box(), box.area()));
    return pictured.figure(placement.width(), placement.height());
  }

  private void way(Placement.Routed routed) {
    List<Point> way = routed.way();
    line(way, WAY, 1);
    Point before = way.get(way.size() - 2);
    Point end = way.getLast();
    double angle = Math.atan2(end.y() - before.y(), end.x() - before.x());
    line(List.of(back(end, angle - 0.4), end, back(end, angle + 0.4)), WAY, 1);
  }

  /// A point of an arrow head, from its tip against the way.
  private static Point back(Point tip, double angle) {
    return new Point(tip.x() - HEAD * Math.cos(angle), tip.y() - HEAD * Math.sin(angle));
  }

  private void label(Diagram.Arrow arrow, Area area) {
    boolean local = !arrow.label().isEmpty();
    rectangle(area, local ? LOCAL : Color.WHITE, local ? LOCAL_EDGE : Color.WHITE, 1);
    int shapes = arrow.shape().isEmpty() ? 0 : 1;
    List<String> lines = arrow.lines();
    for (int line = 0; line < lines.size(); line++) {
      row(area, line, lines.get(line), line < shapes ? INK : BACK);
    }
  }

  private void box(Diagram.Box box, Area area) {
    rectangle(area, PAPER, EDGE, box.kind() == Diagram.Kind.RESULT ? 2 : 1);
    row(area, 0, box.title(), INK);
    row(area, 1, box.value(), INK);
    if (!box.gradient().isEmpty()) {
      row(area, 2, box.gradient(), BACK);
    }
  }

  private void row(Area area, int row, String text, Color color) {
    double baseline = area.y() + Placement.MARGIN / 2 + Placement.LINE * (row + 0.72);
    text(area.x() + area.width() / 2, baseline, text, color, TEXT);
  }

  private void rectangle(Area area, Color inside, Color edge, double width) {
    double left = area.x();
    double right = area.x() + area.width();
    double top = area.y();
    double bottom = area.y() + area.height();
    plane = plane.fillBetween(
        new double[] {left, right}, new double[] {-bottom, -bottom}, new double[] {-top, -top}, color(inside));
    line(
        List.of(
            new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom),
            new Point(left, top)),
        edge,
        width);
  }

  // ---- a network

  static Figure of(NetworkSvg places, Network network, double width, double height) {
    var pictured = new Pictured(width, height);
    network.weights().forEach(weight -> pictured.weight(places, network, weight));
    if (places.isRoomy()) {
      network.weights().forEach(weight -> places.place(weight).ifPresent(area -> pictured.number(weight, area)));
    }
    for (int c = 0; c < network.columns().size(); c++) {
      Network.Column column = network.columns().get(c);
      pictured.text(places.x(c), NetworkSvg.TITLE, column.title(), INK, TEXT);
      for (int n = 0; n < column.neurons().size(); n++) {
        pictured.neuron(column.neurons().get(n), places.x(c), places.y(c, n), places.radius());
      }
    }
    pictured.text(width / 2, height - 10, places.key(), WAY, SMALL);
    return pictured.figure(width, height);
  }

  private void weight(NetworkSvg places, Network network, Network.Weight weight) {
    var from = new Point(places.x(weight.column() - 1), places.y(weight.column() - 1, weight.from()));
    var to = new Point(places.x(weight.column()), places.y(weight.column(), weight.to()));
    line(List.of(from, to), weight.value() < 0 ? NEGATIVE : BACK, 0.5 + 3 * network.share(weight));
  }

  private void number(Network.Weight weight, Area area) {
    rectangle(area, Color.WHITE, Color.WHITE, 0.5);
    text(area.x() + area.width() / 2, area.y() + NetworkSvg.BASELINE, NetworkSvg.number(weight), INK, SMALL);
  }

  private void neuron(Network.Neuron neuron, double x, double y, double radius) {
    Values turn = Values.linspace(0, 2 * Math.PI, ROUND);
    Values across = turn.map(angle -> x + radius * Math.cos(angle));
    Values half = Values.linspace(-radius, radius, ROUND);
    plane = plane.fillBetween(
        half.map(d -> x + d),
        half.map(d -> -y - Math.sqrt(Math.max(0, radius * radius - d * d))),
        half.map(d -> -y + Math.sqrt(Math.max(0, radius * radius - d * d))),
        color(PAPER));
    plane = plane.plot(across, turn.map(angle -> -y + radius * Math.sin(angle)), color(EDGE), linewidth(1));
    String inside = neuron.value().isPresent() ? Rounded.hundredths(neuron.value().getAsDouble()) : neuron.name();
    text(x, y + 4, inside, INK, SMALL);
    if (neuron.value().isPresent()) {
      text(x, y - radius - 5, neuron.name(), INK, SMALL);
    }
    neuron.bias().ifPresent(bias -> text(x, y + radius + 13, "bias " + Rounded.hundredths(bias), WAY, SMALL));
  }

  // ---- lines and texts

  private void line(List<Point> way, Color color, double width) {
    double[] x = way.stream().mapToDouble(Point::x).toArray();
    double[] y = IntStream.range(0, x.length).mapToDouble(i -> -way.get(i).y()).toArray();
    plane = plane.plot(x, y, color(color), linewidth(width));
  }

  private void text(double x, double y, String text, Color color, double size) {
    Style.Option[] options = {color(color), fontsize(size), align(Across.CENTER, Up.BASELINE)};
    plane = plane.text(x, -y, MathText.literal(text), options);
  }
}
