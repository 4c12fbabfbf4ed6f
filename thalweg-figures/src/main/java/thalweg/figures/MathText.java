package thalweg.figures;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The small language of labels: plain text with mathematics between dollar signs, as in matplotlib.
///
/// `$w_0$`, `$x^{2}$`, `$\hat{\bf W}$`, `$\eta$`, `$(x_i, \hat{y}_i)$`, `$W'$`, and
/// `\$` for a dollar sign, inside and outside. Letters inside are italic unless `\bf` or `\rm` says otherwise; a
/// command it does not know is shown as written, and so is a formula with more than [#DEEPEST] groups, indices and accents
/// within each other.
public final class MathText {

  /// Where a run stands.
  public enum Shift {
    /// On the line.
    NONE,
    /// Below it, smaller: an index.
    SUB,
    /// Above it, smaller: an exponent.
    SUPER
  }

  /// A piece of a label in one typeface.
  public record Run(String text, Shift shift, boolean bold, boolean italic) {}

  private enum Face {
    ITALIC,
    BOLD,
    UPRIGHT
  }

  private static final Map<String, Character> ACCENTS =
      Map.of("hat", '\u0302', "bar", '\u0304', "tilde", '\u0303', "dot", '\u0307', "vec", '\u20d7');

  private static final Map<String, Face> FACES =
      Map.of(
          "bf", Face.BOLD, "mathbf", Face.BOLD, "boldsymbol", Face.BOLD,
          "rm", Face.UPRIGHT, "mathrm", Face.UPRIGHT, "text", Face.UPRIGHT);

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"), Map.entry("epsilon", "ϵ"), Map.entry("varepsilon", "ε"),
          Map.entry("eta", "η"), Map.entry("theta", "θ"), Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"), Map.entry("pi", "π"), Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"), Map.entry("tau", "τ"), Map.entry("phi", "φ"),
          Map.entry("omega", "ω"), Map.entry("ell", "ℓ"),
          Map.entry("Delta", "Δ"), Map.entry("Sigma", "Σ"), Map.entry("Omega", "Ω"),
          Map.entry("nabla", "∇"), Map.entry("partial", "∂"), Map.entry("sum", "∑"),
          Map.entry("log", "log"), Map.entry("ln", "ln"), Map.entry("exp", "exp"), Map.entry("sin", "sin"),
          Map.entry("cos", "cos"), Map.entry("tanh", "tanh"), Map.entry("max", "max"), Map.entry("min", "min"),
          Map.entry("cdot", "·"), Map.entry("times", "×"), Map.entry("pm", "±"),
          Map.entry("to", "→"), Map.entry("in", "∈"), Map.entry("infty", "∞"),
          Map.entry("leq", "≤"), Map.entry("geq", "≥"), Map.entry("neq", "≠"),
          Map.entry("approx", "≈"), Map.entry("dots", "…"), Map.entry("top", "⊤"));

  private static final int DEEPEST = 64;

  private final String source;
  private final List<Run> runs = new ArrayList<>();

  /// The text of the last run, which may still grow.
  private final StringBuilder last = new StringBuilder();
  private int at;
  private int depth;
  private boolean tooDeep;

  private MathText(String source, int depth) {
    this.source = source;
    this.depth = depth;
  }

  /// A text that a label shows as it stands, such as the name of a column that a user gave: each `$` becomes `\$`,
  /// and nothing else has a meaning outside of dollar signs.
  ///
  /// ```java
  /// IO.println(MathText.literal("Price ($)"));  // Price (\$)
  /// ```
  public static String literal(String text) {
    return text.replace("$", "\\$");
  }

  /// The runs of a label, in order; neighbours differ in typeface or place.
  public static List<Run> parse(String label) {
    var parser = new MathText(label, 0);
    parser.label();
    return parser.runs();
  }

  private List<Run> runs() {
    if (!runs.isEmpty()) {
      var open = runs.removeLast();
      runs.add(new Run(last.toString(), open.shift, open.bold, open.italic));
    }
    return List.copyOf(runs);
  }

  /// Where the next dollar sign is that no backslash precedes; -1 if there is none.
  private int closing(int from) {
    int end = source.indexOf('$', from);
    while (end > 0 && source.charAt(end - 1) == '\\') {
      end = source.indexOf('$', end + 1);
    }
    return end;
  }

  private void label() {
    var plain = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at++);
      int end;
      if (c == '\\' && at < source.length() && source.charAt(at) == '$') {
        plain.append('$');
        at++;
      } else if (c == '$' && (end = closing(at)) >= 0) {
        add(plain.toString(), Shift.NONE, Face.UPRIGHT);
        plain.setLength(0);
        var formula = new MathText(source.substring(at, end), 0);
        formula.group(Shift.NONE, Face.ITALIC);
        if (formula.tooDeep) {
          plain.append(source, at - 1, end + 1);
        } else {
          formula.runs().forEach(this::add);
        }
        at = end + 1;
      } else {
        plain.append(c);
      }
    }
    add(plain.toString(), Shift.NONE, Face.UPRIGHT);
  }

  /// Items up to the closing brace or the end; `\bf` changes the face of those that follow.
  private void group(Shift shift, Face face) {
    while (at < source.length()) {
      if (source.charAt(at) == '}') {
        at++;
        return;
      }
      if (source.charAt(at) == '\\' && FACES.get(peekCommand()) instanceof Face next) {
        at += 1 + peekCommand().length();
        skipSpaces();
        if (at < source.length() && source.charAt(at) == '{') {
          item(shift, next);
        } else {
          face = next;
        }
      } else {
        item(shift, face);
      }
    }
  }

  /// One character, command or braced group.
  private void item(Shift shift, Face face) {
    if (at >= source.length()) {
      return;
    }
    if (depth == DEEPEST) {
      tooDeep = true;
      at = source.length();
      return;
    }
    depth++;
    char c = source.charAt(at++);
    switch (c) {
      case '{' -> group(shift, face);
      case '_' -> item(Shift.SUB, face);
      case '^' -> item(Shift.SUPER, face);
      case '\'' -> add("′", shift, Face.UPRIGHT);
      case '-' -> operator("−", shift);
      case '+', '=', '<', '>' -> operator(String.valueOf(c), shift);
      case ',' -> add(",\u00a0", shift, Face.UPRIGHT); // TeX's own space after a comma
      case ' ' -> {} // TeX sets its own spaces
      case '\\' -> command(shift, face);
      default -> add(String.valueOf(c), shift, letterFace(c, face));
    }
    depth--;
  }

  /// TeX sets spaces around an operator between two operands, but not around a sign or in an index.
  private void operator(String symbol, Shift shift) {
    boolean binary = !last.isEmpty() && "([{,=<>+−\u00a0".indexOf(last.charAt(last.length() - 1)) < 0;
    var spaced = binary && shift == Shift.NONE ? "\u00a0" + symbol + "\u00a0" : symbol;
    add(spaced, shift, Face.UPRIGHT);
  }

  private void command(Shift shift, Face face) {
    at--;
    var name = peekCommand();
    at += 1 + name.length();
    if (name.isEmpty()) {
      // \, and its kind are spaces; \{ and its kind are the character itself
      char c = at < source.length() ? source.charAt(at++) : '\\';
      add(",;: ".indexOf(c) >= 0 ? " " : String.valueOf(c), shift, Face.UPRIGHT);
    } else if (ACCENTS.get(name) instanceof Character accent) {
      accented(accent, shift, face);
    } else if (SYMBOLS.get(name) instanceof String symbol) {
      skipSpaces();
      add(symbol, shift, face == Face.BOLD ? Face.BOLD : Face.UPRIGHT);
    } else {
      add("\\" + name, shift, Face.UPRIGHT);
    }
  }

  /// The next item with the accent on its first letter: ŷ, and not y^.
  private void accented(char accent, Shift shift, Face face) {
    skipSpaces();
    var inner = new MathText(source, depth);
    inner.at = at;
    inner.item(shift, face);
    at = inner.at;
    tooDeep |= inner.tooDeep;
    var under = inner.runs();
    for (int i = 0; i < under.size(); i++) {
      var run = under.get(i);
      int first = i == 0 ? run.text.offsetByCodePoints(0, 1) : 0;
      var mark = i == 0 ? String.valueOf(accent) : "";
      var text = run.text.substring(0, first) + mark + run.text.substring(first);
      add(new Run(Normalizer.normalize(text, Normalizer.Form.NFC), run.shift, run.bold, run.italic));
    }
  }

  private static Face letterFace(char c, Face face) {
    return face == Face.ITALIC && !Character.isLetter(c) ? Face.UPRIGHT : face;
  }

  private String peekCommand() {
    int end = at + 1;
    while (end < source.length() && Character.isLetter(source.charAt(end))) {
      end++;
    }
    return source.substring(at + 1, end);
  }

  private void skipSpaces() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
  }

  private void add(String text, Shift shift, Face face) {
    add(new Run(text, shift, face == Face.BOLD, face == Face.ITALIC));
  }

  private void add(Run run) {
    if (run.text.isEmpty()) {
      return;
    }
    var open = runs.isEmpty() ? null : runs.getLast();
    if (open == null || open.shift != run.shift || open.bold != run.bold || open.italic != run.italic) {
      if (open != null) {
        runs.set(runs.size() - 1, new Run(last.toString(), open.shift, open.bold, open.italic));
      }
      last.setLength(0);
      runs.add(run);
    }
    last.append(run.text);
  }
}
