package thalweg.expr;

import java.util.Set;
import thalweg.expr.Expression.Call;
import thalweg.expr.Expression.Constant;
import thalweg.expr.Expression.Negation;
import thalweg.expr.Expression.Operation;
import thalweg.expr.Expression.Variable;

/// Writes a tree in TeX.
final class Tex {
  // How tightly a tree binds, weakest first. A fraction, a root and a bar enclose what is in them.
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int PRIMARY = 3;

  private static final Set<String> GREEK =
      Set.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega");

  private Tex() {}

  static String of(Expression expression) {
    return in(expression, SUM);
  }

  private static String in(Expression expression, int weakest) {
    String text = write(expression);
    return strength(expression) < weakest ? "\\left(" + text + "\\right)" : text;
  }

  private static String write(Expression expression) {
    return switch (expression) {
      case Constant(double value) -> number(value);
      case Variable(String name) -> name(name);
      case Negation(Expression operand) -> "-" + in(operand, PRODUCT);
      case Call(Function function, Expression argument) -> call(function, "", argument);
      case Operation(char operator, Expression left, Expression right) ->
          switch (operator) {
            case '+', '-' -> in(left, SUM) + " " + operator + " " + in(right, PRODUCT);
            case '*' -> product(left, right);
            case '/' -> "\\frac{" + of(left) + "}{" + of(right) + "}";
            default -> power(left, of(right));
          };
    };
  }

  private static String product(Expression left, Expression right) {
    String sign = Notation.isJuxtaposed(left, right) ? "\\," : " \\cdot ";
    boolean signed = right instanceof Negation || right instanceof Constant(double c) && c < 0;
    return in(left, PRODUCT) + sign + in(right, signed ? PRIMARY + 1 : PRODUCT);
  }

  private static String power(Expression base, String exponent) {
    String raised = "^{" + exponent + "}";
    if (base instanceof Call(Function function, Expression argument)
        && function != Function.ABS
        && function != Function.SQRT) {
      return call(function, raised, argument);
    }
    boolean plain =
        base instanceof Variable || base instanceof Constant(double value) && value >= 0;
    return (plain ? write(base) : "\\left(" + write(base) + "\\right)") + raised;
  }

  private static String call(Function function, String power, Expression argument) {
    String inner = of(argument);
    return switch (function) {
      case SQRT -> "\\sqrt{" + inner + "}";
      case ABS -> "\\left|" + inner + "\\right|";
      default -> symbol(function) + power + "\\left(" + inner + "\\right)";
    };
  }

  private static String symbol(Function function) {
    return switch (function) {
      case ASIN -> "\\arcsin";
      case ACOS -> "\\arccos";
      case ATAN -> "\\arctan";
      case SIGMOID -> "\\sigma";
      case LOG10 -> "\\log_{10}";
      case LOG2 -> "\\log_{2}";
      case RELU, SIGN -> "\\operatorname{" + function + "}";
      default -> "\\" + function;
    };
  }

  private static String number(double value) {
    if (value == Math.PI) {
      return "\\pi";
    }
    String text = value == Math.E ? "e" : Notation.number(value);
    int exponent = value == Math.E ? -1 : text.indexOf('e');
    return exponent < 0
        ? text
        : "%s \\cdot 10^{%d}"
            .formatted(
                text.substring(0, exponent),
                Integer.parseInt(text.substring(exponent + 1)));
  }

  /// `x`, `w_{12}` for w12 or w_12, `\eta`, and upright for other words.
  private static String name(String name) {
    var parts = name.split("_+|(?<=\\p{L})(?=\\d)", 2);
    if (parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
      return word(parts[0]) + "_{" + word(parts[1]) + "}";
    }
    return word(name);
  }

  private static String word(String word) {
    if (GREEK.contains(word)) {
      return "\\" + word;
    }
    boolean plain = word.length() == 1 || word.chars().allMatch(Character::isDigit);
    return plain ? word.replace("_", "\\_") : "\\mathrm{" + word.replace("_", "\\_") + "}";
  }

  private static int strength(Expression expression) {
    return switch (expression) {
      case Constant(double value) -> value < 0 ? PRODUCT : PRIMARY;
      case Negation _ -> PRODUCT;
      case Operation(char operator, _, _) ->
          switch (operator) {
            case '+', '-' -> SUM;
            case '*' -> PRODUCT;
            default -> PRIMARY;
          };
      default -> PRIMARY;
    };
  }
}
