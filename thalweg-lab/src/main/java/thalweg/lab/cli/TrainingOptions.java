package thalweg.lab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import thalweg.lab.files.OutputFile;
import thalweg.lab.files.PointsFile;
import thalweg.lab.files.Report;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.lesson.Points;

/// What all commands that train take.
final class TrainingOptions {
  @Option(
      names = "--set",
      arity = "1..*",
      paramLabel = "NAME=VALUE",
      description = "Change parameters of the lesson.")
  private List<String> settings = List.of();

  @Option(
      names = "--data",
      paramLabel = "FILE[:X,Y]",
      description = {
        "Train on the points of a CSV file, with or without a header.",
        "X and Y choose columns by name or position from 1 on."
      })
  private String data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("report");

  @Option(names = "--json", paramLabel = "FILE", description = "Write all numbers as JSON.")
  private Path json;

  @Option(names = "--no-report", description = "Write no pages.")
  private boolean noReport;

  @Option(names = "--open", description = "Open the report in a browser.")
  private boolean open;

  /// What stands after `--set`.
  List<String> settings() {
    return settings;
  }

  /// The points of `--data`, read.
  Optional<Points> points() {
    return Optional.ofNullable(data).map(PointsFile::read);
  }

  /// Where the pages go.
  Report report() {
    return new Report(out, Lessons.all());
  }

  boolean withReport() {
    return !noReport;
  }

  boolean open() {
    return open;
  }

  /// Finds what cannot be done before anything runs.
  void prepare() {
    if (open && noReport) {
      throw new BadInputException("--open shows the report that --no-report leaves out");
    }
    if (json != null) {
      OutputFile.prepare(json);
    }
  }

  /// Writes the numbers if they are asked for.
  void writeJson(Supplier<String> text, Consumer<String> print) {
    if (json != null) {
      OutputFile.write(json, text.get());
      print.accept("Numbers: " + json);
    }
  }
}
