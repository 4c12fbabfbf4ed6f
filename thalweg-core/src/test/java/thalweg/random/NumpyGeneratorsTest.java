package thalweg.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Expected values are NumPy 1.24's.
class NumpyGeneratorsTest {

  @Test
  void randomStateFromAnArrayOfSeeds() {
    NumpyRandomState g = new NumpyRandomState(new long[] {1, 2, 3});
    assertThat(g.rand(2)).containsExactly(0.6098612722867289, 0.8866970434146851);
    assertThat(g.randn(1)).containsExactly(0.9517262521759671);
    assertThat(g.randint(Long.MIN_VALUE, Long.MAX_VALUE, 2))
        .containsExactly(-8679821069741540397L, 7621692956921136780L);
    assertThat(g.permutation(5)).containsExactly(2, 0, 1, 4, 3);
    assertThat(g.randn(2)).containsExactly(-0.056633916373920894, 0.8249512892992027);
  }

  @Test
  void defaultRngFromALongSeedKeepsHalfADraw() {
    Pcg64 g = new Pcg64(BigInteger.ONE.shiftLeft(70));
    assertThat(g.integers(0, 10, 3)).containsExactly(6, 5, 7);
    assertThat(g.random(1)).containsExactly(0.4725998338797154);
    assertThat(g.integers(0, 10, 2)).containsExactly(9, 4);
    assertThat(g.integers(Long.MIN_VALUE, Long.MAX_VALUE, 2))
        .containsExactly(2481554626418767789L, 431454545429994778L);
    assertThat(g.choice(1000, 4, false)).containsExactly(12, 367, 907, 85);
    assertThat(Arrays.copyOf(g.choice(20000, 500, false), 4)).containsExactly(9105, 19100, 19646, 18442);
  }

  @Test
  void zigguratTail() {
    assertThat(new Pcg64(755).standardNormal(2)).containsExactly(-4.38237508460643, 0.7729502847855024);
  }

  @Test
  void shufflesOfEveryKindAgree() {
    long[] longs = LongStream.range(0, 50).toArray();
    double[] doubles = LongStream.range(0, 50).asDoubleStream().toArray();
    List<Long> list = new ArrayList<>(LongStream.range(0, 50).boxed().toList());
    new NumpyRandomState(4).shuffle(longs);
    new NumpyRandomState(4).shuffle(doubles);
    new NumpyRandomState(4).shuffle(list);
    assertThat(new NumpyRandomState(4).permutation(50)).isEqualTo(longs);
    assertThat(Arrays.stream(doubles).mapToLong(x -> (long) x)).containsExactlyElementsOf(list);
    assertThat(list).containsExactlyElementsOf(Arrays.stream(longs).boxed().toList());
    assertThat(new Pcg64(4).permutation(50)).isNotEqualTo(longs);
  }

  @Test
  void rangesOfOneTakeNoDraw() {
    NumpyRandomState legacy = new NumpyRandomState(1);
    TwisterState before = legacy.getState();
    assertThat(legacy.randint(5, 6, 3)).containsOnly(5);
    assertThat(legacy.getState()).isEqualTo(before);
    Pcg64 g = new Pcg64(1);
    assertThat(g.integers(5, 6, 3)).containsOnly(5);
    assertThat(g.getState()).isEqualTo(new Pcg64(1).getState());
  }

  @Test
  void statesBringBackTheStreams() {
    NumpyRandomState legacy = new NumpyRandomState(9);
    legacy.randn(1);
    TwisterState state = legacy.getState();
    double[] next = legacy.randn(10);
    legacy.manualSeed(3).setState(state);
    assertThat(legacy.randn(10)).isEqualTo(next);

    Pcg64 g = new Pcg64(9);
    g.integers(0, 10);
    Pcg64.State point = g.getState();
    long[] integers = g.integers(0, 1000, 9);
    g.manualSeed(3).setState(point);
    assertThat(g.integers(0, 1000, 9)).isEqualTo(integers);
  }

  @Test
  void freshSeedsRepeatTheirRun() {
    NumpyRandomState legacy = new NumpyRandomState();
    assertThat(legacy.rand(3)).isEqualTo(new NumpyRandomState(legacy.initialSeed()).rand(3));
    Pcg64 g = new Pcg64();
    assertThat(g.random(3)).isEqualTo(new Pcg64(g.initialSeed()).random(3));
  }

  @Test
  void refusesWhatNumpyRefuses() {
    NumpyRandomState legacy = new NumpyRandomState(1);
    refused(() -> new NumpyRandomState(1L << 32), "RandomState", "4294967296", "0 to 4294967295");
    refused(() -> new NumpyRandomState(-1), "RandomState", "-1");
    refused(() -> new NumpyRandomState(new long[0]), "RandomState", "empty");
    refused(() -> legacy.randint(7, 7), "randint", "7");
    refused(() -> legacy.normal(0, -0.5), "normal", "-0.5");
    refused(() -> legacy.choice(3, 4, false), "choice", "4", "3", "replacement");
    refused(() -> legacy.choice(0, 1, true), "choice", "0");
    refused(() -> legacy.rand(-2), "rand", "-2");
    refused(() -> legacy.permutation(-2), "permutation", "-2");
    refused(() -> legacy.uniform(0, Double.POSITIVE_INFINITY), "uniform", "Infinity");
    Pcg64 g = new Pcg64(1);
    refused(() -> new Pcg64(-1), "default_rng", "-1", "0 or more");
    refused(() -> g.integers(7, 6), "integers", "7", "6");
    refused(() -> g.normal(0, -0.5, 3), "normal", "-0.5");
    refused(() -> g.uniform(2, 1), "uniform", "2.0", "1.0");
    refused(() -> g.choice(3, 4, false), "choice", "4", "3");
    assertThat(g.getState()).isEqualTo(new Pcg64(1).getState());
  }

  private static void refused(Runnable call, String... parts) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContainingAll(parts);
  }
}
