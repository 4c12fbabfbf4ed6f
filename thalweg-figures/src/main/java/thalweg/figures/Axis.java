package thalweg.figures;

import java.util.Optional;

/// One axis: its label, scale, ticks and ends.
///
/// @param label  its text; `$…$` is mathematics, see [MathText]
/// @param log    whether its scale is logarithmic
/// @param ticks  where its ticks stand; empty leaves that to the renderer
/// @param limits its ends; empty fits them to the data
public record Axis(String label, boolean log, Optional<Values> ticks, Optional<Limits> limits) {

  static final Axis PLAIN = new Axis("", false, Optional.empty(), Optional.empty());

  public Axis {
    limits.filter(ends -> log && (ends.low() <= 0 || ends.high() <= 0)).ifPresent(ends -> {
      throw new IllegalArgumentException(
          "limits: a logarithmic axis has only positive numbers, got %s and %s"
              .formatted(ends.low(), ends.high()));
    });
  }

  Axis label(String label) {
    return new Axis(label, log, ticks, limits);
  }

  Axis logarithmic() {
    return new Axis(label, true, ticks, limits);
  }

  Axis ticks(double... places) {
    return new Axis(label, log, Optional.of(Values.of(places)), limits);
  }

  Axis limits(double low, double high) {
    return new Axis(label, log, ticks, Optional.of(new Limits(low, high)));
  }
}
