package thalweg.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import thalweg.runtime.Internals;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The state of a layer: taken, and put back.
final class StateDict {
  private StateDict() {}

  static SequencedMap<String, Tensor> of(Layer layer) {
    var state = new LinkedHashMap<String, Tensor>();
    live(layer).forEach((name, tensor) -> state.put(name, Internals.unrecorded(tensor, tensor.dtype())));
    return Collections.unmodifiableSequencedMap(state);
  }

  /// The tensors themselves, those of each layer before those of its children, parameters before buffers.
  private static SequencedMap<String, Tensor> live(Layer layer) {
    return ModuleTree.collect(
        layer,
        part -> {
          var own = new LinkedHashMap<>(part.ownParameters());
          own.putAll(part.ownBuffers());
          return own;
        });
  }

  static Layer.IncompatibleKeys load(Layer layer, Map<String, Tensor> state, boolean strict) {
    SequencedMap<String, Tensor> live = live(layer);
    List<String> missing = live.keySet().stream().filter(name -> !state.containsKey(name)).toList();
    List<String> unexpected =
        state.keySet().stream().filter(name -> !live.containsKey(name)).toList();
    var faults = new ArrayList<String>();
    if (strict) {
      name(faults, "Missing", missing);
      name(faults, "Unexpected", unexpected);
    }
    live.forEach((name, own) -> compare(faults, name, own, state.get(name)));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "Error(s) in loading state_dict for %s:\n\t%s"
              .formatted(layer.getClass().getSimpleName(), String.join("\n\t", faults)));
    }
    // All values are read before the first is written: a state may hold the layer's own tensors.
    var values = new LinkedHashMap<Tensor, Tensor>();
    live.forEach(
        (name, own) -> {
          if (state.containsKey(name)) {
            values.put(own, Internals.unrecorded(state.get(name), own.dtype()));
          }
        });
    Tensors.noGrad(
        () -> {
          values.forEach(Tensor::copy_);
          return layer;
        });
    return new Layer.IncompatibleKeys(missing, unexpected);
  }

  private static void name(List<String> faults, String what, List<String> keys) {
    if (!keys.isEmpty()) {
      faults.add(
          keys.stream()
              .map(key -> '"' + key + '"')
              .collect(Collectors.joining(", ", what + " key(s) in state_dict: ", ". ")));
    }
  }

  private static void compare(List<String> faults, String name, Tensor own, Tensor given) {
    if (given == null) {
      return;
    }
    if (!given.shape().equals(own.shape())) {
      faults.add(
          "size mismatch for %s: the state_dict has %s, the layer %s."
              .formatted(name, given.shape(), own.shape()));
    }
    if (given.dtype() != own.dtype()) {
      faults.add(
          "type mismatch for %s: the state_dict has %s, the layer %s; convert it with to(DType.%s)."
              .formatted(name, given.dtype(), own.dtype(), own.dtype().name()));
    }
  }
}
