package thalweg.cpu.math;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Zeros and their signs, infinities, NaN, the ends of the domain, and results that are exact.
class ElementarySpecialCasesTest {
  @ParameterizedTest
  @CsvSource({
    "EXP,0,1", "EXP,-0.0,1", "EXP,Infinity,Infinity", "EXP,-Infinity,0", "EXP,709.8,Infinity",
    "EXP,1e308,Infinity", "EXP,-745.2,0", "EXP,-1e308,0", "EXP,-745.1,4.9E-324",
    "EXPM1,0,0", "EXPM1,-0.0,-0.0", "EXPM1,Infinity,Infinity", "EXPM1,-Infinity,-1", "EXPM1,709.8,Infinity",
    "EXPM1,-60,-1", "EXPM1,4.9E-324,4.9E-324",
    "SIGMOID,0,0.5", "SIGMOID,-0.0,0.5", "SIGMOID,Infinity,1", "SIGMOID,-Infinity,0", "SIGMOID,40,1",
    "LOG,1,0", "LOG,0,-Infinity", "LOG,-0.0,-Infinity", "LOG,Infinity,Infinity", "LOG,-1,NaN",
    "LOG,-Infinity,NaN", "LOG,4.9E-324,-744.4400719213812",
    "LOG1P,0,0", "LOG1P,-0.0,-0.0", "LOG1P,-1,-Infinity", "LOG1P,-1.5,NaN", "LOG1P,Infinity,Infinity",
    "LOG1P,1.7976931348623157E308,709.782712893384", "LOG1P,4.9E-324,4.9E-324",
    "LOG2,1,0", "LOG2,0,-Infinity", "LOG2,-2,NaN",
    "LOG2,4.9E-324,-1074", "LOG2,8,3", "LOG2,Infinity,Infinity",
    "LOG10,1,0", "LOG10,1000,3", "LOG10,1e22,22", "LOG10,0,-Infinity", "LOG10,-1,NaN",
    "SIN,0,0", "SIN,-0.0,-0.0", "SIN,Infinity,NaN", "SIN,-Infinity,NaN", "SIN,4.9E-324,4.9E-324",
    "COS,0,1", "COS,-0.0,1", "COS,Infinity,NaN",
    "TAN,0,0", "TAN,-0.0,-0.0", "TAN,Infinity,NaN",
    "ASIN,0,0", "ASIN,-0.0,-0.0", "ASIN,1,1.5707963267948966", "ASIN,-1,-1.5707963267948966", "ASIN,1.1,NaN",
    "ASIN,-Infinity,NaN",
    "ACOS,1,0", "ACOS,0,1.5707963267948966",
    "ACOS,-1,3.141592653589793", "ACOS,-1.1,NaN", "ACOS,Infinity,NaN",
    "ATAN,0,0", "ATAN,-0.0,-0.0", "ATAN,Infinity,1.5707963267948966", "ATAN,-Infinity,-1.5707963267948966",
    "ATAN,1,0.7853981633974483",
    "SINH,0,0", "SINH,-0.0,-0.0",
    "SINH,Infinity,Infinity", "SINH,-Infinity,-Infinity", "SINH,710.48,Infinity",
    "SINH,-1e308,-Infinity",
    "COSH,0,1", "COSH,-0.0,1", "COSH,-Infinity,Infinity", "COSH,710.48,Infinity",
    "TANH,0,0", "TANH,-0.0,-0.0", "TANH,Infinity,1", "TANH,-Infinity,-1", "TANH,1e300,1",
    "ERF,0,0", "ERF,-0.0,-0.0", "ERF,Infinity,1", "ERF,-Infinity,-1", "ERF,6,1",
    "ERFC,0,1", "ERFC,-0.0,1", "ERFC,Infinity,0", "ERFC,-Infinity,2", "ERFC,30,0",
    "SQRT,-0.0,-0.0", "SQRT,-1,NaN", "SQRT,4,2",
    "RSQRT,4,0.5", "RSQRT,0,Infinity", "RSQRT,-0.0,-Infinity", "RSQRT,Infinity,0", "RSQRT,-1,NaN",
  })
  void hasTheValueOfIeee754(Elementary function, double x, double expected) {
    assertSame(function.scalar.applyAsDouble(x), expected, function + "(" + x + ")");
  }

  @ParameterizedTest
  @EnumSource
  void givesNanForNan(Elementary function) {
    assertThat(function.scalar.applyAsDouble(NaN)).isNaN();
  }

  @ParameterizedTest
  @EnumSource(names = {"SIN", "TAN", "ASIN", "ATAN", "SINH", "TANH", "ERF"})
  void isOdd(Elementary function) {
    for (double x = 1e-320; x < 1e300; x *= 7.3) {
      double value = function.scalar.applyAsDouble(x);
      assertSame(function.scalar.applyAsDouble(-x), -value, function + "(" + -x + ")");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,0,1", "NaN,-0.0,1", "1,NaN,1", "1,Infinity,1", "1,-Infinity,1", "NaN,1,NaN", "2,NaN,NaN",
    "-1,Infinity,1", "-1,-Infinity,1", "0.5,Infinity,0", "0.5,-Infinity,Infinity", "2,Infinity,Infinity",
    "2,-Infinity,0", "-0.5,Infinity,0", "-2,Infinity,Infinity",
    "0,3,0", "-0.0,3,-0.0", "0,-3,Infinity", "-0.0,-3,-Infinity", "-0.0,2,0", "-0.0,-2,Infinity",
    "0,0.5,0", "-0.0,0.5,0", "0,-0.5,Infinity", "-0.0,-0.5,Infinity", "0,-Infinity,Infinity", "0,Infinity,0",
    "Infinity,2,Infinity", "Infinity,-2,0",
    "-Infinity,3,-Infinity", "-Infinity,2,Infinity", "-Infinity,-3,-0.0",
    "-Infinity,-2,0", "-Infinity,0.5,Infinity",
    "-2,3,-8", "-2,2,4", "-2,0.5,NaN", "-8,0.3333333333333333,NaN", "-2,-1,-0.5", "-1,9007199254740993,1",
    "-1,9007199254740991,-1", "2,10,1024", "2,-1074,4.9E-324", "2,1024,Infinity", "2,-1080,0", "10,22,1e22",
    "3,2,9", "1.7976931348623157E308,2,Infinity", "4.9E-324,2,0", "4.9E-324,-1,Infinity", "4,0.5,2",
    "1.0000000000000002,1e300,Infinity", "0.9999999999999999,1e300,0", "2,1e-320,1",
  })
  void powHasTheValueOfIeee754(double x, double y, double expected) {
    assertSame(Powers.pow(x, y), expected, "pow(" + x + ", " + y + ")");
  }

  @Test
  void atan2IsThatOfStrictMathOnTheAxes() {
    double[] values = {0.0, -0.0, 1, -1, POSITIVE_INFINITY, NEGATIVE_INFINITY, NaN};
    for (double y : values) {
      for (double x : values) {
        assertSame(
            InverseTrigonometry.atan2(y, x), StrictMath.atan2(y, x), "atan2(" + y + ", " + x + ")");
      }
    }
  }

  @Test
  void powersOfTwoAndTenHaveExactLogarithms() {
    for (int k = -1074; k < 1024; k++) {
      assertThat(Logarithms.log2(StrictMath.scalb(1.0, k))).isEqualTo(k);
    }
    for (int k = 0; k <= 22; k++) {
      assertThat(Logarithms.log10(Double.parseDouble("1e" + k))).isEqualTo(k);
    }
  }

  /// As objects: NaN equals itself, and the zeros differ.
  private static void assertSame(double value, double expected, String call) {
    assertThat(Double.valueOf(value)).as(call).isEqualTo(Double.valueOf(expected));
  }
}
