package thalweg.lab.graph;

import static thalweg.lab.text.Messages.text;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thalweg.autograd.Graph;
import thalweg.figures.graph.Network;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.nn.MSELoss;
import thalweg.nn.Sequential;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;

/// A network as circles and weights, and the recorded graph of its loss for a few samples.
///
/// @param net    the network as PyTorch prints it
/// @param seed   what its weights and the samples were drawn from
/// @param circles the network with its values for the first sample
/// @param loss   the recorded graph
public record NetworkView(String net, long seed, Network circles, RecordedView loss)
    implements GraphView {
  private static final int SAMPLES = 4;

  /// A network with PyTorch's start weights from `seed`, and after them normal samples and targets.
  ///
  /// @throws IllegalArgumentException if the network is too large to be drawn
  public static NetworkView of(NetworkShape shape, long seed) {
    RandomTensors.manualSeed(seed);
    Sequential net = shape.network();
    Tensor x = RandomTensors.randn(SAMPLES, shape.inputs());
    Tensor y = RandomTensors.randn(SAMPLES, shape.outputs());
    var names = new LinkedHashMap<String, Tensor>(net.namedParameters());
    Graph graph;
    try (var _ = Graph.keepValues()) {
      Tensor prediction = net.apply(x);
      Tensor loss = new MSELoss().apply(prediction, y);
      names.put("x", x);
      names.put("y", y);
      names.put("ŷ", prediction);
      names.put("L", loss);
      graph = Graph.backward(loss, names);
    }
    return new NetworkView(
        net.toString(), seed, Network.of(net, x.select(0, 0)),
        new RecordedView(text("graph.network.loss", "samples", SAMPLES), graph));
  }

  private Text summary() {
    String sizes =
        circles.columns().stream()
            .map(column -> Integer.toString(column.neurons().size()))
            .collect(Collectors.joining("–"));
    long biases =
        circles.columns().stream()
            .flatMap(column -> column.neurons().stream())
            .filter(neuron -> neuron.bias().isPresent())
            .count();
    return text(
        "graph.network.summary",
        "sizes", sizes, "weights", circles.weights().size(), "biases", biases, "seed", seed);
  }

  @Override
  public String printed(Language language) {
    return "%s\n%s\n\n%s".formatted(net, summary().in(language), loss.printed(language));
  }

  @Override
  public Network drawing(Language language) {
    var words = Stream.concat(
        Stream.of(text("common.network.input")),
        Stream.concat(
            circles.columns().stream().skip(1).map(column -> Text.of(column.title())),
            Stream.of(text("common.network.key"))));
    return circles.worded(Text.in(language, words.toList()));
  }

  @Override
  public Page page(Language language) {
    return loss.addTo(
        Page.titled(text("graph.network").in(language))
            .lead(summary().in(language))
            .drawing(drawing(language), text("graph.network.reading").in(language))
            .terminal(net)
            .heading(text("graph.network.heading").in(language))
            .paragraph(text("common.sentence", "said", loss.heading()).in(language)),
        language);
  }
}
