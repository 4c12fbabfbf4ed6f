package thalweg.lab.conformance;

import java.util.ArrayList;
import java.util.List;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.tensor.Warnings;

/// Kinds `error` and `warning`: what the library says about shapes that do not fit, or fit by accident.
final class ErrorCheck {
  private ErrorCheck() {}

  static void error(Fields test) {
    Operation operation = Operations.named(test.text("op"));
    List<Tensor> inputs = inputs(test);
    List<String> parts = test.strings("message_contains");
    String message = null;
    try {
      OpCheck.call(operation, inputs, test);
    } catch (Mismatch | MalformedCaseException notTheLibrary) {
      throw notTheLibrary;
    } catch (RuntimeException told) {
      message = String.valueOf(told.getMessage());
    }
    if (message == null) {
      throw new Mismatch("error", "an exception", "none");
    }
    requireParts(parts, message);
    requireUnchanged(test, inputs);
  }

  static void warning(Fields test) {
    Operation operation = Operations.named(test.text("op"));
    List<Tensor> inputs = inputs(test);
    var told = new ArrayList<String>();
    try (var _ = Warnings.to(told::add)) {
      OpCheck.call(operation, inputs, test);
    }
    if (told.size() != 1) {
      throw new Mismatch("warning", "one", told.size());
    }
    requireParts(test.strings("message_contains"), told.getFirst());
    requireUnchanged(test, inputs);
  }

  private static void requireParts(List<String> parts, String message) {
    for (String part : parts) {
      if (!message.contains(part)) {
        throw new Mismatch("message", "'" + part + "' in it", "'" + message + "'");
      }
    }
  }

  /// Tensors of the given shapes with the values 1, 2, …
  private static List<Tensor> inputs(Fields test) {
    var inputs = new ArrayList<Tensor>();
    for (var shape : test.array("shapes")) {
      Tensor x = Tensors.ones(TensorJson.ints(shape));
      if (x.size() > 0) {
        x = Tensors.arange(1.0, x.size() + 1.0, 1.0).reshape(TensorJson.ints(shape)).detach();
      }
      inputs.add(x);
    }
    return inputs;
  }

  private static void requireUnchanged(Fields test, List<Tensor> inputs) {
    Comparison.all("the tensors afterwards", inputs(test), inputs, new Tolerance.Ulps(0));
  }
}
