package thalweg.lab.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.figures.html.Block;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.Lesson;

/// A directory of pages, one a lesson, and an index of them.
///
/// @param directory where it lies; made when the first page is written
/// @param lessons   all that may have a page, in the order of the index
public record Report(Path directory, List<Lesson> lessons) {
  private static final String INDEX = "index.html";

  /// Where the page of a lesson lies.
  public Path page(Lesson lesson) {
    return directory.resolve(lesson.name() + ".html");
  }

  /// Where one starts to read.
  public Path index() {
    return directory.resolve(INDEX);
  }

  /// Makes sure that the pages of `wanted` and the index can be written later.
  ///
  /// @throws thalweg.lab.lesson.BadInputException saying why they cannot
  public void prepare(List<Lesson> wanted) {
    wanted.forEach(lesson -> OutputFile.prepare(page(lesson)));
    OutputFile.prepare(index());
  }

  /// Writes the page of a lesson.
  public void write(Lesson lesson, String html) {
    OutputFile.write(page(lesson), html);
  }

  /// Where trainings of a lesson side by side lie.
  private Path comparison(Lesson lesson) {
    return directory.resolve("compare-" + lesson.name() + ".html");
  }

  /// Makes sure that [#writeComparison] can write later.
  ///
  /// @throws thalweg.lab.lesson.BadInputException saying why it cannot
  public void prepareComparison(Lesson lesson) {
    OutputFile.prepare(comparison(lesson));
    OutputFile.prepare(index());
  }

  /// Writes the page of trainings of a lesson side by side, over that of an earlier comparison.
  public Path writeComparison(Lesson lesson, String html) {
    OutputFile.write(comparison(lesson), html);
    return comparison(lesson);
  }

  /// Writes the index of all pages that are there, from this and from earlier runs.
  public void writeIndex() {
    var cards = new ArrayList<Block.Card>();
    for (Lesson lesson : lessons) {
      card(page(lesson), lesson.title().in(Language.EN), lesson.summary().in(Language.EN)).ifPresent(cards::add);
      card(comparison(lesson), lesson.title().in(Language.EN) + ", side by side", "Trainings that differ in their settings.")
          .ifPresent(cards::add);
    }
    String html =
        Page.titled("Thalweg").lead("Gradient descent you can see.").cards(cards).html();
    OutputFile.write(index(), html);
  }

  private static Optional<Block.Card> card(Path page, String title, String description) {
    return Files.exists(page)
        ? Optional.of(new Block.Card(title, page.getFileName().toString(), description))
        : Optional.empty();
  }
}
