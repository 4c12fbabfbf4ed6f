package thalweg.lab.exercises;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What a process said so far.
final class Transcript {
  private static final int MOST_PRINTED = 500;

  private final List<Outcome> outcomes;
  private final StringBuilder printed = new StringBuilder();
  private int current = -1;
  private boolean done;

  Transcript(int properties) {
    outcomes = new ArrayList<>(Collections.nCopies(properties, new Outcome.Untried()));
  }

  void hear(Message message) {
    switch (message) {
      case Message.Started(int property) -> current = property;
      case Message.Tried(int property, Outcome outcome, String text) -> {
        outcomes.set(property, outcome);
        print(text);
        current = -1;
      }
      case Message.Done() -> done = true;
    }
  }

  /// A line that is no message.
  void print(String text) {
    if (!text.isBlank() && printed.length() < MOST_PRINTED) {
      printed.append(text, 0, Math.min(text.length(), MOST_PRINTED - printed.length()));
      printed.append(text.endsWith("\n") ? "" : "\n");
    }
  }

  Assessment assessment(Exercise<?> exercise, boolean stopped, Duration limit) {
    if (!done) {
      String reason =
          stopped
              ? "it was stopped after %s s: look for a loop that never ends".formatted(seconds(limit))
              : "it ended the program (System.exit?): a method should return";
      outcomes.set(Math.max(current, 0), new Outcome.Interrupted(reason));
    }
    return new Assessment(exercise, List.of(), outcomes, printed.toString().strip());
  }

  private static String seconds(Duration limit) {
    return Double.toString(limit.toMillis() / 1000.0).replaceFirst("\\.0$", "");
  }
}
