package thalweg.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import thalweg.autograd.Autograd;
import thalweg.op.Reduction;
import thalweg.random.TorchGenerator;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// Layers and the loss; digits were computed with PyTorch 1.13.
class LayersTest {
  @Test
  void linearStartsAsPyTorchs() {
    RandomTensors.manualSeed(43052);
    var layer = new Linear(2, 3);
    assertThat(layer.weight().toFloatArray()).containsExactly(LINEAR_WEIGHT);
    assertThat(layer.bias().toFloatArray()).containsExactly(LINEAR_BIAS);
    assertThat(layer.weight().requiresGrad()).isTrue();
    assertThat(layer.weight().isLeaf()).isTrue();
    assertThat(layer.weight().toString()).startsWith("Parameter containing:\ntensor([[");
  }

  private static final float[] LINEAR_WEIGHT = {
    -0.2451447f, -0.5989401f, 0.2548754f, 0.66012967f, 0.2880473f, -0.62824553f
  };
  private static final float[] LINEAR_BIAS = {0.23041765f, -0.43943137f, -0.18331897f};

  @Test
  void linearTakesAnyNumberOfLeadingDimensions() {
    var layer = new Linear(3, 2);
    for (int[] lead : new int[][] {{}, {4}, {4, 5}, {2, 0, 5}, {1, 2, 3, 4}}) {
      int[] in = Arrays.copyOf(lead, lead.length + 1);
      in[lead.length] = 3;
      int[] out = in.clone();
      out[lead.length] = 2;
      assertThat(layer.apply(ones(in)).shape()).isEqualTo(Shape.of(out));
    }
    assertThatThrownBy(() -> layer.apply(ones(5, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("(5, 2)")
        .hasMessageContaining("(2, 3)");
  }

  @Test
  void linearIsXTimesTheTurnedWeightPlusBias() {
    var layer = new Linear(2, 1, Linear.options().dtype(DType.FLOAT64));
    layer.weight().setData(tensor(DType.FLOAT64, (Object) new double[][] {{-5, 10}}));
    layer.bias().setData(tensor(DType.FLOAT64, new double[] {0.5}));
    Tensor x = tensor(DType.FLOAT64, (Object) new double[][] {{1, 2}, {3, 4}});
    Tensor y = layer.apply(x);
    assertThat(y.toArray()).isEqualTo(new double[][] {{15.5}, {25.5}});
    y.sum().backward();
    assertThat(layer.weight().grad().toArray()).isEqualTo(new double[][] {{4, 6}});
    assertThat(layer.bias().grad().toDoubleArray()).containsExactly(2);
    layer.zeroGrad();
    assertThat(layer.weight().grad()).isNull();
  }

  @Test
  void theLinearOptionsCount() {
    var bare = new Linear(2, 1, Linear.bias(false));
    assertThat(bare.bias()).isNull();
    assertThat(bare.parameters()).containsExactly(bare.weight());
    assertThat(bare).hasToString("Linear(in_features=2, out_features=1, bias=False)");
    var a = new Linear(3, 3, Linear.options().generator(new TorchGenerator(7)));
    var b = new Linear(3, 3, Linear.options().generator(new TorchGenerator(7)));
    assertThat(a.weight().toFloatArray()).containsExactly(b.weight().toFloatArray());
  }

  @Test
  void sequentialNamesItsParts() {
    var net = new Sequential(new Linear(2, 8), new Sequential(new Tanh(), new Linear(8, 1)));
    assertThat(net.namedParameters().sequencedKeySet())
        .containsExactly("0.weight", "0.bias", "1.1.weight", "1.1.bias");
    assertThat(net.apply(ones(5, 2)).shape()).isEqualTo(Shape.of(5, 1));
    assertThat(net)
        .hasToString(
            """
            Sequential(
              (0): Linear(in_features=2, out_features=8, bias=True)
              (1): Sequential(
                (0): Tanh()
                (1): Linear(in_features=8, out_features=1, bias=True)
              )
            )""");
    assertThat(new Sequential()).hasToString("Sequential()");
    Tensor x = ones(3);
    assertThat(new Sequential().apply(x)).isSameAs(x);
  }

  @Test
  void aLayerOfOnesOwnIsALayer() {
    record Scale(Tensor factor) implements Layer {
      @Override
      public Tensor apply(Tensor x) {
        return x.mul(factor);
      }

      @Override
      public SequencedMap<String, Tensor> ownParameters() {
        return Layer.named("factor", factor);
      }
    }
    var scale = new Scale(tensor(2.0).requiresGrad_(true));
    var net = new Sequential(scale, new ReLU());
    net.apply(ones(3)).sum().backward();
    assertThat(net.parameters()).containsExactly(scale.factor());
    assertThat(scale.factor().grad().item()).isEqualTo(3);
  }

  @Test
  void theLossIsReducedAsAsked() {
    Tensor x = tensor(1.0, 2.0, 4.0).requiresGrad_(true);
    Tensor y = tensor(1.0, 1.0, 1.0);
    assertThat(new MSELoss().apply(x, y).item()).isCloseTo(10.0 / 3, within(1e-6));
    assertThat(new MSELoss(Reduction.SUM).apply(x, y).item()).isEqualTo(10);
    assertThat(new MSELoss(Reduction.NONE).apply(x, y).toDoubleArray()).containsExactly(0, 1, 9);
    new MSELoss(Reduction.SUM).apply(x, y).backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(0, 2, 6);
    assertThat(Reduction.named("none")).isEqualTo(Reduction.NONE);
    assertThatThrownBy(() -> Reduction.named("max")).hasMessageContaining("mean, sum, none");
  }

  @Test
  void dropoutKeepsTheMean() {
    Tensor x = ones(10_000);
    Tensor y = Functional.dropout(x, 0.25, true, new TorchGenerator(1));
    assertThat(y.mean().item()).isCloseTo(1, within(0.05));
    assertThat(y.unique().toDoubleArray()).hasSize(2);
    assertThat(Functional.dropout(x, 0.25, false)).isSameAs(x);
    assertThatThrownBy(() -> Functional.dropout(x, 1.5, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Single precision has kernels of its own, but the second derivative is that of double precision.
  @Test
  void normalizationOfFloatsCanBeDifferentiatedTwice() {
    second((x, weight) -> Functional.layerNorm(x, new int[] {3}, weight, null, 1e-5));
    second((x, weight) -> Functional.batchNorm(x, weight, null, 1e-5));
  }

  private static void second(BinaryOperator<Tensor> norm) {
    var second = new EnumMap<DType, double[]>(DType.class);
    for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
      double[][] values = {{1, 2.5, -1}, {0.5, 3, 4}, {-2, 1, 0}};
      Tensor x = tensor(values).to(dtype).requiresGrad_(true);
      Tensor weight = tensor(0.5, -2.0, 1.5).to(dtype).requiresGrad_(true);
      Tensor y = norm.apply(x, weight).pow(3).sum();
      List<Tensor> first = Autograd.grad(y, List.of(x, weight), null, true, true);
      Tensor sum = first.get(0).square().sum().add(first.get(1).square().sum());
      second.put(dtype, Autograd.grad(sum, List.of(x)).getFirst().toDoubleArray());
    }
    double[] expected = second.get(DType.FLOAT64);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(second.get(DType.FLOAT32)).containsExactly(expected, within(1e-5 * largest));
  }
}
