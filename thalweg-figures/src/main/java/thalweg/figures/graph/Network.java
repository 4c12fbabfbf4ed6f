package thalweg.figures.graph;

import static thalweg.figures.graph.DotText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.figures.Figure;
import thalweg.nn.Layer;
import thalweg.tensor.Tensor;

/// A small network as circles and weights: a column of neurons for the inputs and for each `Linear` layer, and
/// a line for each weight, the wider the larger it is, in a colour for its sign. Plain data.
///
/// ```java
/// var net = new Sequential(new Linear(2, 3), new Tanh(), new Linear(3, 1));
/// Files.writeString(Path.of("network.svg"), Network.of(net, tensor(0.5, -1.0)).svg());
/// ```
///
/// @param columns the inputs first
/// @param weights in the order of the columns that they lead to
/// @param key     what is said below of colours and widths; `{widest}` is the largest weight
public record Network(List<Column> columns, List<Weight> weights, String key) implements Drawing {
  private static final String KEY = "blue +, orange −, widest {widest}";

  /// More in a column could not be told apart.
  public static final int MOST_NEURONS = 32;

  /// More lines would be a grey mass.
  public static final int MOST_WEIGHTS = 1000;

  /// Neurons side by side.
  ///
  /// @param title   what happens there: `input`, `tanh`; `linear` where nothing follows the sum
  /// @param neurons from top to bottom
  public record Column(String title, List<Neuron> neurons) {
    public Column {
      neurons = List.copyOf(neurons);
    }
  }

  /// A circle.
  ///
  /// @param bias  what its layer adds; empty for an input or a layer without
  /// @param value what leaves it for the sample, after its activation; empty without a sample
  public record Neuron(String name, OptionalDouble bias, OptionalDouble value) {}

  /// A line, from neuron `from` of the column before to neuron `to` of `column`.
  ///
  /// @param name what it is called; empty for no name
  public record Weight(int column, int from, int to, double value, String name) {
    /// A weight without a name.
    public Weight(int column, int from, int to, double value) {
      this(column, from, to, value, "");
    }
  }

  public Network {
    columns = List.copyOf(columns);
    weights = List.copyOf(weights);
  }

  /// The network of `net`: a `Linear` layer, or a `Sequential` of these with `ReLU`, `Tanh` or `Sigmoid` after
  /// them.
  ///
  /// @throws IllegalArgumentException naming a layer that cannot be drawn so, or how much too large the
  ///     network is
  public static Network of(Layer net) {
    return NetworkReader.read(net, null);
  }

  /// The network of `net` with the values for one sample, of shape `(in)`, in its circles.
  ///
  /// @throws IllegalArgumentException as [#of(Layer)], or if the sample has another shape
  public static Network of(Layer net, Tensor sample) {
    return NetworkReader.read(net, sample);
  }

  Network(List<Column> columns, List<Weight> weights) {
    this(columns, weights, KEY);
  }

  /// The same with names for its weights, in their order.
  ///
  /// @throws IllegalArgumentException for another number of names than of weights
  public Network named(String... names) {
    if (names.length != weights.size()) {
      throw new IllegalArgumentException(
          "network: %d names for %d weights; each needs one".formatted(names.length, weights.size()));
    }
    var named = IntStream.range(0, names.length)
        .mapToObj(i -> {
          Weight w = weights.get(i);
          return new Weight(w.column(), w.from(), w.to(), w.value(), names[i]);
        })
        .toList();
    return new Network(columns, named, key);
  }

  /// The same with other words: over its columns, from left to right, and below it.
  ///
  /// @param words the columns' titles and then the [key][#key()]
  /// @throws IllegalArgumentException for another number of words
  public Network worded(List<String> words) {
    if (words.size() != columns.size() + 1) {
      throw new IllegalArgumentException(
          "network: %d words for %d columns and a key".formatted(words.size(), columns.size()));
    }
    var titled = IntStream.range(0, columns.size())
        .mapToObj(i -> new Column(words.get(i), columns.get(i).neurons()))
        .toList();
    return new Network(titled, weights, words.getLast());
  }

  @Override
  public String description() {
    String sizes =
        columns.stream()
            .map(column -> Integer.toString(column.neurons().size()))
            .collect(Collectors.joining("–"));
    long biases =
        columns.stream()
            .flatMap(column -> column.neurons().stream())
            .filter(neuron -> neuron.bias().isPresent())
            .count();
    return "Network %s: %s, %s"
        .formatted(sizes, count(weights.size(), "weight"), count(biases, "bias"));
  }

  private static String count(long number, String thing) {
    String plural = thing.endsWith("s") ? "es" : "s";
    return number + " " + thing + (number == 1 ? "" : plural);
  }

  /// The largest size of a finite weight, which has the widest line.
  double largest() {
    return weights.stream()
        .mapToDouble(weight -> Math.abs(weight.value()))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  /// How wide a weight's line is, from 0 to 1.
  double share(Weight weight) {
    double share = Math.abs(weight.value()) / largest();
    return Double.isFinite(share) ? share : 0;
  }

  @Override
  public String svg() {
    return new NetworkSvg(this).text();
  }

  @Override
  public Figure figure() {
    return new NetworkSvg(this).figure();
  }

  @Override
  public String dot() {
    String circles =
        IntStream.range(0, columns.size()).mapToObj(this::dotOf).collect(Collectors.joining());
    return """
        digraph {
          label=%s; labelloc=t; rankdir=LR; splines=line;
          node [shape=circle, fontname="monospace"]; edge [fontname="monospace", arrowhead=none];
        """
            .formatted(quoted(description()))
        + circles
        + weights.stream().map(this::dotOf).collect(Collectors.joining())
        + "}\n";
  }

  private String dotOf(int column) {
    List<Neuron> neurons = columns.get(column).neurons();
    return IntStream.range(0, neurons.size())
        .mapToObj(
            i ->
                "  \"%d.%d\" [label=%s];\n"
                    .formatted(column, i, quoted(String.join("\n", texts(neurons.get(i))))))
        .collect(Collectors.joining());
  }

  private String dotOf(Weight weight) {
    return "  \"%d.%d\" -> \"%d.%d\" [label=\"%s\", color=\"%s\", penwidth=%s];\n"
        .formatted(
            weight.column() - 1,
            weight.from(),
            weight.column(),
            weight.to(),
            Rounded.of(weight.value()),
            weight.value() < 0 ? "#a8480a" : "#1650a8",
            Svg.number(0.5 + 4 * share(weight)));
  }

  /// All that is known of a neuron, one line each.
  static List<String> texts(Neuron neuron) {
    var texts = new ArrayList<String>();
    texts.add(neuron.name());
    neuron.value().ifPresent(value -> texts.add("= " + Rounded.of(value)));
    neuron.bias().ifPresent(bias -> texts.add("bias " + Rounded.of(bias)));
    return texts;
  }
}
