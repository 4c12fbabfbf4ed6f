package thalweg.figures.graph;

/// What all drawings share as SVG: the document around them, its colours, and escaped text.
final class Svg {
  /// Each colour twice: programs that do not know `light-dark` take the first.
  private static final String STYLE =
      """
      svg:root { color-scheme: light dark; background: #fff; background: light-dark(#fff, #15181d); }
      .thalweg-graph { display: block; margin-inline: auto; max-width: 100%; height: auto; font: 13px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
      .thalweg-graph text { text-anchor: middle; white-space: pre; }
      .thalweg-graph .ink { fill: #1c1f24; fill: light-dark(#1c1f24, #e6e8eb); }
      .thalweg-graph .box { fill: #f6f7f8; fill: light-dark(#f6f7f8, #1d2127); stroke: #7a828c; stroke: light-dark(#7a828c, #8b95a1); stroke-width: 1.2; }
      .thalweg-graph .title { font-weight: 600; }
      .thalweg-graph .back { fill: #1650a8; fill: light-dark(#1650a8, #8ec2ff); }
      """;

  /// On a narrow page a drawing shrinks no further; then it scrolls, for its text is to be read.
  private static final double LEAST_SIZE = 0.7;

  private Svg() {}

  /// @param style what is added to the shared style
  /// @param body  the elements of the drawing
  static String document(
      double width, double height, String description, String style, String body) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" class="thalweg-graph" role="img" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" style="min-width:%7$spx">
        <title>%3$s</title>
        <style>
        %4$s%5$s</style>
        %6$s</svg>
        """
        .formatted(
            number(width),
            number(height),
            escape(description),
            STYLE,
            style,
            body,
            number(width * LEAST_SIZE));
  }

  /// To a tenth of a pixel.
  static String number(double value) {
    return String.valueOf(Math.round(value * 10) / 10.0);
  }

  static String text(double x, double y, String style, String text) {
    return "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
        .formatted(style, number(x), number(y), escape(text));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
