package thalweg.optim.lr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.TorchJson;
import thalweg.optim.Adagrad;
import thalweg.optim.Adam;
import thalweg.optim.Optimizer;
import thalweg.optim.SGD;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import thalweg.tensor.Warnings;
import tools.jackson.databind.JsonNode;

/// Rates and momenta of two groups over 18 steps, as in PyTorch 1.13.
class SchedulersTest {
  private static final Map<String, Function<Optimizer<?>, Scheduler>> ALL =
      Map.ofEntries(
          Map.entry("StepLR", o -> new StepLR(o, 3, 0.5)),
          Map.entry("MultiStepLR", o -> new MultiStepLR(o, List.of(2, 5, 5, 9), 0.3)),
          Map.entry("ExponentialLR", o -> new ExponentialLR(o, 0.9)),
          Map.entry("ConstantLR", ConstantLR::new),
          Map.entry("LinearLR", o -> new LinearLR(o, 0.2, 0.8, 7)),
          Map.entry("PolynomialLR", o -> new PolynomialLR(o, 8, 2)),
          Map.entry("CosineAnnealingLR", o -> new CosineAnnealingLR(o, 4, 0.01)),
          Map.entry(
              "CosineAnnealingWarmRestarts", o -> new CosineAnnealingWarmRestarts(o, 3, 2, 0.01)),
          Map.entry("LambdaLR", o -> new LambdaLR(o, e -> 1.0 / (1 + e))),
          Map.entry(
              "LambdaLR two",
              o -> new LambdaLR(o, List.of(e -> Math.pow(0.9, e), e -> 1.0 / (1 + e)))),
          Map.entry("MultiplicativeLR", o -> new MultiplicativeLR(o, e -> e % 2 == 1 ? 0.9 : 0.8)),
          Map.entry("OneCycleLR", o -> new OneCycleLR(o, 0.5, 20)),
          Map.entry("OneCycleLR all", o -> new OneCycleLR(o, oneCycle())),
          Map.entry(
              "CyclicLR", o -> new CyclicLR(o, CyclicLR.between(0.01, 0.1).stepSizeUp(4))),
          Map.entry("CyclicLR all", o -> new CyclicLR(o, cyclic())),
          Map.entry(
              "CyclicLR triangular2",
              o ->
                  new CyclicLR(
                      o,
                      CyclicLR.between(0.01, 0.1)
                          .stepSizeUp(2)
                          .mode(CyclicLR.Mode.TRIANGULAR2)
                          .cycleMomentum(false))),
          Map.entry(
              "ChainedScheduler",
              o ->
                  new ChainedScheduler(
                      new LinearLR(o, 0.2, 1, 6),
                      new StepLR(o, 4, 0.5),
                      new CosineAnnealingLR(o, 7))),
          Map.entry(
              "SequentialLR",
              o ->
                  new SequentialLR(
                      o,
                      List.of(
                          new LinearLR(o, 0.25, 1, 4),
                          new CosineAnnealingLR(o, 5, 0.01),
                          new MultiplicativeLR(o, e -> 0.9),
                          new CosineAnnealingWarmRestarts(o, 3)),
                      List.of(4, 9, 12))),
          Map.entry(
              "Cyclic after step",
              o -> {
                new StepLR(o, 3);
                return new CyclicLR(o, CyclicLR.between(0.01, 0.1).stepSizeUp(4));
              }));

  private static OneCycleLR.Options oneCycle() {
    return OneCycleLR.maxLr(0.5, 0.25)
        .epochs(4, 6)
        .pctStart(0.4)
        .annealStrategy(OneCycleLR.Anneal.LINEAR)
        .baseMomentum(0.7)
        .maxMomentum(0.9, 0.8)
        .divFactor(10)
        .finalDivFactor(100)
        .threePhase(true);
  }

  private static CyclicLR.Options cyclic() {
    return CyclicLR.between(0, 0)
        .rates(List.of(0.01, 0.02), List.of(0.1, 0.3))
        .stepSizeUp(3)
        .stepSizeDown(5)
        .mode(CyclicLR.Mode.expRange(0.95))
        .baseMomentum(0.5)
        .maxMomentum(0.7);
  }

  static Stream<JsonNode> cases() {
    return TorchJson.cases("schedulers.jsonl");
  }

  private static Tensor parameter() {
    return Tensors.zeros(1).requiresGrad_(true);
  }

  private static SGD twoGroups() {
    var sgd = new SGD(List.of(parameter()), SGD.lr(0.2).momentum(0.9));
    sgd.addParamGroup(List.of(parameter()), SGD.lr(0.4).momentum(0.9));
    return sgd;
  }

  private static double[] rates(Optimizer<?> optimizer) {
    return optimizer.paramGroups().stream().mapToDouble(group -> group.learningRate()).toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ratesAsPyTorch(JsonNode test) {
    SGD sgd = twoGroups();
    Scheduler scheduler = ALL.get(test.get("scheduler").asString()).apply(sgd);
    Offset<Double> near = Offset.offset(1e-15);
    for (int i = 0; i < test.get("lrs").size(); i++) {
      if (i > 0) {
        sgd.step();
        scheduler.step();
      }
      assertThat(rates(sgd)).as("step %d", i).containsExactly(row(test, "lrs", i), near);
      assertThat(scheduler.lastLr()).hasSize(2);
      assertThat(
              sgd.paramGroups().stream()
                  .mapToDouble(group -> group.options().momentum())
                  .toArray())
          .containsExactly(row(test, "momenta", i), near);
    }
  }

  private static double[] row(JsonNode test, String name, int i) {
    return test.get(name).get(i).valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goesOnFromASavedStateToTheBit(JsonNode test) {
    Function<Optimizer<?>, Scheduler> maker = ALL.get(test.get("scheduler").asString());
    SGD whole = twoGroups();
    Scheduler scheduler = maker.apply(whole);
    for (int i = 0; i < 7; i++) {
      whole.step();
      scheduler.step();
    }
    var saved = scheduler.stateDict();
    var savedOptimizer = whole.stateDict();
    SGD resumed = twoGroups();
    Scheduler again = maker.apply(resumed);
    resumed.loadStateDict(savedOptimizer);
    again.loadStateDict(saved);
    assertThat(rates(resumed)).containsExactly(rates(whole));
    for (int i = 0; i < 10; i++) {
      whole.step();
      scheduler.step();
      resumed.step();
      again.step();
      assertThat(rates(resumed)).as("step %d", i).containsExactly(rates(whole));
      assertThat(resumed.paramGroups().getLast().options())
          .isEqualTo(whole.paramGroups().getLast().options());
    }
  }

  @Test
  void plateauGoesOnFromASavedState() {
    var losses = List.of(1.0, 1.1, 1.2, 1.3, 0.9, 0.95, 0.96, 0.97, 0.98, 0.99);
    var options = ReduceLROnPlateau.factor(0.5).patience(1).cooldown(1);
    SGD whole = twoGroups();
    var scheduler = new ReduceLROnPlateau(whole, options);
    SGD resumed = twoGroups();
    var again = new ReduceLROnPlateau(resumed, options);
    losses.subList(0, 5).forEach(scheduler::step);
    resumed.loadStateDict(whole.stateDict());
    again.loadStateDict(scheduler.stateDict());
    losses.subList(5, 10).forEach(scheduler::step);
    losses.subList(5, 10).forEach(again::step);
    assertThat(rates(whole)).containsExactly(0.025, 0.05);
    assertThat(rates(resumed)).containsExactly(rates(whole));
  }

  @Test
  void aStateOfAnotherKindIsRefused() {
    SGD sgd = twoGroups();
    var step = new StepLR(sgd, 3);
    SchedulerState exponential = new ExponentialLR(sgd, 0.9).stateDict();
    assertThatThrownBy(() -> step.loadStateDict(exponential))
        .hasMessageContaining("StepLR.loadStateDict: the state is that of a ExponentialLR");
    var short_ =
        new SchedulerState(
            "StepLR", Map.of("last_epoch", List.of(1.0), "base_lrs", List.of(0.2)), List.of());
    assertThatThrownBy(() -> step.loadStateDict(short_))
        .hasMessageContaining("base_lrs has 1 numbers, but must have 2");
    var empty = new SchedulerState("StepLR", Map.of("best", List.of(1.0)), List.of());
    assertThatThrownBy(() -> step.loadStateDict(empty))
        .hasMessageContaining("missing are [base_lrs, last_epoch], unexpected are [best]");
    assertThat(step.lastEpoch()).isZero();
  }

  @Test
  void argumentsThatMakeNoSenseAreRefused() {
    SGD sgd = twoGroups();
    assertThatThrownBy(() -> new StepLR(sgd, 0)).hasMessageContaining("stepSize = 0");
    assertThatThrownBy(() -> new ConstantLR(sgd, 1.5, 3)).hasMessageContaining("factor = 1.5");
    assertThatThrownBy(() -> new LinearLR(sgd, 0, 1, 3)).hasMessageContaining("startFactor = 0.0");
    assertThatThrownBy(() -> new LinearLR(sgd, 1, -1, 3)).hasMessageContaining("endFactor = -1.0");
    assertThatThrownBy(() -> new CosineAnnealingLR(sgd, 0)).hasMessageContaining("tMax = 0");
    assertThatThrownBy(() -> new CosineAnnealingWarmRestarts(sgd, 0))
        .hasMessageContaining("t0 = 0");
    assertThatThrownBy(() -> new LambdaLR(sgd, List.of(e -> 1)))
        .hasMessageContaining("1 factors for 2 groups");
    assertThatThrownBy(() -> new OneCycleLR(sgd, OneCycleLR.maxLr(0.1)))
        .hasMessageContaining("totalSteps = 0");
    assertThatThrownBy(() -> new OneCycleLR(sgd, OneCycleLR.maxLr(1, 2, 3).totalSteps(9)))
        .hasMessageContaining("3 maxLr for 2 groups");
    assertThatThrownBy(() -> new ReduceLROnPlateau(sgd, ReduceLROnPlateau.factor(1)))
        .hasMessageContaining("factor = 1.0");
    assertThatThrownBy(ChainedScheduler::new).hasMessageContaining("no scheduler");
    assertThatThrownBy(() -> new ChainedScheduler(new StepLR(sgd, 1), new StepLR(twoGroups(), 1)))
        .hasMessageContaining("scheduler 1 is of another optimiser");
    assertThatThrownBy(() -> new SequentialLR(sgd, List.of(new StepLR(sgd, 1)), List.of(3)))
        .hasMessageContaining("1 schedulers and milestones [3]");
  }

  @Test
  void momentumIsCycledWhereThereIsSome() {
    var adagrad = new Adagrad(List.of(parameter()));
    assertThatThrownBy(() -> new OneCycleLR(adagrad, 0.1, 10))
        .hasMessageContaining("cycleMomentum(false)");
    var adam = new Adam(List.of(parameter()));
    assertThatThrownBy(() -> new CyclicLR(adam, CyclicLR.between(0.1, 0.2)))
        .hasMessageContaining("cycleMomentum(false)");
    new OneCycleLR(adam, 0.1, 10);
    assertThat(adam.paramGroups().getFirst().options().beta1()).isEqualTo(0.95);
  }

  @Test
  void aCycleEnds() {
    SGD sgd = twoGroups();
    var scheduler = new OneCycleLR(sgd, 0.1, 3);
    sgd.step();
    for (int i = 0; i < 3; i++) {
      scheduler.step();
    }
    assertThatThrownBy(scheduler::step).hasMessageContaining("totalSteps = 3");
    assertThat(scheduler.lastEpoch()).isEqualTo(3);
  }

  @Test
  void theOptimiserStepsFirst() {
    var told = new ArrayList<String>();
    SGD sgd = twoGroups();
    var scheduler = new StepLR(sgd, 3);
    try (var _ = Warnings.to(told::add)) {
      scheduler.step();
    }
    assertThat(told).singleElement().asString().contains("call optimizer.step() first");
  }

  @Test
  void aGroupThatComesLaterIsScheduledToo() {
    var sgd = new SGD(List.of(parameter()), 1);
    var scheduler = new ExponentialLR(sgd, 0.5);
    sgd.addParamGroup(List.of(parameter()), SGD.lr(0.5));
    sgd.step();
    scheduler.step();
    assertThat(scheduler.lastLr()).containsExactly(0.5, 0.25);
    assertThat(scheduler.baseLrs()).containsExactly(1.0, 0.5);
  }
}
