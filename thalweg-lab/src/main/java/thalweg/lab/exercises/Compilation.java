package thalweg.lab.exercises;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles a file into a directory.
final class Compilation {
  private Compilation() {}

  /// What is wrong with `file`, as `File.java, line 3: …` with the line below; nothing if it compiles.
  static List<String> errors(Path file, Path directory) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    var options = new ArrayList<>(List.of("-proc:none", "-Xlint:none", "-encoding", "UTF-8", "-d", directory.toString()));
    options.addAll(ModulePath.options());
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      compiler
          .getTask(new StringWriter(), files, found, options, null, files.getJavaFileObjects(file))
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> describe(d, file))
        .toList();
  }

  private static String describe(Diagnostic<? extends JavaFileObject> error, Path file) {
    String message = error.getMessage(Locale.ROOT);
    if (error.getLineNumber() == Diagnostic.NOPOS) {
      return "%s: %s".formatted(file.getFileName(), message);
    }
    return "%s, line %d: %s%n    %s%n    %s^"
        .formatted(
            file.getFileName(),
            error.getLineNumber(),
            message,
            line(file, error.getLineNumber()),
            " ".repeat((int) Math.max(0, error.getColumnNumber() - 1)));
  }

  private static String line(Path file, long number) {
    try {
      return Files.readString(file).lines().skip(number - 1).findFirst().orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
