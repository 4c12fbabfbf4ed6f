package thalweg.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.data.Offset;
import thalweg.TorchJson;
import thalweg.tensor.Tensor;
import tools.jackson.databind.JsonNode;

/// Whether tensors are PyTorch's: to the bit, or within `1e-5 + 1.3e-6·|b|`, as conformance cases ask.
final class Close {
  private Close() {}

  static Offset<Double> tolerance(double expected) {
    return Offset.offset(1e-5 + 1.3e-6 * Math.abs(expected));
  }

  static void to(Tensor actual, JsonNode node, String what) {
    Tensor expected = TorchJson.tensor(node);
    assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
    assertThat(actual.dtype()).as(what).isEqualTo(expected.dtype());
    double[] values = actual.toDoubleArray();
    double[] wanted = expected.toDoubleArray();
    for (int i = 0; i < wanted.length; i++) {
      assertThat(values[i]).as("%s, element %d", what, i).isCloseTo(wanted[i], tolerance(wanted[i]));
    }
  }

  static void to(Map<String, Tensor> state, JsonNode node) {
    assertThat(state.keySet()).containsExactlyElementsOf(node.propertyNames());
    state.forEach((name, tensor) -> to(tensor, node.get(name), name));
  }

  static void same(Map<String, Tensor> state, JsonNode node) {
    to(state, node);
    state.forEach(
        (name, tensor) ->
            assertThat(tensor.toDoubleArray())
                .as(name)
                .containsExactly(TorchJson.tensor(node.get(name)).toDoubleArray()));
  }
}
