package thalweg.cpu.math;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;

/// The functions under test, each in all its forms, with the range beyond which nothing happens.
public enum Elementary {
  EXP(Exponentials::exp, ExponentialLanes::exp, StrictMath::exp, Exact::exp, -745, 709.7),
  EXPM1(Exponentials::expm1, ExponentialLanes::expm1, StrictMath::expm1, Exact::expm1, -50, 709.7),
  SIGMOID(
      Exponentials::sigmoid,
      ExponentialLanes::sigmoid,
      x -> x < 0 ? StrictMath.exp(x) / (1 + StrictMath.exp(x)) : 1 / (1 + StrictMath.exp(-x)),
      Exact::sigmoid,
      -745,
      50),
  LOG(Logarithms::log, LogarithmLanes::log, StrictMath::log, Exact::log, 0, 1e308),
  LOG1P(Logarithms::log1p, LogarithmLanes::log1p, StrictMath::log1p, Exact::log1p, -1, 1e308),
  LOG2(
      Logarithms::log2,
      LogarithmLanes::log2,
      x -> StrictMath.log(x) / StrictMath.log(2),
      Exact::log2,
      0,
      1e308),
  LOG10(Logarithms::log10, LogarithmLanes::log10, StrictMath::log10, Exact::log10, 0, 1e308),
  SIN(Trigonometry::sin, TrigonometryLanes::sin, StrictMath::sin, Exact::sin, -1e5, 1e5),
  COS(Trigonometry::cos, TrigonometryLanes::cos, StrictMath::cos, Exact::cos, -1e5, 1e5),
  TAN(Trigonometry::tan, TrigonometryLanes::tan, StrictMath::tan, Exact::tan, -1e5, 1e5),
  ASIN(InverseTrigonometry::asin, InverseTrigonometryLanes::asin, StrictMath::asin, Exact::asin, -1, 1),
  ACOS(InverseTrigonometry::acos, InverseTrigonometryLanes::acos, StrictMath::acos, Exact::acos, -1, 1),
  ATAN(InverseTrigonometry::atan, InverseTrigonometryLanes::atan, StrictMath::atan, Exact::atan, -1e9, 1e9),
  SINH(Hyperbolics::sinh, HyperbolicLanes::sinh, StrictMath::sinh, Exact::sinh, -710, 710),
  COSH(Hyperbolics::cosh, HyperbolicLanes::cosh, StrictMath::cosh, Exact::cosh, -710, 710),
  TANH(Hyperbolics::tanh, HyperbolicLanes::tanh, StrictMath::tanh, Exact::tanh, -50, 50),
  ERF(ErrorFunctions::erf, ErrorFunctionLanes::erf, null, Exact::erf, -6.5, 6.5),
  ERFC(ErrorFunctions::erfc, ErrorFunctionLanes::erfc, null, Exact::erfc, -6, 27.2),
  SQRT(Powers::sqrt, PowerLanes::sqrt, StrictMath::sqrt, x -> x.sqrt(Exact.DIGITS), 0, 1e308),
  RSQRT(Powers::rsqrt, PowerLanes::rsqrt, x -> 1 / StrictMath.sqrt(x), Exact::rsqrt, 0, 1e308);

  public final DoubleUnaryOperator scalar;
  public final UnaryOperator<DoubleVector> lanes;

  /// The JDK's own, or null.
  final DoubleUnaryOperator strict;

  final UnaryOperator<BigDecimal> exact;
  final double least;
  final double most;

  Elementary(
      DoubleUnaryOperator scalar,
      UnaryOperator<DoubleVector> lanes,
      DoubleUnaryOperator strict,
      UnaryOperator<BigDecimal> exact,
      double least,
      double most) {
    this.scalar = scalar;
    this.lanes = lanes;
    this.strict = strict;
    this.exact = exact;
    this.least = least;
    this.most = most;
  }

  /// A random argument: of any magnitude, of ordinary size, near one, uniform or near a multiple of `π/2`.
  public double argument(SplittableRandom random, int kind) {
    while (true) {
      double x =
          switch (kind % 6) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextDouble(-4, 4);
            case 2 -> 1 + random.nextDouble(-1, 1) * StrictMath.scalb(1.0, -random.nextInt(50));
            case 3 -> random.nextDouble(least, most);
            case 4 -> random.nextInt(-63000, 63000) * (Math.PI / 2);
            default -> random.nextDouble(-1, 1) * StrictMath.scalb(1.0, random.nextInt(-60, 12));
          };
      if (x > least && x < most) {
        return x;
      }
      kind = random.nextInt(6);
    }
  }
}
