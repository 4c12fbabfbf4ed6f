package thalweg.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Formulas as people and the library itself write them, and what no formula may do.
class WrittenFormulasTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2x               | 2*x
      2x/sin(y)        | 2*x/sin(y)
      3sin(x)          | 3*sin(x)
      2(x + 1)         | 2*(x+1)
      (a)(b)           | a*b
      (a + b)c         | (a+b)*c
      x²               | x^2
      x²y              | x^2*y
      2x²              | 2*x^2
      x⁻¹²             | x^-12
      tanh²(e0)        | tanh(e0)^2
      x**2             | x^2
      -x**2            | -x^2
      a·b×c            | a*b*c
      a ÷ b − c        | a/b-c
      [x + (y)]·z      | (x+y)*z
      2π               | 2*pi
      √x + √(x + 1)    | sqrt(x)+sqrt(x+1)
      w₁ · w₂          | w1*w2
      1/2x             | 1/2*x
      x^2y             | x^2*y
      2e               | 2*e
      2e3              | 2000
      """)
  void readsWhatPeopleWrite(String written, String plain) {
    assertThat(Expression.parse(written)).isEqualTo(Expression.parse(plain));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      .e5          | a number needs a digit  | 0
      x + .        | a number needs a digit  | 4
      x y          | expected an operator    | 2
      x(y)         | is no function          | 0
      x⁻           | superscript minus       | 2
      sin²         | write sin²(…)           | 0
      a·b ? c      | expected an operator    | 4
      """)
  void pointsAtWhatItCannotRead(String written, String problem, int column) {
    assertThatThrownBy(() -> Expression.parse(written))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("\n" + " ".repeat(lastLine(written) + column) + "^");
  }

  /// How far a formula is indented in the message.
  private static int lastLine(String written) {
    try {
      Expression.parse(written);
      throw new AssertionError(written);
    } catch (ExpressionException e) {
      List<String> lines = e.getMessage().lines().toList();
      return lines.stream().skip(1).filter(line -> line.contains(written)).findFirst().orElseThrow().indexOf(written);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  /// What is written for people is read back as the same tree.
  @ParameterizedTest
  @MethodSource("seeds")
  void readsBackWhatItWrites(long seed) {
    Expression formula = Expression.parse(random(new SplittableRandom(seed), 4));
    assertThat(Expression.parse(formula.pretty())).as(formula.pretty()).isEqualTo(formula);
    assertThat(Expression.parse(formula.toString())).isEqualTo(formula);
  }

  /// Derivatives of formulas with huge, tiny and overflowing numbers end, and can be written and computed.
  @ParameterizedTest
  @MethodSource("seeds")
  void rewritingEndsWhateverTheNumbers(long seed) {
    Expression formula = Expression.parse(random(new SplittableRandom(~seed), 4));
    Map<String, Tensor> at = new LinkedHashMap<>();
    for (String name : List.of("x", "y")) {
      at.put(name, Tensors.tensor(DType.FLOAT64, (Object) 0.7));
    }
    Expression derivative = formula.derivative("x").derivative("y");
    assertThat(derivative.pretty()).isNotEmpty();
    assertThat(derivative.tex()).isNotEmpty();
    assertThat(derivative.evaluate(at).size()).isEqualTo(1);
  }

  private static String random(SplittableRandom random, int depth) {
    if (depth == 0) {
      List<String> leaves = List.of("x", "y", "x", "y", "2", "0", "1", "0.5", "1e400", "1e308", "1e-308", "pi", "e", "7");
      return leaves.get(random.nextInt(leaves.size()));
    }
    String left = random(random, depth - 1);
    String right = random(random, random.nextInt(depth));
    return switch (random.nextInt(8)) {
      case 0 -> "(" + left + "+" + right + ")";
      case 1 -> left + "-(" + right + ")";
      case 2, 3 -> "(" + left + ")*(" + right + ")";
      case 4 -> "(" + left + ")/(" + right + ")";
      case 5 -> "(" + left + ")^" + random.nextInt(0, 4);
      case 6 -> "-(" + left + ")";
      default -> List.of("sin", "tanh", "exp", "ln", "sqrt", "abs", "sigmoid").get(random.nextInt(7)) + "(" + left + ")";
    };
  }

  @Test
  void infiniteConstantsHaveADerivative() {
    assertThat(Expression.parse("1e400*y*4*2").derivative("y").toString()).isEqualTo("8*(0+1e999)");
    var graph = ExpressionGraph.of(Expression.parse("2*1e400*1e400*y"), Map.of("y", 1.0));
    assertThat(graph.result().value()).isInfinite();
  }

  @Test
  void longFormulasWorkOrEndAtAStatedLimit() throws InterruptedException {
    var failure = new java.util.concurrent.atomic.AtomicReference<Throwable>();
    Thread small = new Thread(null, WrittenFormulasTest::longFormulas, "small stack", 1 << 20);
    small.setUncaughtExceptionHandler((_, problem) -> failure.set(problem));
    small.start();
    small.join();
    assertThat(failure.get()).isNull();
  }

  private static void longFormulas() {
    String thousand = "x" + "+x".repeat(1000);
    var graph = ExpressionGraph.of(Expression.parse(thousand), Map.of("x", 1.0));
    assertThat(graph.result().value()).isEqualTo(1001);
    assertThat(graph.input("x").gradient()).isEqualTo(1001);
    assertThatThrownBy(() -> ExpressionGraph.of(Expression.parse(thousand + "+x"), Map.of("x", 1.0)))
        .hasMessageContaining("1001 operations, and a graph at most 1000");
    Expression longest = Expression.parse("x" + "+x".repeat(1999));
    assertThat(longest.evaluate(Map.of("x", Tensors.tensor(DType.FLOAT64, (Object) 1.0))).item()).isEqualTo(2000);
    assertThat(longest.variables()).containsExactly("x");
    assertThat(Expression.parse("-".repeat(200) + "x").derivative("x").pretty()).isEqualTo("1");
    for (String deep : List.of("√".repeat(300) + "x", "(".repeat(300) + "x" + ")".repeat(300), "-".repeat(300) + "x")) {
      assertThatThrownBy(() -> Expression.parse(deep)).hasMessageContaining("levels of nesting");
    }
  }

  @Test
  void messagesShowTheSurroundingsOfTheirPlace() {
    assertThatThrownBy(() -> Expression.parse("x+".repeat(1000) + "?"))
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(300))
        .hasMessageContaining("  …+x+x+");
  }
}
