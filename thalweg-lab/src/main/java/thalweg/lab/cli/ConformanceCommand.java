package thalweg.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    name = "conformance",
    description = "Compare with what PyTorch, NumPy and CPython compute, case by case.",
    footer = {
      "",
      "Each file holds one case a line, as JSON.",
      "",
      "Examples:",
      "  thalweg conformance ops_elementwise.jsonl",
      "  thalweg conformance conformance/*.jsonl"
    })
final class ConformanceCommand implements Callable<Integer> {
  private static final int WIDTH = 100;

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
    var totals = new Totals();
    for (Path file : files) {
      run(file, totals);
    }
    out().println(totals.text());
    return totals.failed() == 0 ? 0 : CommandLineTool.FAILED;
  }

  private void run(Path file, Totals all) {
    var own = new Totals();
    try {
      Conformance.run(
          file,
          result -> {
            all.add(result);
            own.add(result);
            print(result);
          });
    } catch (MalformedCaseException e) {
      throw new BadInputException(e.getMessage());
    } catch (CharacterCodingException e) {
      throw new BadInputException(file + " is not UTF-8 text");
    } catch (IOException e) {
      throw new BadInputException("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
    if (files.size() > 1) {
      out().printf("%s: %d passed, %d failed%n", file, own.passed(), own.failed());
    }
  }

  private void print(CaseResult result) {
    if (!result.passed()) {
      out().println(result.text(WIDTH));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
