package thalweg.figures;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes files, each whole or not at all.
public final class Saving {

  /// The name of a draft, with the process that writes it.
  private static final Pattern DRAFT = Pattern.compile("\\..*\\.thalweg-(\\d{1,18})-[0-9a-f]+\\.part");

  private Saving() {}

  /// What a file is to hold.
  @FunctionalInterface
  public interface Content {
    /// Writes all of it; the stream is closed afterwards.
    void write(OutputStream to) throws IOException;
  }

  /// Writes a file and makes the directories it lies in; one that exists is replaced once the new one is complete.
  public static void whole(Path file, Content content) throws IOException {
    var directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    sweep(directory);
    // Beside the file, so that it can take the file's place in one step.
    var draft = directory.resolve(
        ".%s.thalweg-%d-%x.part".formatted(file.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
    try {
      try (var to = new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
        content.write(to);
      }
      replace(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Removes the drafts of programs that were killed while they wrote: those of processes that are no more. Others may be
  /// writing now.
  public static void sweep(Path directory) throws IOException {
    try (var drafts = Files.newDirectoryStream(directory, ".*.thalweg-*.part")) {
      for (var draft : drafts) {
        var name = DRAFT.matcher(draft.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }

  private static void replace(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static void save(Figure figure, Path file, Output output) {
    var renderer = format(renderers(), file, "a figure");
    save(file, to -> renderer.render(figure, output, to));
  }

  static void save(Animation animation, Path file, Output output) {
    var renderer = format(animationRenderers(), file, "an animation");
    if (animation.frames().isEmpty()) {
      throw new IllegalArgumentException("save: the animation has no frames");
    }
    save(file, to -> renderer.render(animation, output, to));
  }

  private static void save(Path file, Content content) {
    try {
      whole(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("save: cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /// The endings of the files that figures can be saved as.
  public static List<String> figureEndings() {
    return endings(renderers()).toList();
  }

  /// The endings of the files that animations can be saved as.
  public static List<String> animationEndings() {
    return endings(animationRenderers()).toList();
  }

  private static List<Renderer> renderers() {
    return ServiceLoader.load(Renderer.class, Renderer.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get).toList();
  }

  private static List<AnimationRenderer> animationRenderers() {
    return ServiceLoader.load(AnimationRenderer.class, Renderer.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get).toList();
  }

  private static Stream<String> endings(List<? extends Format> formats) {
    return formats.stream().flatMap(format -> format.endings().stream()).sorted();
  }

  private static <F extends Format> F format(List<F> formats, Path file, String what) {
    var name = String.valueOf(file.getFileName());
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return formats.stream().filter(format -> name.contains(".") && format.endings().contains(ending)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "save: no renderer writes \"%s\"; %s can be saved as %s".formatted(
                name, what, endings(formats).map(known -> "." + known).collect(Collectors.joining(", ")))));
  }
}
