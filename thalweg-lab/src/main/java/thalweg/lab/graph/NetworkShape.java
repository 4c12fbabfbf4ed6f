package thalweg.lab.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import thalweg.figures.graph.Network;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;
import thalweg.nn.Layer;
import thalweg.nn.Linear;
import thalweg.nn.ReLU;
import thalweg.nn.Sequential;
import thalweg.nn.Sigmoid;
import thalweg.nn.Tanh;

/// What a network is made of: `2-8-1:tanh` has two inputs, eight neurons with `tanh`, and one output.
///
/// @param sizes      inputs, hidden layers, outputs
/// @param activation what follows each hidden layer
public record NetworkShape(List<Integer> sizes, Activation activation) {
  /// What may follow a hidden layer.
  public enum Activation {
    TANH(Tanh::new),
    RELU(ReLU::new),
    SIGMOID(Sigmoid::new);

    private final Supplier<Layer> layer;

    Activation(Supplier<Layer> layer) {
      this.layer = layer;
    }

    /// As one types it.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public NetworkShape {
    sizes = List.copyOf(sizes);
  }

  /// Reads `2-8-1:tanh`; without an activation it is `tanh`.
  ///
  /// @throws BadInputException saying what is wrong with it
  public static NetworkShape parse(String text) {
    String[] parts = text.split(":", 2);
    String[] numbers = parts[0].split("-", -1);
    if (numbers.length < 2) {
      throw notAShape(text);
    }
    List<Integer> sizes = Arrays.stream(numbers).map(number -> size(number, text)).toList();
    return new NetworkShape(sizes, parts.length == 1 ? Activation.TANH : activation(parts[1]));
  }

  private static int size(String number, String text) {
    if (!number.strip().matches("\\d{1,9}")) {
      throw notAShape(text);
    }
    int size = Integer.parseInt(number.strip());
    if (size < 1 || size > Network.MOST_NEURONS) {
      throw new BadInputException(
          "--network: a layer of %d neurons cannot be drawn; it must have from 1 to %d"
              .formatted(size, Network.MOST_NEURONS));
    }
    return size;
  }

  private static BadInputException notAShape(String text) {
    return new BadInputException(
        "--network takes the sizes of its layers, inputs first, and an activation, for instance 2-8-1:tanh, not '%s'"
            .formatted(text));
  }

  private static Activation activation(String name) {
    List<String> known = Arrays.stream(Activation.values()).map(Activation::toString).toList();
    return Arrays.stream(Activation.values())
        .filter(activation -> activation.toString().equals(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "--network: there is no activation '%s'; %s"
                        .formatted(name, Nearest.suggest(name, known))));
  }

  int inputs() {
    return sizes.getFirst();
  }

  int outputs() {
    return sizes.getLast();
  }

  /// The network with fresh weights.
  Sequential network() {
    var layers = new ArrayList<Layer>();
    for (int i = 1; i < sizes.size(); i++) {
      if (i > 1) {
        layers.add(activation.layer.get());
      }
      layers.add(new Linear(sizes.get(i - 1), sizes.get(i)));
    }
    return new Sequential(layers.toArray(Layer[]::new));
  }
}
