package thalweg.lab.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import thalweg.figures.Theme;
import thalweg.figures.html.Page;
import thalweg.figures.html.Translations;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.Lesson;

/// A directory of pages, one a lesson, and an index of them.
///
/// @param directory where it lies; made when the first page is written
/// @param lessons   all that may have a page, in the order of the index
/// @param language  the reader's; pages are in all, and show this one first
public record Report(Path directory, List<Lesson> lessons, Language language) {
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
  public void write(Lesson lesson, Function<Language, Page> page, Theme theme) {
    OutputFile.write(page(lesson), html(page, theme));
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
  public Path writeComparison(Lesson lesson, Function<Language, Page> page, Theme theme) {
    OutputFile.write(comparison(lesson), html(page, theme));
    return comparison(lesson);
  }

  /// Writes the index of all pages that are there, from this and from earlier runs.
  public void writeIndex() {
    var places = new IndexPage.Places() {
      @Override
      public String page(Lesson lesson) {
        return Report.this.page(lesson).getFileName().toString();
      }

      @Override
      public String comparison(Lesson lesson) {
        return Report.this.comparison(lesson).getFileName().toString();
      }
    };
    var index =
        new IndexPage(
            lessons,
            lessons.stream().filter(lesson -> Files.exists(page(lesson))).toList(),
            lessons.stream().filter(lesson -> Files.exists(comparison(lesson))).toList(),
            places);
    OutputFile.write(index(), html(index::in, Theme.DEFAULT));
  }

  /// A page in every language, the reader's first.
  private String html(Function<Language, Page> page, Theme theme) {
    return Translations.of(language, each -> page.apply(each).theme(theme)).html();
  }
}
