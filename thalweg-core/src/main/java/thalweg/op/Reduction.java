package thalweg.op;

import java.util.Locale;

/// What becomes of the losses of single elements.
public enum Reduction {
  /// Their mean.
  MEAN,
  /// Their sum.
  SUM,
  /// They stay as they are.
  NONE;

  /// The reduction that PyTorch calls `name`: `mean`, `sum` or `none`.
  ///
  /// @throws IllegalArgumentException for any other name
  public static Reduction named(String name) {
    for (Reduction reduction : values()) {
      if (reduction.toString().equals(name)) {
        return reduction;
      }
    }
    throw new IllegalArgumentException("reduction '" + name + "' is not one of mean, sum, none");
  }

  /// As PyTorch writes it: `mean`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
