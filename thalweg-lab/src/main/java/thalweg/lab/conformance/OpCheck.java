package thalweg.lab.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import thalweg.tensor.Tensor;

/// Kind `op`: outputs, and the gradients of what takes one.
final class OpCheck {
  private OpCheck() {}

  static Errors run(Fields test) {
    Operation operation = Operations.named(test.text("op"));
    List<Tensor> inputs = test.tensors("inputs");
    List<Tensor> grads = test.has("grads") ? test.tensors("grads") : List.of();
    for (int i = 0; i < Math.min(grads.size(), inputs.size()); i++) {
      if (grads.get(i) != null) {
        inputs.get(i).requiresGrad_(true);
      }
    }
    List<Tensor> outputs = call(operation, inputs, test);
    Tolerance tolerance = test.tolerance();
    double values = Comparison.all("outputs", test.tensors("outputs"), outputs, tolerance);
    if (!test.has("grads")) {
      return Errors.ofValues(values);
    }
    backward(outputs, test.tensors("grad_outputs"));
    List<Tensor> got = new ArrayList<>();
    inputs.forEach(input -> got.add(input.grad()));
    return new Errors(values, Comparison.all("grads", grads, got, tolerance));
  }

  static List<Tensor> call(Operation operation, List<Tensor> inputs, Fields test) {
    Arguments arguments = test.arguments();
    List<Tensor> outputs = operation.apply(new Call(inputs, arguments));
    arguments.requireAllUsed();
    return outputs;
  }

  private static void backward(List<Tensor> outputs, List<Tensor> gradients) {
    if (gradients.size() != outputs.size()) {
      throw new MalformedCaseException("grad_outputs must have one entry per output");
    }
    long left = gradients.stream().filter(Objects::nonNull).count();
    for (int i = 0; i < outputs.size(); i++) {
      if (gradients.get(i) != null) {
        outputs.get(i).backward(gradients.get(i), --left > 0, false);
      }
    }
  }
}
