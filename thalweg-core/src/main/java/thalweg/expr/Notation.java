package thalweg.expr;

import thalweg.tensor.Numbers;

/// Writes a tree on one line, with the parentheses it needs and no others.
enum Notation {
  /// What [Parser] reads.
  TEXT,

  /// What people write: `2x` for `2*x`, `a·b` for `a*b`, `tanh²(e)` for `tanh(e)^2`.
  PRETTY;

  // How tightly a tree binds, weakest first; see the grammar of Parser.
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int UNARY = 3;
  private static final int POWER = 4;
  private static final int PRIMARY = 5;

  private static final String DIGITS = "0123456789-";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

  String of(Expression expression) {
    var out = new StringBuilder();
    write(expression, SUM, out);
    return out.toString();
  }

  /// The fewest digits that give the number back; no fraction where there is none.
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "1e999" : "-1e999";
    }
    String text = Numbers.shortest(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private void write(Expression expression, int weakest, StringBuilder out) {
    boolean enclosed = strength(expression) < weakest;
    out.append(enclosed ? "(" : "");
    switch (expression) {
      case Expression.Constant(double value) -> out.append(constant(value));
      case Expression.Variable(String name) -> out.append(name);
      case Expression.Negation(Expression operand) -> {
        out.append(minus());
        write(operand, UNARY, out);
      }
      case Expression.Call(Function function, Expression argument) -> {
        out.append(function).append('(');
        write(argument, SUM, out);
        out.append(')');
      }
      case Expression.Operation operation -> operation(operation, out);
    }
    out.append(enclosed ? ")" : "");
  }

  private void operation(Expression.Operation operation, StringBuilder out) {
    Expression left = operation.left();
    Expression right = operation.right();
    switch (operation.operator()) {
      case '+', '-' -> {
        write(left, SUM, out);
        out.append(this == TEXT ? "" : " ");
        out.append(operation.operator() == '+' ? "+" : minus());
        out.append(this == TEXT ? "" : " ");
        write(right, PRODUCT, out);
      }
      case '*' -> {
        write(left, PRODUCT, out);
        out.append(this == TEXT ? "*" : isJuxtaposed(left, right) ? "" : "·");
        write(right, UNARY, out);
      }
      case '/' -> {
        write(left, PRODUCT, out);
        out.append('/');
        write(right, UNARY, out);
      }
      default -> power(left, right, out);
    }
  }

  private void power(Expression base, Expression exponent, StringBuilder out) {
    boolean raised =
        this == PRETTY
            && exponent instanceof Expression.Constant(double value)
            && value == Math.rint(value)
            && Math.abs(value) < 1000;
    if (!raised) {
      write(base, PRIMARY, out);
      out.append('^');
      write(exponent, UNARY, out);
      return;
    }
    String power = raised(number(((Expression.Constant) exponent).value()));
    if (base instanceof Expression.Call(Function function, Expression argument)) {
      out.append(function).append(power).append('(');
      write(argument, SUM, out);
      out.append(')');
    } else {
      write(base, PRIMARY, out);
      out.append(power);
    }
  }

  /// A number before anything that does not begin with a digit: `2x`, `3sin(y)`, `2(x + 1)`.
  static boolean isJuxtaposed(Expression left, Expression right) {
    return left instanceof Expression.Constant(double value)
        && value != Math.PI
        && value != Math.E
        && switch (right) {
          case Expression.Variable _, Expression.Call _ -> true;
          case Expression.Operation(char operator, Expression first, _) ->
              switch (operator) {
                case '+', '-' -> true; // stands in parentheses
                case '^' -> isJuxtaposed(left, first);
                default -> false;
              };
          default -> false;
        };
  }

  private static String raised(String digits) {
    var out = new StringBuilder();
    digits.chars().forEach(c -> out.append(RAISED.charAt(DIGITS.indexOf(c))));
    return out.toString();
  }

  private String constant(double value) {
    if (value == Math.PI) {
      return this == TEXT ? "pi" : "π";
    }
    if (value == Math.E) {
      return "e";
    }
    String text = number(value);
    return this == PRETTY ? text.replace("-", minus()) : text;
  }

  private String minus() {
    return this == TEXT ? "-" : "−";
  }

  private static int strength(Expression expression) {
    return switch (expression) {
      case Expression.Constant(double value) -> value < 0 ? UNARY : PRIMARY;
      case Expression.Variable _, Expression.Call _ -> PRIMARY;
      case Expression.Negation _ -> UNARY;
      case Expression.Operation operation ->
          switch (operation.operator()) {
            case '+', '-' -> SUM;
            case '*', '/' -> PRODUCT;
            default -> POWER;
          };
    };
  }
}
