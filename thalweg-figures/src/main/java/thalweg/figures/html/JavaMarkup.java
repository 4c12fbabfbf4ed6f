package thalweg.figures.html;

import java.util.regex.Pattern;

/// Java source as HTML with its keywords, strings, comments, numbers and annotations marked. It knows the
/// tokens of Java, not its grammar, which is enough for the eye.
final class JavaMarkup {

  /// What comes first wins: a keyword in a comment is a comment.
  private static final Pattern TOKEN = Pattern.compile(
      """
      (?<comment>//[^\\n]*|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?)\
      |(?<string>\"""(?:[^"\\\\]|\\\\.|"(?!""))*+(?:\""")?|"(?:[^"\\\\\\n]|\\\\.)*+"?|'(?:[^'\\\\\\n]|\\\\.)*+'?)\
      |(?<annotation>@(?!interface)[A-Za-z][\\w.]*)\
      |(?<number>\\b(?:0[xX][0-9a-fA-F_]+[lL]?|(?:\\d[\\d_]*(?:\\.\\d[\\d_]*)?|\\.\\d+)(?:[eE][+-]?\\d+)?[fFdDlL]?))\
      |(?<keyword>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|const|continue|default|do\
      |double|else|enum|extends|final|finally|float|for|goto|if|implements|import|instanceof|int|interface\
      |long|native|new|package|private|protected|public|return|short|static|strictfp|super|switch\
      |synchronized|this|throw|throws|transient|try|void|volatile|while|var|record|sealed|permits|yield\
      |when|true|false|null)\\b)""", Pattern.DOTALL);

  private JavaMarkup() {}

  static String of(String source) {
    var html = new StringBuilder();
    var token = TOKEN.matcher(source.stripTrailing());
    int from = 0;
    while (token.find()) {
      html.append(Markup.escape(source.substring(from, token.start())));
      for (var kind : token.namedGroups().keySet()) {
        if (token.group(kind) != null) {
          html.append("<span class=\"").append(kind).append("\">")
              .append(Markup.escape(token.group())).append("</span>");
        }
      }
      from = token.end();
    }
    return html.append(Markup.escape(source.stripTrailing().substring(from))).toString();
  }
}
