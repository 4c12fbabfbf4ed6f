package thalweg.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static thalweg.tensor.Tensors.arange;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.autograd.Graph.Constant;
import thalweg.autograd.Graph.Edge;
import thalweg.autograd.Graph.Leaf;
import thalweg.autograd.Graph.Operation;
import thalweg.expr.Expression;
import thalweg.nn.Linear;
import thalweg.nn.MSELoss;
import thalweg.nn.Sequential;
import thalweg.nn.Tanh;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

class GraphTest {
  private static Tensor leaf(double value) {
    return tensor(DType.FLOAT64, (Object) value).requiresGrad_(true);
  }

  private static Tensor evaluate(String formula, Map<String, Tensor> variables) {
    try (var _ = Graph.keepValues()) {
      return Expression.parse(formula).evaluate(variables);
    }
  }

  /// `operand→operation: local derivative`.
  private static List<String> locals(Graph graph) {
    return graph.edges().stream()
        .filter(edge -> edge.local().isPresent())
        .map(
            edge ->
                "%s→%s: %s"
                    .formatted(
                        graph.vertex(edge.from()).label(),
                        graph.vertex(edge.to()).label(),
                        Expression.of(edge.local().get()).map(Expression::pretty).orElse("?")))
        .toList();
  }

  private static double number(Graph graph, Edge edge) {
    return edge.local().orElseThrow().result().value().orElseThrow().item();
  }

  /// The values of the notes' graph, made with PyTorch.
  @Test
  void theNotesGraphAsItIsRecorded() {
    var leaves = Map.of("x", leaf(1), "y", leaf(0.8), "z", leaf(1.5));
    Graph graph = Graph.backward(evaluate("tanh(ln(1+z*(2*x/sin(y))))", leaves), leaves);
    assertThat(graph.vertices().stream().filter(Operation.class::isInstance).map(v -> ((Operation) v).gradName()))
        .containsExactly(
            "MulBackward0", "SinBackward0", "DivBackward0", "MulBackward0", "AddBackward0",
            "LogBackward0", "TanhBackward0");
    double[] forward = {2, 0.7173560908995228, 2.788015638777272, 4.182023458165908,
      5.182023458165908, 1.6451956089853084, 0.9281953958631661};
    for (int i = 0; i < forward.length; i++) {
      String label = Character.toString('a' + i);
      assertThat(graph.vertex(label).orElseThrow().value().orElseThrow().item())
          .isCloseTo(forward[i], within(1e-12));
    }
    assertThat(locals(graph))
        .containsExactly(
            "x→a: 2", "y→b: cos(y)", "a→c: 1/b", "b→c: −a/b²", "z→d: c", "c→d: z", "d→e: 1",
            "e→f: 1/e", "f→g: 1 − g²");
    double[] local = {2, 0.6967067093471654, 1.394007819388636, -3.8865156010333206,
      2.788015638777272, 1.5, 1, 0.19297481149456888, 0.1384533070984203};
    List<Edge> edges = graph.edges().stream().filter(edge -> edge.local().isPresent()).toList();
    for (int i = 0; i < local.length; i++) {
      assertThat(number(graph, edges.get(i))).isCloseTo(local[i], within(1e-12));
    }
    Map.of("x", 0.111735306260303, "y", -0.10851896084815861, "z", 0.07449020417353533)
        .forEach(
            (name, gradient) ->
                assertThat(graph.vertex(name).orElseThrow().gradient().orElseThrow().item())
                    .isCloseTo(gradient, within(1e-12)));
    assertThat(leaves.get("x").grad()).isNull();
  }

  /// What each operation's own backward says, in the operands' names; where it reads the result, in its.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x*x; x→a: x, x→a: x", "x^3; x→a: 3x²", "x^2; x→a: 2x", "-x; x→a: −1", "3-x; x→a: −1",
        "x-y; x→a: 1, y→a: −1", "1/x; x→a: −1/x²", "exp(x); x→a: a", "sqrt(x); x→a: 1/(2a)",
        "sigmoid(x); x→a: (1 − a)·a", "tan(x); x→a: a² + 1", "acos(x); x→a: −1/sqrt(1 − x²)",
        "cos(x); x→a: −sin(x)", "abs(x); x→a: sign(x)", "relu(x); x→a: 1", "atan(x); x→a: 1/(x² + 1)",
        "x^y; x→a: ?, y→a: ?"
      })
  void localDerivativesReadAsFormulas(String formula, String expected) {
    var leaves = Map.of("x", leaf(0.5), "y", leaf(2));
    Graph graph = Graph.backward(evaluate(formula, leaves), leaves);
    assertThat(String.join(", ", locals(graph))).isEqualTo(expected);
    for (Edge edge : graph.edges()) {
      edge.local()
          .flatMap(Expression::of)
          .ifPresent(
              derivative -> {
                var at = new LinkedHashMap<>(leaves);
                at.put("a", graph.result().value().orElseThrow());
                assertThat(derivative.evaluate(at).item())
                    .isCloseTo(number(graph, edge), within(1e-14));
              });
    }
  }

  @Test
  void aRecordedGraphReadsAsTheFormulaThatMadeIt() {
    var leaves = Map.of("x", leaf(0.5), "y", leaf(2));
    assertThat(Expression.of(Graph.of(evaluate("(x-y)^2/(1+exp(-x))", leaves), leaves)).orElseThrow())
        .hasToString("(x-y)^2/(exp(-x)+1)");
    assertThat(Expression.of(Graph.of(leaves.get("x").mul(arange(3)), leaves))).isEmpty();
    assertThat(Expression.of(Graph.of(leaves.get("x").sub(2), leaves))).isEmpty(); // 2 was not kept
  }

  @Test
  void gradientsOfAllWaysAreAdded() {
    Tensor x = leaf(3);
    Tensor a = x.mul(2);
    Tensor b = x.mul(x);
    Tensor f = a.mul(b).retainGrad(); // 2x³
    Graph graph = Graph.backward(f, Map.of("x", x, "a", a, "b", b, "f", f));
    assertThat(graph.vertices()).filteredOn(v -> v.label().equals("x")).hasSize(1);
    int id = graph.vertex("x").orElseThrow().id();
    var ways = graph.edges().stream().filter(edge -> edge.from() == id).toList();
    assertThat(ways).extracting(edge -> edge.gradient().orElseThrow().item()).containsExactly(18.0, 18.0, 18.0);
    assertThat(ways).extracting(Edge::input).containsExactly(0, 0, 1);
    assertThat(graph.vertex("x").orElseThrow().gradient().orElseThrow().item()).isEqualTo(54);
    assertThat(graph.vertex("b").orElseThrow().gradient().orElseThrow().item()).isEqualTo(6);
    assertThat(f.grad()).isNull();
    f.backward(); // the graph is still there
    assertThat(x.grad().item()).isEqualTo(54);
  }

  @Test
  void aNetworksGraphHasItsParametersShapesAndGradients() {
    var net = new Sequential(new Linear(2, 8), new Tanh(), new Linear(8, 1));
    Tensor x = arange(10).to(DType.FLOAT32).reshape(5, 2);
    Tensor y = ones(5, 1);
    Tensor loss;
    try (var _ = Graph.keepValues()) {
      loss = new MSELoss().apply(net.apply(x), y);
    }
    var names = new LinkedHashMap<>(net.namedParameters());
    names.put("x", x);
    names.put("y", y);
    names.put("loss", loss);
    Graph graph = Graph.backward(loss, names);
    loss.backward();
    net.namedParameters()
        .forEach(
            (name, parameter) -> {
              var leaf = (Leaf) graph.vertex(name).orElseThrow();
              assertThat(leaf.parameter()).isTrue();
              assertThat(leaf.gradient().orElseThrow().toFloatArray())
                  .containsExactly(parameter.grad().toFloatArray());
            });
    assertThat(graph.vertex("x")).containsInstanceOf(Constant.class);
    assertThat(graph.vertex("y")).containsInstanceOf(Constant.class);
    assertThat(described(graph))
        .isEqualTo(
            """
            a = t(0.weight) (2, 8)
            b = addmm(0.bias, x, a) (5, 8)
            c = tanh(b) (5, 8)
            d = t(2.weight) (8, 1)
            e = addmm(2.bias, c, d) (5, 1)
            loss = mse_loss(e, y) ()
            """);
    assertThat(graph.edges()).allSatisfy(e -> assertThat(e.shape()).isEqualTo(graph.vertex(e.from()).shape()));
    assertThat(graph.vertices()).allSatisfy(v -> assertThat(v.value().orElseThrow().shape()).isEqualTo(v.shape()));
    assertThat(graph.edges()).filteredOn(edge -> edge.gradient().isPresent()).allSatisfy(
        edge -> assertThat(edge.gradient().orElseThrow().shape()).isEqualTo(edge.shape()));
    assertThat(graph.edges()).noneMatch(edge -> edge.local().isPresent());
  }

  private static String described(Graph graph) {
    return graph.vertices().stream()
        .filter(Operation.class::isInstance)
        .map(Operation.class::cast)
        .map(
            o ->
                graph.operands(o).stream()
                    .map(edge -> graph.vertex(edge.from()).label())
                    .collect(
                        Collectors.joining(
                            ", ", o.label() + " = " + o.op() + "(", ") " + o.shape().tuple() + "\n")))
        .collect(Collectors.joining());
  }

  @Test
  void operationsSayWhatTheyWereCalledWith() {
    Tensor x = ones(2, 3).requiresGrad_(true);
    Graph graph = Graph.of(x.leakyRelu(0.2).transpose(0, 1).sum(new int[] {1}, true).sum(), Map.of("x", x));
    assertThat(graph.vertices().stream().filter(Operation.class::isInstance).map(Operation.class::cast))
        .extracting(o -> o.op() + "(" + o.arguments() + ")")
        .containsExactly(
            "leaky_relu(negative_slope=0.2)", "transpose(dim0=0, dim1=1)", "sum(dim=1, keepdim=True)", "sum()");
    var slope = (Operation) graph.vertex("a").orElseThrow();
    assertThat(slope.operands()).isEqualTo(2);
    assertThat(slope.numbers()).isEqualTo(1);
    var turned = (Operation) graph.vertex("b").orElseThrow();
    assertThat(turned.arguments().get("dim0")).contains(0);
    assertThat(((Operation) graph.alone(turned).result()).arguments()).isSameAs(turned.arguments());
  }

  @Test
  void anotherGradientMayArrive() {
    Tensor w = tensor(1.0, 2.0, 3.0).requiresGrad_(true);
    Graph graph = Graph.backward(w.mul(w), tensor(1.0, 10.0, 100.0), Map.of("w", w));
    assertThat(graph.vertex("w").orElseThrow().gradient().orElseThrow().toFloatArray())
        .containsExactly(2, 40, 600);
    assertThat(graph.edges()).extracting(edge -> edge.gradient().orElseThrow().toFloatArray()[2])
        .containsExactly(300f, 300f);
  }

  @Test
  void onlyWhatWasSavedIsThereUnlessAllIsKept() {
    Tensor w = tensor(1.0, 2.0).requiresGrad_(true);
    Graph sparse = Graph.of(w.sub(ones(2)).reshape(2, 1).neg());
    assertThat(sparse.vertices()).hasSize(4);
    assertThat(sparse.vertex(1).value()).isEmpty();
    assertThat(((Operation) sparse.vertex(1)).operands()).isEqualTo(2);
    assertThat(sparse.result().value()).isPresent();
    assertThat(sparse.vertex(0).gradient()).isEmpty();
    Tensor kept;
    try (var _ = Graph.keepValues()) {
      kept = w.sub(ones(2)).reshape(2, 1).neg();
    }
    Graph whole = Graph.of(kept);
    assertThat(whole.vertices()).hasSize(5).allMatch(vertex -> vertex.value().isPresent());
    assertThat(Graph.of(w.sub(ones(2))).vertices()).hasSize(2);
  }

  @Test
  void keepingEndsWithItsScopeAndItsThread() throws InterruptedException {
    Tensor w = tensor(1.0, 2.0).requiresGrad_(true);
    int[] elsewhere = new int[1];
    try (var _ = Graph.keepValues()) {
      try (var _ = Graph.keepValues()) {}
      assertThat(Graph.of(w.sub(ones(2))).vertices()).hasSize(3);
      Thread.ofVirtual().start(() -> elsewhere[0] = Graph.of(w.sub(ones(2))).vertices().size()).join();
    }
    assertThat(elsewhere[0]).isEqualTo(2);
    assertThat(Graph.of(w.sub(ones(2))).vertices()).hasSize(2);
  }

  @Test
  void valuesAreCopiesAndStaleOnesAreLeftOut() {
    Tensor w = tensor(1.0, 2.0).requiresGrad_(true);
    Tensor a = w.add(1);
    Tensor loss;
    try (var _ = Graph.keepValues()) {
      loss = a.add(1).sum();
    }
    Graph before = Graph.of(loss, Map.of("a", a));
    w.data().fill_(7);
    assertThat(before.vertex(0).value().orElseThrow().toFloatArray()).containsExactly(1, 2);
    Tensor b = w.mul(3);
    Tensor c;
    try (var _ = Graph.keepValues()) {
      c = b.add(1);
    }
    b.data().fill_(0);
    assertThat(Graph.of(c).vertices()).filteredOn(v -> v.label().equals("b")).isNotEmpty()
        .allMatch(v -> v.value().isEmpty());
  }

  @Test
  void whatWasFreedOrNotRecordedIsSaid() {
    Tensor w = tensor(1.0, 2.0).requiresGrad_(true);
    Tensor loss = w.pow(2).sum();
    loss.backward();
    assertThat(Graph.of(loss).vertices()).hasSize(3); // its shape is still there
    assertThatIllegalStateException()
        .isThrownBy(() -> Graph.backward(loss, Map.of()))
        .withMessageContaining("freed by an earlier backward");
    assertThatIllegalStateException()
        .isThrownBy(() -> Graph.backward(ones(2), Map.of()))
        .withMessageStartingWith("graph: nothing here requires grad");
    assertThatIllegalStateException()
        .isThrownBy(() -> Graph.backward(w.pow(2), Map.of()))
        .withMessageStartingWith("graph: the gradient of one number is 1");
    assertThat(Graph.of(ones(2)).vertices()).singleElement().isInstanceOf(Constant.class);
    assertThat(Graph.of(w, Map.of("w", w)).result()).isInstanceOf(Leaf.class)
        .returns("w", Graph.Vertex::label).returns(Shape.of(2), Graph.Vertex::shape);
  }

  @Test
  void aDeepGraphIsReadWithoutRecursion() {
    Tensor x = leaf(1);
    Tensor y = x;
    for (int i = 0; i < 50_000; i++) {
      y = y.neg();
    }
    Graph graph = Graph.backward(y, Map.of("x", x));
    assertThat(graph.vertices()).hasSize(50_001);
    assertThat(graph.vertex("x").orElseThrow().gradient().orElseThrow().item()).isEqualTo(1);
  }
}
