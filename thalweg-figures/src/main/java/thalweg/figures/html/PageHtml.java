package thalweg.figures.html;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a [Page] with its style and scripts inside it.
final class PageHtml {

  /// Forbids every request, so that "no network" does not rest on plotly's good manners.
  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
          + "font-src data:";

  /// With so many headings a page gets a table of contents.
  private static final int MANY = 4;

  private PageHtml() {}

  static String of(Page page) {
    var body = header(page) + contents(page) + "<main>\n" + blocks(page) + "\n</main>\n";
    var parts = PageParts.of(page, body);
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
        """
            .formatted(POLICY, Markup.plain(page.title()))
        + "<style>\n" + parts.styles() + "</style>\n</head>\n<body>\n"
        + body + parts.scripts() + "</body>\n</html>\n";
  }

  private static String blocks(Page page) {
    return page.blocks().stream()
        .map(block -> block instanceof Block.Heading heading
            ? "<h2 id=\"%s\">%s</h2>".formatted(anchor(page, heading), Markup.prose(heading.text()))
            : block(block))
        .collect(Collectors.joining("\n"));
  }

  private static List<Block.Heading> headings(Page page) {
    return page.blocks().stream().filter(Block.Heading.class::isInstance).map(Block.Heading.class::cast).toList();
  }

  private static String anchor(Page page, Block.Heading heading) {
    return "section-" + (headings(page).indexOf(heading) + 1);
  }

  private static String contents(Page page) {
    var headings = headings(page);
    return headings.size() < MANY ? "" : headings.stream()
        .map(heading -> "<li><a href=\"#%s\">%s</a></li>"
            .formatted(anchor(page, heading), Markup.prose(heading.text())))
        .collect(Collectors.joining(
            "", "<nav class=\"contents\" aria-label=\"Contents\"><ol>", "</ol></nav>\n"));
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
      case Block.Source source -> source(source);
      case Block.Tries tries ->
          tries.tries().stream().map(PageHtml::attempt)
              .collect(Collectors.joining("\n", "<ul class=\"tries\">\n", "\n</ul>"));
      case Block.Table table -> table(table);
      case Block.Still still ->
          "<figure class=\"wide\">" + FigureHtml.of(still.figure()) + caption(still.caption()) + "</figure>";
      case Block.Moving moving ->
          "<figure class=\"wide\">" + FigureHtml.of(moving.animation(), moving.output()) + caption(moving.caption())
              + "</figure>";
      case Block.Picture picture ->
          "<figure class=\"wide\"><div class=\"scroll drawing\" tabindex=\"0\">" + picture.drawing().svg()
              + "</div>" + caption(picture.caption()) + "</figure>";
      case Block.Cards cards ->
          cards.cards().stream().map(PageHtml::card)
              .collect(Collectors.joining("\n", "<ul class=\"cards\">\n", "\n</ul>"));
    };
  }

  private static String source(Block.Source source) {
    var pre = "<pre tabindex=\"0\"><code class=\"java\">" + JavaMarkup.of(source.text()) + "</code></pre>";
    return source.title().isEmpty()
        ? "<figure>" + pre + caption(source.caption()) + "</figure>"
        : "<details><summary>" + Markup.prose(source.title()) + "</summary><figure>" + pre
            + caption(source.caption()) + "</figure></details>";
  }

  private static String attempt(Block.Try attempt) {
    return "<li><p class=\"command\"><code>%s</code></p><p>%s</p></li>"
        .formatted(Markup.escape(attempt.command()), Markup.prose(attempt.why()));
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
}
