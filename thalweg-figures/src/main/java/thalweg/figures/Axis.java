package thalweg.figures;

import java.util.List;
import java.util.Optional;

/// One axis: its label, scale, ticks and ends.
///
/// @param label    its text; `$…$` is mathematics, see [MathText]
/// @param log      whether its scale is logarithmic
/// @param ticks    its ticks; empty leaves the choice to [Ticker]
/// @param limits   its ends; empty fits them to the data
/// @param inverted whether it runs the other way round where its ends are fitted to the data
/// @param grid     whether lines are drawn across the axes at its ticks
public record Axis(
    String label, boolean log, Optional<Ticks> ticks, Optional<Limits> limits, boolean inverted, boolean grid) {

  static final Axis PLAIN = new Axis("", false, Optional.empty(), Optional.empty(), false, false);

  public Axis {
    limits.filter(ends -> log && (ends.low() <= 0 || ends.high() <= 0)).ifPresent(ends -> {
      throw new IllegalArgumentException(
          "limits: a logarithmic axis takes only positive numbers, got %s and %s"
              .formatted(ends.low(), ends.high()));
    });
  }

  Axis label(String label) {
    return new Axis(label, log, ticks, limits, inverted, grid);
  }

  Axis logarithmic() {
    return new Axis(label, true, ticks, limits, inverted, grid);
  }

  Axis ticks(double... places) {
    return ticks(Ticks.at(Values.of(places)));
  }

  Axis ticks(double[] places, List<String> texts) {
    return ticks(Ticks.of(Values.of(places), texts));
  }

  Axis ticks(Ticks ticks) {
    return new Axis(label, log, Optional.of(ticks), limits, inverted, grid);
  }

  Axis limits(double low, double high) {
    return new Axis(label, log, ticks, Optional.of(new Limits(low, high)), inverted, grid);
  }

  Axis invert() {
    return new Axis(label, log, ticks, limits.map(Limits::reversed), !inverted, grid);
  }

  Axis grid(boolean on) {
    return new Axis(label, log, ticks, limits, inverted, on);
  }

  /// The ends: those asked for, or those that fit the data, turned round where the axis is.
  Limits ends(Limits fitted) {
    return limits.orElse(inverted ? fitted.reversed() : fitted);
  }
}
