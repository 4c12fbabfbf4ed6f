package thalweg.lab.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.lab.cli.CommandLineTool;

/// `graph` and `descent`: what they print, what they write, and how they refuse.
class FormulaCommandsTest {
  private static final String NOTE = "tanh(ln(1+z*(2*x/sin(y))))";

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    return CommandLineTool.create()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void printsEveryNodeAndTheChainRule() {
    assertThat(execute("graph", NOTE, "--at", "x=1,y=0.8,z=1.5")).isZero();
    assertThat(out.toString())
        .startsWith("f = tanh(ln(1 + z·(2x/sin(y))))  at x = 1, y = 0.8, z = 1.5\n")
        .contains("node  operation  value     local derivatives                ∂f/∂node\n")
        .contains("a     2x         2         ∂a/∂x = 2                        0.0558677\n")
        .contains("                           ∂c/∂b = −a/b² = −3.88652\n")
        .contains("∂f/∂x = ∂f/∂e · ∂e/∂d · ∂d/∂c · ∂c/∂a · ∂a/∂x\n      = (1 − tanh²(e)) · 1/(d + 1) · z · 1/b · 2\n")
        .contains("      = 0.138453 · 0.192975 · 1.5 · (−3.88652) · 0.696707\n      = −0.108519\n");
  }

  @Test
  void severalWaysAreAdded() {
    assertThat(execute("graph", "x*sin(x)", "--at", "x=pi/2")).isZero();
    assertThat(out.toString()).contains("db/dx = ∂b/∂a · ∂a/∂x + ∂b/∂x\n      = x · cos(x) + a\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "svg", "dot"})
  void draws(String kind) {
    Path file = directory.resolve("new/graph." + kind);
    assertThat(execute("graph", NOTE, "--at", "x=1,y=0.8", "--at", "z=1.5", "--out", file.toString()))
        .isZero();
    assertThat(file).content().contains("∂c/∂b = −a/b²");
    assertThat(out.toString()).contains("Drawing: " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x^2", "x", "-x"})
  void anyFormulaWillDo(String formula) {
    assertThat(execute("graph", formula, "--at", "x=1")).isZero();
    assertThat(execute("descent", formula, "--start", "x=1")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void outsideTheDomainIsSaid() {
    Path file = directory.resolve("nan.html");
    assertThat(execute("graph", "ln(x)*y", "--at", "x=-1,y=2", "--out", file.toString())).isZero();
    assertThat(out.toString())
        .containsPattern("a +ln\\(x\\) +nan")
        .contains("Note: a = ln(x) is not a number at x = −1: outside its domain.");
    assertThat(file).content().contains("outside its domain");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("expected a number, a name or ( here\n  x*+y\n    ^", "graph", "x*+y", "--at", "x=1,y=2"),
        mistake("needs a value for y; its variables are x, y: write --at x=1,y=1", "graph", "x*y", "--at", "x=1"),
        mistake("needs a value for x", "graph", "x"),
        mistake("no variable 'xx'; did you mean x?", "graph", "x", "--at", "x=1,xx=2"),
        mistake("has no variable, so there is nothing to differentiate", "graph", "2*pi"),
        mistake("--at takes values of variables", "graph", "x", "--at", "1"),
        mistake("--at gives x twice", "graph", "x", "--at", "x=1,x=2"),
        mistake("--at: 'x=y' is not a number", "graph", "x", "--at", "x=y"),
        mistake("'x=1/0' is not a finite number", "graph", "x", "--at", "x=1/0"),
        mistake("--at: the formula ends where", "graph", "x", "--at", "x="),
        mistake("must end in .html, .svg or .dot", "graph", "x", "--at", "x=1", "--out", "x.png"),
        mistake("/ must end in", "graph", "x", "--at", "x=1", "--out", "/"),
        mistake("cannot write /dev/null/x.svg", "graph", "x", "--at", "x=1", "--out", "/dev/null/x.svg"),
        mistake("--open shows the file", "graph", "x", "--at", "x=1", "--open"),
        mistake("did you mean --at?", "graph", "x", "--att", "x=1"),
        mistake("more than the 400 that a drawing can hold", "graph", "sin(x)" + "+sin(x)".repeat(300), "--at", "x=1", "--out", "x.svg"),
        mistake("needs a value for x", "descent", "x^2"),
        mistake("--eta: 0.0 is out of range", "descent", "x^2", "--start", "x=1", "--eta", "0"),
        mistake("--steps: 1000000 is out of range", "descent", "x^2", "--start", "x=1", "--steps", "1000000"));
  }

  private static Arguments mistake(String message, String... arguments) {
    return Arguments.of(message, List.of(arguments));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreTwoAndASentence(String message, List<String> arguments) {
    assertThat(execute(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString()).startsWith("thalweg: ").contains(message).doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void walksDown() {
    assertThat(execute("descent", "(x-3)^2+2*y^2", "--start", "x=0,y=1", "--eta", "0.1", "--steps", "50"))
        .isZero();
    assertThat(out.toString())
        .contains("step  x        y            f            ∂f/∂x         ∂f/∂y\n")
        .contains("1     0.6      0.6          6.48         −4.8          2.4\n")
        .contains("f went from 11 to 1.83333e−09 in 50 steps.");
    assertThat(out.toString().lines().count()).isLessThan(32);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 23, 24, 25, 5000, 100_000})
  void tablesFitAScreen(int steps) {
    assertThat(DescentText.shown(steps)).hasSizeLessThanOrEqualTo(24).doesNotHaveDuplicates().isSorted();
    assertThat(DescentText.shown(steps).isEmpty()).isEqualTo(steps == 0);
  }

  @Test
  void saysWhereItDiverges() {
    execute("descent", "x^4", "--start", "x=5");
    assertThat(out.toString()).contains("Not finite from step 5 on: diverges").doesNotContain("nan");
    execute("descent", "x^2", "--start", "x=1", "--eta", "1.1");
    assertThat(out.toString()).contains("Diverges: f grew from 1 to ");
    execute("descent", "ln(x)", "--start", "x=-1");
    assertThat(out.toString()).contains("Not finite at the start");
    execute("descent", "x^2", "--start", "x=1", "--steps", "0");
    assertThat(out.toString()).contains("f went from 1 to 1 in 0 steps.");
  }
}
