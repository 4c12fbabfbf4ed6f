package thalweg.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import thalweg.TorchJson;
import thalweg.op.Reduction;
import thalweg.optim.SGD;
import thalweg.random.TorchGenerator;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;

/// Every layer and loss beside PyTorch 1.13's: start values, text, names, outputs, gradients, statistics.
class TorchLayersTest {
  private static final Map<String, Supplier<Layer>> LAYERS =
      Map.ofEntries(
          layer("Conv2d", () -> new Conv2d(4, 6, 3)),
          layer(
              "Conv2d options",
              () ->
                  new Conv2d(
                      4,
                      6,
                      new int[] {3, 2},
                      Conv2d.stride(2, 1).padding(1, 0).dilation(1, 2).groups(2).bias(false))),
          layer("Conv2d same", () -> new Conv2d(4, 2, 4, Conv2d.padding(Padding.SAME))),
          layer("Conv2d valid", () -> new Conv2d(4, 2, 3, Conv2d.padding(Padding.VALID))),
          layer("Conv2d unbatched", () -> new Conv2d(4, 2, 3)),
          layer("Conv1d", () -> new Conv1d(4, 2, 3, Conv1d.padding(1))),
          layer("Conv1d options", () -> new Conv1d(4, 4, 3, Conv1d.stride(2).dilation(2).groups(4))),
          layer("MaxPool2d", () -> new MaxPool2d(2)),
          layer(
              "MaxPool2d options",
              () -> new MaxPool2d(Shape.of(3, 2), MaxPool2d.stride(2).padding(1).ceilMode(true))),
          layer("MaxPool1d", () -> new MaxPool1d(3, MaxPool2d.stride(2).dilation(2))),
          layer("AvgPool2d", () -> new AvgPool2d(2)),
          layer(
              "AvgPool2d options",
              () ->
                  new AvgPool2d(
                      3, AvgPool2d.stride(2).padding(1).ceilMode(true).countIncludePad(false))),
          layer("AvgPool1d", () -> new AvgPool1d(2)),
          layer("AdaptiveAvgPool2d", () -> new AdaptiveAvgPool2d(1)),
          layer("AdaptiveAvgPool2d uneven", () -> new AdaptiveAvgPool2d(4, 3)),
          layer("BatchNorm1d", () -> new BatchNorm1d(3)),
          layer("BatchNorm1d sequence", () -> new BatchNorm1d(4)),
          layer("BatchNorm1d cumulative", () -> new BatchNorm1d(3, BatchNorm1d.eps(1e-3).momentum(null))),
          layer(
              "BatchNorm1d plain",
              () -> new BatchNorm1d(3, BatchNorm1d.affine(false).trackRunningStats(false))),
          layer("BatchNorm2d", () -> new BatchNorm2d(4, BatchNorm2d.momentum(0.3))),
          layer("LayerNorm", () -> new LayerNorm(3)),
          layer(
              "LayerNorm options",
              () -> new LayerNorm(new int[] {4, 7}, LayerNorm.eps(1e-3).elementwiseAffine(false))),
          layer("Dropout", () -> new Dropout(0.3)),
          layer("Embedding", () -> new Embedding(10, 3)),
          layer("Embedding padding", () -> new Embedding(6, 4, Embedding.paddingIdx(-2))),
          layer("Flatten", Flatten::new),
          layer("Flatten some", () -> new Flatten(0, -2)),
          layer("Unflatten", () -> new Unflatten(1, 2, 2)),
          layer("Identity", Identity::new),
          layer("Linear", () -> new Linear(3, 2)),
          layer("PReLU", PReLU::new),
          layer("PReLU channels", () -> new PReLU(3, 0.1)),
          layer("Softmax", () -> new Softmax(1)),
          layer("LogSoftmax", () -> new LogSoftmax(-1)),
          layer("ReLU", ReLU::new),
          layer("ReLU6", ReLU6::new),
          layer("LeakyReLU", LeakyReLU::new),
          layer("LeakyReLU slope", () -> new LeakyReLU(0.2)),
          layer("Threshold", () -> new Threshold(0.1, 20)),
          layer("Hardtanh", Hardtanh::new),
          layer("Hardtanh bounds", () -> new Hardtanh(-2, 0.5)),
          layer("Hardsigmoid", Hardsigmoid::new),
          layer("Hardswish", Hardswish::new),
          layer("Softshrink", Softshrink::new),
          layer("Hardshrink", () -> new Hardshrink(1)),
          layer("Tanh", Tanh::new),
          layer("Tanhshrink", Tanhshrink::new),
          layer("Sigmoid", Sigmoid::new),
          layer("LogSigmoid", LogSigmoid::new),
          layer("SiLU", SiLU::new),
          layer("Mish", Mish::new),
          layer("GELU", GELU::new),
          layer("GELU tanh", () -> new GELU("tanh")),
          layer("Softplus", Softplus::new),
          layer("Softplus options", () -> new Softplus(2.5, 3)),
          layer("Softsign", Softsign::new),
          layer("ELU", ELU::new),
          layer("ELU alpha", () -> new ELU(0.5)),
          layer("CELU", () -> new CELU(2)),
          layer("SELU", SELU::new));

  private static Map.Entry<String, Supplier<Layer>> layer(String name, Supplier<Layer> layer) {
    return Map.entry(name, layer);
  }

  @TestFactory
  Stream<DynamicTest> layers() {
    return TorchJson.cases("layers.jsonl")
        .map(c -> DynamicTest.dynamicTest(c.get("layer").asString(), () -> check(c)));
  }

  @Test
  void everyLayerHasACase() {
    assertThat(TorchJson.cases("layers.jsonl").map(c -> c.get("layer").asString()))
        .containsExactlyInAnyOrderElementsOf(LAYERS.keySet());
  }

  private static void check(JsonNode c) {
    RandomTensors.manualSeed(7);
    Layer layer = LAYERS.get(c.get("layer").asString()).get();
    assertThat(layer).hasToString(c.get("text").asString());
    Close.same(layer.stateDict(), c.get("state"));
    for (JsonNode step : c.get("train")) {
      layer.zeroGrad();
      Tensor x = TorchJson.tensor(step.get("x"));
      x.requiresGrad_(x.dtype().isFloating());
      Tensor y = layer.apply(x);
      Close.to(y, step.get("y"), "output");
      if (y.requiresGrad()) {
        Tensor gradient =
            Tensors.linspace(-1, 1, y.size()).reshape(y.shape().toArray()).to(y.dtype());
        y.backward(gradient);
      }
      if (!step.get("grad").isNull()) {
        Close.to(x.grad(), step.get("grad"), "gradient");
      }
      layer
          .namedParameters()
          .forEach((name, p) -> Close.to(p.grad(), step.get("grads").get(name), "gradient of " + name));
    }
    Close.to(layer.stateDict(), c.get("after"));
    layer.eval();
    assertThat(layer.isTraining()).isFalse();
    Close.to(layer.apply(TorchJson.tensor(c.get("train").get(0).get("x"))), c.get("eval"), "in use");
  }

  private static final Tensor WEIGHTS = Tensors.tensor(0.5, 1.5, 1, 2);

  private static final Map<String, Loss> LOSSES =
      Map.ofEntries(
          loss("MSELoss", new MSELoss()),
          loss("L1Loss", new L1Loss()),
          loss("L1Loss sum", new L1Loss(Reduction.SUM)),
          loss("SmoothL1Loss", new SmoothL1Loss()),
          loss("SmoothL1Loss beta", new SmoothL1Loss(0.5)),
          loss("HuberLoss", new HuberLoss()),
          loss("HuberLoss delta", new HuberLoss(0.5)),
          loss("BCELoss", new BCELoss()),
          loss("BCELoss weight", new BCELoss(BCELoss.weight(WEIGHTS).reduction(Reduction.SUM))),
          loss("BCEWithLogitsLoss", new BCEWithLogitsLoss()),
          loss(
              "BCEWithLogitsLoss weights",
              new BCEWithLogitsLoss(BCEWithLogitsLoss.weight(WEIGHTS).posWeight(WEIGHTS.mul(2)))),
          loss("KLDivLoss", new KLDivLoss()),
          loss("KLDivLoss batchmean", new KLDivLoss(KLDivLoss.batchMean(true))),
          loss("KLDivLoss log", new KLDivLoss(KLDivLoss.reduction(Reduction.SUM).logTarget(true))),
          loss("NLLLoss", new NLLLoss()),
          loss("NLLLoss options", new NLLLoss(NLLLoss.weight(WEIGHTS).ignoreIndex(3))),
          loss("CrossEntropyLoss", new CrossEntropyLoss()),
          loss(
              "CrossEntropyLoss options",
              new CrossEntropyLoss(
                  CrossEntropyLoss.weight(WEIGHTS).ignoreIndex(3).labelSmoothing(0.1))),
          loss(
              "CrossEntropyLoss none",
              new CrossEntropyLoss(
                  CrossEntropyLoss.reduction(Reduction.NONE).labelSmoothing(0.2))),
          loss(
              "CrossEntropyLoss probabilities",
              new CrossEntropyLoss(CrossEntropyLoss.weight(WEIGHTS).labelSmoothing(0.1))));

  private static Map.Entry<String, Loss> loss(String name, Loss loss) {
    return Map.entry(name, loss);
  }

  @TestFactory
  Stream<DynamicTest> losses() {
    return TorchJson.cases("losses.jsonl")
        .map(c -> DynamicTest.dynamicTest(c.get("loss").asString(), () -> checkLoss(c)));
  }

  private static void checkLoss(JsonNode c) {
    Loss loss = LOSSES.get(c.get("loss").asString());
    assertThat(loss).hasToString(c.get("text").asString());
    Tensor x = TorchJson.tensor(c.get("x")).requiresGrad_(true);
    Tensor value = loss.apply(x, TorchJson.tensor(c.get("y")));
    Close.to(value, c.get("value"), "loss");
    value.backward(Tensors.onesLike(value.detach()));
    Close.to(x.grad(), c.get("grad"), "gradient");
  }

  @TestFactory
  Stream<DynamicTest> trainings() {
    Map<String, Supplier<Sequential>> nets =
        Map.of(
            "cnn",
            () ->
                new Sequential(
                    new Conv2d(1, 4, 3, Conv2d.padding(1)),
                    new BatchNorm2d(4),
                    new ReLU(),
                    new MaxPool2d(2),
                    new Conv2d(4, 6, 3),
                    new ReLU(),
                    new Flatten(),
                    new Linear(24, 3)),
            "mlp",
            () ->
                new Sequential(
                    new Linear(5, 16),
                    new BatchNorm1d(16),
                    new Tanh(),
                    new Dropout(0.25),
                    new Linear(16, 8),
                    new LayerNorm(8),
                    new LeakyReLU(0.2),
                    new Dropout(0.5),
                    new Linear(8, 1)));
    Map<String, Trained> settings =
        Map.of(
            "cnn", new Trained(new CrossEntropyLoss(CrossEntropyLoss.labelSmoothing(0.1)), 0.05),
            "mlp", new Trained(new BCEWithLogitsLoss(), 0.1));
    return TorchJson.cases("trainings.jsonl")
        .map(
            c -> {
              String name = c.get("net").asString();
              return DynamicTest.dynamicTest(
                  name, () -> settings.get(name).check(c, nets.get(name)));
            });
  }

  /// A training by momentum descent.
  private record Trained(Loss loss, double lr) {
    void check(JsonNode c, Supplier<Sequential> start) {
      RandomTensors.manualSeed(11);
      Sequential net = start.get();
      assertThat(net).hasToString(c.get("text").asString());
      Close.same(net.stateDict(), c.get("start"));
      var sgd =
          new SGD(
              net.parameters(), SGD.lr(lr).momentum(0.9));
      Tensor x = TorchJson.tensor(c.get("x"));
      Tensor y = TorchJson.tensor(c.get("y"));
      for (JsonNode expected : c.get("losses")) {
        Tensor error = loss.apply(net.apply(x), y);
        assertThat(error.item()).isCloseTo(expected.asDouble(), Close.tolerance(expected.asDouble()));
        sgd.zeroGrad();
        error.backward();
        sgd.step();
      }
      Close.to(net.stateDict(), c.get("end"));
      Close.to(net.eval().apply(x), c.get("eval"), "in use");
    }
  }

  @Test
  void optionsReachTheParameters() {
    var double64 = new Conv1d(1, 2, 3, Conv1d.options().dtype(DType.FLOAT64).generator(new TorchGenerator(1)));
    var again = new Conv1d(1, 2, 3, Conv1d.options().dtype(DType.FLOAT64).generator(new TorchGenerator(1)));
    assertThat(double64.weight().dtype()).isEqualTo(DType.FLOAT64);
    assertThat(double64.weight().toDoubleArray()).containsExactly(again.weight().toDoubleArray());
  }
}
