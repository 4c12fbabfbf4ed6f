package thalweg.lab.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import thalweg.lab.conformance.CaseResult;
import thalweg.lab.conformance.Conformance;
import thalweg.lab.conformance.MalformedCaseException;
import thalweg.lab.conformance.Totals;
import thalweg.lab.lesson.BadInputException;

final class ConformanceCommand implements Command {
  private static final int WIDTH = 100;
  private static final String HEAD = "file                            passed  failed  off by, ulp  gradients, ulp";
  private static final String ROW = "%-30s  %6d  %6d  %11s  %14s";

  private static final Operand<List<Path>> FILES = Operand.several("FILE", Type.PATH, "Files of test cases.");

  @Override
  public String summary() {
    return "Compare results with those of PyTorch, NumPy and CPython, case by case.";
  }

  @Override
  public List<Operand<?>> operands() {
    return List.of(FILES);
  }

  @Override
  public String notes() {
    return """
        Each file holds one case per line, as JSON. Failed cases are listed; then a table shows how many cases
        of each file passed, and the largest errors of those, in units in the last place (ulp). The exit code
        is 0 if all passed, 1 if any failed, 2 if a file cannot be read.
        """;
  }

  @Override
  public String examples() {
    return """
        thalweg conformance ops_elementwise.jsonl
        thalweg conformance conformance/*.jsonl
        """;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    List<Path> files = arguments.get(FILES);
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
      Totals own = run(file, all, terminal);
      rows.add(
          ROW.formatted(
              file.getFileName(), own.passed(), own.failed(), own.valueError(), own.gradientError()));
    }
    terminal.print(HEAD);
    rows.forEach(terminal::print);
    terminal.print(all.text());
    return all.failed() == 0 ? 0 : CommandLineTool.FAILED;
  }

  /// Runs the cases of `file`, prints those that fail, and adds them to `all`.
  private static Totals run(Path file, Totals all, Terminal terminal) {
    var own = new Totals();
    try {
      Conformance.run(
          file,
          result -> {
            all.add(result);
            own.add(result);
            if (!result.passed()) {
              terminal.print(result.text(WIDTH));
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
}
