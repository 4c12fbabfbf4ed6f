package thalweg.lab.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import thalweg.figures.html.Block;
import thalweg.figures.html.Page;
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

  /// Writes the index of all pages that are there, from this and from earlier runs.
  public void writeIndex() {
    List<Block.Card> cards =
        lessons.stream()
            .filter(lesson -> Files.exists(page(lesson)))
            .map(
                lesson ->
                    new Block.Card(
                        lesson.title(), page(lesson).getFileName().toString(), lesson.summary()))
            .toList();
    String html =
        Page.titled("Thalweg").lead("Gradient descent you can see.").cards(cards).html();
    OutputFile.write(index(), html);
  }
}
