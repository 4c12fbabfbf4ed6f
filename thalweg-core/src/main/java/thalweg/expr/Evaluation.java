package thalweg.expr;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
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
      case Expression.Operation operation -> chain(operation);
    };
  }

  /// Long sums and products lean to the left: their operations are done one after the other, from the innermost.
  private Tensor chain(Expression.Operation outermost) {
    var chain = new ArrayDeque<Expression.Operation>();
    chain.push(outermost);
    while (chain.peek().left() instanceof Expression.Operation inner) {
      chain.push(inner);
    }
    Tensor value = null; // of what has been done; the innermost has an operand of its own on the left
    for (Expression.Operation operation : chain) {
      Tensor done = value;
      value = operation(operation, done == null ? () -> tensor(operation.left()) : () -> done);
    }
    return value;
  }

  /// @param left makes the operand on the left, where it is needed as a tensor
  private Tensor operation(Expression.Operation operation, Supplier<Tensor> left) {
    OptionalDouble number = numberOf(operation.right());
    if (number.isPresent()) {
      Tensor x = left.get();
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
    Tensor x = left.get();
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
