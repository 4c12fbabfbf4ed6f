package thalweg.figures;

import java.util.List;

/// Where the ticks of an axis stand, and what is written at them.
///
/// @param places where, in the units of the axis
/// @param texts  one for each place, in the language of [MathText]; or none, and they are written as numbers
/// @param offset what is written once for all of them at the end of the axis, such as `1e6`; empty for nothing
/// @param minor  where ticks stand that have no text
public record Ticks(Values places, List<String> texts, String offset, Values minor) {

  public Ticks {
    texts = List.copyOf(texts);
    if (!texts.isEmpty() && texts.size() != places.size()) {
      throw new IllegalArgumentException("ticks: %d texts for %d positions; each position needs one"
          .formatted(texts.size(), places.size()));
    }
  }

  /// Ticks at given places, without texts yet.
  public static Ticks at(Values places) {
    return new Ticks(places, List.of(), "", Values.of());
  }

  /// Ticks at given places with given texts.
  public static Ticks of(Values places, List<String> texts) {
    return new Ticks(places, texts, "", Values.of());
  }
}
