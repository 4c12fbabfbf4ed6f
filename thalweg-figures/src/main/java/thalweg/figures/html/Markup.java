package thalweg.figures.html;

import java.util.regex.Pattern;
import thalweg.figures.MathText;

/// Text as HTML. All text goes through here.
final class Markup {

  /// What a formula is made of: anything but a dollar sign that no backslash precedes.
  private static final String TEX = "(?!\\$)[^$\\\\]*+(?:\\\\.[^$\\\\]*+)*+";

  private static final Pattern SPECIAL = Pattern.compile(
      "`(?<code>[^`]+)`|(?<!\\\\)\\$\\$(?<display>" + TEX + ")\\$\\$|(?<!\\\\)\\$(?<tex>" + TEX + ")\\$"
          + "|\\*(?<strong>\\p{L}[^*`$]*[\\p{L}.])\\*"
          + "|\\[(?<link>[^\\]]+)\\]\\((?<target>[\\w-]+\\.html(?:#[\\w-]+)?|#[\\w-]+)\\)");

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
    return escape(plainText(label));
  }

  /// The same, for scripts.
  static String plainText(String label) {
    var text = new StringBuilder();
    MathText.parse(label).forEach(run -> text.append(run.text()));
    return text.toString();
  }

  /// Prose: text between backticks is code, `*…*` is stressed, `[…](page.html#place)` is a link, `$…$` and `$$…$$`
  /// are formulas. They are TeX for KaTeX; inside them, for a reader without scripts, stand the same as
  /// [#label(String)].
  static String prose(String text) {
    var html = new StringBuilder();
    var special = SPECIAL.matcher(text);
    int from = 0;
    while (special.find()) {
      html.append(label(text.substring(from, special.start())));
      from = special.end();
      if (special.group("code") instanceof String code) {
        html.append("<code>").append(escape(code)).append("</code>");
      } else if (special.group("display") instanceof String tex) {
        html.append(formula("formula display", tex));
      } else if (special.group("strong") instanceof String strong) {
        html.append("<strong>").append(label(strong)).append("</strong>");
      } else if (special.group("link") instanceof String link) {
        html.append("<a href=\"%s\">%s</a>".formatted(special.group("target"), label(link)));
      } else {
        html.append(formula("formula", special.group("tex")));
      }
    }
    return html.append(label(text.substring(from))).toString();
  }

  private static String formula(String kind, String tex) {
    return "<span class=\"%s\" data-tex=\"%s\">%s</span>"
        .formatted(kind, escape(tex.strip()), label("$" + tex.strip() + "$"));
  }
}
