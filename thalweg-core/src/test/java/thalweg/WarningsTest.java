package thalweg;

import static org.assertj.core.api.Assertions.assertThat;
import static thalweg.tensor.Tensors.ones;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.nn.MSELoss;
import thalweg.op.Reduction;
import thalweg.tensor.Warnings;

/// Stands outside the packages of the library, as a caller does: a call site is the nearest such frame.
class WarningsTest {
  private final List<String> told = new ArrayList<>();

  private static double broadcastLoss() {
    return new MSELoss().apply(ones(100), ones(100, 1)).item();
  }

  @Test
  void aBroadcastLossIsToldOncePerPlace() {
    try (var _ = Warnings.to(told::add)) {
      for (int i = 0; i < 5; i++) {
        broadcastLoss();
      }
      assertThat(told).hasSize(1);
      assertThat(told.getFirst())
          .contains("mse_loss", "(100)", "(100, 1)", "(100, 100)", "reshape the input to (100, 1)");
      new MSELoss().apply(ones(2, 1), ones(2));
      assertThat(told).hasSize(2);
      assertThat(told.getLast()).contains("reshape the target to (2, 1)");
    }
  }

  @Test
  void equalShapesAreNotToldOf() {
    try (var _ = Warnings.to(told::add)) {
      new MSELoss().apply(ones(3, 1), ones(3, 1));
    }
    assertThat(told).isEmpty();
  }

  @Test
  void eachHandlerIsToldAnewAndTheFormerComesBack() {
    var inner = new ArrayList<String>();
    try (var _ = Warnings.to(told::add)) {
      broadcastLoss();
      try (var _ = Warnings.to(inner::add)) {
        broadcastLoss();
      }
      broadcastLoss();
    }
    assertThat(inner).hasSize(1);
    assertThat(told).hasSize(2);
  }

  @Test
  @SuppressWarnings("deprecation") // the former arguments are what is tested
  void formerArgumentsWarnAndOverride() {
    try (var _ = Warnings.to(told::add)) {
      assertThat(new MSELoss(null, null, Reduction.SUM).reduction()).isEqualTo(Reduction.SUM);
      assertThat(told).isEmpty();
      assertThat(new MSELoss(false, null, Reduction.MEAN).reduction()).isEqualTo(Reduction.SUM);
      assertThat(new MSELoss(true, null, Reduction.SUM).reduction()).isEqualTo(Reduction.MEAN);
      assertThat(new MSELoss(null, true, Reduction.SUM).reduction()).isEqualTo(Reduction.MEAN);
      assertThat(new MSELoss(null, false, Reduction.SUM).reduction()).isEqualTo(Reduction.NONE);
      assertThat(new MSELoss(true, false, Reduction.SUM).reduction()).isEqualTo(Reduction.NONE);
      assertThat(new MSELoss(false, true, Reduction.MEAN).reduction()).isEqualTo(Reduction.SUM);
    }
    assertThat(told).hasSize(6);
    assertThat(told.getFirst()).contains("size_average", "reduction='sum'");
  }
}
