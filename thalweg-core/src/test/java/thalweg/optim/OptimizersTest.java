package thalweg.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.TorchJson;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;

/// Steps of all optimisers with all their options, as PyTorch 1.13 takes them.
class OptimizersTest {
  static Stream<JsonNode> cases() {
    return TorchJson.cases("optim.jsonl");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void stepAsPyTorch(JsonNode test) {
    Tensor parameter = TorchJson.tensor(test.get("param")).detach().clone().requiresGrad_(true);
    Optimizer<?> optimizer =
        NamedOptimizers.make(test.get("optimizer").asString(), List.of(parameter));
    for (int i = 0; i < test.get("grads").size(); i++) {
      parameter.setGrad(TorchJson.tensor(test.get("grads").get(i)));
      optimizer.step();
      assertClose("step " + i, parameter, TorchJson.tensor(test.get("params").get(i)));
    }
    assertThat(parameter.requiresGrad()).isTrue();
    assertThat(parameter.isLeaf()).isTrue();
    assertStateAsPyTorch(
        optimizer.stateDict().state().getOrDefault(0, Map.of()), test.get("state"));
  }

  private static void assertStateAsPyTorch(Map<String, Tensor> state, JsonNode expected) {
    assertThat(new TreeSet<>(state.keySet())).isEqualTo(new TreeSet<>(expected.propertyNames()));
    state.forEach(
        (name, tensor) -> {
          JsonNode node = expected.get(name);
          if (node.isObject()) {
            assertClose(name, tensor, TorchJson.tensor(node));
          } else {
            assertThat(tensor.item()).as(name).isEqualTo(node.asDouble());
          }
        });
  }

  private static void assertClose(String name, Tensor actual, Tensor expected) {
    double tolerance = expected.dtype() == DType.FLOAT32 ? 2e-6 : 1e-12;
    assertThat(actual.dtype()).isEqualTo(expected.dtype());
    assertThat(actual.allclose(expected, tolerance, tolerance))
        .as("%s: %s, PyTorch has %s", name, actual, expected)
        .isTrue();
  }

  @Test
  void aParameterWithoutGradientStays() {
    Tensor moved = ones(2).requiresGrad_(true);
    Tensor still = ones(2).requiresGrad_(true);
    var sgd = new SGD(List.of(moved, still), 0.5);
    moved.setGrad(ones(2));
    sgd.step();
    assertThat(moved.toDoubleArray()).containsExactly(0.5, 0.5);
    assertThat(still.toDoubleArray()).containsExactly(1, 1);
    sgd.zeroGrad();
    assertThat(moved.grad()).isNull();
  }

  @Test
  void theClosureIsRecordedAndItsLossGivenBack() {
    Tensor x = ones(1).requiresGrad_(true);
    var sgd = new SGD(List.of(x), 0.25);
    Tensor loss =
        Tensors.noGrad(
            () ->
                sgd.step(
                    () -> {
                      sgd.zeroGrad();
                      Tensor value = x.square().sum();
                      value.backward();
                      return value;
                    }));
    assertThat(loss.item()).isEqualTo(1);
    assertThat(x.item()).isEqualTo(0.5);
    assertThat(sgd.stepsTaken()).isEqualTo(1);
  }

  @Test
  void theRateCanBeChanged() {
    Tensor x = ones(1).requiresGrad_(true);
    var sgd = new SGD(List.of(x), 0.5);
    sgd.setLearningRate(0.25);
    x.setGrad(ones(1));
    sgd.step();
    assertThat(x.item()).isEqualTo(0.75);
    assertThatThrownBy(() -> sgd.setLearningRate(-1)).hasMessageContaining("lr = -1.0");
    assertThat(sgd.learningRate()).isEqualTo(0.25);
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    List<Tensor> x = List.of(ones(1).requiresGrad_(true));
    assertThatThrownBy(() -> new SGD(x, -0.1)).hasMessageContaining("lr = -0.1");
    assertThatThrownBy(() -> new SGD(x, Double.NaN)).hasMessageContaining("lr = NaN");
    assertThatThrownBy(() -> new SGD(x, SGD.lr(0.1).momentum(-1))).hasMessageContaining("momentum");
    assertThatThrownBy(() -> new SGD(x, SGD.lr(0.1).nesterov(true)))
        .hasMessageContaining("nesterov");
    assertThatThrownBy(() -> new SGD(List.of(), 0.1)).hasMessageContaining("no parameter");
    assertThatThrownBy(() -> new Adam(x, Adam.lr(0.1).betas(1, 0.9)))
        .hasMessageContaining("beta1 = 1.0");
    assertThatThrownBy(() -> new AdamW(x, AdamW.lr(0.1).weightDecay(-1)))
        .hasMessageContaining("AdamW: weightDecay = -1.0");
    assertThatThrownBy(() -> new RMSprop(x, RMSprop.lr(0.1).alpha(-1)))
        .hasMessageContaining("alpha");
    assertThatThrownBy(() -> new Adagrad(x, Adagrad.lr(0.1).lrDecay(-1)))
        .hasMessageContaining("lrDecay");
    assertThatThrownBy(() -> new Adadelta(x, Adadelta.lr(1).rho(1.5)))
        .hasMessageContaining("rho = 1.5, but it must be from 0 to 1");
    assertThatThrownBy(() -> new Adamax(x, Adamax.lr(1).eps(-1))).hasMessageContaining("eps");
    assertThatThrownBy(() -> new NAdam(x, NAdam.lr(1).momentumDecay(-1)))
        .hasMessageContaining("momentumDecay");
    assertThatThrownBy(() -> new RAdam(x, RAdam.lr(1).betas(0.5, -1)))
        .hasMessageContaining("beta2 = -1.0");
    assertThatThrownBy(() -> new Rprop(x, Rprop.lr(1).etas(1.5, 2))).hasMessageContaining("etas");
    assertThatThrownBy(() -> new LBFGS(x, LBFGS.lr(1).maxIter(0))).hasMessageContaining("maxIter");
  }

  @Test
  void onlyFloatingLeavesAreUpdated() {
    Tensor x = ones(1).requiresGrad_(true);
    assertThatThrownBy(() -> new SGD(List.of(tensor(1L)), 0.1)).hasMessageContaining("floating");
    assertThatThrownBy(() -> new SGD(List.of(x.mul(2)), 0.1)).hasMessageContaining("MulBackward0");
  }

  @Test
  void aLineIsFoundAgain() {
    Tensor x = Tensors.linspace(-1, 1, 50).reshape(50, 1);
    Tensor y = x.mul(4).add(2.5);
    Tensor weight = ones(1, 1).requiresGrad_(true);
    Tensor bias = ones(1).requiresGrad_(true);
    var adam = new Adam(List.of(weight, bias), Adam.lr(0.1));
    for (int i = 0; i < 400; i++) {
      x.linear(weight, bias).sub(y).square().mean().backward();
      adam.step();
      adam.zeroGrad();
    }
    assertThat(weight.item()).isBetween(3.99, 4.01);
    assertThat(bias.item()).isBetween(2.49, 2.51);
  }
}
