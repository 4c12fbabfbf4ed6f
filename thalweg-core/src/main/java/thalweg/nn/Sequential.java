package thalweg.nn;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import thalweg.tensor.Tensor;

/// Layers one after the other: PyTorch's `nn.Sequential`.
///
/// ```java
/// var net = new Sequential(new Linear(2, 8), new Tanh(), new Linear(8, 1));
/// IO.println(net.apply(ones(5, 2)).shape());  // torch.Size([5, 1])
/// ```
public final class Sequential implements Layer, Iterable<Layer> {
  private final Mode mode = new Mode();
  private final SequencedMap<String, Layer> layers = new LinkedHashMap<>();

  /// The layers, the first one first, named `0`, `1`, …
  public Sequential(Layer... layers) {
    for (Layer layer : layers) {
      append(layer);
    }
  }

  /// Named layers, in the order of the map.
  public Sequential(SequencedMap<String, ? extends Layer> layers) {
    this.layers.putAll(layers);
  }

  /// Puts one more layer at the end, named by its number.
  public Sequential append(Layer layer) {
    layers.put(Integer.toString(layers.size()), layer);
    return this;
  }

  @Override
  public Tensor apply(Tensor x) {
    Tensor value = x;
    for (Layer layer : this) {
      value = layer.apply(value);
    }
    return value;
  }

  /// Layer number `i`, from 0; negative ones count from the end.
  ///
  /// @throws IndexOutOfBoundsException if there is none
  public Layer get(int i) {
    return List.copyOf(layers.values()).get(i < 0 ? i + layers.size() : i);
  }

  /// How many layers there are.
  public int size() {
    return layers.size();
  }

  @Override
  public Iterator<Layer> iterator() {
    return children().values().iterator();
  }

  @Override
  public SequencedMap<String, Layer> children() {
    return Collections.unmodifiableSequencedMap(layers);
  }

  @Override
  public Mode mode() {
    return mode;
  }

  /// As PyTorch prints it, one indented line a layer.
  @Override
  public String toString() {
    return LayerText.of("Sequential", layers);
  }
}
