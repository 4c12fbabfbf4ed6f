package thalweg.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static thalweg.lab.cli.Shell.mistake;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import thalweg.figures.text.Language;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Exit codes, what is said, and what is left on the disk.
class CommandLineToolTest {
  @TempDir private Path directory;

  private final Shell shell = new Shell();

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("a command is missing"),
        mistake("a command is missing", "--debug"),
        mistake("there is no command ''; the choices are lessons, run, ", ""),
        mistake("there is no option '--opne'; the choices are --lang, --help, --version, --debug\nSee 'thalweg --help'.", "--opne", "run", "line"),
        mistake("there is no option '--at'; did you mean --set or --data or --out?\nSee 'thalweg run --help'.", "run", "line", "--at", "x=1"),
        mistake("LESSON is missing. A lesson, or 'all'", "run"),
        mistake("NAME=VALUE,VALUE is missing", "compare", "line"),
        mistake("unexpected argument 'again'", "version", "again"),
        mistake("there is no lesson ''", "run", ""),
        mistake("did you mean lessons?", "lesons"),
        mistake("did you mean run?", "help", "rnu"),
        mistake("did you mean --json?", "run", "line", "--jsn", "x"),
        mistake("there is no lesson 'lnie'; did you mean line?", "run", "lnie"),
        mistake("did you mean alpha?", "run", "line", "--set", "alhpa=1"),
        mistake("no lesson has a parameter 'alhpa'; did you mean alpha", "run", "all", "--set", "alhpa=1"),
        mistake("0 is out of range; it must be greater than 0", "run", "line", "--set", "alpha=0"),
        mistake("--set takes name=value", "run", "line", "--set", "alpha"),
        mistake("set twice", "run", "line", "--set", "n=3", "n=4"),
        mistake("there is no such file", "run", "line", "--data", "/nowhere/points.csv"),
        mistake("it is a directory", "run", "line", "--no-report", "--json", "/"),
        mistake("--no-report leaves out", "run", "line", "--no-report", "--open"),
        mistake("--only: there is no 'srface'; the choices are fit, surface, animation, losses, rates, standardised, chosen; did you mean surface?",
            figures("--only", "srface")),
        mistake("--format: there is no 'bmp'; the choices are gif, htm, html, mp4, pdf, png, svg", figures("--format", "svg,bmp")),
        mistake("--dpi: expected at least 1 pixel per inch, got 0.0", figures("--dpi", "0")),
        mistake("--fps: expected more than 0", figures("--fps", "0")),
        mistake("--style: there is no \"drak\"; the choices are default, dark and xkcd", "run", "line", "--style", "drak"),
        mistake("--size takes width x height", figures("--size", "wide")),
        mistake("--size: expected a width and height above 0 inches", figures("--size", "0x3")),
        mistake("need --figures DIR", "run", "line", "--only", "fit"),
        mistake("cannot write /dev/null/figures: ", "run", "line", "--no-report", "--figures", "/dev/null/figures"),
        mistake("did you mean Linear", "doc", "Linaer"),
        mistake("did you mean alpha?", "compare", "line", "alhpa=1,2"),
        mistake("'x' is not a number", "compare", "line", "alpha=1,x"),
        mistake("that is only one run", "compare", "line", "alpha=1"),
        mistake("that is 25 runs; compare at most 24", "compare", "line", "alpha=1,2,3,4,5", "lr=1,2,3,4,5"),
        mistake("1 is given twice", "compare", "line", "alpha=1,1"),
        mistake("compare takes name=value,value", "compare", "line", "alpha"),
        mistake("alpha is already being compared; leave it out of --set", "compare", "line", "alpha=1,2", "--set", "alpha=3"),
        mistake("parameter lr has no effect here; it is only used with loss=mean", "compare", "line", "lr=0.1,0.2"),
        mistake("parameter alpha has no effect here", "compare", "line", "optimizer=sgd,adam", "--set", "loss=mean", "alpha=1"),
        mistake("parameter alpha has no effect here", "graph", "--lesson", "line", "--set", "alpha=1"),
        mistake("--lang: there is no language 'fr'; the choices are en, ko, zh", "run", "line", "--lang", "fr"),
        mistake("'l3' is not one of sum, mean", "run", "line", "--set", "loss=l3"),
        mistake("there is no such file", "check", "/nowhere/LineTraining.java"),
        mistake("is not an exercise; the choices are LineTraining, ", "check", "pom.xml"),
        mistake("--limit: 0.0 is out of range", "check", "--limit", "0"),
        mistake("there is no such file", "conformance", "/nowhere/cases.jsonl"));
  }

  private static String[] figures(String... options) {
    String[] run = {"run", "line", "--no-report", "--figures", "/nowhere/figures"};
    return Stream.concat(Stream.of(run), Stream.of(options)).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreTwoAndASentence(String message, List<String> arguments) {
    shell.refuses(message, arguments);
  }

  @Test
  void debugShowsWhere() {
    assertThat(shell.run("run", "lnie", "--debug")).isEqualTo(2);
    assertThat(shell.err()).contains("\tat thalweg.lab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lessons", "run", "compare", "graph", "descent", "doc", "check", "conformance", "gallery", "version", "help"
      })
  void everyCommandHasHelpThatFits(String command) {
    assertThat(shell.run(command, "--help")).isZero();
    assertThat(shell.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(shell.out()).contains("Usage: thalweg " + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"help run", "run -h", "run --help", "run lnie --opne --help", "--debug run --help"})
  void helpOnACommandHasItsOptionsAndExamples(String typed) {
    assertThat(shell.run(typed.split(" "))).isZero();
    assertThat(shell.out())
        .startsWith("Usage: thalweg run LESSON [OPTION]...\nRun a lesson: ")
        .contains("  --json=FILE ", "default: report.", "  --help ", "Examples:\n  thalweg run line\n")
        .doesNotContain("\u001b");
    assertThat(shell.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h", "--help run"})
  void helpOnTheProgramListsTheCommands(String typed) {
    assertThat(shell.run(typed.split(" "))).isZero();
    assertThat(shell.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(shell.out())
        .startsWith("Usage: thalweg [OPTION]... COMMAND\n")
        .contains("  run          Run a lesson: ", "  thalweg lessons ", "Exit codes: 0 success, ");
  }

  @Test
  void helpOnATerminalIsSetOff() {
    var out = new StringWriter();
    new Help(new Terminal(new PrintWriter(out), new PrintWriter(out), () -> true, Language.EN)).command("run", new RunCommand());
    assertThat(out.toString())
        .startsWith("\u001b[1mUsage:\u001b[22m thalweg run")
        .contains("  \u001b[33m--json=FILE\u001b[39m             Write all numbers as JSON.");
  }

  @Test
  void debugMayStandBeforeTheCommand() {
    assertThat(shell.run("--debug", "run", "lnie")).isEqualTo(2);
    assertThat(shell.err()).contains("\tat thalweg.lab").endsWith("('thalweg lessons' lists them)\n");
  }

  @Test
  void versionSaysWhatRuns() {
    assertThat(shell.run("version")).isZero();
    assertThat(shell.out()).contains("Thalweg", "Java", "Kernels", "Threads").doesNotContain("${");
    String said = shell.out();
    shell.clear();
    assertThat(shell.run("--version")).isZero();
    assertThat(shell.out()).isEqualTo(said);
  }

  @Test
  void runWritesPageIndexAndNumbers() {
    Path json = directory.resolve("deep/line.json");
    Path report = directory.resolve("report");
    String[] run = {"run", "line", "--set", "epochs=3", "--out", report.toString(), "--json", json.toString()};
    assertThat(shell.run(run)).isZero();
    assertThat(report.resolve("line.html")).isNotEmptyFile();
    assertThat(report.resolve("index.html")).content().contains("line.html");
    assertThat(json).content().startsWith("{").contains("\"lesson\"");
    assertThat(shell.out()).contains("Report: ", "Numbers: ");
  }

  @Test
  void compareWritesTablePageAndNumbers() {
    Path json = directory.resolve("compare.json");
    Path report = directory.resolve("report");
    String[] compare = {
      "compare", "line", "alpha=0.001,0.01", "start=-5,10;0,0", "--set", "epochs=8",
      "--out", report.toString(), "--json", json.toString()
    };
    assertThat(shell.run(compare)).isZero();
    assertThat(shell.out().lines().toList())
        .satisfies(lines -> assertThat(lines.get(0)).contains("first loss", "lowest", "last", "verdict", "weights"))
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("alpha=0.001 start=-5,10   8587.6875"))
        .satisfies(lines -> assertThat(lines.get(4)).startsWith("alpha=0.01 start=0,0").contains("diverging"));
    assertThat(json).content().contains("\"table\"", "\"verdict\" : \"diverging\"", "\"lowest\"");
    assertThat(report.resolve("compare-line.html")).content().contains("alpha=0.01 start=0,0", "side by side");
    assertThat(report.resolve("index.html")).content().contains("compare-line.html");
  }

  @Test
  void comparingWhatDoesNotMatterSaysSo() {
    assertThat(shell.run("compare", "line", "optimizer=by-hand,sgd", "--no-report", "--set", "epochs=3")).isZero();
    assertThat(shell.out()).contains("All runs are the same", "thalweg lessons line");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void docAndCheckPrint() throws IOException {
    assertThat(shell.run("doc", "leaky_relu", "--no-source")).isZero();
    assertThat(shell.out()).contains("Tensor leakyRelu(double negativeSlope)").doesNotContain("LEAKY_RELU");
    assertThat(shell.run("check")).isZero();
    assertThat(shell.out()).contains("exercises/ShallowNarrow.java");
    Path broken = Files.writeString(directory.resolve("ShallowNarrow.java"), "void main() {");
    assertThat(shell.run("check", broken.toString())).isEqualTo(1);
    assertThat(shell.out()).contains("does not compile", "ShallowNarrow.java, line 1: ");
  }

  @Test
  void badInputLeavesFilesAlone() throws IOException {
    Path json = Files.writeString(directory.resolve("old.json"), "old");
    assertThat(shell.run("run", "line", "--set", "n=0", "--json", json.toString())).isEqualTo(2);
    assertThat(json).hasContent("old");
    assertThat(directory.toFile().list()).containsExactly("old.json");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsFoundBeforeRunning() throws IOException {
    Path taken = Files.writeString(directory.resolve("taken"), "");
    assertThat(shell.run("run", "line", "--out", taken.toString())).isEqualTo(2);
    assertThat(shell.err()).contains("is not a directory");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void conformanceCountsAndFails() throws IOException {
    String good = "{\"kind\":\"grad_fn_repr\",\"name\":\"g\",\"expr\":\"x*2\",\"text\":\"%s\"}%n";
    Path cases = directory.resolve("cases.jsonl");
    Files.writeString(cases, good.formatted("tensor([2., 4.], grad_fn=<MulBackward0>)"));
    assertThat(shell.run("conformance", cases.toString())).isZero();
    assertThat(shell.out()).endsWith("1 passed, 0 failed" + System.lineSeparator());

    Files.writeString(cases, good.formatted("tensor([2., 5.], grad_fn=<MulBackward0>)"));
    assertThat(shell.run("conformance", cases.toString())).isEqualTo(1);
    assertThat(shell.out()).contains("FAIL g").endsWith("0 passed, 1 failed" + System.lineSeparator());

    Files.writeString(cases, "{\n");
    assertThat(shell.run("conformance", cases.toString())).isEqualTo(2);
    assertThat(shell.err()).contains("cases.jsonl, line 1: not JSON");
  }
}
