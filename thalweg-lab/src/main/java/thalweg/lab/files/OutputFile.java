package thalweg.lab.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import thalweg.figures.Saving;
import thalweg.lab.lesson.BadInputException;

/// Files written whole or not at all, and why they cannot be.
public final class OutputFile {
  private OutputFile() {}

  /// Makes sure that `file` can be written later, and makes the directories it lies in.
  ///
  /// @throws BadInputException saying why it cannot
  public static void prepare(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInputException("cannot write %s: it is a directory".formatted(file));
    }
    prepare(file.toAbsolutePath().getParent(), file);
  }

  /// Makes sure that files can be written into `directory` later, and makes it.
  ///
  /// @throws BadInputException saying why they cannot
  public static void prepareDirectory(Path directory) {
    prepare(directory, directory);
  }

  private static void prepare(Path directory, Path wanted) {
    try {
      Files.createDirectories(directory);
      Saving.sweep(directory);
      Files.delete(Files.createTempFile(directory, ".try.thalweg-%d-".formatted(ProcessHandle.current().pid()), ".part"));
    } catch (IOException e) {
      throw new BadInputException("cannot write %s: %s".formatted(wanted, reason(e)));
    }
  }

  /// Writes `text` as UTF-8, replacing what was there, and makes the directories it lies in.
  ///
  /// @throws BadInputException if it cannot be written
  public static void write(Path file, String text) {
    write(file, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Writes what `content` writes, replacing what was there, and makes the directories it lies in.
  ///
  /// @throws BadInputException if it cannot be written
  public static void write(Path file, Saving.Content content) {
    try {
      Saving.whole(file, content);
    } catch (IOException e) {
      throw new BadInputException("cannot write %s: %s".formatted(file, reason(e)));
    }
  }

  /// Why a file cannot be written.
  static String reason(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException taken -> taken.getFile() + " is not a directory";
      case NoSuchFileException missing -> missing.getFile() + " cannot be created";
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> e.toString();
    };
  }
}
