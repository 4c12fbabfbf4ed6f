package thalweg.lab.exercises;

/// What became of a property.
sealed interface Outcome {
  /// It holds.
  record Holds() implements Outcome {}

  /// It does not.
  record Fails(Difference difference) implements Outcome {}

  /// The gap is still there.
  record Unwritten(String message) implements Outcome {}

  /// The solution threw something, at `place`.
  record Threw(String exception, String place) implements Outcome {}

  /// The file declares something else than it should.
  record Mismatch(String message) implements Outcome {}

  /// It was tried, and nothing came back.
  record Interrupted(String reason) implements Outcome {}

  /// Something before it ended all trials.
  record Untried() implements Outcome {}
}
