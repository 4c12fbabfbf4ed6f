package thalweg.lab.lesson;

import static thalweg.lab.text.Messages.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import thalweg.autograd.Graph;
import thalweg.figures.text.Text;

/// Something to be shown: it trains, prints what a reader should see, and gives back what it recorded.
///
/// A lesson reads its settings from the [LessonContext], prints through it, and knows nothing of
/// files or of the command line. Put it into [Lessons] to make it known.
public interface Lesson {
  /// What one types to run it: lower-case letters, digits and hyphens.
  String name();

  /// A heading: the message `title` of the file that is called as the lesson.
  default Text title() {
    return text(name() + ".title");
  }

  /// One or two sentences: what is seen here. The message `summary`.
  default Text summary() {
    return text(name() + ".summary");
  }

  /// What can be changed, in the order in which it should be shown.
  List<Parameter> parameters();

  /// What its figures are called, in the order of its page. Each has files of that name; one name may stand for
  /// several figures, or with some settings for none.
  default List<String> figures() {
    return List.of();
  }

  /// True if the lesson trains on the points of a file where one is given ([LessonContext#data()]).
  default boolean acceptsData() {
    return false;
  }

  /// The parameters that have no effect on [#run] with the other settings, such as the seed of points where the
  /// user brings points along. Each says in [Parameter#use] when it has one.
  default Set<String> ignored(LessonContext context) {
    return Set.of();
  }

  /// Runs it. All parameters are within their ranges; combinations that make no sense are a
  /// [BadInputException].
  LessonResult run(LessonContext context);

  /// The recorded graph of the first loss that the lesson differentiates, with its gradients; empty for a
  /// lesson that is not about one.
  default Optional<Graph> graph(LessonContext context) {
    return Optional.empty();
  }

  /// Only the training that the settings describe, for setting trainings side by side. It reads no parameter but
  /// those that this training depends on.
  ///
  /// @throws BadInputException if the lesson trains nothing
  default Training train(LessonContext context) {
    throw new BadInputException("lesson %s has no training to compare".formatted(name()));
  }
}
