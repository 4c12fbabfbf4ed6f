package thalweg.lab.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each solution runs in a process of its own, as a user's.
class ExaminationTest {
  private static final Path EXERCISES = Path.of("../exercises");

  @TempDir private Path directory;

  static List<String> names() {
    return Exercises.all().stream().map(Exercise::name).toList();
  }

  private static Assessment examined(Path file, int seconds) {
    return new Examination(file, Duration.ofSeconds(seconds)).run();
  }

  /// The solution of the gradient with `before` replaced.
  private Assessment changed(String before, String after, int seconds) throws IOException {
    String solution = Files.readString(EXERCISES.resolve("solutions/LossGradient.java"));
    assertThat(solution).contains(before);
    Path file = directory.resolve("LossGradient.java");
    return examined(Files.writeString(file, solution.replace(before, after)), seconds);
  }

  private static String text(Assessment assessment) {
    return String.join("\n", assessment.lines());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everySolutionPasses(String name) {
    Assessment assessment = examined(EXERCISES.resolve("solutions/" + name + ".java"), 60);
    assertThat(assessment.passed()).as(text(assessment)).isTrue();
    assertThat(text(assessment)).contains("Well done").doesNotContain("✗");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyGapSaysWhatToWrite(String name) {
    Assessment assessment = examined(EXERCISES.resolve(name + ".java"), 60);
    assertThat(assessment.passed()).isFalse();
    assertThat(text(assessment)).contains("✗", "not written yet: ", "hint  ").doesNotContain("Exception");
    assertThat(assessment.lines()).allMatch(line -> line.length() <= 100);
    assertThat(assessment.lines()).as("one hint, for the first that fails")
        .filteredOn(line -> line.startsWith("      hint  ")).hasSize(1);
  }

  @Test
  void aWrongResultIsShownWithInputExpectedAndHint() throws IOException {
    Assessment assessment = changed("Math.cos(x * x + y * y)", "Math.cos(x * x - y * y)", 60);
    assertThat(assessment.passed()).isFalse();
    assertThat(text(assessment))
        .contains("✓ gradient is 0 at the origin", "✗ gradient is (∂z/∂x, ∂z/∂y) at (1, 0.5)")
        .contains("given     x = 1, y = 0.5", "expected  [0.6306", "got       [1.4633", "the derivative of sin is cos");
  }

  @Test
  void anEndlessLoopIsStopped() throws IOException {
    Assessment assessment = changed("i < steps; i++", "i < steps;", 4);
    assertThat(assessment.passed()).isFalse();
    assertThat(text(assessment)).contains("✓ f gives", "stopped after 4 s", "(not run)");
  }

  @Test
  void anErrorOfTheCompilerHasItsLine() throws IOException {
    Assessment assessment = changed("double slope = Math", "double slope = Meth", 60);
    assertThat(assessment.passed()).isFalse();
    assertThat(text(assessment)).contains("does not compile", "LossGradient.java, line 12: ", "Meth.cos", "^");
  }

  @Test
  void printingIsReported() throws IOException {
    Assessment assessment = changed("return Math.sin", "IO.println(\"here\"); return Math.sin", 60);
    assertThat(assessment.passed()).isFalse();
    assertThat(text(assessment)).contains("✓ f gives", "printed to the terminal", "    here").doesNotContain("✗");
  }

  /// What goes past `System.out` is no result either.
  @Test
  void resultsCannotBeForged() throws IOException {
    Assessment assessment =
        changed(
            "return Math.sin",
            """
            var raw = new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));
            raw.println("tried 0 holds"); raw.flush();
            return Math.cos""",
            60);
    assertThat(text(assessment)).contains("✗ f gives", "printed to the terminal", "tried 0 holds");
  }

  @Test
  void endingTheProgramIsReported() throws IOException {
    Assessment assessment = changed("return Math.sin", "System.exit(0); return Math.sin", 60);
    assertThat(assessment.passed()).isFalse();
    assertThat(text(assessment)).contains("✗ f gives", "System.exit");
  }

  @Test
  void exceptionsHaveTheirPlace() throws IOException {
    Assessment assessment =
        changed("return Math.sin(x * x + y * y)", "return f(x, y)", 60);
    assertThat(text(assessment)).contains("threw     java.lang.StackOverflowError in f, line 7");
  }

  @Test
  void aMissingMethodIsNamed() throws IOException {
    Assessment assessment = changed("double f(double x, double y)", "float f(float x, double y)", 60);
    assertThat(text(assessment)).contains("does not compile");
    assessment = changed("double[] descend(double x, double y, double rate, int steps)",
        "double[] descend(double x, double y, double rate, long steps)", 60);
    assertThat(text(assessment)).contains("the file must declare 'double[] descend(double, double, double, int)'");
  }

  @Test
  void methodsInAClassOfAnotherNameAreNotFound() throws IOException {
    Path file = Files.writeString(directory.resolve("LossGradient.java"), "class Other {}");
    assertThat(text(examined(file, 60))).contains("at the top level of the file, or in a class called LossGradient");
  }

  @Test
  void changingAnArgumentIsShown() throws IOException {
    String solution = Files.readString(EXERCISES.resolve("solutions/LineTraining.java"));
    Path file = directory.resolve("LineTraining.java");
    Files.writeString(file, solution.replace("double w0 = start[0];", "double w0 = start[0]; start[0] = 7;"));
    assertThat(text(examined(file, 60)))
        .contains("✗ train", "given     train of [[-5.0, 10.0]", "its array arguments unchanged", "got       [[7.0, 10.0]");
  }

  @Test
  void theLibraryMayBeUsed() throws IOException {
    Assessment assessment =
        changed(
            "return Math.sin(x * x + y * y);",
            "return thalweg.tensor.Tensors.tensor(thalweg.tensor.DType.FLOAT64, x * x + y * y).sin().item();",
            60);
    assertThat(assessment.passed()).as(text(assessment)).isTrue();
  }
}
