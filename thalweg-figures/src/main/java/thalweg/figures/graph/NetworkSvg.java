package thalweg.figures.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.figures.Figure;
import thalweg.figures.graph.Network.Column;
import thalweg.figures.graph.Network.Neuron;
import thalweg.figures.graph.Network.Weight;
import thalweg.figures.graph.Placement.Area;

/// Writes a network as SVG: columns from left to right, each centred.
final class NetworkSvg {
  private static final String STYLE =
      """
      .thalweg-graph .weight { fill: none; stroke-linecap: round; opacity: 0.75; }
      .thalweg-graph .positive { stroke: #1650a8; stroke: light-dark(#1650a8, #6fb0ff); }
      .thalweg-graph .negative { stroke: #c2560c; stroke: light-dark(#c2560c, #ff9d57); }
      .thalweg-graph .odd { stroke: #7a828c; stroke-dasharray: 3 3; }
      .thalweg-graph .halo { paint-order: stroke; stroke: #fff; stroke: light-dark(#fff, #15181d); stroke-width: 4px; stroke-linejoin: round; }
      .thalweg-graph .small { font-size: 11px; }
      .thalweg-graph .soft { fill: #565d66; fill: light-dark(#565d66, #a4acb6); }
      """;

  private static final double COLUMN = 170;
  private static final double SIDE = 58;
  private static final double HEAD = 30;

  /// The baseline of the columns' titles.
  static final double TITLE = 18;

  private static final double FOOT = 34;

  /// Up to so many neurons in a column there is room for text beside the circles.
  private static final int ROOMY = 10;

  /// Where along its line a weight's number may stand, the best place first.
  private static final double[] PLACES = {0.5, 0.4, 0.6, 0.3, 0.7, 0.25, 0.75};

  private static final double DIGIT = 6.8;
  private static final double LETTERS = 14;

  /// What stays free between two numbers, for their halos.
  private static final double GAP = 8;

  /// The baseline of a weight's number within its place.
  static final double BASELINE = 11;

  private final Network network;
  private final int tallest;
  private final boolean roomy;
  private final List<Area> numbers = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();

  NetworkSvg(Network network) {
    this.network = network;
    tallest = network.columns().stream().mapToInt(c -> c.neurons().size()).max().orElse(1);
    roomy = tallest <= ROOMY;
  }

  private double pitch() {
    return roomy ? 82 : 44;
  }

  double radius() {
    return roomy ? 22 : 19;
  }

  double x(int column) {
    return SIDE + COLUMN * column;
  }

  double y(int column, int neuron) {
    int size = network.columns().get(column).neurons().size();
    return HEAD + pitch() * ((tallest - size) / 2.0 + neuron + 0.5);
  }

  boolean isRoomy() {
    return roomy;
  }

  /// What is said below of colours and widths.
  String key() {
    return network.key().replace("{widest}", Rounded.of(network.largest()));
  }

  /// A weight's value, after its name if it has one.
  static String number(Weight weight) {
    String value = Rounded.hundredths(weight.value());
    return weight.name().isEmpty() ? value : weight.name() + " = " + value;
  }

  private double width() {
    return 2 * SIDE + COLUMN * (network.columns().size() - 1);
  }

  private double height() {
    return HEAD + pitch() * tallest + FOOT;
  }

  Figure figure() {
    return Pictured.of(this, network, width(), height());
  }

  String text() {
    List<Column> columns = network.columns();
    double width = width();
    double height = height();
    network.weights().forEach(this::line);
    if (roomy) {
      network.weights().forEach(this::write);
    }
    for (int c = 0; c < columns.size(); c++) {
      out.append(Svg.text(x(c), TITLE, "ink title", columns.get(c).title())).append('\n');
      for (int n = 0; n < columns.get(c).neurons().size(); n++) {
        neuron(columns.get(c).neurons().get(n), x(c), y(c, n));
      }
    }
    out.append(Svg.text(width / 2, height - 10, "soft small", key())).append('\n');
    return Svg.document(width, height, network.description(), STYLE, out.toString());
  }

  private void line(Weight weight) {
    String sign =
        !Double.isFinite(weight.value()) ? "odd" : weight.value() < 0 ? "negative" : "positive";
    out.append(
        "<line class=\"weight %s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke-width=\"%s\"><title>%s</title></line>\n"
            .formatted(
                sign,
                Svg.number(x(weight.column() - 1)),
                Svg.number(y(weight.column() - 1, weight.from())),
                Svg.number(x(weight.column())),
                Svg.number(y(weight.column(), weight.to())),
                Svg.number(0.6 + (roomy ? 4.4 : 2) * network.share(weight)),
                Svg.escape(name(weight))));
  }

  /// `x₁ → h₂: 0.25`, or with a name `w: x₁ → h₂: 0.25`.
  private String name(Weight weight) {
    return "%s%s → %s: %s"
        .formatted(
            weight.name().isEmpty() ? "" : weight.name() + ": ",
            network.columns().get(weight.column() - 1).neurons().get(weight.from()).name(),
            network.columns().get(weight.column()).neurons().get(weight.to()).name(),
            Rounded.of(weight.value()));
  }

  /// Where a weight's number stands: at the first place along its line where no other does; nowhere if there is none,
  /// since pointing at the line tells it too. Asked once for each weight.
  Optional<Area> place(Weight weight) {
    double half = (number(weight).length() * DIGIT + GAP) / 2;
    double start = y(weight.column() - 1, weight.from());
    double rise = y(weight.column(), weight.to()) - start;
    for (double place : PLACES) {
      var area =
          new Area(
              x(weight.column() - 1) + place * COLUMN - half,
              start + place * rise - LETTERS / 2,
              2 * half,
              LETTERS);
      if (numbers.stream().noneMatch(other -> overlap(area, other))) {
        numbers.add(area);
        return Optional.of(area);
      }
    }
    return Optional.empty();
  }

  private void write(Weight weight) {
    place(weight).ifPresent(area ->
        out.append(Svg.text(area.x() + area.width() / 2, area.y() + BASELINE, "ink small halo", number(weight)))
            .append('\n'));
  }

  private static boolean overlap(Area a, Area b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  private void neuron(Neuron neuron, double x, double y) {
    out.append("<g><title>%s</title>".formatted(Svg.escape(String.join(", ", Network.texts(neuron)))));
    out.append(
        "<circle class=\"box\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
            .formatted(Svg.number(x), Svg.number(y), Svg.number(radius())));
    boolean hasValue = neuron.value().isPresent();
    String inside = hasValue ? Rounded.hundredths(neuron.value().getAsDouble()) : neuron.name();
    out.append(Svg.text(x, y + 4, roomy && !hasValue ? "ink title" : "ink small", inside));
    if (roomy) {
      if (hasValue) {
        out.append(Svg.text(x, y - radius() - 5, "ink title halo", neuron.name()));
      }
      neuron
          .bias()
          .ifPresent(
              bias -> out.append(Svg.text(x, y + radius() + 13, "soft small halo", signed(bias))));
    }
    out.append("</g>\n");
  }

  private static String signed(double bias) {
    return (bias < 0 ? "" : "+") + Rounded.hundredths(bias);
  }
}
