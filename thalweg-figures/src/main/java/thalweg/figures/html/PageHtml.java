package thalweg.figures.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import thalweg.figures.Color;
import thalweg.figures.text.Language;

/// Writes a [Page], in one language or several, with its style and scripts inside it.
record PageHtml(Said<Page> said) {

  /// Forbids every request, so that "no network" does not rest on plotly's good manners.
  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
          + "font-src data:";

  /// With so many headings a page gets a table of contents.
  private static final int MANY = 4;

  String html() {
    var sections = sections();
    var body = header() + contents(sections) + "<main>\n"
        + sections.stream().map(Section::html).collect(Collectors.joining("\n")) + "\n</main>\n";
    var parts = PageParts.of(said.first(), body, said.in().size() > 1);
    return """
        <!DOCTYPE html>
        <html lang="%s"%s>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Thalweg">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <title>%s</title>
        <link rel="icon" href="data:,">
        """
            .formatted(said.first().language().code(), shade(), POLICY, Markup.plain(said.first().title()))
        + "<style>\n" + parts.styles() + "</style>\n" + parts.head(words()) + "</head>\n<body>\n"
        + body + parts.scripts(said.word("noscript"))
        + "</body>\n</html>\n";
  }

  /// Where all figures lie on paper of their own, so does the page.
  private String shade() {
    var papers = PageParts.figures(said.first()).map(figure -> FigureHtml.paper(figure.theme())).distinct().toList();
    return papers.size() != 1 ? "" : papers.getFirst()
        .map(paper -> " data-theme=\"" + (dark(paper) ? "dark" : "light") + "\"").orElse("");
  }

  private static boolean dark(Color paper) {
    return (paper.rgb() >> 8 & 0xff) < 128; // its green, which makes most of how bright it is
  }

  /// The title and what scripts say, by the languages' codes.
  private Map<String, Object> words() {
    var words = new LinkedHashMap<String, Object>();
    said.in().forEach((language, page) -> {
      var all = Plotly.object("title", Markup.plainText(page.title()));
      all.putAll(Words.ofScripts(language));
      words.put(language.code(), all);
    });
    return words;
  }

  /// A block and the place that links to it name, empty for none.
  private record Section(Said<Block> block, String anchor) {
    String html() {
      return switch (block.first()) {
        case Block.Heading _ -> BlockHtml.heading("h2", anchor, text());
        case Block.Subheading _ -> BlockHtml.heading("h3", anchor, text());
        default -> BlockHtml.of(block);
      };
    }

    boolean heading() {
      return block.first() instanceof Block.Heading;
    }

    Said<String> text() {
      return block.map(each -> switch (each) {
        case Block.Heading(String text) -> text;
        case Block.Subheading(String text) -> text;
        default -> "";
      });
    }
  }

  private List<Section> sections() {
    var sections = new ArrayList<Section>();
    int heading = 0;
    int subheading = 0;
    for (var block : said.<Block>parts(Page::blocks).orElseThrow()) {
      switch (block.first()) {
        case Block.Heading _ -> {
          heading++;
          subheading = 0;
          sections.add(new Section(block, "section-" + heading));
        }
        case Block.Subheading _ -> sections.add(new Section(block, "section-" + heading + "-" + ++subheading));
        default -> sections.add(new Section(block, ""));
      }
    }
    return sections;
  }

  private String contents(List<Section> sections) {
    var headings = sections.stream().filter(Section::heading).toList();
    return headings.size() < MANY ? "" : headings.stream()
        .map(section -> "<li><a href=\"#%s\">%s</a></li>"
            .formatted(section.anchor(), section.text().inline(Markup::prose)))
        .collect(Collectors.joining("",
            "<nav class=\"contents\" data-label=\"contents\" aria-label=\"%s\"><ol>".formatted(word("script.contents")),
            "</ol></nav>\n"));
  }

  private String header() {
    var lead = said.map(Page::lead);
    return "<header>\n" + navigation() + "<h1>" + said.map(Page::title).inline(Markup::prose) + "</h1>\n"
        + (lead.first().isEmpty() ? "" : "<p class=\"lead\">" + lead.inline(Markup::prose) + "</p>\n") + "</header>\n";
  }

  private String navigation() {
    var home = said.first().home().isEmpty() ? "" : "<nav><a class=\"home\" href=\"%s\">← %s</a></nav>".formatted(
        Markup.escape(said.first().home()),
        said.word("home").inline(Markup::escape));
    var languages = said.in().size() == 1 ? "" : said.in().keySet().stream()
        .sorted(Comparator.naturalOrder()).map(this::button)
        .collect(Collectors.joining(" ",
            "<div class=\"languages\" role=\"group\" data-label=\"languages\" aria-label=\"%s\">"
                .formatted(word("script.languages")), "</div>"));
    return home.isEmpty() && languages.isEmpty() ? "" : "<div class=\"bar\">" + home + languages + "</div>\n";
  }

  private String button(Language language) {
    return "<button type=\"button\" class=\"as-it-is\" lang=\"%s\" aria-pressed=\"%s\">%s</button>".formatted(
        language.code(), language == said.first().language(), language.ownName());
  }

  private String word(String key) {
    return Markup.escape(Words.text(key).in(said.first().language()));
  }
}
