package thalweg.bench;

import java.util.List;

/// A row of the comparison.
///
/// @param id         `W1` … `W8`, with a letter where there are several
/// @param what       what is done
/// @param unit       of the figures
/// @param moreIsBetter whether a larger figure is the better one, as for GFLOP/s
/// @param threads    how many threads each contender may use
/// @param goal       the ratio to reach, in words
/// @param contenders Thalweg first, then whom it is compared with
record Workload(
    String id,
    String what,
    String unit,
    boolean moreIsBetter,
    int threads,
    String goal,
    List<Contender> contenders) {
  Workload {
    contenders = List.copyOf(contenders);
  }

  /// Whether `asked` names this row: `W4` names `W4a` and `W4b`.
  boolean isOf(String asked) {
    return id.equalsIgnoreCase(asked)
        || id.substring(0, 2).equalsIgnoreCase(asked);
  }
}
