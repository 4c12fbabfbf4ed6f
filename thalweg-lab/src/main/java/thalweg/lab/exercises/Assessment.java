package thalweg.lab.exercises;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a teacher says to a solution.
public final class Assessment {
  private final Exercise<?> exercise;
  private final List<String> errors;
  private final List<Outcome> outcomes;
  private final String printed;

  /// @param errors   why it does not compile; empty if it does
  /// @param outcomes one for each property, in their order
  /// @param printed  what it wrote to the terminal
  Assessment(Exercise<?> exercise, List<String> errors, List<Outcome> outcomes, String printed) {
    this.exercise = exercise;
    this.errors = List.copyOf(errors);
    this.outcomes = List.copyOf(outcomes);
    this.printed = printed;
  }

  /// True if there is nothing to mend.
  public boolean passed() {
    return errors.isEmpty() && printed.isEmpty() && held() == outcomes.size();
  }

  private long held() {
    return outcomes.stream().filter(Outcome.Holds.class::isInstance).count();
  }

  /// What holds and what does not, line by line; with a hint for the first thing to mend. What fails after it may only
  /// follow from it, and a hint would lead away from the cause.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("%s (lesson %s)".formatted(exercise.name(), exercise.lesson()));
    lines.add(exercise.task());
    if (!errors.isEmpty()) {
      lines.add("It does not compile:");
      errors.forEach(error -> lines.addAll(error.lines().map("  "::concat).toList()));
      return lines;
    }
    String unwritten = "";
    boolean failed = false;
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      String message = outcome instanceof Outcome.Unwritten gap ? gap.message() : "";
      Property<?> property = exercise.properties().get(i);
      describe(outcome, property, !message.isEmpty() && message.equals(unwritten), lines);
      boolean fails = !(outcome instanceof Outcome.Holds || outcome instanceof Outcome.Untried);
      if (fails && !failed && !(outcome instanceof Outcome.Mismatch)) {
        lines.addAll(hint(property));
      }
      failed |= fails;
      unwritten = message;
    }
    if (!printed.isEmpty()) {
      lines.add("It printed to the terminal; only main should. Remove this:");
      printed.lines().forEach(line -> lines.add("    " + line));
    }
    lines.add(
        passed()
            ? "All %d checks pass. Well done.".formatted(outcomes.size())
            : "%d of %d checks pass.".formatted(held(), outcomes.size()));
    if (outcomes.size() - held() > 1) {
      lines.add("Fix the first failure before you look at the others: they may only follow from it.");
    }
    return lines;
  }

  /// @param repeated whether the property before said the same
  private static void describe(Outcome outcome, Property<?> property, boolean repeated, List<String> lines) {
    switch (outcome) {
      case Outcome.Holds() -> lines.add("  ✓ " + property.name());
      case Outcome.Untried() -> lines.add("  · " + property.name() + " (not run)");
      case Outcome.Fails(Difference d) -> {
        lines.add("  ✗ " + property.name());
        lines.add("      given     " + d.input());
        lines.add("      expected  " + d.expected());
        lines.add("      got       " + d.got());
      }
      case Outcome.Unwritten(String message) -> {
        lines.add("  ✗ " + property.name());
        if (!repeated) {
          lines.add("      not written yet: " + message);
        }
      }
      case Outcome.Threw(String exception, String place) -> {
        lines.add("  ✗ " + property.name());
        lines.add("      threw     " + exception + (place.isEmpty() ? "" : " in " + place));
      }
      case Outcome.Mismatch(String message) -> {
        lines.add("  ✗ " + property.name());
        lines.add("      " + message);
      }
      case Outcome.Interrupted(String reason) -> {
        lines.add("  ✗ " + property.name());
        lines.add("      " + reason);
      }
    }
  }

  /// In lines for a terminal 100 wide.
  private static List<String> hint(Property<?> property) {
    String wrapped = property.hint().replaceAll("(.{1,80})(?: |$)", "                $1\n");
    return ("      hint      " + wrapped.strip()).lines().toList();
  }

  /// The exercises there are, two lines each.
  public static List<String> exercises() {
    return Exercises.all().stream()
        .flatMap(
            e ->
                Stream.of(
                    "exercises/%s.java  (lesson %s)".formatted(e.name(), e.lesson()), "    " + e.task()))
        .toList();
  }
}
