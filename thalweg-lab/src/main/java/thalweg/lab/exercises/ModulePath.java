package thalweg.lab.exercises;

import java.util.List;
import java.util.Objects;

/// Where this program's modules lie, for another JVM or the compiler.
final class ModulePath {
  private ModulePath() {}

  /// Options that make the library known to a file that belongs to no module.
  static List<String> options() {
    String path =
        Objects.requireNonNull(System.getProperty("jdk.module.path"), "run thalweg.lab as a module");
    return List.of("--module-path", path, "--add-modules", "thalweg.core");
  }
}
