package thalweg.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.nn.Functional;
import thalweg.op.Reduction;
import thalweg.op.Arithmetic;

/// An error names the operation, the shapes or values at fault and where it can the mend, and changes
/// nothing.
class ErrorsTest {
  record Fault(Function<Tensor[], Object> call, int[][] shapes, List<String> message) {
    @Override
    public String toString() {
      return Arrays.deepToString(shapes) + " " + message;
    }
  }

  private static Fault fault(Function<Tensor[], Object> call, int[][] shapes, String... message) {
    return new Fault(call, shapes, List.of(message));
  }

  private static int[][] on(int[]... shapes) {
    return shapes;
  }

  private static int[] d(int... dims) {
    return dims;
  }

  static Stream<Fault> faults() {
    return Stream.of(
        fault(
            x -> x[0].matmul(x[1]),
            on(d(2, 3), d(2, 3)),
            "matmul", "(2, 3)", "(3)", "(2)", "other.t()"),
        fault(x -> x[0].matmul(x[1]), on(d(3), d()), "matmul", "(3)", "()", "mul"),
        fault(x -> x[0].add(x[1]), on(d(2, 3), d(4)), "add", "(2, 3)", "(4)"),
        fault(x -> x[0].mul(x[1]), on(d(3, 4), d(3)), "mul", "(3, 4)", "(3)", "(3, 1)"),
        fault(x -> x[0].reshape(4, 2), on(d(2, 3)), "reshape", "(2, 3)", "(4, 2)"),
        fault(x -> x[0].reshape(-1, -1), on(d(2, 3)), "reshape", "(-1, -1)"),
        fault(x -> x[0].t().view(6), on(d(2, 3)), "view", "(3, 2)", "(6)", "reshape"),
        fault(x -> Tensors.cat(0, x), on(d(2, 3), d(2, 4)), "cat", "(2, 3)", "(2, 4)"),
        fault(x -> Tensors.stack(0, x), on(d(2), d(3)), "stack", "(2)", "(3)"),
        fault(x -> x[0].sum(2), on(d(2, 3)), "sum", "2", "(2, 3)"),
        fault(x -> x[0].sum(d(0, 0), false), on(d(2, 3)), "sum", "twice", "(2, 3)"),
        fault(x -> x[0].select(0, 2), on(d(2, 3)), "select", "2", "(2, 3)"),
        fault(x -> x[0].select(0, 0), on(d()), "select", "()"),
        fault(x -> x[0].unbind(0), on(d()), "unbind", "()"),
        fault(x -> x[0].transpose(0, 2), on(d(2, 3)), "transpose", "2", "(2, 3)"),
        fault(x -> x[0].permute(0, 0), on(d(2, 3)), "permute", "(2, 3)"),
        fault(x -> x[0].t(), on(d(2, 3, 4)), "t", "(2, 3, 4)", "transpose"),
        fault(x -> x[0].expand(3, 4), on(d(3, 2)), "expand", "(3, 2)", "(3, 4)"),
        fault(x -> x[0].squeeze(3), on(d(1, 3)), "squeeze", "3", "(1, 3)"),
        fault(x -> x[0].dot(x[1]), on(d(2), d(3)), "dot", "(2)", "(3)"),
        fault(x -> x[0].bmm(x[1]), on(d(2, 3, 4), d(3, 4, 2)), "bmm", "(2, 3, 4)", "(3, 4, 2)"),
        fault(
            x -> x[0].linear(x[1], null), on(d(4, 3), d(5, 2)), "linear", "(4, 3)", "(5, 2)"),
        fault(
            x -> Functional.mseLoss(x[0], x[1], Reduction.MEAN),
            on(d(3, 2), d(4, 5)),
            "mse_loss", "(3, 2)", "(4, 5)"),
        fault(x -> x[0].narrow(0, 2, 3), on(d(3, 2)), "narrow", "2", "3", "(3, 2)"),
        fault(x -> x[0].slice(0, 0, 2, -1), on(d(3)), "slice", "-1", "flip"),
        fault(x -> x[0].max(), on(d(0)), "max", "(0)"),
        fault(x -> x[0].argmax(1, false), on(d(2, 0)), "argmax", "(2, 0)"),
        fault(x -> x[0].item(), on(d(2)), "item", "(2)"),
        fault(x -> x[0].get(0), on(d(2, 2)), "get", "(2, 2)"),
        fault(x -> x[0].topk(4), on(d(3)), "topk", "4", "(3)"),
        fault(x -> x[0].index(3), on(d(3)), "index", "3", "(3)"),
        fault(x -> x[0].index(x[1]), on(d(3), d(2)), "index", "torch.float32", "INT64"),
        fault(x -> x[0].maskedFill(x[1], 0), on(d(3), d(3)), "masked_fill", "bool", "ne(0)"),
        fault(
            x -> x[0].gather(0, tensor(5L, 0L)), on(d(3)), "gather", "5", "(3)"),
        fault(x -> x[0].pad(d(1), 0), on(d(3)), "pad", "(1)", "(3)"),
        fault(x -> x[0].to(DType.INT64).mean(), on(d(3)), "mean", "torch.int64", "FLOAT32"),
        fault(x -> x[0].ne(0).neg(), on(d(3)), "neg", "bool", "INT64"),
        fault(
            x -> x[0].to(DType.INT64).div(tensor(0), Arithmetic.Rounding.FLOOR),
            on(d(3)),
            "div", "zero"),
        fault(x -> x[0].to(DType.INT64).pow(-1), on(d(3)), "pow", "-1", "FLOAT32"),
        fault(x -> x[0].split(d(1, 1), 0), on(d(3)), "split", "(1, 1)", "(3)", "3 places"),
        fault(x -> x[0].split(0, 0), on(d(3)), "split", "0", "(3)", "positive"),
        fault(x -> x[0].chunk(0, 0), on(d(3)), "chunk", "0"),
        fault(x -> x[0].roll(d(1), d(0, 1)), on(d(3, 2)), "roll", "1 shifts", "2 dimensions"),
        fault(x -> x[0].repeat(2), on(d(3, 2)), "repeat", "(2)", "(3, 2)"),
        fault(x -> x[0].tril(0), on(d(3)), "tril", "(3)", "2 dimensions"),
        fault(x -> x[0].diag(0), on(d(2, 2, 2)), "diag", "(2, 2, 2)"),
        fault(x -> x[0].flatten(1, 0), on(d(2, 3)), "flatten", "1", "0", "(2, 3)"),
        fault(x -> x[0].unsqueeze(3), on(d(2)), "unsqueeze", "3", "(2)"),
        fault(x -> x[0].median(1, false), on(d(2, 0)), "median", "(2, 0)"),
        fault(x -> x[0].kthvalue(4, 0, false), on(d(3)), "kthvalue", "4", "(3)"),
        fault(x -> x[0].to(DType.INT64).round(1), on(d(3)), "round", "torch.int64", "FLOAT32"),
        fault(x -> x[0].to(DType.INT64).norm(), on(d(3)), "norm", "torch.int64", "FLOAT32"),
        fault(x -> x[0].to(DType.INT64).var(), on(d(3)), "var", "torch.int64", "FLOAT32"),
        fault(x -> x[0].amax(d(0), false), on(d(0, 2)), "amax", "(0, 2)"),
        fault(x -> x[0].indexSelect(0, tensor(3L)), on(d(3)), "index_select", "3", "(3)"),
        fault(x -> x[0].embedding(tensor(9L)), on(d(3, 2)), "embedding", "9", "(3, 2)"),
        fault(
            x -> x[0].scatterAdd(0, tensor(3L), x[1]), on(d(3), d(1)), "scatter_add", "3", "(3)"),
        fault(x -> x[0].to(DType.INT64).oneHot(1), on(d(2)), "one_hot", "class 1"),
        fault(x -> x[0].index(List.of(x[1], x[1])), on(d(3), d(1)), "index", "2 index tensors", "(3)"),
        fault(x -> x[0].index(x[1].gt(0)), on(d(3), d(2)), "index", "(2)", "(3)"),
        fault(x -> x[0].maskedSelect(x[1]), on(d(3), d(3)), "masked_select", "bool"),
        fault(x -> Tensors.where(x[0], x[1], x[1]), on(d(3), d(3)), "where", "bool", "ne(0)"),
        fault(x -> Tensors.meshgrid(x[0]), on(d(2, 2)), "meshgrid", "(2, 2)"),
        fault(x -> Tensors.cat(0), on(), "cat", "at least one"),
        fault(x -> Tensors.stack(3, x[0]), on(d(2)), "stack", "3", "(2)"),
        fault(x -> x[0].to(DType.INT64).remainder(0), on(d(2)), "remainder", "zero"),
        fault(x -> x[0].to(DType.INT64).fmod(0), on(d(2)), "fmod", "zero"),
        fault(
            x -> x[0].to(DType.INT64).add(x[0].to(DType.INT64), 0.5), on(d(2)), "add", "0.5", "FLOAT32"),
        fault(x -> x[0].ne(0).sub(x[0].ne(0)), on(d(2)), "sub", "bool", "logicalXor"),
        fault(x -> x[0].mv(x[1]), on(d(2, 3), d(2)), "mv", "(2, 3)", "(2)"),
        fault(x -> Tensors.arange(0, 3, -1), on(), "arange", "-1"),
        fault(x -> Tensors.linspace(0, 1, -1), on(), "linspace", "-1"),
        fault(x -> x[0].mm(x[1].to(DType.FLOAT64)), on(d(2, 2), d(2, 2)), "mm", "float64"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void explain(Fault fault) {
    Tensor[] inputs = Arrays.stream(fault.shapes()).map(Tensors::ones).toArray(Tensor[]::new);
    assertThatThrownBy(() -> fault.call().apply(inputs))
        .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(fault.message()));
    for (Tensor x : inputs) {
      assertThat(x.eq(1).all().item()).isEqualTo(1);
    }
  }

  @Test
  void aGradientMustFit() {
    assertThatThrownBy(() -> ones(2).setGrad(ones(3)))
        .hasMessageContaining("(3)")
        .hasMessageContaining("(2)");
  }

  @Test
  void aTypeMustExist() {
    assertThat(DType.named("torch.float64")).isEqualTo(DType.FLOAT64);
    assertThatThrownBy(() -> DType.named("half"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("half")
        .hasMessageContaining("float32");
  }
}
