package thalweg.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Opens pages in the browser, by the system's own command: Java's would start a window system.
public final class Showing {

  /// An opener that runs for longer is a browser.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Showing() {}

  static Path show(Figure figure) {
    try {
      var page = Files.createTempFile("thalweg-figure-", ".html");
      Saving.save(figure, page, Output.DEFAULT);
      open(page, System.out::println);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Opens a page in the reader's browser; where there is none, tells `print` where the page is.
  public static void open(Path page, Consumer<String> print) {
    var address = page.toAbsolutePath().normalize().toUri().toString();
    if (!opened(address, System.getProperty("os.name"), System.getenv())) {
      print.accept("No browser to open; the page is " + address);
    }
  }

  private static boolean opened(String address, String system, Map<String, String> environment) {
    var command = command(address, system, environment);
    if (command.isEmpty()) {
      return false;
    }
    try {
      var opener = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return !opener.waitFor(PATIENCE) || opener.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// What opens a page; nothing where there is no display.
  static List<String> command(String address, String system, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    if (name.startsWith("mac")) {
      return List.of("open", address);
    }
    boolean display = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return display ? List.of("xdg-open", address) : List.of();
  }
}
