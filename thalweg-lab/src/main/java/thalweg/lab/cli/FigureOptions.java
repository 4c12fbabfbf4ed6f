package thalweg.lab.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.Theme;
import thalweg.lab.files.FigureFiles;
import thalweg.lab.files.OutputFile;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;

/// What all commands that draw figures take.
final class FigureOptions {
  private static final Pattern SIZE = Pattern.compile("([0-9.]+)[x×,]([0-9.]+)");

  @Option(names = "--figures", paramLabel = "DIR", description = "Write the figures as files, too.")
  private Path directory;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = {
        "Of these files: svg, png, pdf or html; of animations",
        "gif, mp4 or html. Several with commas; default: svg, gif."
      })
  private List<String> formats = List.of();

  @Option(names = "--only", split = ",", paramLabel = "NAME", description = "Only this one; 'thalweg lessons' lists those of lessons.")
  private List<String> only = List.of();

  @Option(names = "--dpi", paramLabel = "NUMBER", description = "Pixels an inch of png, gif and mp4; default: 100.")
  private Double dpi;

  @Option(names = "--fps", paramLabel = "NUMBER", description = "Frames a second of animations; default: 5.")
  private Double fps;

  @Option(names = "--size", paramLabel = "WxH", description = "Their size in inches, for instance 6x4.")
  private String size;

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      description = "default, dark or xkcd, as drawn by hand; of pages, too.")
  private String style = Theme.DEFAULT.name();

  /// The colours and lines of figures, on pages and in files.
  Theme theme() {
    return checked(() -> Theme.of(style));
  }

  /// Where the figures go, if they are asked for; finds what cannot be done before anything runs.
  ///
  /// @param names what the figures are called
  Optional<FigureFiles> files(Collection<String> names) {
    var theme = theme();
    if (directory == null) {
      if (!formats.isEmpty() || !only.isEmpty() || dpi != null || fps != null || size != null) {
        throw new BadInputException("--format, --only, --dpi, --fps and --size are about the files of --figures DIR");
      }
      return Optional.empty();
    }
    formats.forEach(format -> requireKnown("--format", format.toLowerCase(Locale.ROOT), FigureFiles.endings()));
    only.forEach(name -> requireKnown("--only", name, names));
    Optional<Figure.Size> inches = Optional.ofNullable(size).map(FigureOptions::size);
    Output.Option output = checked(this::output);
    OutputFile.prepareDirectory(directory);
    return Optional.of(new FigureFiles(
        directory,
        formats,
        only,
        graphic -> {
          var themed = graphic.theme(theme);
          return inches.isPresent() ? themed.size(inches.get().width(), inches.get().height()) : themed;
        },
        output));
  }

  private static void requireKnown(String option, String typed, Collection<String> known) {
    if (!known.contains(typed)) {
      var near = Nearest.names(typed, known);
      throw new BadInputException("%s: there is no '%s'; there are %s%s".formatted(
          option, typed, String.join(", ", known),
          near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
    }
  }

  private static Figure.Size size(String text) {
    var numbers = SIZE.matcher(text);
    if (!numbers.matches()) {
      throw new BadInputException("--size takes width x height in inches, for instance 6x4, not '%s'".formatted(text));
    }
    return checked(
        () -> new Figure.Size(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2))));
  }

  private Output.Option output() {
    var pixels = dpi == null ? Output.dpi(Output.DEFAULT.dpi()) : Output.dpi(dpi);
    var speed = fps == null ? Output.fps(Output.DEFAULT.fps()) : Output.fps(fps);
    Output.Option both = output -> pixels.andThen(speed).apply(output);
    both.apply(Output.DEFAULT); // which checks the numbers
    return both;
  }

  private static <T> T checked(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--" + e.getMessage()); // which begins with the name of the option
    }
  }
}
