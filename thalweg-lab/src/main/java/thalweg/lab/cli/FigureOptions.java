package thalweg.lab.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.Theme;
import thalweg.lab.files.FigureFiles;
import thalweg.lab.files.OutputFile;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;

/// What all commands that draw figures take.
record FigureOptions(Arguments arguments) {
  private static final Pattern WIDTH_AND_HEIGHT = Pattern.compile("([0-9.]+)[x×,]([0-9.]+)");

  private static final Option<Optional<Path>> FIGURES =
      Option.of("--figures", "DIR", Type.PATH, "Also write the figures as files.");
  private static final Option<List<String>> FORMAT =
      Option.list(
          "--format",
          "FORMAT",
          "Format of these files: svg, png, pdf or html; of animations gif, mp4 or html; default: svg, gif.");
  private static final Option<List<String>> ONLY =
      Option.list("--only", "NAME", "Only these figures; 'thalweg lessons' lists those of the lessons.");
  private static final Option<Optional<Double>> DPI =
      Option.of("--dpi", "NUMBER", Type.NUMBER, "Pixels per inch of png, gif and mp4; default: 100.");
  private static final Option<Optional<Double>> FPS =
      Option.of("--fps", "NUMBER", Type.NUMBER, "Frames per second of animations; default: 5.");
  private static final Option<Optional<String>> SIZE =
      Option.of("--size", "WxH", Type.TEXT, "Size of the figures in inches, for instance 6x4.");
  private static final Option<Optional<String>> STYLE =
      Option.of("--style", "STYLE", Type.TEXT, "default, dark or xkcd (hand-drawn); also applies to pages.");

  static final List<Option<?>> ALL = List.of(FIGURES, FORMAT, ONLY, DPI, FPS, SIZE, STYLE);

  /// The colours and lines of figures, on pages and in files.
  Theme theme() {
    return checked(() -> arguments.get(STYLE).map(Theme::of).orElse(Theme.DEFAULT));
  }

  /// Where the figures go, if they are asked for; finds what cannot be done before anything runs.
  ///
  /// @param names what the figures are called
  Optional<FigureFiles> files(Collection<String> names) {
    var theme = theme();
    List<String> formats = arguments.get(FORMAT);
    List<String> only = arguments.get(ONLY);
    Optional<String> size = arguments.get(SIZE);
    Optional<Path> directory = arguments.get(FIGURES);
    if (directory.isEmpty()) {
      boolean numbers = arguments.get(DPI).isPresent() || arguments.get(FPS).isPresent();
      if (!formats.isEmpty() || !only.isEmpty() || numbers || size.isPresent()) {
        throw new BadInputException("--format, --only, --dpi, --fps and --size need --figures DIR");
      }
      return Optional.empty();
    }
    formats.forEach(format -> requireKnown("--format", format.toLowerCase(Locale.ROOT), FigureFiles.endings()));
    only.forEach(name -> requireKnown("--only", name, names));
    Optional<Figure.Size> inches = size.map(FigureOptions::size);
    Output.Option output = checked(this::output);
    OutputFile.prepareDirectory(directory.get());
    return Optional.of(new FigureFiles(
        directory.get(),
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
      throw new BadInputException("%s: there is no '%s'; the choices are %s%s".formatted(
          option, typed, String.join(", ", known),
          near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
    }
  }

  private static Figure.Size size(String text) {
    var numbers = WIDTH_AND_HEIGHT.matcher(text);
    if (!numbers.matches()) {
      throw new BadInputException("--size takes width x height in inches, for instance 6x4, not '%s'".formatted(text));
    }
    return checked(
        () -> new Figure.Size(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2))));
  }

  private Output.Option output() {
    var pixels = Output.dpi(arguments.get(DPI).orElse(Output.DEFAULT.dpi()));
    var speed = Output.fps(arguments.get(FPS).orElse(Output.DEFAULT.fps()));
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
