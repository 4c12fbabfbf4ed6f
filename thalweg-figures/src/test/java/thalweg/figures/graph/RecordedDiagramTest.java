package thalweg.figures.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static thalweg.figures.graph.DiagramTest.assertWellFormed;
import static thalweg.figures.graph.DiagramTest.count;
import static thalweg.tensor.Tensors.arange;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.autograd.Graph;
import thalweg.figures.graph.Diagram.Arrow;
import thalweg.figures.graph.Diagram.Box;
import thalweg.figures.graph.Diagram.Kind;
import thalweg.nn.Linear;
import thalweg.nn.MSELoss;
import thalweg.nn.Sequential;
import thalweg.nn.Tanh;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

class RecordedDiagramTest {
  /// The loss of a line through ten points; note 1's first step in small.
  private static Diagram line(String name) {
    Tensor x = arange(20).to(DType.FLOAT32).reshape(10, 2);
    Tensor y = ones(10, 1);
    Tensor w = tensor(new float[][] {{-5}, {10}}).requiresGrad_(true);
    try (var _ = Graph.keepValues()) {
      Tensor yhat = x.matmul(w);
      Tensor loss = y.sub(yhat).pow(2).mean();
      return Diagram.of(Graph.backward(loss, Map.of("X", x, "y", y, name, w, "ŷ", yhat, "L", loss)));
    }
  }

  @Test
  void operationsSayWhatTheyComputeFromWhat() {
    assertThat(line("w").boxes())
        .extracting(Box::title)
        .containsExactly("w", "X", "ŷ = mm(X, w)", "y", "a = sub(y, ŷ)", "b = pow(a, 2)", "L = mean(b)");
    assertThat(line("w").boxes())
        .extracting(Box::kind)
        .containsExactly(
            Kind.INPUT, Kind.CONSTANT, Kind.OPERATION, Kind.CONSTANT, Kind.OPERATION, Kind.OPERATION, Kind.RESULT);
  }

  private static List<String> titles(Tensor y, Tensor x) {
    return Diagram.of(Graph.of(y, Map.of("x", x))).boxes().stream().map(Box::title).toList();
  }

  @Test
  void operationsSayWhatTheyWereCalledWith() {
    Tensor x = ones(2, 3).requiresGrad_(true);
    assertThat(titles(x.sum(1), x)).containsExactly("x", "a = sum(x, dim=1)");
    assertThat(titles(x.sum(), x)).containsExactly("x", "a = sum(x)");
    assertThat(titles(x.transpose(0, 1), x)).containsExactly("x", "a = transpose(x, dim0=0, dim1=1)");
    assertThat(titles(x.mul(3).pow(0.5), x)).containsExactly("x", "a = mul(x, 3)", "b = pow(a, 0.5)");
    assertThat(titles(x.leakyRelu(0.2), x)).containsExactly("x", "a = leaky_relu(x, negative_slope=0.2)");
    assertThat(titles(x.clamp(0, 2.5), x)).containsExactly("x", "a = clamp(x, min=0.0, max=2.5)");
    assertThat(titles(x.add(ones(3), 0.5), x)).containsExactly("x", "a = add(x, …, alpha=0.5)");
  }

  @Test
  void manyArgumentsAreCutInTheDrawing() {
    Tensor x = ones(2, 3).requiresGrad_(true);
    Tensor slice = x.slice(1, 0, 2, 2);
    assertThat(titles(slice, x)).containsExactly("x", "a = slice(x, dim=1, start=0, end=2, step=2)");
    Tensor roll = x.roll(new int[] {100, 200, 300}, new int[] {0, 1, 0});
    assertThat(titles(roll, x)).containsExactly("x", "a = roll(x, shifts=(100, 200, 300), …)");
    Graph graph = Graph.of(roll, Map.of("x", x));
    assertThat(Diagram.title(graph, graph.result()))
        .isEqualTo("a = roll(x, shifts=(100, 200, 300), dims=(0, 1, 0))");
    Tensor many = ones(2).requiresGrad_(true);
    assertThat(titles(many.view(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2), many))
        .containsExactly("x", "a = view(x, shape=(1, 1, 1, 1, 1, 1, 1, 1, 1…)");
  }

  @Test
  void shapesPassForwardAndGradientsBack() {
    Diagram line = line("w");
    assertThat(line.boxes().getFirst()).isEqualTo(
        new Box("0", Kind.INPUT, "w", "(2, 1): −5, 10", "∂L/∂w = " + GRADIENT));
    assertThat(line.boxes().get(1)).isEqualTo(new Box("1", Kind.CONSTANT, "X", "(10, 2)", ""));
    assertThat(line.boxes().get(2).gradient()).isEqualTo("‖∂L/∂ŷ‖ = " + NORM);
    assertThat(line.arrows())
        .contains(
            new Arrow("1", "2", "(10, 2)", List.of()),
            new Arrow("0", "2", "(2, 1)", List.of("↑ " + GRADIENT)),
            new Arrow("2", "4", "(10, 1)", List.of("↑ ‖…‖ " + NORM)))
        .hasSize(6);
  }

  // w.grad, and the norm of yhat.grad, from PyTorch 1.13
  private static final String GRADIENT = "1302, 1410";
  private static final String NORM = "38.68";

  @Test
  void svgAndDotSayIt() {
    Diagram line = line("w");
    String svg = line.svg();
    assertWellFormed(svg);
    assertThat(count(svg, "rect")).isEqualTo(7 + 6);
    assertThat(svg)
        .contains("class=\"box constant\"", "class=\"box result\"", ">(10, 2)</text>")
        .contains("<rect class=\"passing\"");
    assertThat(line.dot())
        .contains("  \"1\" [shape=ellipse, style=dashed, label=\"X\\n(10, 2)\"];\n")
        .contains("  \"1\" -> \"2\" [label=\"(10, 2)\"];\n")
        .contains("  \"6\" -> \"7\" [label=\"(10, 1)\\n↑ ‖…‖ 0.3162\"];\n");
  }

  @Test
  void numbersHaveLocalDerivatives() {
    Tensor x = tensor(3.0).requiresGrad_(true);
    Tensor f;
    try (var _ = Graph.keepValues()) {
      f = x.mul(2).mul(x); // x is used twice
    }
    Diagram diagram = Diagram.of(Graph.backward(f, Map.of("x", x, "f", f)));
    assertThat(diagram.boxes())
        .extracting(Box::title, Box::value, Box::gradient)
        .containsExactly(
            tuple("x", "3", "∂f/∂x = 12"),
            tuple("a = 2x", "6", "∂f/∂a = 3"),
            tuple("f = a·x", "18", "∂f/∂f = 1"));
    assertThat(diagram.arrows())
        .extracting(Arrow::label)
        .containsExactly(
            List.of("∂a/∂x = 2", "↑ 6"),
            List.of("∂f/∂a = x", "= 3", "↑ 3"),
            List.of("∂f/∂x = a", "= 6", "↑ 6"));
  }

  @Test
  void aNetworksGraph() {
    var net = new Sequential(new Linear(2, 8), new Tanh(), new Linear(8, 1));
    Tensor loss = new MSELoss().apply(net.apply(ones(5, 2)), ones(5, 1));
    Diagram diagram = Diagram.of(Graph.backward(loss, net.namedParameters()));
    assertThat(diagram.boxes()).extracting(Box::title)
        .containsExactly(
            "2.bias", "0.bias", "0.weight", "a = t(0.weight)", "b", "c = addmm(0.bias, b, a)", "d = tanh(c)",
            "2.weight", "e = t(2.weight)", "f = addmm(2.bias, d, e)", "g", "h = mse_loss(f, g)");
    assertWellFormed(diagram.svg());
  }

  @Test
  void withoutABackwardPassThereIsNothingBlue() {
    Tensor w = tensor(1.0, 2.0).requiresGrad_(true);
    Diagram diagram = Diagram.of(Graph.of(w.sub(1).exp()));
    assertThat(diagram.boxes()).extracting(Box::gradient).containsOnly("");
    assertThat(diagram.boxes()).extracting(Box::title).containsExactly("a", "b = sub(a, 1)", "c = exp(b)");
    assertThat(diagram.svg()).doesNotContain("class=\"back\"").doesNotContain("class=\"local\"");
    Diagram number = Diagram.of(Graph.of(tensor(4.0)));
    assertThat(number.boxes()).singleElement().extracting(Box::value).isEqualTo("4");
    assertWellFormed(number.svg());
  }

  @Test
  void namesAreTextAndNothingElse() {
    String svg = line("<script>alert(\"&\")</script>").svg();
    assertWellFormed(svg);
    assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;alert(&quot;&amp;&quot;)");
    assertThat(line("\"w\\").dot()).contains("mm(X, \\\"w\\\\)");
  }

  @Test
  void aGraphTooLargeToReadSaysHowLargeItIs() {
    Tensor x = tensor(1.0).requiresGrad_(true);
    Tensor y = x;
    for (int i = 0; i < 1000; i++) {
      y = y.neg();
    }
    Graph graph = Graph.of(y, new LinkedHashMap<>(Map.of("x", x)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Diagram.of(graph))
        .withMessage(
            "the drawing would have 1001 boxes, more than the 400 that can be read; draw the graph of fewer operations");
  }
}
