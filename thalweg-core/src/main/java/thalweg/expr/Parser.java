package thalweg.expr;

/// Recursive descent:
///
/// ```
/// sum     = product { ("+" | "-") product }
/// product = unary { ("*" | "/") unary }
/// unary   = "-" unary | power
/// power   = primary [ "^" unary ]
/// primary = number | name | name "(" sum ")" | "(" sum ")"
/// ```
final class Parser {
  /// Bounds what a formula can make us allocate and recurse.
  private static final int LONGEST = 4000;

  private static final int DEEPEST = 250;

  private final String source;
  private int at;
  private int depth;

  Parser(String source) {
    if (source.length() > LONGEST) {
      throw new ExpressionException(
          source.substring(0, 60) + "…",
          60,
          "the formula has %d characters, more than the %d allowed"
              .formatted(source.length(), LONGEST));
    }
    this.source = source.strip().replaceAll("\\s", " ");
  }

  Expression parse() {
    Expression expression = sum();
    if (at < source.length()) {
      throw error(
          source.charAt(at) == ')' ? "this ) closes nothing" : "expected an operator here");
    }
    return expression;
  }

  private Expression sum() {
    Expression left = product();
    while (peek() == '+' || peek() == '-') {
      char operator = source.charAt(at++);
      left = new Expression.Operation(operator, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = unary();
    while (peek() == '*' || peek() == '/') {
      char operator = source.charAt(at++);
      left = new Expression.Operation(operator, left, unary());
    }
    return left;
  }

  private Expression unary() {
    if (++depth > DEEPEST) {
      throw error("more than " + DEEPEST + " levels of nesting");
    }
    Expression result;
    if (peek() == '-') {
      at++;
      result = new Expression.Negation(unary());
    } else {
      result = power();
    }
    depth--;
    return result;
  }

  private Expression power() {
    Expression base = primary();
    if (peek() != '^') {
      return base;
    }
    at++;
    return new Expression.Operation('^', base, unary());
  }

  private Expression primary() {
    char c = peek();
    if (c == '(') {
      return parenthesised(at);
    }
    if ((c >= '0' && c <= '9') || c == '.') {
      return number();
    }
    if (Character.isLetter(c) || c == '_') {
      return named();
    }
    throw error(
        c == 0
            ? "the formula ends where a number, a name or ( is expected"
            : "expected a number, a name or ( here");
  }

  private Expression parenthesised(int opening) {
    at++;
    Expression inner = sum();
    if (peek() != ')') {
      throw at < source.length()
          ? error("expected an operator or ) here")
          : new ExpressionException(source, opening, "this ( is never closed");
    }
    at++;
    return inner;
  }

  private Expression number() {
    int start = at;
    skipDigits();
    if (raw() == '.') {
      at++;
      skipDigits();
    }
    if (raw() == 'e' || raw() == 'E') {
      int before = at++;
      if (raw() == '+' || raw() == '-') {
        at++;
      }
      if (raw() >= '0' && raw() <= '9') {
        skipDigits();
      } else {
        at = before; // "2e" is 2 followed by a name, which is an error of its own
      }
    }
    String text = source.substring(start, at);
    if (text.equals(".")) {
      at = start;
      throw error("a number needs a digit");
    }
    return new Expression.Constant(Double.parseDouble(text));
  }

  private void skipDigits() {
    while (raw() >= '0' && raw() <= '9') {
      at++;
    }
  }

  private Expression named() {
    int start = at;
    while (Character.isLetterOrDigit(raw()) || raw() == '_') {
      at++;
    }
    String name = source.substring(start, at);
    var function = Function.named(name);
    if (peek() == '(') {
      if (function.isEmpty()) {
        throw new ExpressionException(
            source, start, "'%s' is no function; there are %s".formatted(name, Function.names()));
      }
      return new Expression.Call(function.get(), parenthesised(at));
    }
    if (function.isPresent()) {
      throw new ExpressionException(
          source, start, "'%s' is a function: write %s(…)".formatted(name, name));
    }
    return switch (name) {
      case "pi" -> new Expression.Constant(Math.PI);
      case "e" -> new Expression.Constant(Math.E);
      default -> new Expression.Variable(name);
    };
  }

  /// The next character that is no space, or 0 at the end.
  private char peek() {
    while (raw() == ' ') {
      at++;
    }
    return raw();
  }

  private char raw() {
    return at < source.length() ? source.charAt(at) : 0;
  }

  private ExpressionException error(String problem) {
    return new ExpressionException(source, at, problem);
  }
}
