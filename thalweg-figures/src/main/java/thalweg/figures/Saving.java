package thalweg.figures;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// Writes figures to files, each whole or not at all.
final class Saving {

  private Saving() {}

  static void save(Figure figure, Path file, Output output) {
    var renderer = renderer(file);
    try {
      var directory = file.toAbsolutePath().getParent();
      Files.createDirectories(directory);
      // Beside the file, so that it can take the file's place in one step.
      var draft = directory.resolve(".%s-%x.part".formatted(file.getFileName(), System.nanoTime()));
      try {
        try (var to = new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
          renderer.render(figure, output, to);
        }
        replace(draft, file);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("save: cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void replace(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Renderer renderer(Path file) {
    var name = String.valueOf(file.getFileName());
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var renderers = ServiceLoader.load(Renderer.class, Renderer.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get).toList();
    return renderers.stream().filter(renderer -> name.contains(".") && renderer.endings().contains(ending))
        .findFirst().orElseThrow(() -> new IllegalArgumentException(
            "save: no renderer writes \"%s\"; a figure can be saved as %s".formatted(name, known(renderers))));
  }

  private static String known(List<Renderer> renderers) {
    return renderers.stream().flatMap(renderer -> renderer.endings().stream()).sorted()
        .map(ending -> "." + ending).collect(Collectors.joining(", "));
  }
}
