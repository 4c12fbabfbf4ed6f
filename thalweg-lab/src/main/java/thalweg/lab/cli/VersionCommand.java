package thalweg.lab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import thalweg.cpu.Simd;
import thalweg.cpu.Threads;

final class VersionCommand implements Command {
  @Override
  public String summary() {
    return "Show the version, and the Java, kernels and threads in use.";
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    terminal.print("Thalweg  " + version());
    terminal.print("Java     " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
    terminal.print("Kernels  " + Simd.description());
    terminal.print(
        "Threads  %d on %d processors"
            .formatted(Threads.current().count(), Runtime.getRuntime().availableProcessors()));
    return 0;
  }

  /// Written into the resource by the build.
  private static String version() {
    try (InputStream in = VersionCommand.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
