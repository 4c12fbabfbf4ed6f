package thalweg.expr;

import thalweg.expr.Expression.Constant;
import thalweg.expr.Expression.Negation;
import thalweg.expr.Expression.Operation;

/// Trees put together with the obvious left out: `1·x`, `x + 0`, `−(−x)`, `2·3`.
///
/// Only so far that a derivative reads as one would write it by hand; this is no computer algebra.
final class Simplified {
  static final Expression ZERO = new Constant(0);
  static final Expression ONE = new Constant(1);

  private Simplified() {}

  static Expression number(double value) {
    return new Constant(value);
  }

  static Expression call(Function function, Expression argument) {
    return new Expression.Call(function, argument);
  }

  static Expression sum(Expression x, Expression y) {
    if (x instanceof Constant(double a) && y instanceof Constant(double b)) {
      return folded('+', x, y, a + b);
    }
    if (is(x, 0)) {
      return y;
    }
    if (is(y, 0)) {
      return x;
    }
    return y instanceof Negation(Expression operand)
        ? difference(x, operand)
        : new Operation('+', x, y);
  }

  static Expression difference(Expression x, Expression y) {
    if (x instanceof Constant(double a) && y instanceof Constant(double b)) {
      return folded('-', x, y, a - b);
    }
    if (is(y, 0)) {
      return x;
    }
    return is(x, 0) ? negation(y) : new Operation('-', x, y);
  }

  /// Numbers go first, and signs go out: `x·2·(−y)` is `−2xy`.
  static Expression product(Expression x, Expression y) {
    if (x instanceof Constant(double a) && y instanceof Constant(double b)) {
      return Double.isNaN(a * b) ? new Operation('*', x, y) : number(a * b); // infinite, or what follows never ends
    }
    if (is(x, 0) || is(y, 0)) {
      return ZERO;
    }
    if (is(x, 1)) {
      return y;
    }
    if (is(y, 1)) {
      return x;
    }
    if (is(x, -1)) {
      return negation(y);
    }
    if (is(y, -1)) {
      return negation(x);
    }
    if (x instanceof Negation(Expression operand)) {
      return negation(product(operand, y));
    }
    if (y instanceof Negation(Expression operand)) {
      return negation(product(x, operand));
    }
    if (y instanceof Constant) {
      return product(y, x);
    }
    if (y instanceof Operation(char operator, Expression first, Expression second)) {
      if (operator == '/') {
        return quotient(product(x, first), second);
      }
      if (operator == '*'
          && first instanceof Constant
          && (!(x instanceof Constant) || product(first, x) instanceof Constant)) { // which 0 · ∞ is not
        return product(product(first, x), second);
      }
    }
    return new Operation('*', x, y);
  }

  static Expression quotient(Expression x, Expression y) {
    if (is(x, 0)) {
      return ZERO;
    }
    if (is(y, 1)) {
      return x;
    }
    if (x instanceof Constant(double a)
        && y instanceof Constant(double b)
        && a / b == Math.rint(a / b)) {
      return folded('/', x, y, a / b);
    }
    return x instanceof Negation(Expression operand)
        ? negation(quotient(operand, y))
        : new Operation('/', x, y);
  }

  static Expression power(Expression x, Expression y) {
    if (is(y, 0)) {
      return ONE;
    }
    return is(y, 1) ? x : new Operation('^', x, y);
  }

  /// The sign goes to the first factor, where it needs no parentheses: `−a/b`.
  static Expression negation(Expression x) {
    return switch (x) {
      case Constant(double value) -> number(value == 0 ? 0 : -value);
      case Negation(Expression operand) -> operand;
      case Operation(char operator, Expression first, Expression second)
          when operator == '*' || operator == '/' ->
          new Operation(operator, negation(first), second);
      default -> new Negation(x);
    };
  }

  static boolean is(Expression x, double value) {
    return x instanceof Constant(double c) && c == value;
  }

  /// What is no finite number stays as it was written.
  private static Expression folded(char operator, Expression x, Expression y, double value) {
    return Double.isFinite(value) ? number(value) : new Operation(operator, x, y);
  }
}
