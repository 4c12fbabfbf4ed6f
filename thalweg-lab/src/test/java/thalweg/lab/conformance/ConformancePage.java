package thalweg.lab.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text of `docs/conformance.md`: what the case files in the tests' resources say, operation by operation,
/// and what of PyTorch is not here.
final class ConformancePage {
  private static final Path CASES = Path.of("src/test/resources/conformance");
  private static final Path CORE_CASES = Path.of("../thalweg-core/src/test/resources/torch");

  private static final String INTRODUCTION =
      """
      # What agrees with PyTorch, and what is missing

      This page is written by the tests, which fail where it is out of date (`ConformancePageTest`). It counts the cases of
      `thalweg-lab/src/test/resources/conformance`: inputs, arguments, results and gradients as PyTorch 1.13, NumPy 1.24 and
      CPython 3.11 computed them on x86-64. `./thalweg conformance FILE…` runs any file of such cases.

      Types, shapes, whole numbers and truth values must be equal; real numbers must be within `1e-5 + 1.3e-6·|b|` for `float32`
      and `1e-7 + 1e-7·|b|` for `float64`, random streams within 0 or 4 units in the last place. How far off the numbers
      of the cases were at most stands under *values* and *gradients*, in such units (ulp): of the expected number, or
      of a thousandth of the largest in its tensor where that is more. Large figures stand where terms cancel, or where PyTorch itself
      rounds several times; the distance of our elementary functions from the exact values is tested apart, in
      `ElementaryAccuracyTest`.

      """;

  private final Map<String, Map<String, Totals>> sections = new LinkedHashMap<>();

  static String text() throws IOException {
    var page = new ConformancePage();
    for (OpGroup group : OpGroup.values()) {
      page.sections.put(group.title(), new TreeMap<>());
    }
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        Conformance.run(file, page::add);
      }
    }
    var text = new StringBuilder(INTRODUCTION);
    page.sections.forEach((title, rows) -> section(text, title, rows));
    page.withoutCases(text);
    furtherValues(text);
    missing(text, PyTorchNames.read(CASES.resolve("pytorch_names.txt")));
    return text.toString();
  }

  private void add(CaseResult result) {
    String title = title(result);
    boolean ofMany = !List.of("Formulas", "Printing", "Errors").contains(title);
    sections
        .computeIfAbsent(title, _ -> new TreeMap<>())
        .computeIfAbsent(ofMany ? result.subject() : result.kind(), _ -> new Totals())
        .add(result);
  }

  private static String title(CaseResult result) {
    return switch (result.kind()) {
      case "op" ->
          Stream.of(OpGroup.values())
              .filter(group -> group.names().contains(result.subject()))
              .findFirst()
              .map(OpGroup::title)
              .orElse("Operations that are not here yet");
      case "optim", "optim_quadratic" -> "Optimisers";
      case "scheduler" -> "Schedulers";
      case "rng" -> "Generators";
      case "derivatives", "expression" -> "Formulas";
      case "repr", "grad_fn_repr" -> "Printing";
      default -> "Errors";
    };
  }

  private static void section(StringBuilder text, String title, Map<String, Totals> rows) {
    if (rows.isEmpty()) {
      return;
    }
    text.append("## ").append(title).append("\n\n");
    text.append("| | types | cases | passed | values, ulp | gradients, ulp |\n");
    text.append("|---|---|--:|--:|--:|--:|\n");
    rows.forEach(
        (name, row) ->
            text.append(
                "| `%s` | %s | %d | %s | %s | %s |\n"
                    .formatted(
                        name,
                        types(row),
                        row.passed() + row.failed(),
                        row.failed() == 0 ? row.passed() : "**" + row.passed() + "**",
                        row.valueError(),
                        row.gradientError())));
    text.append("\n");
  }

  /// An operation of the runner that no case is about is no proof of anything.
  private void withoutCases(StringBuilder text) {
    List<String> names =
        Stream.of(OpGroup.values())
            .flatMap(group -> group.names().stream().filter(n -> !sections.get(group.title()).containsKey(n)))
            .sorted()
            .toList();
    if (!names.isEmpty()) {
      text.append("## Without a case\n\n");
      list(text, "The runner knows these, but no case is about them:", names).append("\n\n");
    }
  }

  private static String types(Totals row) {
    return row.dtypes().stream()
        .map(name -> name.replace("float", "f").replace("int", "i"))
        .collect(Collectors.joining(" "));
  }

  private static void furtherValues(StringBuilder text) throws IOException {
    text.append("## Further values from PyTorch\n\n");
    text.append("The core's own tests compare, besides these cases, in `thalweg-core/src/test/resources/torch`:");
    try (Stream<Path> files = Files.list(CORE_CASES)) {
      for (Path file : files.sorted().toList()) {
        text.append(" %d in `%s`,".formatted(Files.readAllLines(file).size(), file.getFileName()));
      }
    }
    text.setCharAt(text.length() - 1, '.');
    text.append("\n\n");
  }

  private static void missing(StringBuilder text, PyTorchNames names) {
    text.append(
        """
        ## What PyTorch has that is not here

        By the public names of PyTorch 1.13, `dir(torch)` and so on. Something counts as here if the runner of cases or the
        public API has it under that name, in Java's spelling: `masked_fill` is `maskedFill`.

        """);
    for (String namespace : names.namespaces()) {
      List<String> present = names.present(namespace);
      List<String> missing = names.missing(namespace, PyTorchNames.OPEN);
      int all = present.size() + missing.size();
      text.append("### %s\n\n%d of %d names are here.".formatted(namespace, present.size(), all));
      list(text, " Missing:", missing.stream().filter(name -> !name.endsWith("_")).toList());
      if (missing.stream().anyMatch(name -> name.endsWith("_"))) {
        list(
            text,
            " Of those that end in `_`, only these are here:",
            present.stream().filter(name -> name.endsWith("_")).toList());
      }
      text.append("\n\n");
    }
    text.append("### Left out on purpose\n\n");
    Map<String, List<String>> closed = new LinkedHashMap<>();
    for (String namespace : names.namespaces()) {
      for (String group : names.closedGroups(namespace)) {
        closed.merge(
            group,
            names.missing(namespace, group),
            (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList());
      }
    }
    closed.forEach((group, missing) -> list(text.append("- **").append(group).append("**:"), "", missing).append("\n"));
    text.append("\n### Other names of what is here\n\n");
    text.append(
        names.otherNames().stream()
            .map(pair -> "`" + pair.replace("=", "` = `") + "`")
            .collect(Collectors.joining(", ", "", ".\n")));
  }

  private static StringBuilder list(StringBuilder text, String lead, List<String> names) {
    if (!names.isEmpty()) {
      text.append(lead);
      text.append(names.stream().map(name -> " `" + name + "`").collect(Collectors.joining(",", "", ".")));
    }
    return text;
  }
}
