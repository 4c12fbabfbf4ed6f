package thalweg.figures;

/// One thing that a [Style] can say of a mark.
///
/// @param name      what options and errors call it
/// @param otherwise what holds where no option says anything
record Property<T>(String name, T otherwise) {

  /// The option that sets it.
  Style.Option to(T value) {
    return style -> style.with(this, value);
  }

  /// The option that sets it to a finite number of at least `least`.
  static Style.Option atLeast(double least, Property<Double> property, double value, String what) {
    if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("%s: expected %s, got %s".formatted(property.name, what, value));
    }
    return property.to(value);
  }
}
