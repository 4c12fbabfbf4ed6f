package thalweg.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example in the documentation, a fenced `java` block in a `///` comment of the sources, in the
/// README or in the guide to figures, runs as it stands in a compact source file, and prints what the comments behind its
/// `IO.println` say. A block with a `main` of its own is a whole file.
class ExamplesTest {
  private static final String IMPORTS =
      """
      import module thalweg.core;
      import static thalweg.tensor.RandomTensors.*;
      import static thalweg.tensor.Tensors.*;
      """;

  /// What examples of figures may take for granted: the data that they draw.
  private static final String FIGURES =
      """
      import thalweg.figures.*;
      import thalweg.figures.graph.*;
      import thalweg.figures.html.*;
      import thalweg.figures.text.*;
      import thalweg.figures.training.*;
      import static thalweg.figures.Color.*;
      import static thalweg.figures.Output.*;
      import static thalweg.figures.Style.*;
      double[] x = {0, 1, 2};
      double[] y = {1, 3, 5};
      double[] fitted = {1, 3, 5};
      double[] w0 = {0, 1, 2};
      double[] w1 = {0, 1, 2};
      double[][] loss = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
      Trace trace = Descent.descend(w -> w.pow(2).sum(), tensor(1.0, 2.0), 0.1, 3);
      Figure figure = Figure.of(Axes.plane());
      Animation animation = new Animation(figure, List.of(new Frame("epoch 0", "", Map.of())));
      """;

  record Example(String place, List<String> lines) {
    String source() {
      String code = String.join("\n", lines);
      return code.contains("void main(")
          ? code
          : IMPORTS + (place.contains("figures") ? FIGURES : "") + "void main() throws Exception {\n" + code + "\n}\n";
    }

    /// What the comments promise; a comment alone on the next line goes on with the output.
    List<String> output() {
      var output = new ArrayList<String>();
      boolean printing = false;
      for (String line : lines) {
        int comment = line.indexOf("// ");
        boolean prints = line.contains("IO.println");
        boolean goesOn = printing && line.strip().startsWith("//");
        printing = prints || goesOn;
        if (printing && comment >= 0) {
          output.add(line.substring(comment + 3).stripTrailing());
        }
      }
      return output;
    }

    @Override
    public String toString() {
      return place;
    }
  }

  static List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    for (String module : List.of("core", "figures")) {
      try (Stream<Path> files = Files.walk(Path.of("../thalweg-" + module + "/src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          collect(file, "///", examples);
        }
      }
    }
    collect(Path.of("../README.md"), "", examples);
    collect(Path.of("../docs/figures.md"), "", examples);
    return examples;
  }

  /// @param prefix what stands before each line of the block
  private static void collect(Path file, String prefix, List<Example> examples) throws IOException {
    List<String> block = null;
    for (String line : Files.readAllLines(file)) {
      String text = line.strip();
      if (text.equals((prefix + " ```java").strip())) {
        block = new ArrayList<>();
      } else if (block != null && text.equals((prefix + " ```").strip())) {
        examples.add(new Example(file + " " + examples.size(), block));
        block = null;
      } else if (block != null) {
        block.add(text.substring(Math.min(prefix.length(), text.length())));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runsAndPrintsWhatItSays(Example example, @TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("Example.java"), example.source());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--module-path",
                modulePath(),
                "--class-path", // what modules without a descriptor need beside them
                System.getProperty("java.class.path"),
                "--add-modules",
                "thalweg.figures",
                file.toString())
            .directory(directory.toFile())
            .redirectError(directory.resolve("errors").toFile())
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = Files.readString(directory.resolve("errors"));
    assertThat(process.waitFor()).as("%s\n%s%s", example.source(), printed, errors).isZero();
    assertThat(printed.lines().map(String::stripTrailing)).isEqualTo(example.output());
  }

  /// Where the modules of this process are.
  private static String modulePath() {
    return ModuleLayer.boot().configuration().modules().stream()
        .flatMap(module -> module.reference().location().stream())
        .filter(location -> location.getScheme().equals("file"))
        .map(location -> Path.of(location).toString()).collect(Collectors.joining(File.pathSeparator));
  }
}
