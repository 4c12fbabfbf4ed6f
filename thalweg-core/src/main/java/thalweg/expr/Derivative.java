package thalweg.expr;

import static thalweg.expr.Simplified.ONE;
import static thalweg.expr.Simplified.ZERO;
import static thalweg.expr.Simplified.call;
import static thalweg.expr.Simplified.difference;
import static thalweg.expr.Simplified.is;
import static thalweg.expr.Simplified.negation;
import static thalweg.expr.Simplified.number;
import static thalweg.expr.Simplified.power;
import static thalweg.expr.Simplified.product;
import static thalweg.expr.Simplified.quotient;
import static thalweg.expr.Simplified.sum;

/// The rules of differentiation, on trees. They are for reading; the numbers come from autograd, and the
/// tests hold one against the other.
record Derivative(String variable) {
  Expression of(Expression expression) {
    return switch (expression) {
      case Expression.Constant _ -> ZERO;
      case Expression.Variable(String name) -> name.equals(variable) ? ONE : ZERO;
      case Expression.Negation(Expression operand) -> negation(of(operand));
      case Expression.Call(Function function, Expression u) -> {
        Expression inner = of(u);
        yield is(inner, 0) ? ZERO : product(inner, outer(function, u)); // the chain rule
      }
      case Expression.Operation(char operator, Expression u, Expression v) ->
          switch (operator) {
            case '+' -> sum(of(u), of(v));
            case '-' -> difference(of(u), of(v));
            case '*' -> sum(product(of(u), v), product(u, of(v)));
            case '/' -> ratio(u, v);
            default -> raised(u, v);
          };
    };
  }

  /// `(u/v)′ = u′/v − u·v′/v²`, which for a constant `v` is `u′/v`.
  private Expression ratio(Expression u, Expression v) {
    Expression second = quotient(product(u, of(v)), power(v, number(2)));
    return difference(quotient(of(u), v), second);
  }

  /// `(uᵛ)′ = v·uᵛ⁻¹·u′ + uᵛ·ln(u)·v′`.
  private Expression raised(Expression u, Expression v) {
    Expression du = of(u);
    Expression dv = of(v);
    Expression first =
        is(du, 0) ? ZERO : product(product(v, power(u, difference(v, ONE))), du);
    Expression second =
        is(dv, 0) ? ZERO : product(product(power(u, v), call(Function.LN, u)), dv);
    return sum(first, second);
  }

  /// A function's own derivative at `u`.
  private static Expression outer(Function function, Expression u) {
    Expression square = power(u, number(2));
    return switch (function) {
      case SIN -> call(Function.COS, u);
      case COS -> negation(call(Function.SIN, u));
      case TAN -> sum(ONE, power(call(Function.TAN, u), number(2)));
      case ASIN -> quotient(ONE, call(Function.SQRT, difference(ONE, square)));
      case ACOS -> negation(quotient(ONE, call(Function.SQRT, difference(ONE, square))));
      case ATAN -> quotient(ONE, sum(ONE, square));
      case SINH -> call(Function.COSH, u);
      case COSH -> call(Function.SINH, u);
      case TANH -> difference(ONE, power(call(Function.TANH, u), number(2)));
      case EXP -> call(Function.EXP, u);
      case LN, LOG -> quotient(ONE, u);
      case LOG10 -> quotient(ONE, product(u, call(Function.LN, number(10))));
      case LOG2 -> quotient(ONE, product(u, call(Function.LN, number(2))));
      case SQRT -> quotient(ONE, product(number(2), call(Function.SQRT, u)));
      case ABS -> call(Function.SIGN, u);
      case SIGMOID -> {
        Expression s = call(Function.SIGMOID, u);
        yield product(s, difference(ONE, s));
      }
      case RELU -> call(Function.SIGN, call(Function.RELU, u)); // 0 at 0, as PyTorch takes it
      case SIGN -> ZERO;
    };
  }
}
