package thalweg.figures.html;

import thalweg.figures.MathText;

/// Text as HTML. All text goes through here.
final class Markup {

  private Markup() {}

  /// Text with nothing that HTML could take for markup, in an element or a quoted attribute.
  static String escape(String text) {
    // Quotes by number: plotly, which shows labels as HTML of its own, knows few entities by name.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&#34;")
        .replace("'", "&#39;");
  }

  /// A label with its mathematics.
  static String label(String label) {
    var html = new StringBuilder();
    for (var run : MathText.parse(label)) {
      var text = escape(run.text());
      text = run.bold() ? "<b>" + text + "</b>" : text;
      text = run.italic() ? "<i>" + text + "</i>" : text;
      html.append(switch (run.shift()) {
        case NONE -> text;
        case SUB -> "<sub>" + text + "</sub>";
        case SUPER -> "<sup>" + text + "</sup>";
      });
    }
    return html.toString();
  }

  /// A label without its typefaces, for places that take only plain text.
  static String plain(String label) {
    var text = new StringBuilder();
    MathText.parse(label).forEach(run -> text.append(run.text()));
    return escape(text.toString());
  }

  /// Prose: a label in which text between backticks is code.
  static String prose(String text) {
    var html = new StringBuilder();
    int from = 0;
    while (true) {
      int open = text.indexOf('`', from);
      int close = open < 0 ? -1 : text.indexOf('`', open + 1);
      if (close < 0) {
        return html.append(label(text.substring(from))).toString();
      }
      html.append(label(text.substring(from, open)));
      html.append("<code>").append(escape(text.substring(open + 1, close))).append("</code>");
      from = close + 1;
    }
  }
}
