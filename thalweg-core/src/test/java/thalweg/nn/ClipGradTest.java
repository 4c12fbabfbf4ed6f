package thalweg.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.TorchJson;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;

/// Gradients after clipping, as in PyTorch 1.13.
class ClipGradTest {
  static Stream<JsonNode> cases() {
    return TorchJson.cases("clip_grad.jsonl");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void clipsAsPyTorch(JsonNode test) {
    List<Tensor> parameters = parameters(test);
    double normType = real(test.get("norm_type"));
    Tensor norm = ClipGrad.norm_(parameters, test.get("max_norm").asDouble(), normType, false);
    assertClose(norm, test.get("norm"));
    assertGradients(parameters, test.get("normed"));
    parameters = parameters(test);
    ClipGrad.value_(parameters, 0.75);
    assertGradients(parameters, test.get("valued"));
  }

  /// Two with gradients, and one without between them.
  private static List<Tensor> parameters(JsonNode test) {
    List<Tensor> gradients = test.get("grads").valueStream().map(ClipGradTest::tensor).toList();
    List<Tensor> parameters = gradients.stream().map(Tensors::zerosLike).toList();
    for (int i = 0; i < gradients.size(); i++) {
      parameters.get(i).requiresGrad_(true).setGrad(gradients.get(i));
    }
    Tensor none = Tensors.zeros(3).requiresGrad_(true);
    return List.of(parameters.getFirst(), none, parameters.getLast());
  }

  private static double real(JsonNode node) {
    return switch (node.asString()) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> Double.parseDouble(node.asString());
    };
  }

  private static Tensor tensor(JsonNode node) {
    double[] values = node.get("data").valueStream().mapToDouble(ClipGradTest::real).toArray();
    int[] shape = node.get("shape").valueStream().mapToInt(JsonNode::asInt).toArray();
    return Tensors.tensor(DType.named(node.get("dtype").asString()), values).reshape(shape);
  }

  private static void assertGradients(List<Tensor> parameters, JsonNode expected) {
    assertClose(parameters.getFirst().grad(), expected.get(0));
    assertThat(parameters.get(1).grad()).isNull();
    assertClose(parameters.getLast().grad(), expected.get(1));
  }

  private static void assertClose(Tensor actual, JsonNode node) {
    Tensor expected = tensor(node);
    assertThat(actual.dtype()).isEqualTo(expected.dtype());
    assertThat(actual.shape()).isEqualTo(expected.shape());
    double tolerance = expected.dtype() == DType.FLOAT32 ? 1e-6 : 1e-14;
    double[] a = actual.toDoubleArray();
    double[] b = expected.toDoubleArray();
    for (int i = 0; i < a.length; i++) {
      boolean close =
          Double.compare(a[i], b[i]) == 0 || Math.abs(a[i] - b[i]) <= tolerance * (1 + Math.abs(b[i]));
      assertThat(close).as("%s, PyTorch has %s", actual, expected).isTrue();
    }
  }

  @Test
  void whereThereIsNoGradientTheNormIsZero() {
    assertThat(ClipGrad.norm_(List.of(Tensors.ones(2).requiresGrad_(true)), 1).item()).isZero();
    assertThat(ClipGrad.norm_(List.of(), 1).item()).isZero();
  }

  @Test
  void aNormThatIsNotFiniteCanBeAnError() {
    Tensor x = Tensors.ones(2).requiresGrad_(true);
    x.setGrad(Tensors.tensor(1, Double.POSITIVE_INFINITY));
    assertThatThrownBy(() -> ClipGrad.norm_(List.of(x), 1, 2, true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Infinity");
    assertThat(x.grad().toDoubleArray()).containsExactly(1, Double.POSITIVE_INFINITY);
  }

  @Test
  void boundsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> ClipGrad.norm_(List.of(), -1)).hasMessageContaining("maxNorm = -1.0");
    assertThatThrownBy(() -> ClipGrad.value_(List.of(), Double.NaN))
        .hasMessageContaining("clipValue = NaN");
    assertThatThrownBy(() -> ClipGrad.norm_(List.of(), 1, Double.NaN, false))
        .hasMessageContaining("normType");
  }
}
