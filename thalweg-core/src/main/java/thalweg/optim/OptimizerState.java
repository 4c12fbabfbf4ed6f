package thalweg.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import thalweg.tensor.Tensor;

/// What an optimiser was in the middle of: PyTorch's `state_dict()` of an optimiser. It holds copies, which no
/// step changes.
///
/// @param paramGroups the groups, in order
/// @param state       by the number of a parameter what is remembered of it, by PyTorch's names (`step`,
///     `momentum_buffer`, `exp_avg`, …); parameters that took no step are left out
public record OptimizerState(
    List<Group> paramGroups, Map<Integer, Map<String, Tensor>> state) {
  public OptimizerState {
    paramGroups = List.copyOf(paramGroups);
    var ordered = new LinkedHashMap<Integer, Map<String, Tensor>>();
    state.forEach(
        (number, tensors) ->
            ordered.put(number, Collections.unmodifiableMap(new LinkedHashMap<>(tensors))));
    state = Collections.unmodifiableMap(ordered);
  }

  /// A group.
  ///
  /// @param options   its options, the present learning rate among them
  /// @param initialLr the rate from which schedules start, if there is one
  /// @param params    the numbers of its parameters
  public record Group(OptimizerOptions<?> options, OptionalDouble initialLr, List<Integer> params) {
    public Group {
      params = List.copyOf(params);
    }
  }
}
