package thalweg.expr;

import java.util.Map;
import java.util.OptionalDouble;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Evaluates a tree on tensors. Numbers stay numbers as long as they can, so that `2*x` records a product
/// with a number, not one of two tensors.
record Evaluation(Map<String, Tensor> variables) {
  Tensor tensor(Expression expression) {
    return switch (expression) {
      case Expression.Constant(double value) -> number(value);
      case Expression.Variable(String name) -> variables.get(name);
      case Expression.Negation(Expression operand) -> tensor(operand).neg();
      case Expression.Call(Function function, Expression argument) ->
          function.apply(tensor(argument));
      case Expression.Operation operation -> operation(operation);
    };
  }

  private Tensor operation(Expression.Operation operation) {
    OptionalDouble number = numberOf(operation.right());
    if (number.isPresent()) {
      Tensor x = tensor(operation.left());
      double c = number.getAsDouble();
      return switch (operation.operator()) {
        case '+' -> x.add(c);
        case '-' -> x.sub(c);
        case '*' -> x.mul(c);
        case '/' -> x.div(c);
        default -> x.pow(c);
      };
    }
    Tensor y = tensor(operation.right());
    number = numberOf(operation.left());
    if (number.isPresent() && operation.operator() != '/' && operation.operator() != '^') {
      double c = number.getAsDouble();
      return switch (operation.operator()) {
        case '+' -> y.add(c);
        case '-' -> y.rsub(c);
        default -> y.mul(c);
      };
    }
    Tensor x = tensor(operation.left());
    return switch (operation.operator()) {
      case '+' -> x.add(y);
      case '-' -> x.sub(y);
      case '*' -> x.mul(y);
      case '/' -> x.div(y);
      default -> x.pow(y);
    };
  }

  private static OptionalDouble numberOf(Expression expression) {
    return switch (expression) {
      case Expression.Constant(double value) -> OptionalDouble.of(value);
      case Expression.Negation(Expression.Constant(double value)) -> OptionalDouble.of(-value);
      default -> OptionalDouble.empty();
    };
  }

  private Tensor number(double value) {
    DType dtype =
        variables.values().stream()
            .map(Tensor::dtype)
            .reduce(DType::promote)
            .orElse(DType.FLOAT64)
            .toFloating();
    return Tensors.tensor(dtype, (Object) value);
  }
}
