package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.TorchJson;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;

/// Values, types, gradients and node names as PyTorch 1.13 computed them, by the rows of [OpTable]:
/// ordinary values, NaN, infinities, zeros, ties, integers and truth values.
class TorchValuesTest {
  private static final Map<String, OpRow> ROWS = OpTable.byName();

  /// Where the gradient at NaN depends on PyTorch's choice of a vector or a scalar loop.
  private static final List<String> UNSURE_AT_NAN = List.of("elu", "elu 0.5", "hardtanh", "relu6");

  static Stream<JsonNode> cases() {
    return TorchJson.cases("operations.jsonl");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agree(JsonNode test) {
    String name = test.get("op").asString();
    List<Tensor> inputs =
        test.get("inputs").valueStream().map(TorchJson::tensor).map(Tensor::detach).toList();
    boolean recorded = inputs.getFirst().dtype().isFloating();
    inputs.forEach(x -> x.requiresGrad_(recorded));
    Tensor y = ROWS.get(name).apply(inputs);
    assertClose(name, y, test.get("output"));
    if (test.has("node")) {
      assertThat(y.gradFn().name()).as(name).isEqualTo(test.get("node").asString());
    }
    if (test.has("grads")) {
      y.backward(Tensors.linspace(y.dtype(), 1, 2, y.size()).reshape(y.shape().toArray()));
      for (int i = 0; i < inputs.size(); i++) {
        if (!UNSURE_AT_NAN.contains(name)) {
          assertClose("gradient of " + name, inputs.get(i).grad(), test.get("grads").get(i));
        }
      }
    }
  }

  private static void assertClose(String name, Tensor actual, JsonNode node) {
    Tensor expected = TorchJson.tensor(node);
    assertThat(actual.dtype()).as(name).isEqualTo(expected.dtype());
    assertThat(actual.shape()).as(name).isEqualTo(expected.shape());
    double tolerance = expected.dtype() == DType.FLOAT32 ? 3e-6 : 1e-12;
    double[] a = actual.toDoubleArray();
    double[] b = expected.toDoubleArray();
    for (int i = 0; i < a.length; i++) {
      boolean close =
          Double.compare(a[i], b[i]) == 0
              || Math.abs(a[i] - b[i]) <= tolerance * (1 + Math.abs(b[i]));
      assertThat(close)
          .as("%s[%d]: %s, PyTorch has %s (%s and %s)", name, i, a[i], b[i], actual, expected)
          .isTrue();
    }
  }
}
