package thalweg.lab.conformance;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import thalweg.tensor.Warnings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs files of conformance cases, one JSON object a line.
public final class Conformance {
  private static final JsonMapper JSON = new JsonMapper();

  private Conformance() {}

  /// Runs the cases of a file in order and tells each result.
  ///
  /// @throws MalformedCaseException naming the file and the line
  public static void run(Path file, Consumer<CaseResult> told) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      run(file.toString(), reader, told);
    }
  }

  /// Runs the cases that `reader` gives in order and tells each result.
  ///
  /// @param file what to call it
  /// @throws MalformedCaseException naming the file and the line
  public static void run(String file, Reader reader, Consumer<CaseResult> told) throws IOException {
    Lines lines = new Lines(reader);
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          told.accept(run(lines.number(), parse(line)));
        }
      }
    } catch (MalformedCaseException e) {
      throw e.at(file, lines.number());
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new MalformedCaseException("not JSON: " + e.getOriginalMessage());
    }
  }

  private static CaseResult run(long line, JsonNode node) {
    Fields test = new Fields(node);
    String kind = test.text("kind");
    String name = test.has("name") ? test.text("name") : "line " + line;
    Set<String> dtypes = new TreeSet<>(node.findValuesAsString("dtype"));
    Errors errors = Errors.NONE;
    Optional<String> failure = Optional.empty();
    // warnings are part of what some cases want to see, but no reader of the results does
    try (var _ = Warnings.to(_ -> {})) {
      errors = check(kind, test);
    } catch (MalformedCaseException e) {
      throw e;
    } catch (Mismatch e) {
      failure = Optional.of(e.getMessage());
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      failure = Optional.of("%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
    }
    return new CaseResult(line, kind, subject(test, name), name, dtypes, errors, failure);
  }

  private static String subject(Fields test, String name) {
    return Stream.of("op", "optimizer", "scheduler", "generator")
        .filter(test::has)
        .findFirst()
        .map(test::text)
        .orElse(name);
  }

  private static Errors check(String kind, Fields test) {
    return switch (kind) {
      case "op" -> OpCheck.run(test);
      case "derivatives" -> ExpressionCheck.derivatives(test);
      case "expression" -> ExpressionCheck.expression(test);
      case "rng" -> RandomCheck.run(test);
      case "optim" -> OptimizerCheck.steps(test);
      case "optim_quadratic" -> OptimizerCheck.quadratic(test);
      case "scheduler" -> OptimizerCheck.scheduler(test);
      case "repr" -> unmeasured(PrintCheck::repr, test);
      case "grad_fn_repr" -> unmeasured(PrintCheck::gradFn, test);
      case "error" -> unmeasured(ErrorCheck::error, test);
      case "warning" -> unmeasured(ErrorCheck::warning, test);
      case "autograd_error" -> unmeasured(AutogradErrorCheck::run, test);
      default -> throw new MalformedCaseException("unknown kind '" + kind + "'");
    };
  }

  /// Checks of texts, where no numbers are compared.
  private static Errors unmeasured(Consumer<Fields> check, Fields test) {
    check.accept(test);
    return Errors.NONE;
  }
}
