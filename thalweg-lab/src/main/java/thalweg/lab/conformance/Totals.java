package thalweg.lab.conformance;

import java.util.Map;
import java.util.TreeMap;

/// How many cases passed and failed, by kind.
public final class Totals {
  private final Map<String, int[]> byKind = new TreeMap<>();

  /// Counts one.
  public void add(CaseResult result) {
    byKind.computeIfAbsent(result.kind(), _ -> new int[2])[result.passed() ? 0 : 1]++;
  }

  /// How many passed.
  public int passed() {
    return byKind.values().stream().mapToInt(counts -> counts[0]).sum();
  }

  /// How many failed.
  public int failed() {
    return byKind.values().stream().mapToInt(counts -> counts[1]).sum();
  }

  /// A line a kind, and one for all.
  public String text() {
    var lines = new StringBuilder();
    byKind.forEach(
        (kind, counts) ->
            lines.append("%-16s %5d passed, %d failed%n".formatted(kind, counts[0], counts[1])));
    return lines.append("%d passed, %d failed".formatted(passed(), failed())).toString();
  }
}
