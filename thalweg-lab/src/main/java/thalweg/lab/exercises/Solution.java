package thalweg.lab.exercises;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A user's class seen through the interface of its exercise. A file without a class declaration cannot
/// implement one, so the methods are found by name and types.
final class Solution {
  private Solution() {}

  /// A method is missing, or has another type.
  static final class ShapeMismatch extends Exception {
    private static final long serialVersionUID = 1L;

    ShapeMismatch(String message) {
      super(message);
    }
  }

  /// A method changed an array that it was given.
  static final class ArgumentChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Difference difference;

    ArgumentChanged(Difference difference) {
      super(difference.got());
      this.difference = difference;
    }

    Difference difference() {
      return difference;
    }
  }

  /// A new object of `type`.
  static <S> S of(Class<?> type, Class<S> shape) throws ShapeMismatch {
    Map<Method, Method> methods = new LinkedHashMap<>();
    for (Method wanted : shape.getDeclaredMethods()) {
      if (Modifier.isAbstract(wanted.getModifiers())) {
        methods.put(wanted, method(type, wanted));
      }
    }
    Object object = instance(type);
    return shape.cast(
        Proxy.newProxyInstance(
            shape.getClassLoader(),
            new Class<?>[] {shape},
            (_, wanted, arguments) -> call(methods.get(wanted), object, arguments)));
  }

  private static Method method(Class<?> type, Method wanted) throws ShapeMismatch {
    try {
      Method method = type.getDeclaredMethod(wanted.getName(), wanted.getParameterTypes());
      if (method.getReturnType() == wanted.getReturnType()) {
        method.setAccessible(true);
        return method;
      }
    } catch (NoSuchMethodException e) {
      // as where it has another type
    }
    throw new ShapeMismatch("the file must declare '%s'".formatted(signature(wanted)));
  }

  private static String signature(Method method) {
    return "%s %s(%s)"
        .formatted(
            method.getReturnType().getSimpleName(),
            method.getName(),
            Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ")));
  }

  private static Object instance(Class<?> type) throws ShapeMismatch {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new ShapeMismatch("a field cannot be initialised: " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new ShapeMismatch("the file must have no constructor");
    }
  }

  private static Object call(Method method, Object object, Object[] arguments) throws Throwable {
    String before = Arrays.deepToString(arguments);
    try {
      Object result = method.invoke(object, arguments);
      String after = Arrays.deepToString(arguments);
      if (!after.equals(before)) {
        throw new ArgumentChanged(
            new Difference(
                method.getName() + " of " + before, "its array arguments unchanged", after));
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception checked && !(checked instanceof RuntimeException)
          ? new IllegalStateException(checked)
          : e.getCause();
    }
  }
}
