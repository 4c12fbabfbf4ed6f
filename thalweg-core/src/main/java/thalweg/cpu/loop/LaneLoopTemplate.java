package thalweg.cpu.loop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import thalweg.cpu.math.Lanes;

/// The loops of every function of lanes: a copy of this class for each.
///
/// Vectors stay in registers only where the function is compiled into its loop. A loop that all functions
/// share would call them, and box every vector; in a copy the function is a constant.
final class LaneLoopTemplate implements LaneLoop {
  private static final VectorSpecies<Double> DOUBLES = Lanes.SPECIES;
  private static final VectorSpecies<Float> FLOATS =
      VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

  private static final UnaryOperator<DoubleVector> FUNCTION = function();

  /// A copy of this class with the given function.
  static LaneLoop of(UnaryOperator<DoubleVector> function) {
    try (InputStream template = LaneLoopTemplate.class.getResourceAsStream("LaneLoopTemplate.class")) {
      return (LaneLoop) MethodHandles.lookup()
          .defineHiddenClassWithClassData(template.readAllBytes(), function, true)
          .lookupClass()
          .getDeclaredConstructor()
          .newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no loop for " + function, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<DoubleVector> function() {
    try {
      return MethodHandles.classData(MethodHandles.lookup(), "_", UnaryOperator.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void apply(double[] x, int xo, double[] out, int oo, int n) {
    int whole = DOUBLES.loopBound(n);
    for (int i = 0; i < whole; i += DOUBLES.length()) {
      FUNCTION.apply(DoubleVector.fromArray(DOUBLES, x, xo + i)).intoArray(out, oo + i);
    }
    if (whole < n) {
      rest(x, xo + whole, out, oo + whole, n - whole);
    }
  }

  @Override
  public void apply(float[] x, int xo, float[] out, int oo, int n) {
    int whole = FLOATS.loopBound(n);
    for (int i = 0; i < whole; i += FLOATS.length()) {
      rounded(FUNCTION.apply(widened(FloatVector.fromArray(FLOATS, x, xo + i)))).intoArray(out, oo + i);
    }
    if (whole < n) {
      rest(x, xo + whole, out, oo + whole, n - whole);
    }
  }

  /// In a method of its own, so that the loop above has all of the compiler's patience.
  private static void rest(double[] x, int xo, double[] out, int oo, int n) {
    VectorMask<Double> mask = DOUBLES.indexInRange(0, n);
    FUNCTION.apply(DoubleVector.fromArray(DOUBLES, x, xo, mask)).intoArray(out, oo, mask);
  }

  private static void rest(float[] x, int xo, float[] out, int oo, int n) {
    VectorMask<Float> mask = FLOATS.indexInRange(0, n);
    rounded(FUNCTION.apply(widened(FloatVector.fromArray(FLOATS, x, xo, mask)))).intoArray(out, oo, mask);
  }

  private static DoubleVector widened(FloatVector x) {
    return (DoubleVector) x.convertShape(VectorOperators.F2D, DOUBLES, 0);
  }

  private static FloatVector rounded(DoubleVector x) {
    return (FloatVector) x.convertShape(VectorOperators.D2F, FLOATS, 0);
  }
}
