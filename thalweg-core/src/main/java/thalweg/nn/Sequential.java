package thalweg.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.tensor.Tensor;

/// Layers one after the other: PyTorch's `nn.Sequential`.
///
/// ```java
/// var net = new Sequential(new Linear(2, 8), new Tanh(), new Linear(8, 1));
/// IO.println(net.apply(ones(5, 2)).shape());  // torch.Size([5, 1])
/// ```
public final class Sequential implements Layer {
  private final List<Layer> layers;

  /// The layers, the first one first.
  public Sequential(Layer... layers) {
    this.layers = List.of(layers);
  }

  @Override
  public Tensor apply(Tensor x) {
    Tensor value = x;
    for (Layer layer : layers) {
      value = layer.apply(value);
    }
    return value;
  }

  /// Layer number `i`, from 0.
  public Layer get(int i) {
    return layers.get(i);
  }

  @Override
  public Map<String, Layer> children() {
    var named = new LinkedHashMap<String, Layer>();
    for (int i = 0; i < layers.size(); i++) {
      named.put(Integer.toString(i), layers.get(i));
    }
    return named;
  }

  /// As PyTorch prints it, one indented line a layer.
  @Override
  public String toString() {
    if (layers.isEmpty()) {
      return "Sequential()";
    }
    var text = new StringBuilder("Sequential(\n");
    children()
        .forEach(
            (name, layer) ->
                text.append("  (").append(name).append("): ")
                    .append(layer.toString().replace("\n", "\n  ")).append('\n'));
    return text.append(')').toString();
  }
}
