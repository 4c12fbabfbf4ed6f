package thalweg.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.TorchJson;
import tools.jackson.databind.JsonNode;

/// Texts of all kinds of tensors, character for character as PyTorch 1.13 printed them.
class PrintingTest {
  static Stream<JsonNode> cases() {
    return TorchJson.cases("printing.jsonl");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isPyTorchs(JsonNode test) {
    Tensor x = TorchJson.tensor(test).detach().requiresGrad_(test.has("requires_grad"));
    Tensor y =
        switch (test.path("call").asString("")) {
          case "mul" -> x.mul(1);
          case "leakyRelu" -> x.leakyRelu();
          default -> x;
        };
    assertThat(y).hasToString(test.get("text").asString());
  }

  @Test
  void aParameterSaysSo() {
    Tensor weight = Tensors.tensor(new float[][] {{2.4290f, 4.0144f}}).asParameter();
    assertThat(weight)
        .hasToString("Parameter containing:\ntensor([[2.4290, 4.0144]], requires_grad=True)");
  }

  @Test
  void anOperationNamesItsNode() {
    Tensor x = Tensors.tensor(1.0, 2.0).requiresGrad_(true);
    assertThat(x.sum()).hasToString("tensor(3., grad_fn=<SumBackward0>)");
    assertThat(x.reshape(2, 1))
        .hasToString("tensor([[1.],\n        [2.]], grad_fn=<ReshapeAliasBackward0>)");
    assertThat(x.detach()).hasToString("tensor([1., 2.])");
  }

  @Test
  void viewsPrintTheirOwnOrder() {
    Tensor x = Tensors.tensor(new int[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(x.t()).hasToString("tensor([[1, 4],\n        [2, 5],\n        [3, 6]])");
    assertThat(x.select(0, 1).slice(0, 0, 3, 2)).hasToString("tensor([4, 6])");
  }
}
