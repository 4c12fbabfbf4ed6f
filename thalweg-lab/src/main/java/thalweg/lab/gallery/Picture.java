package thalweg.lab.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A picture of the gallery, made by a method whose source stands below it.
///
/// @param home   the class the method is in
/// @param method its name, and that of the picture's file
/// @param svg    what it draws
record Picture(Class<?> home, String method, Supplier<String> svg) {

  String file() {
    return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".svg";
  }

  /// The comment above the method.
  String caption() {
    String before = text().substring(0, start());
    return before.substring(before.lastIndexOf("\n\n") + 2).lines()
        .map(line -> line.strip().replaceFirst("^/// ?", "")).collect(Collectors.joining("\n"));
  }

  /// The method, without what all of its class is indented by.
  String source() {
    String text = text();
    return text.substring(start(), text.indexOf("\n  }\n", start()) + 4).indent(-2).strip();
  }

  /// Where the method begins in its class.
  private int start() {
    int at = text().indexOf(" " + method + "() {");
    if (at < 0) {
      throw new IllegalStateException("gallery: %s has no method %s".formatted(home.getSimpleName(), method));
    }
    return text().lastIndexOf('\n', at) + 1;
  }

  /// The source of its class, which is packed beside it.
  private String text() {
    try (var in = home.getResourceAsStream(home.getSimpleName() + ".java")) {
      if (in == null) {
        throw new IllegalStateException("gallery: the source of %s is missing from the jar".formatted(home));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
