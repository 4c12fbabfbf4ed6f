package thalweg.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchGeneratorTest {

  private static float[] randn(TorchGenerator g, int n) {
    float[] out = new float[n];
    g.fillNormal(out, 0, n, 0, 1);
    return out;
  }

  private static float[] rand(TorchGenerator g, int n) {
    float[] out = new float[n];
    g.fillUniform(out, 0, n, 0, 1);
    return out;
  }

  private static long[] randint(TorchGenerator g, int n, long low, long high) {
    long[] out = new long[n];
    g.fillRandint(out, 0, n, low, high);
    return out;
  }

  /// The example of the package's documentation.
  @Test
  void aSeededLessonDrawsItsOriginalsData() {
    float[] x = new float[100];
    new TorchGenerator(43052).fillNormal(x, 0, 100, 0, 1); // torch.manual_seed(43052); torch.randn(100)
    assertThat(x).startsWith(-0.610345f, 0.15207446f, 1.503098f);
  }

  /// Values of PyTorch 1.13: the sine half of a pair outlives other calls and serves either precision.
  @Test
  void mixedCallsShareOneStreamAndOneCachedNormal() {
    TorchGenerator g = new TorchGenerator(7);
    assertThat(randn(g, 3)).containsExactly(-0.1467950940132141f, 0.7861412763595581f, 0.9468216300010681f);
    assertThat(rand(g, 2)).containsExactly(0.36531615257263184f, 0.8512683510780334f);
    double[] two = new double[2];
    g.fillNormal(two, 0, 2, 0, 1);
    assertThat(two).containsExactly(-1.1143440212610307, 0.4457424104093978);
    assertThat(Arrays.copyOf(randn(g, 17), 3))
        .containsExactly(0.049043867737054825f, 0.5035638809204102f, -0.08352822810411453f);
    assertThat(randint(g, 3, 0, 100)).containsExactly(98, 12, 42);
    assertThat(g.nextGaussian()).isEqualTo(-0.7068324467336622);
    assertThat(g.nextGaussian()).isEqualTo(-0.2901737366206429);
    assertThat(g.randperm(5)).containsExactly(0, 4, 1, 2, 3);
  }

  @Test
  void bernoulliOfATensorAndOfANumberDrawDifferently() {
    float[] out = new float[8];
    Arrays.fill(out, 0.5f);
    new TorchGenerator(3).fillBernoulli(out, 0, 8, out, 0);
    assertThat(out).containsExactly(1, 1, 1, 1, 1, 1, 0, 0);
    new TorchGenerator(3).fillBernoulli(out, 0, 8, 0.5);
    assertThat(out).containsExactly(1, 1, 0, 1, 0, 0, 1, 1);
  }

  @Test
  void rangesFrom32BitsOnTakeTwoDraws() {
    TorchGenerator g = new TorchGenerator(3);
    assertThat(randint(g, 2, Long.MIN_VALUE, Long.MAX_VALUE))
        .containsExactly(937055941807507096L, 3839649608876091011L);
    assertThat(randint(g, 2, 0, (1L << 32) - 1)).containsExactly(1249426360, 521102280);
    assertThat(randint(g, 2, 0, 1L << 32)).containsExactly(2445173525L, 1877166739L);
  }

  @Test
  void negativeSeedsStandForThemselvesPlus2To64() {
    TorchGenerator g = new TorchGenerator(-5);
    assertThat(rand(g, 2)).containsExactly(0.9308151006698608f, 0.6607242226600647f);
    assertThat(Long.toUnsignedString(g.initialSeed())).isEqualTo("18446744073709551611");
    g.manualSeed(new BigInteger("18446744073709551611"));
    assertThat(rand(g, 2)).containsExactly(0.9308151006698608f, 0.6607242226600647f);
    assertThat(g.initialSeed()).isEqualTo(-5);
    assertThat(new TorchGenerator().initialSeed()).isEqualTo(67280421310721L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 15, 16, 17, 31, 32, 33, 100})
  void fillsOnlyItsStretchAndTheSameAnywhere(int n) {
    float[] alone = randn(new TorchGenerator(n), n);
    float[] within = new float[n + 5];
    new TorchGenerator(n).fillNormal(within, 3, n, 0, 1);
    assertThat(Arrays.copyOfRange(within, 3, n + 3)).isEqualTo(alone);
    assertThat(new float[] {within[0], within[1], within[2], within[n + 3], within[n + 4]}).containsOnly(0f);
  }

  @Test
  void aStateBringsBackTheStreamAndTheCachedNormal() {
    TorchGenerator g = new TorchGenerator(11);
    float first = randn(g, 1)[0];
    TwisterState state = g.getState();
    assertThat(state.cachedNormal()).isPresent();
    float[] next = randn(g, 40);
    long[] permutation = g.randperm(30);
    g.manualSeed(99);
    g.setState(state);
    assertThat(g.getState()).isEqualTo(state).hasSameHashCodeAs(state);
    assertThat(g.initialSeed()).isEqualTo(11);
    assertThat(randn(g, 40)).isEqualTo(next);
    assertThat(g.randperm(30)).isEqualTo(permutation);
    assertThat(randn(g.manualSeed(11), 1)[0]).isEqualTo(first);
    state.words()[0]++;
    assertThat(g.getState()).as("the state hands out copies").isEqualTo(state);
  }

  @Test
  void aNewSeedForgetsTheCachedNormal() {
    TorchGenerator g = new TorchGenerator(1);
    double first = g.nextGaussian();
    assertThat(g.manualSeed(1).nextGaussian()).isEqualTo(first);
  }

  @Test
  void aFreshSeedRepeatsItsRun() {
    TorchGenerator g = new TorchGenerator();
    long seed = g.seed();
    assertThat(g.initialSeed()).isEqualTo(seed);
    assertThat(randn(g, 20)).isEqualTo(randn(new TorchGenerator(seed), 20));
    assertThat(g.seed()).isNotEqualTo(seed);
  }

  @Test
  void dropoutAtTheEndsTakesNoDraws() {
    TorchGenerator g = new TorchGenerator(1);
    TwisterState state = g.getState();
    float[] out = new float[4];
    g.fillDropout(out, 0, 4, 0);
    assertThat(out).containsOnly(1f);
    g.fillDropout(out, 0, 4, 1);
    assertThat(out).containsOnly(0f);
    assertThat(g.getState()).isEqualTo(state);
    g.fillDropout(new double[4], 0, 4, 0.5);
    assertThat(g.getState()).isNotEqualTo(state);
  }

  @Test
  void refusesWhatPyTorchRefuses() {
    TorchGenerator g = new TorchGenerator(1);
    float[] out = new float[4];
    TwisterState state = g.getState();
    refused(() -> g.fillNormal(out, 0, 4, 0, -1), "fillNormal", "-1.0", "0 or more");
    refused(() -> g.fillNormal(out, 0, 4, 0, Double.NaN), "fillNormal", "NaN");
    refused(() -> g.fillUniform(out, 0, 4, 2, 1), "fillUniform", "2.0", "1.0", "swap");
    refused(() -> g.fillUniform(out, 0, 4, 0, 1e39), "fillUniform", "1.0E39", "finite");
    refused(() -> g.fillRandint(new long[1], 0, 1, 3, 3), "randint", "3", "above low");
    refused(() -> g.randperm(-1), "randperm", "-1", "negative");
    refused(() -> g.fillBernoulli(out, 0, 4, 1.5), "bernoulli", "1.5", "between 0 and 1");
    refused(() -> g.fillBernoulli(out, 0, 1, new float[] {-0.5f}, 0), "bernoulli", "-0.5");
    refused(() -> g.fillDropout(out, 0, 4, -0.1), "dropout", "-0.1");
    refused(() -> g.fillExponential(out, 0, 4, -2), "exponential", "-2.0");
    refused(() -> g.fillNormal(out, 0, -1, 0, 1), "fillNormal", "-1");
    BigInteger tooLarge = BigInteger.ONE.shiftLeft(64);
    refused(() -> g.manualSeed(tooLarge), "manualSeed", "18446744073709551616", "2^64 - 1");
    assertThat(g.getState()).as("a refused call takes no draw").isEqualTo(state);
  }

  private static void refused(Runnable call, String... parts) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContainingAll(parts);
  }
}
