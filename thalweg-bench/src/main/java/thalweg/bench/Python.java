package thalweg.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The Python that the peers run in: what the environment variable `THALWEG_PYTHON` names, else of `python3` on the
/// search path and that of the system the one that has more of them.
final class Python {
  /// What is measured beside Thalweg.
  static final List<String> MODULES = List.of("torch", "numpy", "matplotlib");

  static final String COMMAND =
      Optional.ofNullable(System.getenv("THALWEG_PYTHON")).orElseGet(Python::bestEquipped);

  private Python() {}

  private static String bestEquipped() {
    return Stream.of("/usr/bin/python3", "python3") // of equals the last
        .max(Comparator.comparing(Python::modules))
        .orElseThrow();
  }

  private static long modules(String python) {
    return MODULES.stream().filter(module -> Programs.works(python, "-c", "import " + module)).count();
  }
}
