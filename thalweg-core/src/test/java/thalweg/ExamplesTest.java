package thalweg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example in the documentation, a fenced `java` block in a `///` comment of the sources or in the
/// README, runs as it stands in a compact source file, and prints what the comments behind its
/// `IO.println` say. A block with a `main` of its own is a whole file.
class ExamplesTest {
  private static final String IMPORTS =
      """
      import module thalweg.core;
      import static thalweg.nn.Activation.*;
      import static thalweg.tensor.RandomTensors.*;
      import static thalweg.tensor.Tensors.*;
      """;

  record Example(String place, List<String> lines) {
    String source() {
      String code = String.join("\n", lines);
      return code.contains("void main(")
          ? code
          : IMPORTS + "void main() throws Exception {\n" + code + "\n}\n";
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
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      var examples = new ArrayList<Example>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        collect(file, "///", examples);
      }
      collect(Path.of("../README.md"), "", examples);
      return examples;
    }
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
                "target/classes",
                "--add-modules",
                "thalweg.core",
                file.toString())
            .redirectError(directory.resolve("errors").toFile())
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = Files.readString(directory.resolve("errors"));
    assertThat(process.waitFor()).as("%s\n%s%s", example.source(), printed, errors).isZero();
    assertThat(printed.lines().map(String::stripTrailing)).isEqualTo(example.output());
  }
}
