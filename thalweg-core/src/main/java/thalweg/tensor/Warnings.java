package thalweg.tensor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What the library has to say although a call succeeds. Each place in a program that calls it is told
/// once, through `System.Logger` named `thalweg`, or a handler set here.
public final class Warnings {
  private static final Consumer<String> LOGGER =
      message -> System.getLogger("thalweg").log(System.Logger.Level.WARNING, message);

  /// What a call passes through on its way here.
  private static final List<String> OURS =
      List.of(
          "thalweg.tensor.", "thalweg.op.", "thalweg.autograd.", "thalweg.runtime.", "thalweg.nn.", "thalweg.optim.");

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
    return OURS.stream().anyMatch(className::startsWith);
  }

  /// What restores the former handler.
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
