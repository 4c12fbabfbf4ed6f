package thalweg.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.lab.conformance.CaseResult;
import thalweg.lab.conformance.Conformance;
import thalweg.lab.conformance.MalformedCaseException;
import thalweg.lab.conformance.Totals;
import thalweg.lab.lesson.BadInputException;

@Command(
    description = "Compare with what PyTorch, NumPy and CPython compute, case by case.",
    footer = {
      "",
      "Each file holds one case a line, as JSON. Cases that fail are listed; then a table says how many",
      "of each file passed, and the largest errors of those, in units in the last place (ulp).",
      "The exit code is 0 if all passed, 1 if one failed, 2 if a file cannot be read.",
      "",
      "Examples:",
      "  thalweg conformance ops_elementwise.jsonl",
      "  thalweg conformance conformance/*.jsonl"
    })
final class ConformanceCommand implements Callable<Integer> {
  private static final int WIDTH = 100;
  private static final String HEAD = "file                            passed  failed  off by, ulp  gradients, ulp";
  private static final String ROW = "%-30s  %6d  %6d  %11s  %14s";

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of cases.")
  private List<Path> files;

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new BadInputException(
            Files.isDirectory(file)
                ? "%s is a directory; name the files in it".formatted(file)
                : "%s: there is no such file, or it cannot be read".formatted(file));
      }
    }
    var all = new Totals();
    var rows = new ArrayList<String>();
    for (Path file : files) {
      Totals own = run(file, all);
      rows.add(
          ROW.formatted(
              file.getFileName(), own.passed(), own.failed(), own.valueError(), own.gradientError()));
    }
    out().println(HEAD);
    rows.forEach(out()::println);
    out().println(all.text());
    return all.failed() == 0 ? 0 : CommandLineTool.FAILED;
  }

  /// Runs the cases of `file`, prints those that fail, and adds them to `all`.
  private Totals run(Path file, Totals all) {
    var own = new Totals();
    try {
      Conformance.run(
          file,
          result -> {
            all.add(result);
            own.add(result);
            if (!result.passed()) {
              out().println(result.text(WIDTH));
            }
          });
    } catch (MalformedCaseException e) {
      throw new BadInputException(e.getMessage());
    } catch (CharacterCodingException e) {
      throw new BadInputException(file + " is not UTF-8 text");
    } catch (IOException e) {
      throw new BadInputException("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
    return own;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
