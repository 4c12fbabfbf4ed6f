package thalweg.figures.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static thalweg.figures.graph.DiagramTest.assertWellFormed;
import static thalweg.figures.graph.DiagramTest.count;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.graph.Network.Column;
import thalweg.figures.graph.Network.Neuron;
import thalweg.figures.graph.Network.Weight;
import thalweg.figures.html.Page;
import thalweg.nn.Layer;
import thalweg.nn.Linear;
import thalweg.nn.ReLU;
import thalweg.nn.Sequential;
import thalweg.nn.Sigmoid;
import thalweg.nn.Tanh;
import thalweg.tensor.Tensor;

class NetworkTest {
  /// Two inputs, two neurons with `relu`, one output without bias.
  private static Sequential small() {
    var first = new Linear(2, 2);
    first.weight().setData(tensor(new float[][] {{1, -2}, {0.5f, 0}}));
    first.bias().setData(tensor(1f, -4f));
    var second = new Linear(2, 1, Linear.bias(false));
    second.weight().setData(tensor(new float[][] {{3, -1}}));
    return new Sequential(first, new ReLU(), second);
  }

  @Test
  void columnsNeuronsAndWeightsAreTheLayers() {
    Network network = Network.of(small(), tensor(2.0, 0.5));
    assertThat(network.columns()).extracting(Column::title).containsExactly("input", "relu", "linear");
    assertThat(neurons(network).map(Neuron::name)).containsExactly("x₁", "x₂", "h₁", "h₂", "ŷ");
    assertThat(neurons(network).map(n -> n.value().getAsDouble())).containsExactly(2.0, 0.5, 2.0, 0.0, 6.0);
    assertThat(neurons(network).map(n -> n.bias().orElse(0))).containsExactly(0.0, 0.0, 1.0, -4.0, 0.0);
    assertThat(network.columns().getLast().neurons().getFirst().bias()).isEmpty();
    assertThat(network.weights())
        .containsExactly(
            new Weight(1, 0, 0, 1), new Weight(1, 1, 0, -2), new Weight(1, 0, 1, 0.5), new Weight(1, 1, 1, 0),
            new Weight(2, 0, 0, 3), new Weight(2, 1, 0, -1));
    assertThat(network.description()).isEqualTo("Network 2–2–1: 6 weights, 2 biases");
    assertThat(neurons(Network.of(small())).allMatch(n -> n.value().isEmpty())).isTrue();
  }

  private static Stream<Neuron> neurons(Network network) {
    return network.columns().stream().flatMap(column -> column.neurons().stream());
  }

  @Test
  void aSamplesValuesAreThoseOfTheNetwork() {
    var net = new Sequential(new Linear(3, 5), new Tanh(), new Sequential(new Linear(5, 4), new Sigmoid()), new Linear(4, 2));
    Tensor sample = tensor(0.3, -1.0, 2.0);
    Network network = Network.of(net, sample);
    double[] expected = net.apply(sample).toDoubleArray();
    for (int i = 0; i < 2; i++) {
      assertThat(network.columns().getLast().neurons().get(i).value().getAsDouble())
          .isCloseTo(expected[i], within(1e-12));
    }
    assertThat(network.columns()).extracting(Column::title).containsExactly("input", "tanh", "sigmoid", "linear");
    assertThat(neurons(network).map(Neuron::name)).doesNotHaveDuplicates().hasSize(14);
    assertThat(network.weights()).hasSize(15 + 20 + 8);
  }

  @Test
  void svgHasACircleForEachNeuronAndALineForEachWeight() {
    Network network = Network.of(small(), tensor(2.0, 0.5));
    String svg = network.svg();
    assertWellFormed(svg);
    assertThat(count(svg, "circle")).isEqualTo(5);
    assertThat(count(svg, "line")).isEqualTo(6);
    assertThat(svg.split("class=\"weight negative\"", -1)).hasSize(2 + 1);
    assertThat(svg)
        .contains("stroke-width=\"5.0\"><title>h₁ → ŷ: 3</title>")
        .contains("stroke-width=\"0.6\"><title>x₂ → h₂: 0</title>")
        .contains("<g><title>h₂, = 0, bias −4</title>")
        .contains(">+1</text>", ">input</text>", "widest 3");
    assertThat(Page.titled("t").drawing(network, "").html()).contains("<circle");
  }

  @Test
  void aLargerOneHasNoRoomForNumbers() {
    String svg = Network.of(new Sequential(new Linear(20, 30), new Tanh(), new Linear(30, 1))).svg();
    assertWellFormed(svg);
    assertThat(count(svg, "circle")).isEqualTo(51);
    assertThat(count(svg, "line")).isEqualTo(630);
    assertThat(count(svg, "text")).isEqualTo(51 + 3 + 1);
  }

  @Test
  void weightsThatAreNoNumbersAreDrawn() {
    var layer = new Linear(3, 1, Linear.bias(false));
    layer.weight().setData(tensor(new double[][] {{Double.NaN, Double.POSITIVE_INFINITY, 2}}));
    String svg = Network.of(layer).svg();
    assertWellFormed(svg);
    assertThat(svg).contains("x₁ → ŷ: nan", "x₂ → ŷ: inf", "widest 2").doesNotContain("=\"NaN\"");
    assertThat(svg.split("class=\"weight odd\"", -1)).hasSize(2 + 1);
    layer.weight().setData(tensor(new double[][] {{0, 0, 0}}));
    assertThat(Network.of(layer).svg()).contains("widest 0").doesNotContain("NaN");
  }

  @Test
  void dotHasThemToo() {
    assertThat(Network.of(small(), tensor(2.0, 0.5)).dot())
        .startsWith("digraph {\n  label=\"Network 2–2–1: 6 weights, 2 biases\"")
        .contains("  \"1.0\" [label=\"h₁\\n= 2\\nbias 1\"];\n")
        .contains("  \"0.1\" -> \"1.0\" [label=\"−2\", color=\"#a8480a\", penwidth=3.2];\n")
        .endsWith("}\n");
  }

  private record Scale() implements Layer {
    @Override
    public Tensor apply(Tensor x) {
      return x.mul(2);
    }
  }

  static Stream<Arguments> mistakes() {
    var layers = IntStream.range(0, 5).mapToObj(_ -> new Linear(16, 16)).toArray(Layer[]::new);
    return Stream.of(
        Arguments.of(new Sequential(new Linear(2, 3), new Scale()), "Scale[] cannot be drawn as circles and weights, only Linear, ReLU, Tanh and Sigmoid"),
        Arguments.of(new Sequential(new Tanh(), new Linear(2, 3)), "it begins with Tanh()"),
        Arguments.of(new Sequential(), "it has no layer"),
        Arguments.of(new Linear(784, 10), "Linear(in_features=784, out_features=10, bias=True) has 784 neurons in a column, more than the 32"),
        Arguments.of(new Sequential(new Linear(2, 8), new Linear(4, 1)), "Linear(in_features=4, out_features=1, bias=True) takes 4 numbers, but the layer before it, Linear(in_features=2, out_features=8, bias=True), gives 8"),
        Arguments.of(new Sequential(layers), "it has 1280 weights, more than the 1000"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesWhatCannotBeDrawn(Layer net, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Network.of(net)).withMessageContaining(message);
  }

  @Test
  void aSampleIsOneRow() {
    for (Tensor sample : List.of(ones(5, 2), ones(3), ones())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Network.of(small(), sample))
          .withMessageContaining("one sample has shape (2), not " + sample.shape().tuple());
    }
  }
}
