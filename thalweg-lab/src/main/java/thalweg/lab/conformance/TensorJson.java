package thalweg.lab.conformance;

import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;

/// Tensors as the format writes them: `{"dtype", "shape", "data", "requires_grad"?}`.
final class TensorJson {
  private TensorJson() {}

  /// @throws MalformedCaseException if it is none
  static Tensor read(JsonNode node) {
    Fields fields = new Fields(node);
    DType dtype = dtype(fields.text("dtype"));
    int[] shape = fields.ints("shape");
    JsonNode data = fields.node("data");
    int size = Shape.of(shape).size();
    if (!data.isArray() || data.size() != size) {
      throw new MalformedCaseException(
          "a tensor of shape %s has %d elements, but its data has %d"
              .formatted(Shape.tuple(shape), size, data.size()));
    }
    // detach, because only a leaf can require a gradient and print as one
    Tensor tensor = vector(dtype, data).reshape(shape).detach();
    return fields.has("requires_grad") && fields.flag("requires_grad")
        ? tensor.requiresGrad_(true)
        : tensor;
  }

  private static DType dtype(String name) {
    try {
      return DType.named(name);
    } catch (IllegalArgumentException e) {
      throw new MalformedCaseException(e.getMessage());
    }
  }

  private static Tensor vector(DType dtype, JsonNode data) {
    int n = data.size();
    return switch (dtype) {
      case BOOL -> {
        boolean[] values = new boolean[n];
        for (int i = 0; i < n; i++) {
          values[i] = truth(data.get(i));
        }
        yield Tensors.tensor(values);
      }
      case INT64 -> {
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
          values[i] = whole(data.get(i));
        }
        yield Tensors.tensor(values);
      }
      case FLOAT32 -> {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
          values[i] = (float) real(data.get(i));
        }
        yield Tensors.tensor(values);
      }
      case FLOAT64 -> {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
          values[i] = real(data.get(i));
        }
        yield Tensors.tensor(DType.FLOAT64, values);
      }
    };
  }

  private static boolean truth(JsonNode node) {
    if (!node.isBoolean()) {
      throw new MalformedCaseException(node + " is not true or false");
    }
    return node.booleanValue();
  }

  private static long whole(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new MalformedCaseException(node + " is not a 64-bit integer");
    }
    return node.longValue();
  }

  /// A number, or one of the strings that stand for what JSON cannot write.
  static double real(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return switch (node.asString("")) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> throw new MalformedCaseException(node + " is not a number");
    };
  }

  /// Whole numbers: an array of them, or one alone.
  static int[] ints(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().mapToInt(TensorJson::integer).toArray();
    }
    return new int[] {integer(node)};
  }

  private static int integer(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new MalformedCaseException(node + " is not an integer");
    }
    return node.intValue();
  }
}
