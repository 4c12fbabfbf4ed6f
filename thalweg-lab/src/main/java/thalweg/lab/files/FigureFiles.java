package thalweg.lab.files;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import thalweg.figures.Animation;
import thalweg.figures.Graphic;
import thalweg.figures.Output;
import thalweg.figures.Saving;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.LessonFigure;

/// Figures as files of a directory, each called by its name and the ending of its format.
///
/// @param directory where they go
/// @param formats   endings: a figure is written in each that figures have, an animation in each that animations have
/// @param only      the names of those to write; all if there are none
/// @param look      gives them their size and colours
/// @param output    how they are written
public record FigureFiles(
    Path directory, List<String> formats, List<String> only, UnaryOperator<Graphic> look, Output.Option output) {

  /// Formats of pixels, of which there may be too many.
  private static final Set<String> PIXELS = Set.of("png", "gif", "mp4");

  /// A file and what it is to show.
  private record Plan(Path file, Graphic graphic) {}

  /// All endings that a figure or an animation may have.
  public static List<String> endings() {
    var endings = new ArrayList<>(Saving.figureEndings());
    endings.addAll(Saving.animationEndings());
    return endings.stream().distinct().sorted().toList();
  }

  /// The same in a directory within.
  public FigureFiles within(String name) {
    return new FigureFiles(directory.resolve(name), formats, only, look, output);
  }

  /// Writes those of `figures` that are wanted. All are made before the first is written, so that one that cannot
  /// be made leaves no files.
  ///
  /// @param language of their labels
  /// @param progress what hears of the frames of an animation, by the file's name
  /// @return the files
  /// @throws BadInputException if one has too many pixels or cannot be written
  public List<Path> write(
      List<LessonFigure> figures, Language language, Function<String, Output.Progress> progress) {
    var plans = figures.stream().filter(figure -> only.isEmpty() || only.contains(figure.name()))
        .flatMap(figure -> plans(figure, language).stream()).toList();
    for (Plan plan : plans) {
      try {
        var hearing = Output.progress(progress.apply(plan.file.getFileName().toString()));
        plan.graphic.save(plan.file, output, hearing);
      } catch (UncheckedIOException e) {
        throw new BadInputException("cannot write %s: %s".formatted(plan.file, OutputFile.reason(e.getCause())));
      }
    }
    return plans.stream().map(Plan::file).toList();
  }

  private List<Plan> plans(LessonFigure figure, Language language) {
    var graphic = look.apply(figure.graphic().apply(language));
    var plans = new ArrayList<Plan>();
    for (String ending : endings(graphic)) {
      if (PIXELS.contains(ending)) {
        checkPixels(graphic);
      }
      plans.add(new Plan(directory.resolve(figure.file() + "." + ending), graphic));
    }
    return plans;
  }

  private void checkPixels(Graphic graphic) {
    try {
      output.apply(Output.DEFAULT).pixels(graphic.base());
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--" + e.getMessage());
    }
  }

  /// The formats for it; where none of those wanted is, the usual one.
  private List<String> endings(Graphic graphic) {
    boolean moves = graphic instanceof Animation;
    var possible = moves ? Saving.animationEndings() : Saving.figureEndings();
    var wanted = formats.stream().map(format -> format.toLowerCase(Locale.ROOT)).filter(possible::contains)
        .distinct().toList();
    return wanted.isEmpty() ? List.of(moves ? "gif" : "svg") : wanted;
  }
}
