package thalweg.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

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

/// Steps of SGD and Adam with all their options, as PyTorch 1.13 takes them.
class OptimizersTest {
  static Stream<JsonNode> cases() {
    return TorchJson.cases("optim.jsonl");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void stepAsPyTorch(JsonNode test) {
    Tensor parameter = TorchJson.tensor(test.get("param")).detach().clone().requiresGrad_(true);
    JsonNode args = test.get("args");
    Optimizer<?> optimizer =
        test.get("optimizer").asString().equals("SGD")
            ? sgd(parameter, args)
            : adam(parameter, args);
    double tolerance = parameter.dtype() == DType.FLOAT32 ? 2e-6 : 1e-12;
    for (int i = 0; i < test.get("grads").size(); i++) {
      parameter.setGrad(TorchJson.tensor(test.get("grads").get(i)));
      optimizer.step();
      Tensor expected = TorchJson.tensor(test.get("params").get(i));
      assertThat(parameter.allclose(expected, tolerance, tolerance))
          .as("step %d: %s, PyTorch has %s", i, parameter, expected)
          .isTrue();
    }
    assertThat(parameter.requiresGrad()).isTrue();
    assertThat(parameter.isLeaf()).isTrue();
  }

  private static Optimizer<?> sgd(Tensor parameter, JsonNode args) {
    return new SGD(
        List.of(parameter),
        SGD.lr(args.path("lr").asDouble())
            .momentum(args.path("momentum").asDouble(0))
            .dampening(args.path("dampening").asDouble(0))
            .weightDecay(args.path("weight_decay").asDouble(0))
            .nesterov(args.path("nesterov").asBoolean(false))
            .maximize(args.path("maximize").asBoolean(false)));
  }

  private static Optimizer<?> adam(Tensor parameter, JsonNode args) {
    Adam.Options options =
        Adam.lr(args.path("lr").asDouble(0.001))
            .eps(args.path("eps").asDouble(1e-8))
            .weightDecay(args.path("weight_decay").asDouble(0))
            .amsgrad(args.path("amsgrad").asBoolean(false))
            .maximize(args.path("maximize").asBoolean(false));
    if (args.has("betas")) {
      options =
          options.betas(args.get("betas").get(0).asDouble(), args.get("betas").get(1).asDouble());
    }
    return new Adam(List.of(parameter), options);
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
  void theRateCanBeChanged() {
    Tensor x = ones(1).requiresGrad_(true);
    var sgd = new SGD(List.of(x), 0.5);
    sgd.setLearningRate(0.25);
    x.setGrad(ones(1));
    sgd.step();
    assertThat(x.item()).isEqualTo(0.75);
    assertThatThrownBy(() -> sgd.setLearningRate(-1)).hasMessageContaining("lr = -1.0");
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    List<Tensor> x = List.of(ones(1).requiresGrad_(true));
    assertThatThrownBy(() -> new SGD(x, -0.1)).hasMessageContaining("lr = -0.1");
    assertThatThrownBy(() -> new SGD(x, SGD.lr(0.1).nesterov(true)))
        .hasMessageContaining("nesterov");
    assertThatThrownBy(() -> new SGD(List.of(), 0.1)).hasMessageContaining("no parameter");
    assertThatThrownBy(() -> new Adam(x, Adam.lr(0.1).betas(1, 0.9)))
        .hasMessageContaining("beta1 = 1.0");
    assertThatThrownBy(() -> new SGD(List.of(tensor(1L)), 0.1)).hasMessageContaining("floating");
    assertThatThrownBy(() -> new SGD(List.of(x.getFirst().mul(2)), 0.1))
        .hasMessageContaining("MulBackward0");
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
