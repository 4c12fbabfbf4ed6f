package thalweg.cpu.loop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Makes a private copy of a loop class, so that the JIT compiles the loop for one formula alone.
///
/// A loop shared by many formulas calls them through a call site with many targets, at some 2 ns an
/// element. In a copy of its class the formula is a constant, which is inlined and vectorised: some 0.05 ns. A
/// profile with one target is not enough: where the JIT has much to do, it compiles without profiles at first, and
/// then calls the formula for ever. Making a copy costs 0.1 to 3 ms, more in a program that has just started, which
/// is what [#THRESHOLD] elements cost without one.
final class LoopSpecializer {
  /// A loop that has walked this many elements, in one array or in many, gets its own copy.
  static final int THRESHOLD = 1 << 20;

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private LoopSpecializer() {}

  /// A new instance of a hidden copy of `loop`, to which `formula` is a constant.
  static Formula.Loop copy(Class<? extends Formula.Loop> loop, Record formula) {
    try (InputStream bytes = loop.getResourceAsStream(loop.getSimpleName() + ".class")) {
      MethodHandles.Lookup copy = LOOKUP.defineHiddenClassWithClassData(bytes.readAllBytes(), formula, true);
      return (Formula.Loop)
          copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class, formula.getClass()))
              .invoke(formula);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot copy the loop " + loop.getName(), e);
    }
  }

  /// The formula of the copy that asks; null for the class that is copied.
  static <T extends Record> T own(MethodHandles.Lookup copy, Class<T> type) {
    try {
      return MethodHandles.classData(copy, ConstantDescs.DEFAULT_NAME, type);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
