package thalweg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the figures were measured on, and with which versions.
record Machine(String processor, int cores, String java, Map<String, String> versions) {
  static Machine here() throws InterruptedException {
    var versions = new TreeMap<String, String>();
    for (String module : Python.MODULES) {
      try {
        String print = "import %s; print(%s.__version__)".formatted(module, module);
        versions.put(module, Programs.run(List.of(Python.COMMAND, "-c", print), Map.of()).strip());
      } catch (IOException _) {
        versions.put(module, "not there");
      }
    }
    return new Machine(
        processorName(), Runtime.getRuntime().availableProcessors(), Runtime.version().toString(), versions);
  }

  private static String processorName() {
    Path info = Path.of("/proc/cpuinfo");
    try {
      return Files.exists(info)
          ? Files.lines(info).filter(line -> line.startsWith("model name")).findFirst()
              .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown")
          : System.getProperty("os.arch");
    } catch (IOException _) {
      return "unknown";
    }
  }

  String markdown() {
    var text = new StringBuilder();
    text.append("| machine | |\n|---|---|\n");
    text.append("| processor | %s, %d cores%s |%n"
        .formatted(processor, cores, Peers.hasAvx512() ? ", AVX-512" : ""));
    text.append("| Java | %s |%n".formatted(java));
    versions.forEach((name, version) -> text.append("| %s | %s |%n".formatted(name, version)));
    return text.toString();
  }
}
