package thalweg.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Expected values are CPython 3.11's.
class PythonRandomTest {

  @Test
  void mixedCallsOnALongSeed() {
    PythonRandom g = new PythonRandom(BigInteger.ONE.shiftLeft(70));
    assertThat(g.random()).isEqualTo(0.2327882718301838);
    assertThat(g.gauss(0, 1)).isEqualTo(-0.41086670158805094);
    assertThat(g.randint(-3, 3)).isEqualTo(3);
    assertThat(g.gauss(0, 1)).isEqualTo(0.24275475277481667);
    assertThat(g.sample(10, 4)).containsExactly(0, 3, 4, 1);
    assertThat(g.sample(10000, 4)).containsExactly(1931, 8557, 3076, 9193);
    assertThat(g.randrange(0, 100, 7)).isEqualTo(91);
    assertThat(g.getrandbits(40)).isEqualTo(668964755105L);
    assertThat(g.choice(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8))).isEqualTo(4);
  }

  @Test
  void theSignOfASeedDoesNotMatter() {
    assertThat(new PythonRandom(-12).random()).isEqualTo(0.4745706786885481);
    assertThat(new PythonRandom(12).random()).isEqualTo(0.4745706786885481);
    assertThat(new PythonRandom(Long.MIN_VALUE).random())
        .isEqualTo(new PythonRandom(BigInteger.ONE.shiftLeft(63)).random());
  }

  @Test
  void aStateBringsBackTheStreamAndTheCachedNormal() {
    PythonRandom g = new PythonRandom(5);
    g.nextGaussian();
    TwisterState state = g.getState();
    double second = g.nextGaussian();
    long[] permutation = g.permutation(20);
    g.seed();
    g.setState(state);
    assertThat(g.nextGaussian()).isEqualTo(second);
    assertThat(g.permutation(20)).isEqualTo(permutation);
    assertThat(g.initialSeed()).isEqualTo(5);
  }

  @Test
  void everyGeneratorKeepsTheCommonPromise() {
    List<Generator> all =
        List.of(new TorchGenerator(), new NumpyRandomState(), new Pcg64(), new PythonRandom());
    for (Generator g : all) {
      long seed = g.seed();
      double[] values = new double[40];
      g.fillUniform(values, 0, 20, -2, 3);
      g.fillNormal(values, 20, 20, 1, 2);
      double gaussian = g.nextGaussian();
      double uniform = g.nextDouble();
      long[] permutation = g.permutation(9);
      double[] again = new double[40];
      assertThat(g.manualSeed(seed).initialSeed()).isEqualTo(seed);
      g.fillUniform(again, 0, 20, -2, 3);
      g.fillNormal(again, 20, 20, 1, 2);
      assertThat(again).isEqualTo(values);
      assertThat(g.nextGaussian()).isEqualTo(gaussian);
      assertThat(g.nextDouble()).isEqualTo(uniform).isBetween(0.0, 1.0);
      assertThat(g.permutation(9))
          .isEqualTo(permutation)
          .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(g.permutation(0)).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> g.permutation(-1));
      assertThatIllegalArgumentException().isThrownBy(() -> g.fillNormal(values, 0, 1, 0, -1));
    }
  }

  @Test
  void refusesMeaninglessArguments() {
    PythonRandom g = new PythonRandom(1);
    refused(() -> g.randint(3, 2), "randint", "3", "2", "swap");
    refused(() -> g.randint(Long.MIN_VALUE, Long.MAX_VALUE), "randint", "getrandbits(64)");
    refused(() -> g.randrange(0), "randrange", "0");
    refused(() -> g.randrange(0, 10, -1), "randrange", "-1");
    refused(() -> g.randrange(0, 10, 0), "randrange", "step of 0");
    refused(() -> g.getrandbits(65), "getrandbits", "65");
    refused(() -> g.gauss(0, -1), "gauss", "-1.0");
    refused(() -> g.sample(3, 4), "sample", "4", "3");
    refused(() -> g.choice(List.of()), "choice", "empty");
  }

  private static void refused(Runnable call, String... parts) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContainingAll(parts);
  }
}
