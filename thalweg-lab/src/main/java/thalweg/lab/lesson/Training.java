package thalweg.lab.lesson;

import thalweg.trace.Trace;

/// The training that a lesson's settings describe, and what became of it.
///
/// @param trace       what was recorded
/// @param verdict     a word or two: `converges`, `diverges`
/// @param explanation why, in a sentence; empty if there is nothing to say
public record Training(Trace trace, String verdict, String explanation) {
  /// Judges a training by its losses alone, where nothing is known of the best.
  public static Training judged(Trace trace) {
    if (trace.losses().isEmpty()) {
      return new Training(trace, "no steps", "");
    }
    double first = trace.losses().getFirst();
    double last = trace.losses().getLast();
    return new Training(trace, last < first ? "falls" : last > first ? "climbs" : "stays", "");
  }
}
