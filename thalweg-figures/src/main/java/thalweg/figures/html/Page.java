package thalweg.figures.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import thalweg.figures.Animation;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.Saving;
import thalweg.figures.Theme;
import thalweg.figures.graph.Drawing;
import thalweg.figures.text.Language;

/// An article with figures, as one HTML file that needs no network.
///
/// ```java
/// Page.titled("Training a line")
///     .lead("The line moves through the data while its weights walk down the loss surface.")
///     .heading("The data's point of view")
///     .figure(TrainingFigures.fit(x, y, trace), "Thirty epochs at a rate of 0.001.")
///     .terminal("loss = 8587.69")
///     .write(Path.of("line.html"));
/// ```
///
/// When it is open, its `<html>` element says in `data-figures-ready` how many figures are drawn, in
/// `data-formulas` how many formulas are set, and in `data-errors` how many scripts or formulas failed or
/// requests were refused. `data-theme`, `light` or `dark`,
/// overrides the reader's preference.
///
/// A page in several languages is one of [Translations].
///
/// @param language the language of its text
/// @param title    the page's title
/// @param lead     the sentences under it; empty for none
/// @param home     the page to go back to, relative to this one; empty for none
/// @param blocks   what follows, in order
public record Page(Language language, String title, String lead, String home, List<Block> blocks) {

  public Page {
    blocks = List.copyOf(blocks);
  }

  /// An empty page in English.
  public static Page titled(String title) {
    return new Page(Language.EN, title, "", "", List.of());
  }

  /// The language of its text, and of the page's own words.
  public Page language(Language language) {
    return new Page(language, title, lead, home, blocks);
  }

  /// The sentences under the title.
  public Page lead(String lead) {
    return new Page(language, title, lead, home, blocks);
  }

  /// Adds a link back to a page, such as the index of all lessons.
  public Page home(String href) {
    return new Page(language, title, lead, href, blocks);
  }

  /// A heading, listed among the contents.
  public Page heading(String text) {
    return add(new Block.Heading(text));
  }

  /// A heading within what stands under one.
  public Page subheading(String text) {
    return add(new Block.Subheading(text));
  }

  /// Prose, in which `$…$` is a formula, `$$…$$` one on a line of its own, and text between backticks
  /// is code.
  public Page paragraph(String text) {
    return add(new Block.Paragraph(text));
  }

  /// What a program printed, or source code: shown as it is.
  public Page terminal(String text) {
    return terminal(text, "");
  }

  /// What a program printed, and what is said under it.
  public Page terminal(String text, String caption) {
    return add(new Block.Preformatted(text, caption));
  }

  /// A few lines of Java, highlighted.
  public Page source(String text, String caption) {
    return add(new Block.Source("", text, caption));
  }

  /// A whole file of Java, highlighted, which the reader opens by its title.
  public Page listing(String title, String text) {
    return add(new Block.Source(title, text, ""));
  }

  /// Commands to try next, each with a button that copies it.
  public Page tries(Block.Try... tries) {
    return add(new Block.Tries(List.of(tries)));
  }

  /// A table; each row has as many cells as the header.
  public Page table(List<String> header, List<List<String>> rows, String caption) {
    return add(new Block.Table(header, rows, caption));
  }

  /// A figure that the reader can zoom and point at.
  public Page figure(Figure figure, String caption) {
    return add(new Block.Still(figure, caption));
  }

  /// An animation with its player; it stops at its end.
  public Page animation(Animation animation, String caption) {
    return add(new Block.Moving(animation, caption, Output.loop(false).apply(Output.DEFAULT)));
  }

  /// A graph or a network.
  public Page drawing(Drawing drawing, String caption) {
    return add(new Block.Picture(drawing, caption));
  }

  /// A list with bullets.
  public Page items(String... items) {
    return add(new Block.Items(false, List.of(items)));
  }

  /// A list with numbers.
  public Page numbered(String... items) {
    return add(new Block.Items(true, List.of(items)));
  }

  /// Questions whose answers are hidden until they are asked for.
  public Page questions(Block.Question... questions) {
    return add(new Block.Questions(List.of(questions)));
  }

  /// Terms and what they mean.
  public Page glossary(List<Block.Term> terms) {
    return add(new Block.Glossary(terms));
  }

  /// The lessons of a course in their order.
  public Page course(List<Block.Lesson> lessons) {
    return add(new Block.Course(lessons));
  }

  /// Links to other pages, each with a description.
  public Page cards(List<Block.Card> cards) {
    return add(new Block.Cards(cards));
  }

  /// This page with one more block at its end.
  public Page add(Block block) {
    var more = new ArrayList<>(blocks);
    more.add(block);
    return new Page(language, title, lead, home, more);
  }

  /// The page with its figures in other colours and lines.
  public Page theme(Theme theme) {
    var themed = blocks.stream().map(block -> switch (block) {
      case Block.Still still -> new Block.Still(still.figure().theme(theme), still.caption());
      case Block.Moving moving -> new Block.Moving(moving.animation().theme(theme), moving.caption(), moving.output());
      default -> block;
    });
    return new Page(language, title, lead, home, themed.toList());
  }

  /// The page as one string.
  public String html() {
    return new PageHtml(Said.of(language, this)).html();
  }

  /// Writes the page, whole or not at all, and the directories it lies in.
  public void write(Path file) {
    try {
      Saving.whole(file, to -> to.write(html().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
