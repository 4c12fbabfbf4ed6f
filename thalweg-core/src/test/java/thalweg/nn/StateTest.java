package thalweg.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;
import static thalweg.tensor.Tensors.zeros;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// Modes, names, states: what all layers share. Keys and texts are PyTorch 1.13's.
class StateTest {
  private static Sequential net() {
    return new Sequential(
        new Linear(2, 3), new BatchNorm1d(3), new Sequential(new ReLU(), new Dropout(0.5)));
  }

  @Test
  void modesReachEveryLayer() {
    Sequential net = net();
    assertThat(net.isTraining()).isTrue();
    assertThat(net.eval()).isSameAs(net);
    assertThat(net.namedLayers().values()).noneMatch(Layer::isTraining);
    assertThat(net.train().isTraining()).isTrue();
    assertThat(net.get(1).isTraining()).isTrue();
    assertThat(net.get(2).isTraining()).isTrue();
    assertThat(((Sequential) net.get(2)).get(-1).isTraining()).isTrue();
  }

  @Test
  void aModeOfOnesOwnIsObeyed() {
    record Noise(Mode mode) implements Layer {
      @Override
      public Tensor apply(Tensor x) {
        return isTraining() ? x.add(1) : x;
      }
    }
    record Own(Noise noise) implements Layer {
      @Override
      public Tensor apply(Tensor x) {
        return noise.apply(x);
      }

      @Override
      public SequencedMap<String, Layer> children() {
        return Layer.named("noise", noise);
      }
    }
    var own = new Own(new Noise(new Mode()));
    assertThat(own.isTraining()).isTrue();
    assertThat(own.apply(zeros(1)).item()).isEqualTo(1);
    assertThat(own.eval().apply(zeros(1)).item()).isZero();
    assertThat(own.isTraining()).isFalse();
    assertThat(own.noise().mode()).hasToString("training=False");
  }

  @Test
  void theStateHasPyTorchsNamesAndIsACopy() {
    Sequential net = net();
    Map<String, Tensor> state = net.stateDict();
    assertThat(state.keySet())
        .containsExactly(
            "0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var",
            "1.num_batches_tracked");
    assertThat(net.namedBuffers().keySet())
        .containsExactly("1.running_mean", "1.running_var", "1.num_batches_tracked");
    assertThat(state.values()).noneMatch(Tensor::requiresGrad);
    assertThat(state.get("1.num_batches_tracked").dtype()).isEqualTo(DType.INT64);
    net.apply(ones(4, 2));
    assertThat(state.get("1.num_batches_tracked").itemLong()).isZero();
    assertThat(net.stateDict().get("1.num_batches_tracked").itemLong()).isEqualTo(1);
    assertThatThrownBy(() -> state.put("x", ones(1))).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aLoadedStateGivesTheSameOutputs() {
    Sequential a = net();
    a.apply(tensor(1.0, 2, 3, 4).reshape(2, 2));
    Sequential b = net();
    Tensor weight = ((Linear) b.get(0)).weight();
    assertThat(b.loadStateDict(a.stateDict())).hasToString("<All keys matched successfully>");
    assertThat(((Linear) b.get(0)).weight()).isSameAs(weight);
    assertThat(weight.requiresGrad()).isTrue();
    assertThat(weight.isLeaf()).isTrue();
    Tensor x = tensor(0.5, -1).reshape(1, 2);
    assertThat(b.eval().apply(x).toDoubleArray()).containsExactly(a.eval().apply(x).toDoubleArray());
  }

  @Test
  void allThatDoesNotFitIsNamedAtOnceAndNothingIsLoaded() {
    Sequential net = net();
    var state = new LinkedHashMap<>(net.stateDict());
    state.remove("0.bias");
    state.remove("1.weight");
    state.put("0.weight", ones(2, 3));
    state.put("1.bias", ones(DType.FLOAT64, 3));
    state.put("1.running_mean", ones(3));
    state.put("more", ones(1));
    assertThatThrownBy(() -> net.loadStateDict(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            Error(s) in loading state_dict for Sequential:
            \tMissing key(s) in state_dict: "0.bias", "1.weight".\s
            \tUnexpected key(s) in state_dict: "more".\s
            \tsize mismatch for 0.weight: the state_dict has torch.Size([2, 3]), the layer torch.Size([3, 2]).
            \ttype mismatch for 1.bias: the state_dict has torch.float64, the layer torch.float32; convert it with to(DType.FLOAT32).""");
    assertThat(net.stateDict().get("1.running_mean").toDoubleArray()).containsOnly(0);
    assertThatThrownBy(() -> net.loadStateDict(state, false)).hasMessageContaining("size mismatch");
    assertThat(net.loadStateDict(Map.of("more", ones(1), "0.bias", ones(3)), false))
        .hasToString(
            "_IncompatibleKeys(missing_keys=['0.weight', '1.weight', '1.bias', '1.running_mean', "
                + "'1.running_var', '1.num_batches_tracked'], unexpected_keys=['more'])");
    assertThat(((Linear) net.get(0)).bias().toDoubleArray()).containsOnly(1);
  }

  @Test
  void layersAreVisitedChildrenFirstAndFrozenTogether() {
    Sequential net = net();
    List<String> seen = new ArrayList<>();
    net.apply(layer -> seen.add(layer.getClass().getSimpleName()));
    assertThat(seen)
        .containsExactly("Linear", "BatchNorm1d", "ReLU", "Dropout", "Sequential", "Sequential");
    assertThat(net.namedLayers().keySet()).containsExactly("", "0", "1", "2", "2.0", "2.1");
    net.requiresGrad_(false);
    assertThat(net.parameters()).noneMatch(Tensor::requiresGrad);
    assertThat(net.requiresGrad_(true).parameters()).allMatch(Tensor::requiresGrad);
  }

  @Test
  void sharedParametersAreUpdatedOnce() {
    var shared = new Linear(2, 2);
    var net = new Sequential(shared, shared);
    assertThat(net.parameters()).hasSize(2);
    assertThat(net.stateDict().keySet()).containsExactly("0.weight", "0.bias", "1.weight", "1.bias");
  }

  @Test
  void listsAndNamedSequences() {
    var named = new LinkedHashMap<String, Layer>();
    named.put("in", new Linear(1, 2));
    named.put("act", new ReLU());
    var net = new Sequential(named).append(new Flatten());
    assertThat(net)
        .hasToString(
            """
            Sequential(
              (in): Linear(in_features=1, out_features=2, bias=True)
              (act): ReLU()
              (2): Flatten(start_dim=1, end_dim=-1)
            )""");
    assertThat(net.stateDict().keySet()).containsExactly("in.weight", "in.bias");
    assertThat(net).hasSize(3);
    var list = new LayerList(new Linear(1, 1)).append(new ReLU());
    assertThat(list.namedParameters().keySet()).containsExactly("0.weight", "0.bias");
    assertThat(list.get(-1)).isInstanceOf(ReLU.class);
    assertThat(new LayerList(new ReLU()))
        .hasToString("ModuleList(\n  (0): ReLU()\n)");
    assertThatThrownBy(() -> list.apply(ones(1, 1))).hasMessageContaining("Sequential");
  }
}
