package thalweg.figures;

/// How far the bars of a [Mark.ErrorBars] reach from each point.
///
/// @param below towards smaller numbers; none is negative
/// @param above towards larger numbers; none is negative
public record Errors(Values below, Values above) {

  /// No bars.
  public static final Errors NONE = new Errors(Values.of(), Values.of());

  public Errors {
    if (below.stream().anyMatch(e -> e < 0) || above.stream().anyMatch(e -> e < 0)) {
      throw new IllegalArgumentException(
          "errorbar: errors are lengths and none may be negative, got %s below and %s above"
              .formatted(below, above));
    }
  }

  /// As far to both sides.
  public static Errors of(double... errors) {
    var both = Values.of(errors);
    return new Errors(both, both);
  }

  /// The same for each of `count` points.
  public static Errors each(double error, int count) {
    return of(Values.range(count).map(_ -> error).toArray());
  }

  /// Those of some points.
  Errors pick(int[] points) {
    return equals(NONE) ? this : new Errors(below.pick(points), above.pick(points));
  }
}
