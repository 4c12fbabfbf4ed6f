package thalweg.lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Shows a page.
final class Browser {
  private Browser() {}

  /// Opens `page` in the user's browser, or says where it lies. Asks the system's own opener, because
  /// loading the desktop classes would take longer than the lesson.
  static void open(Path page, Consumer<String> print) {
    String address = page.toAbsolutePath().normalize().toUri().toString();
    try {
      Process opener =
          new ProcessBuilder(command(address))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!opener.waitFor(Duration.ofSeconds(3)) || opener.exitValue() == 0) {
        return;
      }
    } catch (IOException e) {
      // no opener here: say where it is
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    print.accept("No browser to open; the page is " + address);
  }

  private static List<String> command(String address) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
  }
}
