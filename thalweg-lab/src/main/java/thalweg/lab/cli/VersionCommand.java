package thalweg.lab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import thalweg.kernel.Kernels;
import thalweg.kernel.Threads;

@Command(description = "Show what runs here: version, Java, kernels, threads.")
final class VersionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Thalweg  " + version());
    out.println("Java     " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
    out.println("Kernels  " + Kernels.current().name());
    out.println(
        "Threads  %d on %d processors"
            .formatted(Threads.current().count(), Runtime.getRuntime().availableProcessors()));
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
