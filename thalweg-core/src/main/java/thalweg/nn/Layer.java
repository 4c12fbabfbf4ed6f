package thalweg.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import thalweg.tensor.Tensor;

/// A differentiable function with parameters: PyTorch's `nn.Module`, which in Java is another thing.
///
/// A layer of your own implements [#apply], lists what it owns in [#ownParameters] and what it is made of
/// in [#children]; all else follows.
///
/// ```java
/// record Scale(Tensor factor) implements Layer {
///   public Tensor apply(Tensor x) { return x.mul(factor); }
///   public Map<String, Tensor> ownParameters() { return Map.of("factor", factor); }
/// }
///
/// var net = new Sequential(new Scale(tensor(2.0)), new ReLU());
/// IO.println(net.apply(tensor(-1.0, 3.0)));  // tensor([0., 6.])
/// IO.println(net.namedParameters().keySet());  // [0.factor]
/// ```
public interface Layer {
  /// Computes the layer's output.
  Tensor apply(Tensor x);

  /// The parameters that this layer itself owns, by name, in order.
  default Map<String, Tensor> ownParameters() {
    return Map.of();
  }

  /// The layers that this one is made of, by name, in order.
  default Map<String, Layer> children() {
    return Map.of();
  }

  /// All parameters, its own and its children's, by dotted name: `0.weight`.
  default SequencedMap<String, Tensor> namedParameters() {
    var named = new LinkedHashMap<String, Tensor>(ownParameters());
    children()
        .forEach(
            (name, child) ->
                child
                    .namedParameters()
                    .forEach((inner, parameter) -> named.put(name + "." + inner, parameter)));
    return named;
  }

  /// All parameters: what an optimiser updates.
  default List<Tensor> parameters() {
    return List.copyOf(namedParameters().values());
  }

  /// Clears the gradients of all parameters.
  default void zeroGrad() {
    parameters().forEach(parameter -> parameter.setGrad(null));
  }
}
