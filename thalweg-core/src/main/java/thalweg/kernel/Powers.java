package thalweg.kernel;

/// Powers of reals and of integers.
public final class Powers {
  private Powers() {}

  /// `xʸ`; the small exponents that formulas are full of are exact products, quotients and roots.
  public static double pow(double x, double y) {
    if (y == 2) {
      return x * x;
    }
    if (y == 1) {
      return x;
    }
    if (y == 3) {
      return x * x * x;
    }
    if (y == -1) {
      return 1 / x;
    }
    if (y == -2) {
      return 1 / (x * x);
    }
    return Exponentials.pow(x, y);
  }

  /// `xʸ` by repeated squaring, wrapping on overflow.
  ///
  /// @throws ArithmeticException if `y` is negative
  public static long pow(long x, long y) {
    if (y < 0) {
      throw new ArithmeticException(
          "pow: an integer to the negative power " + y + " is no integer; convert to a floating type");
    }
    long result = 1;
    for (long square = x; y > 0; y >>= 1, square *= square) {
      if ((y & 1) == 1) {
        result *= square;
      }
    }
    return result;
  }
}
