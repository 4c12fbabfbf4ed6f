package thalweg.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import thalweg.tensor.Tensor;

/// A differentiable function with parameters: PyTorch's `nn.Module`, which in Java is another thing.
///
/// A layer of your own implements [#apply], lists what it owns in [#ownParameters] and what it is made of
/// in [#children]; all else follows.
///
/// ```java
/// record Scale(Tensor factor) implements Layer {
///   public Tensor apply(Tensor x) { return x.mul(factor); }
///   public SequencedMap<String, Tensor> ownParameters() { return Layer.named("factor", factor); }
/// }
///
/// var net = new Sequential(new Scale(tensor(2.0)), new ReLU());
/// IO.println(net.apply(tensor(-1.0, 3.0)));  // tensor([0., 6.])
/// IO.println(net.namedParameters().keySet());  // [0.factor]
/// ```
public interface Layer {
  /// Computes the layer's output.
  Tensor apply(Tensor x);

  // ---- what a layer is made of

  /// The parameters that this layer itself owns, by name, in order.
  default SequencedMap<String, Tensor> ownParameters() {
    return new LinkedHashMap<>();
  }

  /// The tensors that this layer itself keeps and no optimiser updates, by name, in order: running means,
  /// counts.
  default SequencedMap<String, Tensor> ownBuffers() {
    return new LinkedHashMap<>();
  }

  /// The layers that this one is made of, by name, in order: PyTorch's `named_children`.
  default SequencedMap<String, Layer> children() {
    return new LinkedHashMap<>();
  }

  /// Whether this layer itself is being trained or used; null for one that keeps no mode, because it does
  /// the same in both.
  default Mode mode() {
    return null;
  }

  /// Parameters, buffers or children by name, in this order, which is that in which an optimiser numbers them. For more
  /// than three fill a [LinkedHashMap]; a `Map.of` has another order in each run.
  static <T> SequencedMap<String, T> named(String name, T value) {
    var named = new LinkedHashMap<String, T>();
    named.put(name, value);
    return named;
  }

  /// Two, as [#named(String, Object)].
  static <T> SequencedMap<String, T> named(String first, T value, String second, T other) {
    var named = named(first, value);
    named.put(second, other);
    return named;
  }

  /// Three, as [#named(String, Object)].
  static <T> SequencedMap<String, T> named(
      String first, T value, String second, T other, String third, T last) {
    var named = named(first, value, second, other);
    named.put(third, last);
    return named;
  }

  // ---- all of it

  /// This layer, named by the empty text, and all layers inside, each before its own children, by dotted
  /// name: PyTorch's `named_modules`. A layer that occurs twice stands under its first name.
  default SequencedMap<String, Layer> namedLayers() {
    var named = new LinkedHashMap<String, Layer>();
    ModuleTree.visit("", this, named::put);
    return ModuleTree.once(named);
  }

  /// All parameters, its own and its children's, by dotted name: `0.weight`. One that
  /// two layers share stands under its first name.
  default SequencedMap<String, Tensor> namedParameters() {
    return ModuleTree.once(ModuleTree.collect(this, Layer::ownParameters));
  }

  /// All parameters: what an optimiser updates.
  default List<Tensor> parameters() {
    return List.copyOf(namedParameters().values());
  }

  /// All buffers, its own and its children's, by dotted name: `1.running_mean`.
  default SequencedMap<String, Tensor> namedBuffers() {
    return ModuleTree.once(ModuleTree.collect(this, Layer::ownBuffers));
  }

  /// All buffers.
  default List<Tensor> buffers() {
    return List.copyOf(namedBuffers().values());
  }

  /// Does `action` with every layer inside, then with this one: PyTorch's `apply`, for start values.
  ///
  /// ```java
  /// var net = new Sequential(new Linear(2, 3), new Linear(3, 1));
  /// net.apply(layer -> {
  ///   if (layer instanceof Linear linear) {
  ///     Init.zeros_(linear.bias());
  ///   }
  /// });
  /// IO.println(((Linear) net.get(0)).bias().detach());  // tensor([0., 0., 0.])
  /// ```
  default Layer apply(Consumer<? super Layer> action) {
    children().values().forEach(child -> child.apply(action));
    action.accept(this);
    return this;
  }

  // ---- training

  /// True if this layer is in training: what its own mode says or, where it keeps none, whether a layer
  /// inside is.
  ///
  /// Layers of this package that hold parameters or other layers keep a mode, as do those that compute
  /// something else in training. An activation or a pool is a record without a state: it computes the same in
  /// both, has no training to be in, and says false, where PyTorch says true until `eval()`.
  default boolean isTraining() {
    Mode own = mode();
    return own != null
        ? own.isTraining()
        : children().values().stream().anyMatch(Layer::isTraining);
  }

  /// Puts this layer and all inside in training, or in use.
  default Layer train(boolean training) {
    return apply(
        layer -> {
          if (layer.mode() != null) {
            layer.mode().set(training);
          }
        });
  }

  /// Puts this layer and all inside in training, which is how they start.
  default Layer train() {
    return train(true);
  }

  /// Puts this layer and all inside in use: nothing is dropped, and running statistics stand for the
  /// batch's.
  default Layer eval() {
    return train(false);
  }

  /// Lets all parameters take gradients, or freezes them.
  default Layer requiresGrad_(boolean required) {
    parameters().forEach(parameter -> parameter.requiresGrad_(required));
    return this;
  }

  /// Clears the gradients of all parameters.
  default void zeroGrad() {
    parameters().forEach(parameter -> parameter.setGrad(null));
  }

  // ---- state

  /// Copies of all parameters and buffers under PyTorch's names, which take no gradient. The map cannot be
  /// changed; later training does not reach the copies.
  ///
  /// ```java
  /// var net = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
  /// IO.println(net.stateDict().keySet());
  /// // [0.weight, 0.bias, 1.weight, 1.bias, 1.running_mean, 1.running_var, 1.num_batches_tracked]
  /// ```
  default SequencedMap<String, Tensor> stateDict() {
    return StateDict.of(this);
  }

  /// Overwrites all parameters and buffers by those of `state`, which must have exactly their names, shapes
  /// and types.
  ///
  /// @throws IllegalArgumentException naming all that does not fit; then nothing was overwritten
  default IncompatibleKeys loadStateDict(Map<String, Tensor> state) {
    return loadStateDict(state, true);
  }

  /// As [#loadStateDict(Map)]; if not `strict`, names that only one side has are left alone and given back.
  ///
  /// @throws IllegalArgumentException naming all that does not fit; then nothing was overwritten
  default IncompatibleKeys loadStateDict(Map<String, Tensor> state, boolean strict) {
    return StateDict.load(this, state, strict);
  }

  /// Names of a state dict that only one side has.
  ///
  /// @param missingKeys    what the layer has and the state lacks
  /// @param unexpectedKeys what the state has and the layer lacks
  record IncompatibleKeys(List<String> missingKeys, List<String> unexpectedKeys) {
    /// Both lists are copied.
    public IncompatibleKeys {
      missingKeys = List.copyOf(missingKeys);
      unexpectedKeys = List.copyOf(unexpectedKeys);
    }

    /// As PyTorch prints it: `<All keys matched successfully>` if there are none.
    @Override
    public String toString() {
      return missingKeys.isEmpty() && unexpectedKeys.isEmpty()
          ? "<All keys matched successfully>"
          : "_IncompatibleKeys(missing_keys=%s, unexpected_keys=%s)"
              .formatted(LayerText.list(missingKeys), LayerText.list(unexpectedKeys));
    }
  }
}
