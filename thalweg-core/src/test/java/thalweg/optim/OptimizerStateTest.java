package thalweg.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.TorchJson;
import thalweg.random.Seeds;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.tensor.Warnings;

/// Groups of parameters, and going on from a saved state.
class OptimizerStateTest {
  @BeforeEach
  void seed() {
    Seeds.manualSeed(1);
  }

  static Stream<String> optimizers() {
    return TorchJson.cases("optim.jsonl").map(test -> test.get("optimizer").asString()).distinct();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void goesOnFromASavedStateToTheBit(String name) {
    for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
      List<Tensor> gradients =
          Stream.generate(() -> RandomTensors.randn(3, 2).to(dtype)).limit(10).toList();
      Tensor x = Tensors.ones(dtype, 3, 2).requiresGrad_(true);
      Optimizer<?> whole = NamedOptimizers.make(name, List.of(x));
      steps(whole, x, gradients.subList(0, 4));
      OptimizerState saved = whole.stateDict();
      Tensor y = x.detach().clone().requiresGrad_(true);
      steps(whole, x, gradients.subList(4, 10));

      Optimizer<?> resumed = NamedOptimizers.make(name, List.of(y));
      resumed.loadStateDict(saved);
      steps(resumed, y, gradients.subList(4, 10));
      assertThat(y.toDoubleArray()).containsExactly(x.toDoubleArray());
    }
  }

  private static void steps(Optimizer<?> optimizer, Tensor x, List<Tensor> gradients) {
    for (Tensor gradient : gradients) {
      x.setGrad(gradient);
      optimizer.step();
    }
  }

  private static Tensor parameter(int... shape) {
    return Tensors.ones(shape).requiresGrad_(true);
  }

  @Test
  void groupsHaveOptionsOfTheirOwn() {
    Tensor a = parameter(1);
    Tensor b = parameter(1);
    var sgd = new SGD(List.of(a), SGD.lr(0.5).weightDecay(0.5));
    ParameterGroup<SGD.Options> second = sgd.addParamGroup(List.of(b), SGD.lr(0.25));
    a.setGrad(Tensors.ones(1));
    b.setGrad(Tensors.ones(1));
    sgd.step();
    assertThat(a.item()).isEqualTo(0.25);
    assertThat(b.item()).isEqualTo(0.75);
    second.setLearningRate(1);
    assertThat(sgd.learningRate()).isEqualTo(0.5);
    assertThat(sgd.paramGroups().getLast().options()).isEqualTo(SGD.lr(1));
    sgd.setLearningRate(2);
    assertThat(sgd.paramGroups()).allMatch(group -> group.learningRate() == 2);
    assertThat(sgd.parameters()).hasSize(2);
    second.setOptions(SGD.lr(0.1).momentum(0.9));
    assertThat(second.momentum()).hasValue(0.9);
    second.setMomentum(0.8);
    assertThat(second.options().momentum()).isEqualTo(0.8);
    assertThatThrownBy(() -> second.setOptions(SGD.lr(-1))).hasMessageContaining("lr = -1.0");
  }

  @Test
  void theMomentumOfAdamIsItsFirstBeta() {
    var adam = new Adam(List.of(parameter(1)));
    ParameterGroup<Adam.Options> group = adam.paramGroups().getFirst();
    group.setMomentum(0.7);
    assertThat(group.options()).isEqualTo(Adam.lr(0.001).betas(0.7, 0.999));
    ParameterGroup<Adagrad.Options> none =
        new Adagrad(List.of(parameter(1))).paramGroups().getFirst();
    assertThat(none.momentum()).isEmpty();
    assertThatThrownBy(() -> none.setMomentum(0.7)).hasMessageContaining("there is none");
  }

  @Test
  void aParameterIsUpdatedOnce() {
    Tensor a = parameter(1);
    var sgd = new SGD(List.of(a), 0.5);
    assertThatThrownBy(() -> sgd.addParamGroup(List.of(a), SGD.lr(0.1)))
        .hasMessageContaining("in a group already");
    var told = new StringBuilder();
    try (var _ = Warnings.to(told::append)) {
      var twice = new SGD(List.of(a, a), 0.5);
      a.setGrad(Tensors.ones(1));
      twice.step();
    }
    assertThat(a.item()).isEqualTo(0.5);
    assertThat(told).contains("given twice");
  }

  @Test
  void groupsAreSavedAndLoaded() {
    var saved = twoGroups(parameter(2), parameter(3));
    saved.paramGroups().getLast().setInitialLr(0.5);
    for (Tensor p : saved.parameters()) {
      p.setGrad(Tensors.onesLike(p));
    }
    saved.step();
    saved.paramGroups().getFirst().setLearningRate(0.125);
    var loaded = twoGroups(parameter(2), parameter(3));
    loaded.loadStateDict(saved.stateDict());
    assertThat(loaded.learningRate()).isEqualTo(0.125);
    assertThat(loaded.paramGroups().getLast().initialLr()).hasValue(0.5);
    assertThat(loaded.stateDict().paramGroups()).isEqualTo(saved.stateDict().paramGroups());
    assertThat(loaded.stateDict().state().keySet()).containsExactly(0, 1);
  }

  private static Adam twoGroups(Tensor a, Tensor b) {
    var adam = new Adam(List.of(a));
    adam.addParamGroup(List.of(b), Adam.lr(0.1));
    return adam;
  }

  @Test
  void whatDoesNotFitIsNamedAndNothingIsLoaded() {
    Tensor x = parameter(2);
    var adam = new Adam(List.of(x));
    x.setGrad(Tensors.ones(2));
    adam.step();
    OptimizerState good = adam.stateDict();
    var fresh = new Adam(List.of(parameter(2)));
    refused(fresh, state(without(good, "exp_avg")), "missing are [exp_avg]");
    refused(fresh, state(with(good, "sum", Tensors.ones(2))), "unexpected are [sum]");
    refused(
        fresh,
        state(with(good, "exp_avg", Tensors.ones(3))),
        "exp_avg of parameter 0 has shape (3), but must be (2)");
    refused(
        fresh, state(with(good, "step", Tensors.ones(3))), "step of parameter 0 has shape");
    refused(
        fresh,
        new OptimizerState(good.paramGroups(), Map.of(7, good.state().get(0))),
        "parameter 7 is saved");
    refused(fresh, new SGD(List.of(parameter(2)), 0.1).stateDict(), "group 0 is saved with Options");
    refused(fresh, twoGroups(parameter(2), parameter(2)).stateDict(), "2 groups are saved");
    refused(
        fresh,
        new OptimizerState(
            List.of(
                new OptimizerState.Group(Adam.lr(0.1), OptionalDouble.empty(), List.of(0, 1))),
            Map.of()),
        "with 2 parameters, but has 1");
  }

  private static void refused(Adam adam, OptimizerState state, String why) {
    assertThatThrownBy(() -> adam.loadStateDict(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Adam.loadStateDict")
        .hasMessageContaining(why);
    assertThat(adam.stateDict().state()).isEmpty();
    assertThat(adam.learningRate()).isEqualTo(0.001);
  }

  private static OptimizerState state(Map<String, Tensor> tensors) {
    return new OptimizerState(
        List.of(new OptimizerState.Group(Adam.lr(0.9), OptionalDouble.empty(), List.of(0))),
        Map.of(0, tensors));
  }

  private static Map<String, Tensor> with(OptimizerState state, String name, Tensor tensor) {
    var tensors = new HashMap<>(state.state().get(0));
    tensors.put(name, tensor);
    return tensors;
  }

  private static Map<String, Tensor> without(OptimizerState state, String name) {
    var tensors = new HashMap<>(state.state().get(0));
    tensors.remove(name);
    return tensors;
  }

  @Test
  void aSavedStateIsACopy() {
    Tensor x = parameter(1);
    var sgd = new SGD(List.of(x), SGD.lr(0.1).momentum(0.5));
    steps(sgd, x, List.of(Tensors.ones(1)));
    OptimizerState saved = sgd.stateDict();
    steps(sgd, x, List.of(Tensors.ones(1)));
    assertThat(saved.state().get(0).get("momentum_buffer").item()).isEqualTo(1);
    saved.state().get(0).get("momentum_buffer").fill_(100);
    assertThat(sgd.stateDict().state().get(0).get("momentum_buffer").item()).isEqualTo(1.5);
  }
}
