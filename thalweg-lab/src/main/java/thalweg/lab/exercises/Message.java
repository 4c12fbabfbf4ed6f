package thalweg.lab.exercises;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the process that runs a solution tells what it found: a line that starts with a secret, which the
/// solution does not know, so that nothing it prints is taken for a result.
sealed interface Message {
  /// A property is about to be tried.
  record Started(int property) implements Message {}

  /// It was tried, and `printed` is what the solution printed meanwhile.
  record Tried(int property, Outcome outcome, String printed) implements Message {}

  /// All were tried.
  record Done() implements Message {}

  /// As a line.
  default String line(String secret) {
    List<String> fields =
        switch (this) {
          case Started(int property) -> List.of("started", "" + property);
          case Tried(int property, Outcome outcome, String printed) -> tried(property, outcome, printed);
          case Done() -> List.of("done");
        };
    return secret + fields.stream().map(Message::encoded).collect(Collectors.joining(" ", " ", ""));
  }

  private static List<String> tried(int property, Outcome outcome, String printed) {
    List<String> what =
        switch (outcome) {
          case Outcome.Holds() -> List.of("holds", "", "", "");
          case Outcome.Fails(Difference d) -> List.of("fails", d.input(), d.expected(), d.got());
          case Outcome.Unwritten(String message) -> List.of("unwritten", message, "", "");
          case Outcome.Threw(String exception, String place) -> List.of("threw", exception, place, "");
          case Outcome.Mismatch(String message) -> List.of("mismatch", message, "", "");
          case Outcome.Interrupted(String reason) -> List.of("interrupted", reason, "", "");
          case Outcome.Untried() -> List.of("untried", "", "", "");
        };
    return List.of("tried", "" + property, printed, what.get(0), what.get(1), what.get(2), what.get(3));
  }

  /// What a line says; none if it is no message.
  static Optional<Message> of(String line, String secret) {
    if (!line.startsWith(secret + " ")) {
      return Optional.empty();
    }
    List<String> f =
        Arrays.stream(line.substring(secret.length() + 1).split(" ", -1)).map(Message::decoded).toList();
    return Optional.of(
        switch (f.getFirst()) {
          case "started" -> new Started(Integer.parseInt(f.get(1)));
          case "tried" -> new Tried(Integer.parseInt(f.get(1)), outcome(f.subList(3, 7)), f.get(2));
          default -> new Done();
        });
  }

  private static Outcome outcome(List<String> f) {
    return switch (f.getFirst()) {
      case "holds" -> new Outcome.Holds();
      case "fails" -> new Outcome.Fails(new Difference(f.get(1), f.get(2), f.get(3)));
      case "unwritten" -> new Outcome.Unwritten(f.get(1));
      case "threw" -> new Outcome.Threw(f.get(1), f.get(2));
      case "mismatch" -> new Outcome.Mismatch(f.get(1));
      case "interrupted" -> new Outcome.Interrupted(f.get(1));
      default -> new Outcome.Untried();
    };
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
