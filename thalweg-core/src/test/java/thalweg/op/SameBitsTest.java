package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static thalweg.op.OpRow.Trait.GRADIENT;
import static thalweg.op.OpRow.Trait.POINTWISE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// The value of an element does not depend on where it stands, on what stands beside it, or on how the JVM was
/// started.
class SameBitsTest {
  private static final int PLACES = 141;

  /// What gives a number, not NaN, for NaN: a power of 0 and a sign.
  private static final Set<String> FORGIVES_NAN = Set.of("pow 0", "sign");

  static List<OpRow> pointwise() {
    return OpTable.rows(POINTWISE);
  }

  static Stream<OpRow> curves() {
    return OpTable.rows(POINTWISE, GRADIENT).stream().filter(row -> !FORGIVES_NAN.contains(row.name()));
  }

  /// Each is a setting that must make no difference.
  @ParameterizedTest
  @ValueSource(strings = {"-Dthalweg.kernels=scalar", "-Dthalweg.kernels=vector", "-XX:TieredStopAtLevel=1"})
  void settingsMakeNoDifference(String setting) throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "--add-modules",
                "jdk.incubator.vector",
                setting,
                "-cp",
                "target/classes:target/test-classes".replace(':', java.io.File.pathSeparatorChar),
                OpBits.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(printed.lines()).containsExactlyElementsOf(OpBits.lines());
  }

  /// Offsets and sizes around the numbers of lanes.
  private static Stream<int[]> windows() {
    Stream.Builder<int[]> windows = Stream.builder();
    for (int i = 0; i <= 70; i++) {
      for (int size : new int[] {1, 8, 17, 33, 70}) {
        windows.add(new int[] {i, size});
      }
      for (int offset : new int[] {0, 1, 5}) {
        windows.add(new int[] {offset, i});
      }
    }
    return windows.build();
  }

  @ParameterizedTest
  @MethodSource("pointwise")
  void placesMakeNoDifference(OpRow row) {
    for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
      List<Tensor> inputs = row.samples(new Random(1), dtype, PLACES);
      double[] alone = new double[PLACES];
      for (int i = 0; i < PLACES; i++) {
        alone[i] = row.apply(part(inputs, i, 1)).item();
      }
      windows()
          .forEach(
              window -> {
                int from = window[0];
                double[] together = row.apply(part(inputs, from, window[1])).toDoubleArray();
                assertThat(together)
                    .containsExactly(Arrays.copyOfRange(alone, from, from + window[1]));
              });
    }
  }

  private static List<Tensor> part(List<Tensor> inputs, int from, int size) {
    return map(inputs, x -> x.narrow(0, from, size));
  }

  private static List<Tensor> map(List<Tensor> inputs, UnaryOperator<Tensor> f) {
    return inputs.stream().map(f).toList();
  }

  @ParameterizedTest
  @MethodSource("curves")
  void oneThatIsNotFiniteStaysAlone(OpRow row) {
    for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
      List<Tensor> inputs = row.samples(new Random(2), dtype, 37);
      double[] ordinary = row.apply(inputs).toDoubleArray();
      for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
        for (int place = 0; place < 37; place += 5) {
          double[] found = row.apply(map(inputs, withOdd(place, odd))).toDoubleArray();
          if (Double.isNaN(odd)) {
            assertThat(found[place]).isNaN();
          }
          found[place] = ordinary[place];
          assertThat(found).containsExactly(ordinary);
        }
      }
    }
  }

  private static UnaryOperator<Tensor> withOdd(int place, double odd) {
    return x -> {
      Tensor changed = x.clone();
      changed.select(0, place).fill_(odd);
      return changed;
    };
  }
}
