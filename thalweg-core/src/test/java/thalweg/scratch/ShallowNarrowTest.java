package thalweg.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.random.Seeds;

/// The numbers of a whole training are tested against NumPy's by the lesson that shows it.
class ShallowNarrowTest {
  @Test
  void withoutNoiseTheInputsAreEvenlySpacedAndNothingIsDrawn() {
    Seeds.numpy().manualSeed(1);
    Samples samples = Samples.genSamples(5, 2, 0);
    assertThat(samples.x()).containsExactly(0, 0.25, 0.5, 0.75, 1);
    assertThat(samples.y()).containsExactly(0, 0.5, 1, 1.5, 2);
    assertThat(Samples.genSamples(1, 2, 0).x()).containsExactly(0);
    assertThat(Seeds.numpy().nextDouble()).isEqualTo(0.417022004702574);
  }

  @Test
  void unequalShapesAndOtherNumbersOfWeightsAreRefused() {
    var net = new ShallowNarrow(1, 2);
    double[] two = {1, 2};
    double[] three = {1, 2, 3};
    assertThatThrownBy(() -> net.dlossDw(two, three)).hasMessageContaining("(2) and (3)");
    assertThatThrownBy(() -> net.train(two, three, 0.1, 1)).hasMessageContaining("(2) and (3)");
    assertThatThrownBy(() -> ShallowNarrow.loss(two, three)).hasMessageContaining("(2) and (3)");
    assertThatThrownBy(() -> new ShallowNarrow(1)).hasMessageContaining("1 initial weights");
    assertThatThrownBy(() -> Samples.genSamples(0, 1, 0)).hasMessageContaining("n = 0");
  }

  /// `(np.sqrt(np.arange(1, n + 1)) / 7).mean()`, with lengths around NumPy's blocks.
  @Test
  void meansAreAddedInNumpysOrder() {
    for (var entry : MEANS.entrySet()) {
      double[] values = new double[entry.getKey()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.sqrt(i + 1) / 7;
      }
      assertThat(Mean.of(values)).as("n = " + entry.getKey()).isEqualTo(entry.getValue());
    }
  }

  private static final Map<Integer, Double> MEANS =
      Map.of(
          1, 0.14285714285714285,
          7, 0.2750525183936639,
          8, 0.29117858082206644,
          73, 0.8216774454458495,
          128, 1.083581595367809,
          129, 1.0877596081297425,
          1000, 3.013922269640105,
          100003, 30.117607424209513);
}
