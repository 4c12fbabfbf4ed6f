package thalweg.figures.html;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import thalweg.figures.text.Language;

/// Writes a [Block], in all languages of its page: what is the same in all of them once.
final class BlockHtml {

  private BlockHtml() {}

  static String of(Said<Block> said) {
    return switch (said.first()) {
      case Block.Heading _ -> heading("h2", "", said.as(Block.Heading.class).map(Block.Heading::text));
      case Block.Subheading _ -> heading("h3", "", said.as(Block.Subheading.class).map(Block.Subheading::text));
      case Block.Paragraph _ -> "<p>" + prose(said.as(Block.Paragraph.class), Block.Paragraph::text) + "</p>";
      case Block.Items items -> list(said, Block.Items.class, Block.Items::items, BlockHtml::item,
          items.numbered() ? "<ol class=\"items\">" : "<ul class=\"items\">", items.numbered() ? "</ol>" : "</ul>");
      case Block.Preformatted _ -> preformatted(said.as(Block.Preformatted.class));
      case Block.Source _ -> source(said.as(Block.Source.class));
      case Block.Tries _ -> list(said, Block.Tries.class, Block.Tries::tries, BlockHtml::attempt,
          "<ul class=\"tries\">", "</ul>");
      case Block.Table _ -> merged(said, Block.Table.class, BlockHtml::table);
      case Block.Still _ -> still(said.as(Block.Still.class));
      case Block.Moving _ -> moving(said.as(Block.Moving.class));
      case Block.Picture _ -> picture(said.as(Block.Picture.class));
      case Block.Questions _ -> list(said, Block.Questions.class, Block.Questions::questions, BlockHtml::question,
          "<div class=\"questions\">", "</div>");
      case Block.Glossary _ -> list(said, Block.Glossary.class, Block.Glossary::terms, BlockHtml::term,
          "<dl class=\"glossary\">", "</dl>");
      case Block.Course _ -> list(said, Block.Course.class, Block.Course::lessons, BlockHtml::lesson,
          "<ol class=\"course\">", "</ol>");
      case Block.Cards _ -> list(said, Block.Cards.class, Block.Cards::cards, BlockHtml::card,
          "<ul class=\"cards\">", "</ul>");
    };
  }

  static <T> String prose(Said<T> said, Function<T, String> text) {
    return said.map(text).inline(Markup::prose);
  }

  /// @param anchor the place that links name; empty for none
  static String heading(String element, String anchor, Said<String> text) {
    var id = anchor.isEmpty() ? "" : " id=\"" + anchor + "\"";
    return "<%1$s%2$s>%3$s</%1$s>".formatted(element, id, text.inline(Markup::prose));
  }

  private static <B extends Block, T> String list(Said<Block> said, Class<B> type, Function<B, List<T>> parts,
      Function<Said<T>, String> part, String before, String after) {
    return merged(said, type, list -> list.<T>parts(parts).map(all -> all.stream().map(part)
        .collect(Collectors.joining("\n", before + "\n", "\n" + after))));
  }

  /// Blocks whose parts differ in number cannot be merged: they are written one by one.
  private static <B extends Block> String merged(
      Said<Block> said, Class<B> type, Function<Said<B>, Optional<String>> html) {
    return html.apply(said.as(type)).orElseGet(() ->
        said.each((language, block) -> of(Said.of(language, block))).apart(Function.identity()));
  }

  private static String item(Said<String> item) {
    return "<li>" + item.inline(Markup::prose) + "</li>";
  }

  /// A wide line scrolls; what scrolls must be reachable from the keyboard.
  private static String preformatted(Said<Block.Preformatted> said) {
    return "<figure class=\"text\">" + said.apart(text -> "<pre tabindex=\"0\">" + Markup.escape(text.text()) + "</pre>")
        + caption(said.map(Block.Preformatted::caption)) + "</figure>";
  }

  private static String source(Said<Block.Source> said) {
    var figure = "<figure class=\"text\">"
        + said.apart(source ->
            "<pre tabindex=\"0\"><code class=\"java\">" + JavaMarkup.of(source.text()) + "</code></pre>")
        + caption(said.map(Block.Source::caption)) + "</figure>";
    return said.first().title().isEmpty() ? figure
        : "<details class=\"listing\"><summary>" + prose(said, Block.Source::title) + "</summary>" + figure
            + "</details>";
  }

  private static String attempt(Said<Block.Try> said) {
    return "<li><p class=\"command\">%s</p><p>%s</p></li>".formatted(
        said.inline(attempt -> "<code>" + Markup.escape(attempt.command()) + "</code>"),
        prose(said, Block.Try::why));
  }

  static String caption(Said<String> said) {
    return said.in().values().stream().allMatch(String::isEmpty) ? ""
        : "<figcaption>" + said.inline(Markup::prose) + "</figcaption>";
  }

  private static Optional<String> table(Said<Block.Table> said) {
    return said.<List<String>>parts(Block.Table::rows).flatMap(rows ->
        said.<String>parts(Block.Table::header).map(header -> {
          var head = header.stream().map(cell -> "<th scope=\"col\">" + cell.inline(Markup::prose) + "</th>")
              .collect(Collectors.joining("", "<tr>", "</tr>"));
          var body = rows.stream().map(BlockHtml::row).collect(Collectors.joining("\n"));
          return "<figure><div class=\"scroll\" tabindex=\"0\"><table><thead>" + head + "</thead><tbody>" + body
              + "</tbody></table></div>" + caption(said.map(Block.Table::caption)) + "</figure>";
        }));
  }

  /// Rows are as long as the header, so that in all languages there are as many cells.
  private static String row(Said<List<String>> said) {
    return said.<String>parts(cells -> cells).orElseThrow().stream()
        .map(cell -> "<td>" + cell.inline(Markup::prose) + "</td>").collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String still(Said<Block.Still> said) {
    return "<figure class=\"wide\">" + FigureHtml.of(said.map(Block.Still::figure))
        + caption(said.map(Block.Still::caption)) + "</figure>";
  }

  private static String moving(Said<Block.Moving> said) {
    return "<figure class=\"wide\">" + FigureHtml.of(said.map(Block.Moving::animation), said.first().output())
        + caption(said.map(Block.Moving::caption)) + "</figure>";
  }

  private static String picture(Said<Block.Picture> said) {
    return "<figure class=\"wide\">"
        + said.map(picture -> picture.drawing().svg())
            .apart(svg -> "<div class=\"scroll drawing\" tabindex=\"0\">" + svg + "</div>")
        + caption(said.map(Block.Picture::caption)) + "</figure>";
  }

  private static String question(Said<Block.Question> said) {
    return "<details><summary>%s</summary><p>%s</p></details>".formatted(
        prose(said, Block.Question::question), prose(said, Block.Question::answer));
  }

  /// First what it is called in the language shown, then in the others.
  private static String term(Said<Block.Term> said) {
    return "<dt id=\"%s\">%s</dt><dd>%s</dd>".formatted(said.first().anchor(),
        said.each(BlockHtml::names).inline(Function.identity()), prose(said, Block.Term::meaning));
  }

  private static String names(Language shown, Block.Term term) {
    var others = term.names().entrySet().stream().filter(name -> name.getKey() != shown)
        .map(name -> "<span class=\"as-it-is\" lang=\"%s\">%s</span>"
            .formatted(name.getKey().code(), Markup.prose(name.getValue())))
        .collect(Collectors.joining(" · "));
    var name = term.names().get(shown);
    return (name == null ? "" : "<strong>" + Markup.prose(name) + "</strong> ") + others;
  }

  private static String lesson(Said<Block.Lesson> said) {
    var title = prose(said, Block.Lesson::title);
    var href = said.first().href();
    return "<li><h3>%s</h3><p>%s</p>%s%s</li>".formatted(
        href.isEmpty() ? title : "<a href=\"%s\">%s</a>".formatted(Markup.escape(href), title),
        prose(said, Block.Lesson::teaches),
        detail("course.source", said.map(Block.Lesson::source)),
        detail("course.exercise", said.map(Block.Lesson::exercise)));
  }

  private static String detail(String key, Said<String> said) {
    return said.first().isEmpty() ? "" : "<p class=\"detail\"><b>%s</b> %s</p>".formatted(
        said.word(key).inline(Markup::escape), said.inline(Markup::prose));
  }

  private static String card(Said<Block.Card> said) {
    return "<li><a href=\"%s\"><strong>%s</strong><span class=\"text\">%s</span></a></li>".formatted(
        Markup.escape(said.first().href()), prose(said, Block.Card::title), prose(said, Block.Card::description));
  }
}
