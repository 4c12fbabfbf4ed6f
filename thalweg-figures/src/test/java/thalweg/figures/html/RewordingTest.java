package thalweg.figures.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.figures.Values;

class RewordingTest {

  @Test
  void textsThatDifferInTheirNumbersShareAnEntry() {
    var english = Map.of("x", Values.of(1, 2), "hovertext",
        List.of("epoch 0, loss 80.5, w = (-1.5, 0)", "epoch 3, loss 3, w = (1e-05, 3)", "epoch 10, loss 2, w = (0, 7)"));
    var korean = Map.of("x", Values.of(1, 2), "hovertext",
        List.of("손실 80.5, 에폭 0, w = (-1.5, 0)", "손실 3, 에폭 3, w = (1e-05, 3)", "손실 2, 에폭 10, w = (0, 7)"));
    assertThat(Rewording.of(english, korean)).hasValue(
        Map.of("epoch ‹›, loss ‹›, w = (‹›, ‹›)", "손실 ‹1›, 에폭 ‹0›, w = (‹2›, ‹3›)"));
  }

  @Test
  void textsWithoutARuleAreListed() {
    var english = List.of("1 epoch", "start", "run 1 of 2", "run 2 of 3", "same");
    var chinese = List.of("1 轮", "起点", "第一次", "第二次", "same");
    assertThat(Rewording.of(english, chinese)).hasValue(Map.of("‹› epoch", "‹0› 轮", "start", "起点",
        "run 1 of 2", "第一次", "run 2 of 3", "第二次"));
    assertThat(Rewording.of(List.of("‹1›, 2", "a 3"), List.of("‹1›; 2", "b 3"))).as("signs of gaps in a text")
        .hasValue(Map.of("‹1›, 2", "‹1›; 2", "a 3", "b 3"));
    assertThat(Rewording.of(english, english)).hasValue(Map.of());
  }

  @Test
  void treesThatDifferInMoreThanTextsHaveNone() {
    assertThat(Rewording.of(List.of("a", "a"), List.of("b", "c"))).as("one text, two meanings").isEmpty();
    assertThat(Rewording.of(List.of("a"), List.of("a", "b"))).isEmpty();
    assertThat(Rewording.of(Map.of("x", 1), Map.of("y", 1))).isEmpty();
    assertThat(Rewording.of(Map.of("x", Values.of(1)), Map.of("x", Values.of(2)))).isEmpty();
    assertThat(Rewording.of(List.of(1), List.of("1"))).isEmpty();
  }
}
