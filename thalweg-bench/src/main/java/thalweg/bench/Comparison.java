package thalweg.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The measured rows as text: for a terminal, and for the page of benchmarks.
record Comparison(
    List<Workload> workloads, Map<Rounds.Entry, Figures> figures, Map<Rounds.Entry, String> failures) {

  /// One contender's line in a row.
  private record Line(String name, String median, String spread, String ratio) {}

  private List<Line> lines(Workload workload) {
    Figures own = figures.get(new Rounds.Entry(workload.id(), workload.contenders().getFirst()));
    return workload.contenders().stream().map(contender -> line(workload, contender, own)).toList();
  }

  private Line line(Workload workload, Contender contender, Figures own) {
    var entry = new Rounds.Entry(workload.id(), contender);
    Figures measured = figures.get(entry);
    if (measured == null) {
      return new Line(contender.name(), "–", "", failures.getOrDefault(entry, "not measured"));
    }
    String median = digits(measured.median()) + " " + workload.unit();
    String spread =
        measured.values().size() > 1 ? "± %.0f %%".formatted(100 * measured.spread()) : "";
    return new Line(contender.name(), median, spread, ratio(workload, contender, own, measured));
  }

  private static String ratio(Workload workload, Contender contender, Figures own, Figures other) {
    if (own == null || contender == workload.contenders().getFirst()) {
      return "";
    }
    double faster = workload.moreIsBetter()
        ? own.median() / other.median() : other.median() / own.median();
    return faster >= 1
        ? "Thalweg is %s× as fast".formatted(digits(faster))
        : "Thalweg has %s %% of its speed".formatted(digits(100 * faster));
  }

  /// Three digits that count.
  private static String digits(double value) {
    double size = Math.abs(value);
    int places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  /// For a terminal 100 wide.
  String text() {
    var text = new StringBuilder();
    for (Workload workload : workloads) {
      text.append("%s  %s (%s)%n".formatted(workload.id(), workload.what(), threads(workload)));
      for (Line line : lines(workload)) {
        text.append("    %-26s %14s %7s  %s%n".formatted(line.name, line.median, line.spread, line.ratio));
      }
    }
    return text.toString();
  }

  /// For `docs/benchmarks.md`.
  String markdown(Machine machine, int rounds) {
    var page = new StringBuilder();
    page.append(
        """
        # Benchmarks

        Written by `./thalweg bench`. Medians of %d rounds; in each round every contender runs once, in turn, so
        that what else the machine does falls on all of them. After the sign ± stands half of the range from the
        least to the largest figure, as a part of the median. Ratios of one run mean something; figures of
        different machines do not compare.

        %s
        | | workload | contender | median | spread | ratio | goal |
        |---|---|---|---|---|---|---|
        """
            .formatted(rounds, machine.markdown()));
    for (Workload workload : workloads) {
      boolean first = true;
      for (Line line : lines(workload)) {
        page.append(
            "| %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                    first ? workload.id() : "",
                    first ? workload.what() + ", " + threads(workload) : "",
                    line.name, line.median, line.spread, line.ratio,
                    first ? workload.goal() : ""));
        first = false;
      }
    }
    return page.toString();
  }

  private static String threads(Workload workload) {
    return workload.threads() == 1 ? "1 thread" : workload.threads() + " threads";
  }
}
