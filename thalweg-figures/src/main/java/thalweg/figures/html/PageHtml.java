package thalweg.figures.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a [Page] with its style and scripts inside it.
final class PageHtml {

  /// Forbids every request, so that "no network" does not rest on plotly's good manners.
  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";

  private static final List<String> SCRIPTS =
      List.of("looks.js", "player.js", "figure.js", "plotly/plotly-gl3d.min.js");

  private PageHtml() {}

  static String of(Page page) {
    var title = Markup.plain(page.title());
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Thalweg">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <title>%s</title>
        <link rel="icon" href="data:,">
        <style>
        """
            .formatted(POLICY, title)
        + resource("page.css")
        + "</style>\n</head>\n<body>\n"
        + header(page)
        + "<main>\n"
        + page.blocks().stream().map(PageHtml::block).collect(Collectors.joining("\n"))
        + "\n</main>\n"
        + (hasFigures(page) ? scripts() : "")
        + "</body>\n</html>\n";
  }

  private static String header(Page page) {
    var home = page.home().isEmpty()
        ? "" : "<nav><a href=\"" + Markup.escape(page.home()) + "\">← All lessons</a></nav>\n";
    var lead = page.lead().isEmpty() ? "" : "<p class=\"lead\">" + Markup.prose(page.lead()) + "</p>\n";
    return "<header>\n" + home + "<h1>" + Markup.prose(page.title()) + "</h1>\n" + lead + "</header>\n";
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Heading heading -> "<h2>" + Markup.prose(heading.text()) + "</h2>";
      case Block.Paragraph paragraph -> "<p>" + Markup.prose(paragraph.text()) + "</p>";
      case Block.Preformatted text ->
          // A wide line scrolls; what scrolls must be reachable from the keyboard.
          "<figure><pre tabindex=\"0\">" + Markup.escape(text.text()) + "</pre>"
              + caption(text.caption()) + "</figure>";
      case Block.Table table -> table(table);
      case Block.Still still ->
          "<figure class=\"wide\">" + FigureHtml.of(still.figure()) + caption(still.caption()) + "</figure>";
      case Block.Moving moving ->
          "<figure class=\"wide\">" + FigureHtml.of(moving.animation()) + caption(moving.caption())
              + "</figure>";
      case Block.Drawing drawing ->
          "<figure class=\"wide\"><div class=\"scroll drawing\" tabindex=\"0\">" + drawing.diagram().svg()
              + "</div>" + caption(drawing.caption()) + "</figure>";
      case Block.Cards cards ->
          cards.cards().stream().map(PageHtml::card)
              .collect(Collectors.joining("\n", "<ul class=\"cards\">\n", "\n</ul>"));
    };
  }

  private static String caption(String caption) {
    return caption.isEmpty() ? "" : "<figcaption>" + Markup.prose(caption) + "</figcaption>";
  }

  private static String table(Block.Table table) {
    var head = table.header().stream().map(cell -> "<th scope=\"col\">" + Markup.prose(cell) + "</th>")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
    var body = table.rows().stream().map(PageHtml::row).collect(Collectors.joining("\n"));
    return "<figure><div class=\"scroll\" tabindex=\"0\"><table><thead>" + head + "</thead><tbody>" + body
        + "</tbody></table></div>" + caption(table.caption()) + "</figure>";
  }

  private static String row(List<String> cells) {
    return cells.stream().map(cell -> "<td>" + Markup.prose(cell) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String card(Block.Card card) {
    return "<li><a href=\"%s\"><strong>%s</strong><span>%s</span></a></li>".formatted(
        Markup.escape(card.href()), Markup.prose(card.title()), Markup.prose(card.description()));
  }

  private static boolean hasFigures(Page page) {
    return page.blocks().stream()
        .anyMatch(block -> block instanceof Block.Still || block instanceof Block.Moving);
  }

  private static String scripts() {
    var noScript =
        "<noscript><p>The figures of this page are drawn by a script, which is off.</p></noscript>\n";
    return SCRIPTS.stream().map(name -> "<script>\n" + inline(resource(name)) + "\n</script>\n")
        .collect(Collectors.joining("", noScript, ""));
  }

  /// A script element ends at the first `</script`, even inside a string, and `<!--` changes how its
  /// text is read. In the strings of a script, a backslash before `/` or `!` means nothing else.
  static String inline(String script) {
    return script.replaceAll("(?i)</(script)", "<\\\\/$1").replace("<!--", "<\\!--");
  }

  private static String resource(String name) {
    try (var in = PageHtml.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is missing from thalweg-figures");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
