package thalweg.lab.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static thalweg.lab.cli.Shell.mistake;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.lab.cli.Shell;

/// `graph` and `descent`: what they print, what they write, and how they refuse.
class FormulaCommandsTest {
  private static final String NOTE = "tanh(ln(1+z*(2*x/sin(y))))";

  @TempDir private Path directory;

  private final Shell shell = new Shell();

  @Test
  void printsEveryNodeAndTheChainRule() {
    assertThat(shell.run("graph", NOTE, "--at", "x=1,y=0.8,z=1.5")).isZero();
    assertThat(shell.out())
        .startsWith("f = tanh(ln(1 + z·(2x/sin(y))))  at x = 1, y = 0.8, z = 1.5\n")
        .contains("node  operation  value     local derivatives                ∂f/∂node\n")
        .contains("a     2x         2         ∂a/∂x = 2                        0.0558677\n")
        .contains("                           ∂c/∂b = −a/b² = −3.88652\n")
        .contains("∂f/∂x = ∂f/∂e · ∂e/∂d · ∂d/∂c · ∂c/∂a · ∂a/∂x\n      = (1 − tanh²(e)) · 1/(d + 1) · z · 1/b · 2\n")
        .contains("      = 0.138453 · 0.192975 · 1.5 · (−3.88652) · 0.696707\n      = −0.108519\n");
  }

  @Test
  void severalWaysAreAdded() {
    assertThat(shell.run("graph", "x*sin(x)", "--at", "x=pi/2")).isZero();
    assertThat(shell.out()).contains("db/dx = ∂b/∂a · ∂a/∂x + ∂b/∂x\n      = x · cos(x) + a\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "svg", "dot"})
  void draws(String kind) {
    Path file = directory.resolve("new/graph." + kind);
    assertThat(shell.run("graph", NOTE, "--at", "x=1,y=0.8", "--at", "z=1.5", "--out", file.toString()))
        .isZero();
    assertThat(file).content().contains("∂c/∂b = −a/b²", "↑ −0.1558");
    assertThat(shell.out()).contains("Drawing: " + file);
  }

  @ParameterizedTest
  @CsvSource({
    "en, node, Every operation, Every node, recorded as, Drawing: , weight",
    "ko, 노드, 모든 연산, 모든 노드, 기록된 이름, 그림: , 가중치",
    "zh, 节点, 所有运算, 所有节点, 记录为, 图：, 个权重"
  })
  void graphsSpeakTheReadersLanguage(
      String language, String node, String operations, String nodes, String recorded, String drawing, String weight) {
    Path formula = directory.resolve("formula.html");
    Path network = directory.resolve("network.html");
    assertThat(shell.run("graph", "x*ln(y)", "--at", "x=1,y=-2", "--lang", language, "--out", formula.toString()))
        .isZero();
    assertThat(shell.out()).contains(node + " ", "\n" + drawing);
    assertThat(shell.run("graph", "--network", "2-3-1", "--lang", language, "--out", network.toString())).isZero();
    assertThat(shell.out()).contains(recorded, weight);
    assertThat(formula).content().contains("<html lang=\"" + language, "Every operation", operations);
    assertThat(network).content().contains("<html lang=\"" + language, "Every node", nodes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x^2", "x", "-x", "--(x)"})
  void anyFormulaWillDo(String formula) {
    assertThat(shell.run("graph", formula, "--at", "x=1")).isZero();
    assertThat(shell.run("descent", formula, "--start", "x=1")).isZero();
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void outsideTheDomainIsSaid() {
    Path file = directory.resolve("nan.html");
    assertThat(shell.run("graph", "ln(x)*y", "--at", "x=-1,y=2", "--out", file.toString())).isZero();
    assertThat(shell.out())
        .containsPattern("a +ln\\(x\\) +nan")
        .contains("Note: a = ln(x) is not a number at x = −1: outside its domain.");
    assertThat(file).content().contains("outside its domain");
  }

  @Test
  void aPageSetsTheFormulasInTex() {
    Path file = directory.resolve("graph.html");
    shell.run("graph", NOTE, "--at", "x=1,y=0.8,z=1.5", "--out", file.toString());
    assertThat(file).content()
        .contains("data-tex=\"\\displaystyle \\frac{\\partial c}{\\partial b} = \\frac{-a}{b^{2}} = -3.88652\"")
        .contains("\\begin{aligned}\\frac{\\partial f}{\\partial x} &amp;= \\frac{\\partial f}{\\partial e} \\cdot ");
  }

  /// The first loss of note 1, and its gradient, which `line_fit.json` has too.
  @Test
  void aLessonsLossAsItWasRecorded() {
    Path file = directory.resolve("line.svg");
    assertThat(shell.run("graph", "--lesson", "line", "--out", file.toString())).isZero();
    assertThat(shell.out())
        .startsWith("L of lesson line, as autograd recorded it\n")
        .containsPattern("w +leaf +\\(2, 1\\): −5, 10 +∂L/∂w = −1342, 1189")
        .containsPattern("X +no gradient +\\(100, 2\\)")
        .containsPattern("ŷ = mm\\(X, w\\) +MmBackward0 +\\(100, 1\\) +‖∂L/∂ŷ‖ = 185.3")
        .containsPattern("L = sum\\(b\\) +SumBackward0 +8588 ");
    assertThat(file).content().contains("ŷ = mm(X, w)", "(100, 2)", "↑ −1342, 1189");
  }

  @ParameterizedTest
  @ValueSource(strings = {"line", "shapes", "descent", "shallow"})
  void lessonsHaveGraphs(String lesson) {
    Path file = directory.resolve("graph.html");
    assertThat(shell.run("graph", "--lesson", lesson, "--out", file.toString())).isZero();
    assertThat(shell.out()).contains("Backward0");
    assertThat(file).content().contains("<svg").contains("Every arrow");
  }

  @Test
  void parametersChangeALessonsGraph() {
    assertThat(shell.run("graph", "--lesson", "line", "--set", "n=3", "start=1,2")).isZero();
    assertThat(shell.out()).containsPattern("X +no gradient +\\(3, 2\\)").containsPattern("w +leaf +\\(2, 1\\): 1, 2");
  }

  @Test
  void aNetworkIsDrawnAsCirclesAndWeights() {
    Path file = directory.resolve("net.html");
    assertThat(shell.run("graph", "--network", "2-8-1:relu", "--seed", "7", "--out", file.toString())).isZero();
    assertThat(shell.out())
        .startsWith("Sequential(\n  (0): Linear(in_features=2, out_features=8, bias=True)\n  (1): ReLU()\n")
        .contains("Network 2–8–1: 24 weights, 9 biases (seed 7)")
        .contains("ReluBackward0", "MseLossBackward0");
    assertThat(file).content().contains("<circle").contains("addmm(0.bias, x, a)");
    assertThat(shell.run("graph", "--network", "3-1", "--out", directory.resolve("net.svg").toString())).isZero();
    assertThat(directory.resolve("net.svg")).content().contains("<circle").doesNotContain("addmm");
  }

  @Test
  void theSameSeedGivesTheSameNetwork() {
    shell.run("graph", "--network", "2-3-1", "--dot");
    String first = shell.out();
    shell.clear();
    shell.run("graph", "--network", "2-3-1", "--dot", "--seed", "0");
    assertThat(shell.out()).isEqualTo(first).startsWith("digraph {\n  label=\"Network 2–3–1").endsWith("}\n");
    shell.clear();
    shell.run("graph", "--network", "2-3-1", "--dot", "--seed", "1");
    assertThat(shell.out()).isNotEqualTo(first);
  }

  @Test
  void dotIsPrintedAlone() {
    assertThat(shell.run("graph", "x*sin(x)", "--at", "x=1", "--dot")).isZero();
    assertThat(shell.out()).startsWith("digraph {\n").contains("b = x·a").endsWith("}\n");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("expected a number, a name or ( here\n  x*+y\n    ^", "graph", "x*+y", "--at", "x=1,y=2"),
        mistake("needs a value for y; its variables are x, y: write --at x=1,y=1", "graph", "x*y", "--at", "x=1"),
        mistake("needs a value for x", "graph", "x"),
        mistake("no variable 'xx'; did you mean x?", "graph", "x", "--at", "x=1,xx=2"),
        mistake("has no variable, so there is nothing to differentiate", "graph", "2*pi"),
        mistake("--at takes values for variables", "graph", "x", "--at", "1"),
        mistake("--at gives x twice", "graph", "x", "--at", "x=1,x=2"),
        mistake("--at: 'x=y' is not a number", "graph", "x", "--at", "x=y"),
        mistake("'x=1/0' is not a finite number", "graph", "x", "--at", "x=1/0"),
        mistake("--at: the formula ends where", "graph", "x", "--at", "x="),
        mistake("must end in .html, .svg, .png, .pdf or .dot", "graph", "x", "--at", "x=1", "--out", "x.gif"),
        mistake("/ must end in", "graph", "x", "--at", "x=1", "--out", "/"),
        mistake("cannot write /dev/null/x.svg", "graph", "x", "--at", "x=1", "--out", "/dev/null/x.svg"),
        mistake("--open needs a file to show", "graph", "x", "--at", "x=1", "--open"),
        mistake("did you mean --at?", "graph", "x", "--att", "x=1"),
        mistake("did you mean --start?", "descent", "--strat", "x=1"),
        mistake("--seed: 'x' is not a 64-bit integer", "graph", "--network", "2-1", "--seed", "x"),
        mistake("--out: the drawing would have 602 boxes, more than the 400 that can be read", "graph", "sin(x)" + "+sin(x)".repeat(300), "--at", "x=1", "--out", "x.svg"),
        mistake("graph needs exactly one of a formula, --lesson NAME and --network SIZES", "graph"),
        mistake("graph needs exactly one of", "graph", "x", "--lesson", "line"),
        mistake("graph needs exactly one of", "graph", "--network", "2-1", "--lesson", "line"),
        mistake("--at can only be used with a formula", "graph", "--lesson", "line", "--at", "x=1"),
        mistake("--set can only be used with --lesson", "graph", "x", "--at", "x=1", "--set", "n=3"),
        mistake("--seed can only be used with --network", "graph", "x", "--at", "x=1", "--seed", "3"),
        mistake("--dot prints the drawing", "graph", "x", "--at", "x=1", "--dot", "--out", "x.dot"),
        mistake("--dot: the drawing would have 602 boxes", "graph", "sin(x)" + "+sin(x)".repeat(300), "--at", "x=1", "--dot"),
        mistake("did you mean line?", "graph", "--lesson", "lin"),
        mistake("lesson seeds has no single loss to draw; the lessons that do are line, shapes, descent, shallow", "graph", "--lesson", "seeds"),
        mistake("lesson line has no parameter 'm'", "graph", "--lesson", "line", "--set", "m=3"),
        mistake("for instance 2-8-1:tanh, not '3'", "graph", "--network", "3"),
        mistake("for instance 2-8-1:tanh, not '2--1'", "graph", "--network", "2--1"),
        mistake("for instance 2-8-1:tanh, not '2-x'", "graph", "--network", "2-x"),
        mistake("a layer of 784 neurons cannot be drawn; it must have from 1 to 32", "graph", "--network", "784-10"),
        mistake("a layer of 0 neurons", "graph", "--network", "2-0-1"),
        mistake("there is no activation 'tan'; did you mean tanh?", "graph", "--network", "2-3-1:tan"),
        mistake("--network: network: it has 2048 weights, more than the 1000", "graph", "--network", "32-32-32"),
        mistake("needs a value for x", "descent", "x^2"),
        mistake("--eta: 0.0 is out of range", "descent", "x^2", "--start", "x=1", "--eta", "0"),
        mistake("--steps: 1000000 is out of range", "descent", "x^2", "--start", "x=1", "--steps", "1000000"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreTwoAndASentence(String message, List<String> arguments) {
    shell.refuses(message, arguments);
  }

  @Test
  void walksDown() {
    assertThat(shell.run("descent", "(x-3)^2+2*y^2", "--start", "x=0,y=1", "--eta", "0.1", "--steps", "50"))
        .isZero();
    assertThat(shell.out())
        .contains("step  x        y            f            ∂f/∂x         ∂f/∂y\n")
        .contains("1     0.6      0.6          6.48         −4.8          2.4\n")
        .contains("converged: a minimum: the gradient has length ");
    assertThat(shell.out().lines().count()).isLessThan(32);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 23, 24, 25, 5000, 100_000})
  void tablesFitAScreen(int steps) {
    assertThat(DescentText.shown(steps)).hasSizeLessThanOrEqualTo(24).doesNotHaveDuplicates().isSorted();
    assertThat(DescentText.shown(steps).isEmpty()).isEqualTo(steps == 0);
  }

  @Test
  void saysWhereItDiverges() {
    shell.run("descent", "x^4", "--start", "x=5");
    assertThat(shell.out()).contains("diverging: not finite after 5 updates").doesNotContain("nan");
    shell.run("descent", "x^2", "--start", "x=1", "--eta", "1.1");
    assertThat(shell.out()).contains("diverging: the loss climbs from 1.00 to ");
    shell.run("descent", "ln(x)", "--start", "x=-1");
    assertThat(shell.out()).contains("not finite at the start");
    shell.run("descent", "x^2", "--start", "x=1", "--steps", "0");
    assertThat(shell.out()).contains("no updates: nothing was trained; the loss is 1.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "pdf", "svg", "html", "dot"})
  void drawsAGraphInEveryFormat(String ending) throws IOException {
    byte[] begins = switch (ending) {
      case "png" -> new byte[] {(byte) 0x89, 'P', 'N', 'G'};
      case "pdf" -> "%PDF".getBytes(StandardCharsets.US_ASCII);
      case "svg" -> "<svg".getBytes(StandardCharsets.US_ASCII);
      case "html" -> "<!DO".getBytes(StandardCharsets.US_ASCII);
      default -> "digr".getBytes(StandardCharsets.US_ASCII);
    };
    for (String[] what : new String[][] {{"2x²/sin(y)", "--at", "x=1,y=2"}, {"--network", "2-3-1"}, {"--lesson", "line"}}) {
      Path file = directory.resolve("graph." + ending);
      var typed = new ArrayList<>(List.of("graph"));
      typed.addAll(List.of(what));
      typed.addAll(List.of("--out", file.toString()));
      assertThat(shell.run(typed.toArray(String[]::new))).isZero();
      assertThat(Files.readAllBytes(file)).startsWith(begins);
    }
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void aDescentHasAPageAndAGraph() {
    Path page = directory.resolve("walk.html");
    assertThat(shell.run("descent", "x²+2y²", "--start", "x=1,y=1", "--out", page.toString(), "--lang", "ko",
            "--figures", directory.toString(), "--format", "svg"))
        .isZero();
    assertThat(page).content().contains("식 위의 경사하강법", "Gradient descent on a formula", "∂f/∂x");
    assertThat(directory.resolve("graph.svg")).content().contains("<svg");
    assertThat(shell.out()).contains("페이지: ");
  }
}
