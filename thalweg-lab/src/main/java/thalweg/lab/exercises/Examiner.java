package thalweg.lab.exercises;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The program that tries a compiled solution, in a process of its own: `Examiner DIRECTORY EXERCISE`, and a
/// secret on its standard input. It answers in [Message]s.
final class Examiner {
  /// More than these characters of what a solution prints are not kept.
  private static final int MOST_PRINTED = 500;

  private static final String MISPLACED =
      "the methods must be at the top level of the file, or in a class called %s";

  private final PrintStream answers;
  private final String secret;
  private final StringBuilder printed = new StringBuilder();

  private Examiner(PrintStream answers, String secret) {
    this.answers = answers;
    this.secret = secret;
  }

  static void main(String[] arguments) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var examiner = new Examiner(System.out, input.readLine());
    examiner.capture();
    Exercise<?> exercise = Exercises.named(arguments[1]);
    try {
      examiner.examine(exercise, load(Path.of(arguments[0]), exercise.name()));
    } catch (ClassNotFoundException e) {
      examiner.answer(new Message.Tried(0, new Outcome.Mismatch(MISPLACED.formatted(exercise.name())), ""));
      examiner.answer(new Message.Done());
    }
    Runtime.getRuntime().halt(0); // whatever threads the solution started
  }

  private static Class<?> load(Path directory, String name)
      throws MalformedURLException, ClassNotFoundException {
    // never closed: the solution may load its other classes at any time
    @SuppressWarnings("resource")
    var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()});
    loader.setDefaultAssertionStatus(true);
    return Class.forName(name, false, loader);
  }

  private <S> void examine(Exercise<S> exercise, Class<?> type) {
    List<Property<S>> properties = exercise.properties();
    for (int i = 0; i < properties.size(); i++) {
      answer(new Message.Started(i));
      Outcome outcome = tryOut(properties.get(i), type, exercise);
      answer(new Message.Tried(i, outcome, takePrinted()));
      if (outcome instanceof Outcome.Mismatch) {
        break;
      }
    }
    answer(new Message.Done());
  }

  private static <S> Outcome tryOut(Property<S> property, Class<?> type, Exercise<S> exercise) {
    try {
      Optional<Difference> difference = property.trial().of(Solution.of(type, exercise.shape()));
      return difference.<Outcome>map(Outcome.Fails::new).orElseGet(Outcome.Holds::new);
    } catch (Solution.ShapeMismatch e) {
      return new Outcome.Mismatch(e.getMessage());
    } catch (Solution.ArgumentChanged e) {
      return new Outcome.Fails(e.difference());
    } catch (UnsupportedOperationException e) {
      return e.getMessage() == null // a list that cannot be changed, for instance
          ? new Outcome.Threw(e.toString(), place(e, type))
          : new Outcome.Unwritten(e.getMessage());
    } catch (Throwable e) { // a solution may throw anything, also an AssertionError or a StackOverflowError
      return new Outcome.Threw(e.toString(), place(e, type));
    }
  }

  /// Where in the solution it was thrown.
  private static String place(Throwable thrown, Class<?> type) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().split("\\$")[0].equals(type.getName()))
        .findFirst()
        .map(frame -> "%s, line %d".formatted(frame.getMethodName(), frame.getLineNumber()))
        .orElse("");
  }

  // ---- what is said, and what the solution says

  /// On a line of its own, even if something was printed past [#capture].
  private void answer(Message message) {
    answers.print("\n" + message.line(secret) + "\n");
    answers.flush();
  }

  private void capture() {
    var stream =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            keep(new String(bytes, offset, length, StandardCharsets.UTF_8));
          }
        };
    var print = new PrintStream(stream, true, StandardCharsets.UTF_8);
    System.setOut(print);
    System.setErr(print);
  }

  private synchronized void keep(String text) {
    if (printed.length() < MOST_PRINTED) {
      printed.append(text, 0, Math.min(text.length(), MOST_PRINTED - printed.length()));
    }
  }

  private synchronized String takePrinted() {
    String taken = printed.toString();
    printed.setLength(0);
    return taken;
  }
}
