package thalweg.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.TorchJson;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;

/// L-BFGS on a quadratic function and on Rosenbrock's valley, as PyTorch 1.13 goes.
class LBFGSTest {
  static Stream<JsonNode> cases() {
    return TorchJson.cases("lbfgs.jsonl");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goesAsPyTorch(JsonNode test) {
    DType dtype = DType.named(test.get("dtype").asString());
    boolean quadratic = test.get("function").asString().equals("quadratic");
    List<Tensor> parameters =
        quadratic
            ? List.of(Tensors.zeros(dtype, 4).requiresGrad_(true))
            : List.of(number(dtype, -1.2), number(dtype, 1));
    Supplier<Tensor> function =
        quadratic
            ? quadratic(parameters.getFirst(), test)
            : () -> rosenbrock(parameters.getFirst(), parameters.getLast());
    Optimizer<?> lbfgs = NamedOptimizers.make(test.get("optimizer").asString(), parameters);
    boolean single = dtype == DType.FLOAT32;
    // A loss in float32 is flat around its minimum, as far as the root of its precision.
    Offset<Double> near = Offset.offset(single ? Math.sqrt(0x1p-23) : 1e-7);
    for (int i = 0; i < test.get("params").size(); i++) {
      double loss = lbfgs.step(closure(lbfgs, function)).item();
      double expectedLoss = test.get("losses").get(i).asDouble();
      double precision = (single ? 1e-5 : 1e-7) * (1 + Math.abs(expectedLoss));
      assertThat(loss).as("loss of step %d", i).isCloseTo(expectedLoss, Offset.offset(precision));
      double[] expected =
          test.get("params").get(i).valueStream().mapToDouble(JsonNode::asDouble).toArray();
      assertThat(all(parameters)).as("step %d", i).containsExactly(expected, near);
    }
    if (!single) { // in float32 the last digit decides when a search ends
      assertThat(lbfgs.stateDict().state().get(0).get("func_evals").itemLong())
          .isEqualTo(test.get("evaluations").asLong());
    }
  }

  private static Tensor number(DType dtype, double value) {
    return Tensors.full(dtype, value).requiresGrad_(true);
  }

  private static Supplier<Tensor> quadratic(Tensor p, JsonNode test) {
    Tensor a = TorchJson.tensor(test.get("A"));
    Tensor b = TorchJson.tensor(test.get("b"));
    return () -> p.matmul(a).matmul(p).mul(0.5).sub(b.dot(p));
  }

  private static Tensor rosenbrock(Tensor x, Tensor y) {
    return y.sub(x.square()).square().mul(100).add(x.rsub(1).square());
  }

  private static Supplier<Tensor> closure(Optimizer<?> optimizer, Supplier<Tensor> function) {
    return () -> {
      optimizer.zeroGrad();
      Tensor loss = function.get();
      loss.backward();
      return loss;
    };
  }

  private static double[] all(List<Tensor> parameters) {
    return parameters.stream()
        .map(Tensor::toDoubleArray)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goesOnFromASavedStateToTheBit(JsonNode test) {
    String name = test.get("optimizer").asString();
    List<Tensor> straight = valley();
    Optimizer<?> whole = NamedOptimizers.make(name, straight);
    var reached = new ArrayList<double[]>();
    for (int i = 0; i < 4; i++) {
      whole.step(closure(whole, () -> rosenbrock(straight.getFirst(), straight.getLast())));
      reached.add(all(straight));
    }
    List<Tensor> first = valley();
    Optimizer<?> begun = NamedOptimizers.make(name, first);
    for (int i = 0; i < 2; i++) {
      begun.step(closure(begun, () -> rosenbrock(first.getFirst(), first.getLast())));
    }
    OptimizerState saved = begun.stateDict();
    List<Tensor> second = first.stream().map(p -> p.detach().clone().requiresGrad_(true)).toList();
    begun.step(closure(begun, () -> rosenbrock(first.getFirst(), first.getLast())));
    Optimizer<?> resumed = NamedOptimizers.make(name, second);
    resumed.loadStateDict(saved);
    for (int i = 2; i < 4; i++) {
      resumed.step(closure(resumed, () -> rosenbrock(second.getFirst(), second.getLast())));
      assertThat(all(second)).containsExactly(reached.get(i));
    }
  }

  private static List<Tensor> valley() {
    return List.of(number(DType.FLOAT64, -1.2), number(DType.FLOAT64, 1));
  }

  @Test
  void aStepNeedsAClosure() {
    var lbfgs = new LBFGS(valley());
    assertThatThrownBy(lbfgs::step)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("closure");
  }

  @Test
  void aStateOfAnotherSizeIsRefused() {
    List<Tensor> p = valley();
    var lbfgs = new LBFGS(p);
    lbfgs.step(closure(lbfgs, () -> rosenbrock(p.getFirst(), p.getLast())));
    OptimizerState saved = lbfgs.stateDict();
    var other = new LBFGS(List.of(Tensors.ones(2).requiresGrad_(true), number(DType.FLOAT32, 1)));
    assertThatThrownBy(() -> other.loadStateDict(saved))
        .hasMessageContaining("d has shape (2), but must be (3)");
    assertThat(other.stateDict().state()).isEmpty();
  }

  @Test
  void measurementsFollowIterationsUntilTheyAreChosen() {
    assertThat(LBFGS.lr(1).maxEval()).isEqualTo(25);
    assertThat(LBFGS.lr(1).maxIter(8).maxEval()).isEqualTo(10);
    assertThat(LBFGS.lr(1).maxEval(50).maxIter(20).maxEval()).isEqualTo(50);
    assertThat(LBFGS.lr(1).maxIter(20).maxEval(50).maxEval()).isEqualTo(50);
  }
}
