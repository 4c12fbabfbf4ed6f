package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.cat;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.zeros;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.nn.Padding;
import thalweg.nn.Windows;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// A size that no tensor can have is an error that names it, before anything is allocated; sizes are not worked out in
/// numbers that overflow.
class SizeOverflowTest {
  private interface Action {
    Tensor run();
  }

  static Stream<Arguments> actions() {
    int large = Integer.MAX_VALUE;
    return Stream.of(
        action("repeat", () -> ones(4).repeat(1 << 30)),
        action("repeat", () -> ones(5).repeat(858_993_460)),
        action("repeat", () -> ones(4, 4).repeat(1 << 15, 1 << 15)),
        action("tile", () -> ones(4).tile(1 << 30)),
        action("conv1d", () -> Windows.conv1d(ones(1, 1, 4), ones(1, 1, 5), null, 1, Padding.of(0), 1 << 30, 1)),
        action("conv1d", () -> Windows.conv1d(ones(1, 1, 4), ones(1, 1, 3), null, 1, Padding.of(large), 1, 1)),
        action("pad", () -> ones(4).pad(new int[] {large, large}, 0.0)),
        action("pad", () -> ones(4).pad(new int[] {large, 0}, 0.0)),
        action("cat", () -> cat(0, zeros(0, 3).expand(0, 3), ones(1, 1).expand(large, 1), ones(1, 1).expand(large, 1))),
        action("repeat_interleave", () -> ones(4).repeatInterleave(large, 0)),
        action("expand", () -> ones(1, 1).expand(1 << 16, 1 << 16)),
        action("zeros", () -> zeros(1 << 16, 1 << 16)),
        action("outer", () -> ones(1 << 16).outer(ones(1 << 16))));
  }

  private static Arguments action(String name, Action action) {
    return Arguments.of(name, action);
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("actions")
  void aSizeTooLargeIsNamed(String name, Action action) {
    assertThatThrownBy(action::run).isInstanceOf(ShapeException.class);
  }

  static Stream<Arguments> possible() {
    return Stream.of(
        action("repeat", () -> zeros(0).repeat(1 << 30)),
        action("pad", () -> ones(2).pad(new int[] {1, 2}, 0.0)),
        action("pool", () -> Windows.maxPool2d(ones(1, 1, 4, 4), new int[] {2}, new int[] {2}, new int[] {0})));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("possible")
  void whatFitsWorks(String name, Action action) {
    assertThat(action.run().size()).isLessThan(100);
  }
}
