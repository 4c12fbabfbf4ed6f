package thalweg.lab.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thalweg.tensor.Tensor;

/// A call of the public API under PyTorch's name.
@FunctionalInterface
interface Operation {
  /// The outputs, in PyTorch's order.
  List<Tensor> apply(Call call);

  /// A row of a table, for an operation that gives one tensor.
  static Map.Entry<String, Operation> one(String name, Function<Call, Tensor> operation) {
    return Map.entry(name, call -> List.of(operation.apply(call)));
  }

  /// A row of a table, for an operation that gives several.
  static Map.Entry<String, Operation> many(String name, Operation operation) {
    return Map.entry(name, operation);
  }
}
