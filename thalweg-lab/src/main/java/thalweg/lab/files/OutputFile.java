package thalweg.lab.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import thalweg.lab.lesson.BadInputException;

/// Files written whole or not at all: the text goes beside the target first and is then moved over it.
public final class OutputFile {
  private OutputFile() {}

  /// Makes sure that `file` can be written later; creates nothing.
  ///
  /// @throws BadInputException saying why it cannot
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInputException("cannot write %s: it is a directory".formatted(file));
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new BadInputException("cannot write %s: it is write-protected".formatted(file));
    }
    checkDirectory(file.toAbsolutePath().getParent());
  }

  /// Makes sure that files can be written into `directory` later, which may not exist yet.
  ///
  /// @throws BadInputException saying why it cannot
  public static void checkDirectory(Path directory) {
    Path existing = directory.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      throw new BadInputException(
          "cannot write into %s: %s is not a directory".formatted(directory, existing));
    }
    if (!Files.isWritable(existing)) {
      throw new BadInputException(
          "cannot write into %s: no permission to write in %s".formatted(directory, existing));
    }
  }

  /// Writes `text` as UTF-8, replacing what was there, and makes the directories it lies in.
  ///
  /// @throws BadInputException if it cannot be written
  public static void write(Path file, String text) {
    Path target = file.toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      Path draft = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
      try {
        Files.writeString(draft, text);
        move(draft, target);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new BadInputException("cannot write %s: %s".formatted(file, e));
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
