package thalweg.bench;

/// One line on the terminal that says what is being measured; nothing where there is none.
final class Progress {
  private static final boolean TERMINAL = System.console() != null && System.console().isTerminal();

  private Progress() {}

  static void say(String workload, int round, int rounds, String contender) {
    if (TERMINAL) {
      System.err.printf("\r\033[K%s, round %d of %d: %s", workload, round, rounds, contender);
      System.err.flush();
    }
  }

  static void clear() {
    if (TERMINAL) {
      System.err.print("\r\033[K");
    }
  }
}
