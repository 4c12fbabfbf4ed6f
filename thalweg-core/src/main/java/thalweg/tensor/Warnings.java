package thalweg.tensor;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What the library has to say although a call succeeds. Each place in a program that calls it is told
/// once, through `System.Logger` named `thalweg`, or a handler set here.
public final class Warnings {
  private static final Consumer<String> LOGGER =
      message -> System.getLogger("thalweg").log(System.Logger.Level.WARNING, message);

  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();
  private static volatile Consumer<String> handler = LOGGER;

  private Warnings() {}

  /// Sends warnings to `handler` until the result is closed; each call site is told anew.
  public static Scope to(Consumer<String> handler) {
    Consumer<String> before = Warnings.handler;
    Warnings.handler = Objects.requireNonNull(handler);
    TOLD.clear();
    return () -> {
      Warnings.handler = before;
      TOLD.clear();
    };
  }

  /// Tells `message`, unless the caller's place was told already. For operations.
  public static void warn(String message) {
    if (TOLD.add(callSite())) {
      handler.accept(message);
    }
  }

  /// The nearest frame outside the library.
  private static String callSite() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !isOurs(frame.getClassName()))
                    .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                    .findFirst()
                    .orElse("?"));
  }

  private static boolean isOurs(String className) {
    int dot = className.lastIndexOf('.');
    String name = dot < 0 ? "" : className.substring(0, dot);
    return name.equals("thalweg.tensor")
        || name.equals("thalweg.op")
        || name.equals("thalweg.autograd")
        || name.equals("thalweg.nn")
        || name.startsWith("thalweg.optim");
  }

  /// What restores the former handler.
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
