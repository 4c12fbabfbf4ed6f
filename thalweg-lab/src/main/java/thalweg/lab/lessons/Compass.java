package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.figures.text.Language;
import thalweg.lab.graph.TextTable;

/// Short steps from a point of the field, eight ways at equal angles from the gradient on.
///
/// @param changes what each step changes, the first along the gradient
record Compass(List<Double> changes) {
  /// How long a step is.
  static final double STEP = 0.01;

  private static final int WAYS = 8;
  private static final int OPPOSITE = WAYS / 2;

  /// A gradient this short is none but for rounding, and has no direction.
  private static final double LEVEL = 1e-9;

  /// The steps from a point; empty where the gradient is zero.
  static Optional<Compass> at(double[] at, double[] gradient) {
    if (!(Math.hypot(gradient[0], gradient[1]) > LEVEL)) {
      return Optional.empty();
    }
    double uphill = Math.atan2(gradient[1], gradient[0]);
    double here = DescentLesson.field(at[0], at[1]);
    var changes = new ArrayList<Double>();
    for (int way = 0; way < WAYS; way++) {
      double angle = uphill + 2 * Math.PI * way / WAYS;
      changes.add(DescentLesson.field(at[0] + STEP * Math.cos(angle), at[1] + STEP * Math.sin(angle)) - here);
    }
    return Optional.of(new Compass(List.copyOf(changes)));
  }

  private int most() {
    return IntStream.range(0, WAYS).boxed().max(Comparator.comparing(changes::get)).orElseThrow();
  }

  private int least() {
    return IntStream.range(0, WAYS).boxed().min(Comparator.comparing(changes::get)).orElseThrow();
  }

  /// Whether the step along the gradient rises most and the opposite one falls most, as they do where the slope
  /// decides and not the curvature.
  boolean isSteepest() {
    return most() == 0 && least() == OPPOSITE;
  }

  /// A row a step, with what it changes; the largest rise and the largest fall are marked.
  TextTable table(Language language) {
    var table =
        new TextTable(
            text("descent.compass.step", "step", Double.toString(STEP)).in(language),
            text("descent.compass.change").in(language),
            "");
    for (int way = 0; way < WAYS; way++) {
      String mark = way == most() ? "descent.compass.rise" : "descent.compass.fall";
      table.row(
          List.of(
              (way == 0 ? text("descent.compass.along") : text("descent.compass.turned", "degrees", way * 360 / WAYS))
                  .in(language),
              fixed(changes.get(way), 6),
              way == most() || way == least() ? text(mark).in(language) : ""));
    }
    return table;
  }
}
