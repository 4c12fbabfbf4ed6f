package thalweg.figures.html;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import thalweg.figures.Values;

/// Writes JSON that may stand inside a `<script>` element.
///
/// A tree is made of maps, lists, [Values], strings, numbers, booleans and null. JSON has no `NaN` and
/// no infinity: they become null, which plotly draws as a gap.
final class Json {

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String write(Object tree) {
    var json = new Json();
    json.value(tree);
    return json.out.toString();
  }

  private void value(Object value) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> members(map.entrySet().iterator());
      case List<?> list -> elements(list.iterator());
      case Values values -> elements(values.stream().iterator());
      case String text -> string(text);
      case Double number -> number(number);
      case Integer number -> out.append(number);
      case Boolean truth -> out.append(truth);
      default -> throw new IllegalArgumentException("json: cannot write a " + value.getClass().getName());
    }
  }

  private void members(Iterator<? extends Map.Entry<?, ?>> entries) {
    out.append('{');
    while (entries.hasNext()) {
      var entry = entries.next();
      string((String) entry.getKey());
      out.append(':');
      value(entry.getValue());
      out.append(entries.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private void elements(Iterator<?> elements) {
    out.append('[');
    while (elements.hasNext()) {
      value(elements.next());
      out.append(elements.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private void number(double number) {
    if (!Double.isFinite(number)) {
      out.append("null");
    } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      out.append((long) number);
    } else {
      out.append(number);
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          // <, > and & so that no text can end the script element or open a comment in it
          if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029'
              || Character.isSurrogate(c)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
