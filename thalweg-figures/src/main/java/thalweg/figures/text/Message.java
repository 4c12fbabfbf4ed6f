package thalweg.figures.text;

import java.util.Map;

/// A message of a [Catalog] with its values, in one language.
record Message(String key, String pattern, Map<String, Object> values, Language language) {
  private static final char OPEN = '‹';
  private static final char CLOSE = '›';

  String said() {
    var said = new StringBuilder();
    int from = 0;
    for (int open = pattern.indexOf(OPEN); open >= 0; open = pattern.indexOf(OPEN, from)) {
      int close = pattern.indexOf(CLOSE, open);
      if (close < 0) {
        throw new IllegalArgumentException("message %s: ‹ without ›".formatted(key));
      }
      said.append(pattern, from, open);
      said.append(inserted(pattern.substring(open + 1, close), said));
      from = close + 1;
    }
    return said.append(pattern, from, pattern.length()).toString();
  }

  private String inserted(String what, CharSequence before) {
    int slash = what.indexOf('/');
    if (slash >= 0) {
      return Particle.choose(what.substring(0, slash), what.substring(slash + 1), before);
    }
    int question = what.indexOf('?');
    if (question < 0) {
      return value(what);
    }
    int or = what.indexOf('|', question);
    return value(what.substring(0, question)).equals("1")
        ? what.substring(question + 1, or) : what.substring(or + 1);
  }

  private String value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("message %s: no value for ‹%s›".formatted(key, name));
    }
    return value instanceof Text text ? text.in(language) : value.toString();
  }
}
