package thalweg.autograd;

/// Whether operations of this thread are recorded. They are, unless inside
/// [thalweg.tensor.Tensors#noGrad()].
public final class GradMode {
  private static final ThreadLocal<GradMode> CURRENT = ThreadLocal.withInitial(GradMode::new);

  private boolean enabled = true;

  private GradMode() {}

  /// True if operations are recorded.
  public static boolean isEnabled() {
    return CURRENT.get().enabled;
  }

  /// Switches recording on or off in this thread until the result is closed.
  public static Scope set(boolean enabled) {
    GradMode mode = CURRENT.get();
    boolean before = mode.enabled;
    mode.enabled = enabled;
    return () -> mode.enabled = before;
  }

  /// What restores the former mode.
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
