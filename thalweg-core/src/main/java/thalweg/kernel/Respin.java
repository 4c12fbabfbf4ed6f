package thalweg.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Makes a private copy of a loop class, so that the JIT compiles the loop for one formula alone.
///
/// A loop shared by many formulas calls them through a call site with many targets, at some 2 ns an
/// element. A copy of its class has its own profile with one target, which is inlined and vectorised:
/// some 0.05 ns. Making a copy costs 0.1 to 3 ms, more in a program that has just started, which is what
/// [#THRESHOLD] elements cost without one.
final class Respin {
  /// A loop that has walked this many elements, in one array or in many, gets its own copy.
  static final int THRESHOLD = 1 << 20;

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Respin() {}

  /// A new instance of a hidden copy of `loop`, whose only constructor takes `parameters`.
  static Object copy(Class<?> loop, Class<?>[] parameters, Object... arguments) {
    try (InputStream bytes = loop.getResourceAsStream(loop.getSimpleName() + ".class")) {
      MethodHandles.Lookup copy = LOOKUP.defineHiddenClass(bytes.readAllBytes(), true);
      return copy
          .findConstructor(copy.lookupClass(), MethodType.methodType(void.class, parameters))
          .invokeWithArguments(arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot copy the loop " + loop.getName(), e);
    }
  }
}
