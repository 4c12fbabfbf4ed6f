package thalweg.lab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import thalweg.figures.text.Language;
import thalweg.lab.files.OutputFile;
import thalweg.lab.files.PointsFile;
import thalweg.lab.files.Report;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.lesson.Points;

/// What all commands that train take.
record TrainingOptions(Arguments arguments) {
  private static final Option<Optional<String>> DATA =
      Option.of(
          "--data",
          "FILE[:X,Y]",
          Type.TEXT,
          "Train on the points of a CSV file, with or without a header."
              + " X and Y choose columns by name, or by position counting from 1.");
  private static final Option<Path> OUT =
      Option.of("--out", "DIR", Type.PATH, Path.of("report"), "Where to write the report");
  private static final Option<Optional<Path>> JSON =
      Option.of("--json", "FILE", Type.PATH, "Write all numbers as JSON.");
  private static final Option<Boolean> NO_REPORT = Option.flag("--no-report", "Write no pages.");
  private static final Option<Boolean> OPEN = Option.flag("--open", "Open the report in a browser.");

  static final List<Option<?>> ALL = List.of(Settings.SET, DATA, OUT, JSON, NO_REPORT, OPEN);

  /// What stands after `--set`.
  Map<String, String> settings() {
    return Settings.given(arguments);
  }

  /// The points of `--data`, read.
  Optional<Points> points() {
    return arguments.get(DATA).map(PointsFile::read);
  }

  /// Where the pages go.
  Report report(Language language) {
    return new Report(arguments.get(OUT), Lessons.all(), language);
  }

  boolean withReport() {
    return !arguments.get(NO_REPORT);
  }

  boolean open() {
    return arguments.get(OPEN);
  }

  /// Finds what cannot be done before anything runs.
  void prepare() {
    if (open() && !withReport()) {
      throw new BadInputException("--open needs the report that --no-report leaves out; drop one of the two");
    }
    arguments.get(JSON).ifPresent(OutputFile::prepare);
  }

  /// Writes the numbers if they are asked for.
  void writeJson(Supplier<String> text, Consumer<String> print) {
    arguments.get(JSON).ifPresent(file -> {
      OutputFile.write(file, text.get());
      print.accept("Numbers: " + file);
    });
  }
}
