package thalweg.tensor;

import java.util.Locale;

/// The element types, in the order of promotion: the result of an operation on two of them is the
/// later one, except that a 0-d tensor never raises the precision of one with dimensions
/// (PyTorch's `torch.result_type`).
public enum DType {
  /// `true` and `false`.
  BOOL,
  /// Signed 64-bit integers, wrapping on overflow.
  INT64,
  /// IEEE 754 single precision: the default of floating factories.
  FLOAT32,
  /// IEEE 754 double precision.
  FLOAT64;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// True for `float32` and `float64`: the types that can require a gradient.
  public boolean isFloating() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /// The later of the two in the order of promotion.
  public DType promote(DType other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// This type if it is floating, otherwise the default `float32`: the type of `exp` or of a division.
  public DType toFloating() {
    return isFloating() ? this : FLOAT32;
  }

  /// The type of an operation on two tensors, with the rule for 0-d tensors.
  public static DType ofResult(Tensor a, Tensor b) {
    DType x = a.dtype();
    DType y = b.dtype();
    if (x == y) {
      return x;
    }
    boolean xIsScalar = a.rank() == 0;
    if (xIsScalar == (b.rank() == 0)) {
      return x.promote(y);
    }
    DType dimensioned = xIsScalar ? y : x;
    return dimensioned.isFloating() ? dimensioned : x.promote(y);
  }

  /// The type called `name`, for instance `float32` or `torch.float32`.
  ///
  /// @throws IllegalArgumentException for any other name; the message lists the known ones
  public static DType named(String name) {
    for (DType type : values()) {
      if (name.equals(type.label) || name.equals(type.toString())) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "dtype '" + name + "' is not one of bool, int64, float32, float64");
  }

  /// The name without the prefix, for instance `float32`.
  public String label() {
    return label;
  }

  /// The name as PyTorch prints it, for instance `torch.float32`.
  @Override
  public String toString() {
    return "torch." + label;
  }

  /// `value`, if elements of this type can come near it: not NaN, nor beyond the range, of `int64`, and no finite
  /// number that would become infinite of `float32`. For operations.
  ///
  /// @throws IllegalArgumentException otherwise, said of the operation `op`
  public double fitting(String op, double value) {
    boolean fits =
        switch (this) {
          case INT64 -> value >= -0x1p63 && value < 0x1p63;
          case FLOAT32 -> !Double.isFinite(value) || Float.isFinite((float) value);
          case FLOAT64, BOOL -> true;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "%s: %s does not fit %s, which reaches from %s; use float64"
              .formatted(
                  op, value, this,
                  this == INT64 ? "-2^63 to 2^63 - 1" : "-3.4028235e38 to 3.4028235e38"));
    }
    return value;
  }
}
