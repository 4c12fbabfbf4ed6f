package thalweg.nn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import thalweg.tensor.Tensor;

/// Layers in a list, to be applied as their owner likes: PyTorch's `nn.ModuleList`. Their parameters are
/// found, which those of a plain list in a layer of your own are not.
public final class LayerList implements Layer, Iterable<Layer> {
  private final Mode mode = new Mode();
  private final List<Layer> layers = new ArrayList<>();

  /// The layers, named `0`, `1`, …
  public LayerList(Layer... layers) {
    this.layers.addAll(List.of(layers));
  }

  /// Puts one more layer at the end.
  public LayerList append(Layer layer) {
    layers.add(layer);
    return this;
  }

  /// Layer number `i`, from 0; negative ones count from the end.
  ///
  /// @throws IndexOutOfBoundsException if there is none
  public Layer get(int i) {
    return layers.get(i < 0 ? i + layers.size() : i);
  }

  /// How many layers there are.
  public int size() {
    return layers.size();
  }

  /// @throws UnsupportedOperationException always: a list does not say how its layers work together
  @Override
  public Tensor apply(Tensor x) {
    throw new UnsupportedOperationException(
        "LayerList: a list cannot be applied; apply its layers one by one, or use Sequential");
  }

  @Override
  public Iterator<Layer> iterator() {
    return List.copyOf(layers).iterator();
  }

  @Override
  public SequencedMap<String, Layer> children() {
    var named = new LinkedHashMap<String, Layer>();
    layers.forEach(layer -> named.put(Integer.toString(named.size()), layer));
    return named;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  /// As PyTorch prints it, one indented line a layer, under the name `ModuleList`.
  @Override
  public String toString() {
    return LayerText.of("ModuleList", children());
  }
}
