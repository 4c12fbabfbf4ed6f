package thalweg.lab.exercises;

import java.util.List;

/// Where this program's modules lie, for another JVM or the compiler.
final class ModulePath {
  private ModulePath() {}

  /// Options that make the library known to a file that belongs to no module.
  static List<String> options() {
    return List.of("--module-path", System.getProperty("jdk.module.path"), "--add-modules", "thalweg.core");
  }
}
