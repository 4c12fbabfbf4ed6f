package thalweg.lab.lesson;

import thalweg.lab.verdict.Course;
import thalweg.lab.verdict.Verdict;
import thalweg.trace.Trace;

/// The training that a lesson's settings describe, and what became of it.
///
/// @param trace   what was recorded
/// @param course  its weights and the loss at each of them, from the start to the result
/// @param verdict what became of it
public record Training(Trace trace, Course course, Verdict verdict) {
  /// The same under another name.
  public Training named(String name) {
    return new Training(
        new Trace(name, trace.parameters(), trace.steps(), trace.result()), course, verdict);
  }
}
