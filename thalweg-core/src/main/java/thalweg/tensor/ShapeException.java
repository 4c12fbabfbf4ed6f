package thalweg.tensor;

/// Shapes, dimensions or indices that do not fit. The message names the operation, each value at
/// fault and the likely mend.
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// With a message that names the shapes.
  public ShapeException(String message) {
    super(message);
  }
}
