package thalweg.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs programs of others and reads the figures they print.
final class Programs {
  private static final long MINUTES = 5;

  private Programs() {}

  /// What the program prints.
  ///
  /// @throws IOException if it cannot be started, fails or takes too long
  static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    process.onExit().completeOnTimeout(process, MINUTES, TimeUnit.MINUTES).thenAccept(Process::destroyForcibly);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      String last = output.strip().lines().reduce((_, line) -> line).orElse("no output");
      throw new IOException(
          "%s failed, or took longer than %d minutes: %s"
              .formatted(String.join(" ", command), MINUTES, last));
    }
    return output;
  }

  /// The figures in the lines `R, workload, peer, variant, figure, unit`; of several with one variant the last.
  static Map<String, Double> figures(String output) {
    var figures = new HashMap<String, Double>();
    output
        .lines()
        .map(line -> line.split("\t"))
        .filter(fields -> fields.length == 6 && fields[0].equals("R"))
        .forEach(fields -> figures.put(fields[3], Double.valueOf(fields[4])));
    return figures;
  }

  /// Whether the command can be run at all.
  static boolean works(String... command) {
    try {
      run(List.of(command), Map.of());
      return true;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
