package thalweg.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.TorchJson;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The type of every pair of types, with dimensions (`[]`) and without, or with a Java number, as PyTorch
/// 1.13 has it; `error` where it has none.
class ResultTypesTest {
  private static final Map<String, BinaryOperator<Tensor>> OPERATIONS =
      Map.ofEntries(
          Map.entry("add", Tensor::add),
          Map.entry("sub", Tensor::sub),
          Map.entry("mul", Tensor::mul),
          Map.entry("div", Tensor::div),
          Map.entry("pow", Tensor::pow),
          Map.entry("maximum", Tensor::maximum),
          Map.entry("remainder", Tensor::remainder),
          Map.entry("fmod", Tensor::fmod),
          Map.entry("atan2", Tensor::atan2),
          Map.entry("eq", Tensor::eq),
          Map.entry("logicalAnd", Tensor::logicalAnd));

  static Stream<String> lines() {
    return TorchJson.lines("result_types.txt");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void areThoseOfPyTorch(String line) {
    String[] words = line.split(" ");
    Tensor x = ones(words[1]);
    if (words[3].equals("error")) {
      assertThatThrownBy(() -> apply(words[0], x, words[2]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(words[0])
          .hasMessageContaining("to(DType.INT64)");
    } else {
      assertThat(apply(words[0], x, words[2]).dtype()).isEqualTo(DType.named(words[3]));
    }
  }

  private static Tensor ones(String type) {
    return type.endsWith("[]")
        ? Tensors.ones(DType.named(type.substring(0, type.length() - 2)), 2)
        : Tensors.ones(DType.named(type));
  }

  private static Tensor apply(String op, Tensor x, String other) {
    return switch (other) {
      case "long" -> withLong(op, x);
      case "double" -> withDouble(op, x);
      default -> OPERATIONS.get(op).apply(x, ones(other));
    };
  }

  private static Tensor withLong(String op, Tensor x) {
    return switch (op) {
      case "add" -> x.add(2);
      case "sub" -> x.sub(2);
      case "mul" -> x.mul(2);
      case "div" -> x.div(2);
      case "pow" -> x.pow(2);
      case "remainder" -> x.remainder(2);
      default -> x.fmod(2);
    };
  }

  private static Tensor withDouble(String op, Tensor x) {
    return switch (op) {
      case "add" -> x.add(2.5);
      case "sub" -> x.sub(2.5);
      case "mul" -> x.mul(2.5);
      case "div" -> x.div(2.5);
      case "pow" -> x.pow(2.5);
      case "remainder" -> x.remainder(2.5);
      default -> x.fmod(2.5);
    };
  }
}
