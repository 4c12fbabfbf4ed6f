package thalweg.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// What an optimiser remembers of one parameter: how many steps it has taken, and tensors by PyTorch's names, which
/// may be written to: what a user gets of them are copies.
public final class ParameterState {
  static final String STEP = "step";

  private final Tensor parameter;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private long steps;

  ParameterState(Tensor parameter) {
    this.parameter = parameter;
  }

  /// Counts a step, and gives its number: 1 for the first.
  public long countStep() {
    return ++steps;
  }

  /// The tensor of a name; at first zeros of the parameter's shape.
  public Tensor get(String name) {
    return get(name, () -> Tensors.zerosLike(parameter));
  }

  /// The tensor of a name; at first what `start` gives.
  public Tensor get(String name, Supplier<Tensor> start) {
    Tensor tensor = tensors.get(name);
    return tensor == null ? start.get() : tensor;
  }

  /// Remembers a tensor by a name, and gives it back.
  public Tensor put(String name, Tensor tensor) {
    tensors.put(name, tensor);
    return tensor;
  }

  /// `m ← β·m + (1 − β)·x`, the running average `m` by name, which it gives back.
  public Tensor average(String name, Tensor x, double beta) {
    return put(name, get(name).mulAdd_(beta, x, 1 - beta));
  }

  /// `v ← β·v + (1 − β)·x²`, the running average `v` by name, which it gives back.
  public Tensor averageSquare(String name, Tensor x, double beta) {
    return put(name, get(name).mulAddSquare_(beta, x, 1 - beta));
  }

  /// Copies of all of it by name; empty before the first step.
  Map<String, Tensor> copy() {
    var copies = new LinkedHashMap<String, Tensor>();
    if (steps > 0) {
      copies.put(STEP, Tensors.tensor(steps));
    }
    tensors.forEach((name, tensor) -> copies.put(name, tensor.clone()));
    return copies;
  }

  /// Takes on what was saved; all but `numbers` in the parameter's type.
  void restore(Map<String, Tensor> saved, List<String> numbers) {
    tensors.clear();
    steps = saved.containsKey(STEP) ? saved.get(STEP).itemLong() : 0;
    saved.forEach(
        (name, tensor) -> {
          if (!name.equals(STEP)) {
            DType dtype = numbers.contains(name) ? tensor.dtype() : parameter.dtype();
            tensors.put(name, tensor.detach().to(dtype).clone());
          }
        });
  }
}
