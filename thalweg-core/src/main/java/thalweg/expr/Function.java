package thalweg.expr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import thalweg.tensor.Tensor;

/// The functions that a formula may call.
public enum Function {
  SIN(Tensor::sin),
  COS(Tensor::cos),
  TAN(Tensor::tan),
  ASIN(Tensor::asin),
  ACOS(Tensor::acos),
  ATAN(Tensor::atan),
  SINH(Tensor::sinh),
  COSH(Tensor::cosh),
  TANH(Tensor::tanh),
  EXP(Tensor::exp),
  /// The natural logarithm.
  LN(Tensor::log),
  /// The natural logarithm too.
  LOG(Tensor::log),
  LOG10(Tensor::log10),
  LOG2(Tensor::log2),
  SQRT(Tensor::sqrt),
  ABS(Tensor::abs),
  SIGMOID(Tensor::sigmoid),
  RELU(Tensor::relu),
  /// −1, 0 or 1.
  SIGN(Tensor::sign);

  private final UnaryOperator<Tensor> operation;

  Function(UnaryOperator<Tensor> operation) {
    this.operation = operation;
  }

  Tensor apply(Tensor argument) {
    return operation.apply(argument);
  }

  static Optional<Function> named(String name) {
    return Arrays.stream(values()).filter(f -> f.toString().equals(name)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(Function::toString).collect(Collectors.joining(" "));
  }

  /// As a formula writes it: `sin`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
