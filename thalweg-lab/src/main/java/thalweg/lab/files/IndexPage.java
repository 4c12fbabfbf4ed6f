package thalweg.lab.files;

import static thalweg.lab.text.Messages.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import thalweg.figures.html.Block;
import thalweg.figures.html.Page;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;
import thalweg.lab.lesson.Lesson;

/// The page one starts from: the lessons as a course, comparisons that were made, and a glossary.
///
/// @param lessons  in the order of the course
/// @param written  those that have a page
/// @param compared those of which trainings were compared
/// @param places   where pages lie, relative to this one
record IndexPage(List<Lesson> lessons, List<Lesson> written, List<Lesson> compared, Places places) {
  /// Where pages lie, relative to the index.
  interface Places {
    String page(Lesson lesson);

    String comparison(Lesson lesson);
  }

  /// The terms of the glossary, in the order in which the lessons need them; each is also its anchor.
  private static final List<String> TERMS =
      List.of(
          "loss", "sse", "mse", "weight", "bias", "prediction", "gradient", "descent", "rate", "update", "epoch", "batch",
          "optimizer", "momentum", "chain", "graph", "forward", "backward", "layer", "hidden", "tensor", "shape",
          "broadcasting", "curvature", "hessian", "condition", "standardise", "converge", "diverge", "oscillate",
          "saddle", "plateau", "seed");

  Page in(Language language) {
    Page page =
        Page.titled(text("course.title").in(language))
            .lead(text("course.lead").in(language))
            .heading(text("course.heading").in(language))
            .paragraph(text("course.intro").in(language))
            .course(lessons.stream().map(lesson -> lesson(lesson, language)).toList());
    if (!compared.isEmpty()) {
      page =
          page.heading(text("course.comparisons").in(language))
              .cards(compared.stream().map(lesson -> comparison(lesson, language)).toList());
    }
    return page.heading(text("course.glossary").in(language))
        .paragraph(text("course.glossary.intro").in(language))
        .glossary(TERMS.stream().map(term -> term(term, language)).toList());
  }

  private Block.Lesson lesson(Lesson lesson, Language language) {
    return new Block.Lesson(
        lesson.title().in(language),
        written.contains(lesson) ? places.page(lesson) : "",
        text("course.teaches." + lesson.name()).in(language),
        text("course.source." + lesson.name()).in(language),
        text("course.exercise." + lesson.name()).in(language));
  }

  private Block.Card comparison(Lesson lesson, Language language) {
    return new Block.Card(
        text("compare.title", "lesson", lesson.title()).in(language),
        places.comparison(lesson),
        text("compare.description").in(language));
  }

  private static Block.Term term(String name, Language language) {
    Text all = text("glossary.name." + name);
    var names = new LinkedHashMap<Language, String>();
    Stream.of(Language.values()).forEach(each -> names.put(each, all.in(each)));
    return new Block.Term(name, names, text("glossary.meaning." + name).in(language));
  }
}
