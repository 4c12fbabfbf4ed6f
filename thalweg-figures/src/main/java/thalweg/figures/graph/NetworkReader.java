package thalweg.figures.graph;

import static thalweg.tensor.Tensors.noGrad;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.figures.graph.Network.Column;
import thalweg.figures.graph.Network.Neuron;
import thalweg.figures.graph.Network.Weight;
import thalweg.nn.Layer;
import thalweg.nn.Linear;
import thalweg.nn.ReLU;
import thalweg.nn.Sequential;
import thalweg.nn.Sigmoid;
import thalweg.nn.Tanh;
import thalweg.tensor.Tensor;

/// Takes a network apart into columns of neurons, and sends a sample through it.
final class NetworkReader {
  private static final String INDICES = "₀₁₂₃₄₅₆₇₈₉";

  /// A `Linear` layer and the activations after it.
  private record Stage(Linear linear, List<Layer> activations) {
    int inputs() {
      return linear.weight().size(1);
    }

    int outputs() {
      return linear.weight().size(0);
    }

    String title() {
      return activations.isEmpty()
          ? "linear"
          : String.join(", ", activations.stream().map(NetworkReader::activation).toList());
    }

    Tensor apply(Tensor x) {
      Tensor value = linear.apply(x);
      for (Layer layer : activations) {
        value = layer.apply(value);
      }
      return value;
    }
  }

  private NetworkReader() {}

  /// @param sample null for none
  static Network read(Layer net, Tensor sample) {
    List<Stage> stages = stages(flat(net).toList());
    check(stages);
    int inputs = stages.getFirst().inputs();
    if (sample != null && (sample.rank() != 1 || sample.size(0) != inputs)) {
      throw new IllegalArgumentException(
          "network: one sample has shape (%d), not %s; take a row of a batch with select(0, i)"
              .formatted(inputs, sample.shape().tuple()));
    }
    var columns = new ArrayList<Column>();
    var weights = new ArrayList<Weight>();
    try (var _ = noGrad()) {
      Tensor value = sample == null ? null : sample.to(stages.getFirst().linear().weight().dtype());
      columns.add(column("input", "x", inputs, null, value));
      for (Stage stage : stages) {
        value = value == null ? null : stage.apply(value);
        String name = columns.size() == stages.size() ? "ŷ" : hidden(columns.size(), stages.size());
        weights.addAll(weights(stage.linear(), columns.size()));
        columns.add(column(stage.title(), name, stage.outputs(), stage.linear().bias(), value));
      }
    }
    return new Network(columns, weights);
  }

  private static Stream<Layer> flat(Layer layer) {
    return layer instanceof Sequential sequential
        ? sequential.children().values().stream().flatMap(NetworkReader::flat)
        : Stream.of(layer);
  }

  private static List<Stage> stages(List<Layer> layers) {
    var stages = new ArrayList<Stage>();
    for (Layer layer : layers) {
      if (layer instanceof Linear linear) {
        stages.add(new Stage(linear, new ArrayList<>()));
      } else if (activation(layer) == null) {
        throw new IllegalArgumentException(
            ("network: %s cannot be drawn as circles and weights, only Linear, ReLU, Tanh and Sigmoid; draw "
                    + "the recorded graph of the network instead")
                .formatted(layer));
      } else if (stages.isEmpty()) {
        throw new IllegalArgumentException(
            "network: it begins with %s, but only a Linear layer says how many inputs there are; put one first"
                .formatted(layer));
      } else {
        stages.getLast().activations().add(layer);
      }
    }
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("network: it has no layer, so there is nothing to draw");
    }
    return stages;
  }

  /// What an activation is called, or null for another layer.
  private static String activation(Layer layer) {
    return switch (layer) {
      case ReLU _ -> "relu";
      case Tanh _ -> "tanh";
      case Sigmoid _ -> "sigmoid";
      default -> null;
    };
  }

  private static void check(List<Stage> stages) {
    long weights = 0;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      int most = Math.max(stage.inputs(), stage.outputs());
      if (most > Network.MOST_NEURONS) {
        throw new IllegalArgumentException(
            ("network: %s has %d neurons in a column, more than the %d that can be told apart; draw a smaller "
                    + "network, or the recorded graph")
                .formatted(stage.linear(), most, Network.MOST_NEURONS));
      }
      if (i > 0 && stages.get(i - 1).outputs() != stage.inputs()) {
        throw new IllegalArgumentException(
            "network: %s takes %d numbers, but the layer before it, %s, gives %d"
                .formatted(
                    stage.linear(),
                    stage.inputs(),
                    stages.get(i - 1).linear(),
                    stages.get(i - 1).outputs()));
      }
      weights += stage.linear().weight().size();
    }
    if (weights > Network.MOST_WEIGHTS) {
      throw new IllegalArgumentException(
          ("network: it has %d weights, more than the %d that can be seen; draw a smaller network, or the "
                  + "recorded graph")
              .formatted(weights, Network.MOST_WEIGHTS));
    }
  }

  /// `h`, and with several hidden columns `h`, `k`, `l`…, so that no two neurons share a name.
  private static String hidden(int column, int last) {
    return last == 2 || column == 1 ? "h" : Character.toString('k' + (column - 2) % 12);
  }

  private static Column column(String title, String name, int size, Tensor bias, Tensor value) {
    return new Column(
        title,
        IntStream.range(0, size)
            .mapToObj(
                i -> new Neuron(size == 1 ? name : name + index(i + 1), at(bias, i), at(value, i)))
            .toList());
  }

  private static OptionalDouble at(Tensor tensor, int i) {
    return tensor == null ? OptionalDouble.empty() : OptionalDouble.of(tensor.get(i));
  }

  private static String index(int number) {
    var text = new StringBuilder();
    Integer.toString(number).chars().forEach(c -> text.append(INDICES.charAt(c - '0')));
    return text.toString();
  }

  /// The weight of a layer is `(out, in)`.
  private static List<Weight> weights(Linear layer, int column) {
    var weights = new ArrayList<Weight>();
    for (int to = 0; to < layer.weight().size(0); to++) {
      for (int from = 0; from < layer.weight().size(1); from++) {
        weights.add(new Weight(column, from, to, layer.weight().get(to, from)));
      }
    }
    return weights;
  }
}
