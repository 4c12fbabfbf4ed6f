package thalweg.lab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("alpha", "epochs", "seed", "start");

  @Test
  void countsEditsAndSwaps() {
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("lnie", "line")).isEqualTo(1);
    assertThat(Nearest.distance("LINE", "line")).isZero();
  }

  @Test
  void suggestsWhatIsNear() {
    assertThat(Nearest.suggest("alhpa", KNOWN)).isEqualTo("did you mean alpha?");
    assertThat(Nearest.suggest("s", KNOWN)).isEqualTo("did you mean seed or start?");
  }

  @Test
  void listsAllWhereNothingIsNear() {
    assertThat(Nearest.suggest("temperature", KNOWN))
        .isEqualTo("the choices are alpha, epochs, seed, start");
    assertThat(Nearest.suggest("x", List.of())).isEqualTo("there are none");
  }
}
