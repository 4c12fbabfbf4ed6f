package thalweg.cpu;

import jdk.incubator.vector.DoubleVector;

/// How wide the vectors of this machine are. Loaded only where their module is present.
final class VectorWidth {
  /// A sum runs over 16 virtual lanes, whatever the machine: vectors must divide them.
  private static final int LANES = 16;

  private VectorWidth() {}

  static boolean fits() {
    int width = DoubleVector.SPECIES_PREFERRED.length();
    return width >= 2 && LANES % width == 0;
  }

  static int bits() {
    return DoubleVector.SPECIES_PREFERRED.vectorBitSize();
  }
}
