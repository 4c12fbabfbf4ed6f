package thalweg.expr;

/// Recursive descent:
///
/// ```
/// sum     = product { ("+" | "-") product }
/// product = unary { ("*" | "/") unary | power }
/// unary   = "-" unary | power
/// power   = primary { raised } [ ("^" | "**") unary ]
/// primary = number | name | name { raised } "(" sum ")" | "(" sum ")" | "√" primary
/// raised  = superscript digits, perhaps after a superscript minus
/// ```
///
/// A power follows without an operator only behind a number or a closing parenthesis: `2x`, `3sin(x)`, `(a)(b)`, but not
/// `x y`, which is a name mistyped more often than a product. Brackets are parentheses; `·` and `×` multiply, `÷` divides,
/// `−` is a minus, and the digits of `w₁` are those of `w1`.
final class Parser {
  /// Bounds what a formula can make us allocate and recurse.
  private static final int LONGEST = 4000;

  private static final int DEEPEST = 250;

  private static final String WRITTEN = "·×⋅∙−–÷∕[]₀₁₂₃₄₅₆₇₈₉";
  private static final String READ = "****--//()0123456789";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final char RAISED_MINUS = '⁻';
  private static final char ROOT = '√';

  private final String source;

  /// The source with each sign as the grammar has it, at the same place.
  private final String text;

  private int at;
  private int depth;

  /// Whether what was read last may be multiplied by what follows without a sign.
  private boolean multipliable;

  Parser(String source) {
    if (source.length() > LONGEST) {
      throw new ExpressionException(
          source.substring(0, 60) + "…",
          60,
          "the formula has %d characters, more than the %d allowed"
              .formatted(source.length(), LONGEST));
    }
    this.source = source.strip().replaceAll("\\s", " ");
    var read = new StringBuilder(this.source);
    for (int i = 0; i < read.length(); i++) {
      int sign = WRITTEN.indexOf(read.charAt(i));
      if (sign >= 0) {
        read.setCharAt(i, READ.charAt(sign));
      }
    }
    this.text = read.toString();
  }

  Expression parse() {
    Expression expression = sum();
    if (at < source.length()) {
      throw error(
          text.charAt(at) == ')' ? "this ) closes nothing" : "expected an operator here");
    }
    return expression;
  }

  private Expression sum() {
    Expression left = product();
    while (peek() == '+' || peek() == '-') {
      char operator = text.charAt(at++);
      left = new Expression.Operation(operator, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = unary();
    while (true) {
      if (peek() == '*' || peek() == '/') {
        char operator = text.charAt(at++);
        left = new Expression.Operation(operator, left, unary());
      } else if (multipliable && beginsFactor(peek())) {
        left = new Expression.Operation('*', left, power());
      } else {
        return left;
      }
    }
  }

  private static boolean beginsFactor(char c) {
    return c == '(' || c == '_' || c == ROOT || Character.isLetter(c);
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
    while (isRaised(peek())) {
      base = new Expression.Operation('^', base, raised());
      multipliable = true;
    }
    if (peek() == '^') {
      at++;
    } else if (text.startsWith("**", at)) {
      at += 2;
    } else {
      return base;
    }
    return new Expression.Operation('^', base, unary());
  }

  private static boolean isRaised(char c) {
    return c == RAISED_MINUS || RAISED.indexOf(c) >= 0;
  }

  /// An exponent in superscript digits.
  private Expression raised() {
    boolean negative = raw() == RAISED_MINUS;
    at += negative ? 1 : 0;
    var digits = new StringBuilder();
    while (RAISED.indexOf(raw()) >= 0) {
      digits.append(RAISED.indexOf(text.charAt(at++)));
    }
    if (digits.isEmpty()) {
      throw error("a superscript minus needs superscript digits");
    }
    var value = new Expression.Constant(Double.parseDouble(digits.toString()));
    return negative ? new Expression.Negation(value) : value;
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
    if (c == ROOT) {
      return root();
    }
    throw error(
        c == 0
            ? "the formula ends where a number, a name or ( is expected"
            : "expected a number, a name or ( here");
  }

  private Expression root() {
    if (++depth > DEEPEST) {
      throw error("more than " + DEEPEST + " levels of nesting");
    }
    at++;
    Expression root = new Expression.Call(Function.SQRT, primary());
    depth--;
    return root;
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
    multipliable = true;
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
        at = before; // "2e" is twice the constant
      }
    }
    String number = text.substring(start, at);
    if (!Character.isDigit(number.charAt(0)) && (number.length() == 1 || !Character.isDigit(number.charAt(1)))) {
      at = start;
      throw error("a number needs a digit before its exponent");
    }
    multipliable = true;
    return new Expression.Constant(Double.parseDouble(number));
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
    String name = text.substring(start, at);
    var function = Function.named(name);
    multipliable = false;
    if (function.isPresent() && isRaised(peek())) {
      return raisedCall(function.get(), start, name);
    }
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
      case "pi", "π" -> new Expression.Constant(Math.PI);
      case "e" -> new Expression.Constant(Math.E);
      default -> new Expression.Variable(name);
    };
  }

  /// `tanh²(x)`, the square of `tanh(x)`.
  private Expression raisedCall(Function function, int start, String name) {
    Expression exponent = raised();
    if (peek() != '(') {
      throw new ExpressionException(source, start, "'%s' is a function: write %s²(…)".formatted(name, name));
    }
    return new Expression.Operation('^', new Expression.Call(function, parenthesised(at)), exponent);
  }

  /// The next character that is no space, or 0 at the end.
  private char peek() {
    while (raw() == ' ') {
      at++;
    }
    return raw();
  }

  private char raw() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private ExpressionException error(String problem) {
    return new ExpressionException(source, at, problem);
  }
}
