package thalweg.figures.draw;

import java.util.ArrayList;
import java.util.List;
import thalweg.figures.Axis;
import thalweg.figures.Ticker;
import thalweg.figures.Ticks;

/// A tick with its text; without one it is a minor tick.
///
/// @param at the number at which it stands
record Tick(double at, Lettering text) {

  /// The ticks of an axis, and the text that stands once for all of theirs.
  record Row(List<Tick> major, List<Double> minor, Lettering offset) {

    double widest() {
      return major.stream().mapToDouble(tick -> tick.text.width()).max().orElse(0);
    }

    double highest() {
      return major.stream().mapToDouble(tick -> tick.text.height()).max().orElse(0);
    }
  }

  /// matplotlib divides an axis into at most so many parts.
  private static final int MOST = 9;

  /// The ticks of an axis that leave each of their texts `room` points.
  static Row row(Axis axis, Scale scale, Look look, double room) {
    int most = (int) Math.clamp(Math.floor(scale.length() / room), 1, MOST);
    return row(Ticker.of(axis, scale.limits(), most), scale, look);
  }

  static Row row(Ticks ticks, Scale scale, Look look) {
    var major = new ArrayList<Tick>();
    for (int i = 0; i < ticks.places().size(); i++) {
      if (scale.holds(ticks.places().get(i))) {
        major.add(new Tick(ticks.places().get(i), look.label(ticks.texts().get(i))));
      }
    }
    return new Row(major, ticks.minor().stream().filter(scale::holds).boxed().toList(), look.label(ticks.offset()));
  }
}
