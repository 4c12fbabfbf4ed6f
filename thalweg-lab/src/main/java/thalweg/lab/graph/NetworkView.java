package thalweg.lab.graph;

import java.util.LinkedHashMap;
import thalweg.autograd.Graph;
import thalweg.figures.graph.Network;
import thalweg.figures.html.Page;
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
    String heading =
        "L, the mean squared error of %d random samples, as autograd recorded it".formatted(SAMPLES);
    return new NetworkView(
        net.toString(), seed, Network.of(net, x.select(0, 0)), new RecordedView(heading, graph));
  }

  @Override
  public String text() {
    return "%s\n%s (seed %d)\n\n%s".formatted(net, circles.description(), seed, loss.text());
  }

  @Override
  public Network drawing() {
    return circles;
  }

  @Override
  public Page page() {
    return loss.addTo(
        Page.titled("A network")
            .lead(circles.description() + ", drawn from seed " + seed + ".")
            .drawing(
                circles,
                "In the circles the values for the first sample, under them the biases where there is room; point at a circle or a line to read all of it.")
            .terminal(net)
            .heading("Its loss")
            .paragraph(loss.heading() + "."));
  }
}
