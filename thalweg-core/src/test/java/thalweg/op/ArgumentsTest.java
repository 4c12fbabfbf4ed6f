package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.autograd.Graph;
import thalweg.autograd.Graph.Operation;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

class ArgumentsTest {
  /// What the rows of [OpTable] record, a line each: `name | sum(dim=1) div(other=2)`, operations with arguments only.
  private static final Map<String, String> RECORDED = recorded();

  private static Map<String, String> recorded() {
    try (var stream = ArgumentsTest.class.getResourceAsStream("/arguments.txt")) {
      var lines = new LinkedHashMap<String, String>();
      for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int bar = line.indexOf(" |");
        lines.put(line.substring(0, bar), line.substring(bar + 2).strip());
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Without [Einsum], of which each equation is many moves of dimensions.
  static List<OpRow> differentiable() {
    return OpTable.rows(OpRow.Trait.GRADIENT).stream()
        .filter(row -> !row.name().startsWith("einsum"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void everyOperationSaysWhatItWasCalledWith(OpRow row) {
    Tensor[] leaves =
        row.samples(new Random(1), DType.FLOAT32).stream()
            .map(x -> x.detach().requiresGrad_(true))
            .toArray(Tensor[]::new);
    String calls =
        Graph.of(row.apply(List.of(leaves))).vertices().stream()
            .filter(vertex -> vertex instanceof Operation)
            .map(Operation.class::cast)
            .filter(operation -> !operation.arguments().equals(Arguments.NONE))
            .map(operation -> operation.op() + "(" + operation.arguments() + ")")
            .collect(Collectors.joining(" "));
    assertThat(calls).as("%s, which arguments.txt lists", row).isEqualTo(RECORDED.get(row.name()));
  }

  @Test
  void printAsAPythonCallDoes() {
    assertThat(Arguments.of("dim", 1, "keepdim", true)).hasToString("dim=1, keepdim=True");
    assertThat(Arguments.of("dims", new int[] {0, 2})).hasToString("dims=(0, 2)");
    assertThat(Arguments.of("dims", new int[] {0})).hasToString("dims=(0,)");
    assertThat(Arguments.of("shape", Shape.of(3), "of", Shape.SCALAR)).hasToString("shape=(3,), of=()");
    assertThat(Arguments.of("p", Double.POSITIVE_INFINITY, "q", Double.NaN)).hasToString("p=inf, q=nan");
    assertThat(Arguments.of("eps", 1e-5, "beta", 2.0, "alpha", 2L)).hasToString("eps=1e-05, beta=2.0, alpha=2");
    assertThat(Arguments.of("reduction", Reduction.SUM)).hasToString("reduction='sum'");
    assertThat(Arguments.of("approximate", "tanh")).hasToString("approximate='tanh'");
    assertThat(Arguments.of("dtype", DType.FLOAT64)).hasToString("dtype=torch.float64");
    assertThat(Arguments.NONE).hasToString("");
  }

  @Test
  void areReadByName() {
    var arguments = Arguments.of("p", 3.0, "dim", new int[] {0, 1}, "keepdim", null);
    assertThat(arguments.names()).containsExactly("p", "dim");
    assertThat(arguments.get("p")).contains(3.0);
    assertThat(arguments.get("dim")).contains(List.of(0, 1));
    assertThat(arguments.get("keepdim")).isEmpty();
    assertThat(arguments.printed("dim")).isEqualTo("(0, 1)");
    assertThat(catchThrowable(() -> arguments.printed("keepdim")))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void stayAsTheyWere() {
    int[] dims = {0, 1};
    var arguments = Arguments.of("dims", dims);
    dims[0] = 5;
    assertThat(arguments)
        .isEqualTo(Arguments.of("dims", new int[] {0, 1}))
        .hasSameHashCodeAs(Arguments.of("dims", new int[] {0, 1}))
        .isNotEqualTo(Arguments.of("dims", dims));
    assertThat(Arguments.of("keepdim", null)).isSameAs(Arguments.NONE);
  }

  @Test
  void comeInPairs() {
    assertThatIllegalArgumentException().isThrownBy(() -> Arguments.of("dim"));
    assertThatIllegalArgumentException().isThrownBy(() -> Arguments.of(1, "dim"));
  }

  /// Also of an operation that has dropped what it holds.
  @Test
  void stayWhenBackwardHasPassed() {
    Tensor x = ones(2, 3).requiresGrad_(true);
    Tensor y = x.indexSelect(1, tensor(0L, 2L));
    y.sum().backward();
    assertThat(((Operation) Graph.of(y).result()).arguments()).hasToString("dim=1");
  }
}
