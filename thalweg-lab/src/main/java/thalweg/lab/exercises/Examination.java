package thalweg.lab.exercises;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// Tries a solution in a JVM of its own, with little memory and a time limit.
public final class Examination {
  /// Longer lines than this are no message, and not kept whole.
  private static final int LONGEST_LINE = 100_000;

  private final Path file;
  private final Duration limit;

  /// @param file  the solution, named as its exercise
  /// @param limit when it is stopped
  public Examination(Path file, Duration limit) {
    this.file = file;
    this.limit = limit;
  }

  /// Compiles and tries the file.
  ///
  /// @throws thalweg.lab.lesson.BadInputException if there is no such file or no such exercise
  public Assessment run() {
    Exercise<?> exercise = Exercises.of(file);
    try {
      Path directory = Files.createTempDirectory("thalweg-exercise");
      try {
        List<String> errors = Compilation.errors(file, directory);
        return errors.isEmpty()
            ? examined(exercise, directory)
            : new Assessment(exercise, errors, List.of(), "");
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Assessment examined(Exercise<?> exercise, Path directory) throws IOException {
    String secret = secret();
    Process process = start(exercise, directory);
    var stopped = new AtomicBoolean();
    Thread stopper = Thread.ofVirtual().start(() -> stopAfter(process, stopped));
    try (var output = process.outputWriter(StandardCharsets.UTF_8)) {
      output.write(secret + "\n");
    }
    var transcript = new Transcript(exercise.properties().size());
    try (var input =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = readLine(input); line != null; line = readLine(input)) {
        String said = line;
        Message.of(line, secret).ifPresentOrElse(transcript::hear, () -> transcript.print(said));
      }
    } finally {
      process.destroyForcibly();
    }
    stopper.interrupt();
    return transcript.assessment(exercise, stopped.get(), limit);
  }

  private void stopAfter(Process process, AtomicBoolean stopped) {
    try {
      Thread.sleep(limit);
      stopped.set(true);
      process.destroyForcibly();
    } catch (InterruptedException e) {
      // it ended before
    }
  }

  private static Process start(Exercise<?> exercise, Path directory) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable"));
    command.addAll(ModulePath.options());
    command.addAll(
        List.of("-m", "thalweg.lab/" + Examiner.class.getName(), directory.toString(), exercise.name()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String secret() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// A line, cut off where it is too long to be a message; null at the end.
  private static String readLine(Reader input) throws IOException {
    var line = new StringBuilder();
    int c = input.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = input.read()) {
      if (line.length() < LONGEST_LINE && c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
