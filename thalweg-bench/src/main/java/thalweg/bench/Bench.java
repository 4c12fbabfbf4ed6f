package thalweg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// `thalweg bench [--rounds N] [--peers] [W…]`: measures the workloads beside their peers, prints the ratios, and
/// writes `docs/benchmarks.md` when all workloads were measured.
public final class Bench {
  private static final String USAGE =
      """
      Usage: thalweg bench [--rounds N] [--peers] [W…]
      Measures Thalweg beside PyTorch, NumPy and C, as far as they are there, and prints the ratios.
      Without the name of a workload measures all and writes docs/benchmarks.md (about half an hour).

        --rounds N  how often each contender is measured, in turns (5)
        --peers     also beside DJL and rapaio, which are downloaded (110 MB)
        --endurance a million training steps: memory in use and time spent collecting it
        --threads   times of operations with one thread and with two, by size
        --list      lists the workloads

      The Python beside it is python3; the environment variable THALWEG_PYTHON names another.

      Examples:
        thalweg bench --list
        thalweg bench W1
        thalweg bench --rounds 3 W4 W5
      """;

  private Bench() {}

  /// The program.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("user.dir"));
    var peers = new Peers(home);
    List<Workload> all = new Workloads(peers, List.of(arguments).contains("--peers")).all();
    int rounds = 5;
    var asked = new ArrayList<String>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "-h", "--help" -> {
          System.out.print(USAGE);
          return;
        }
        case "--list" -> {
          all.forEach(w -> System.out.printf("%-4s %s%n", w.id(), w.what()));
          return;
        }
        case "--endurance" -> {
          System.out.println(Endurance.run().text());
          return;
        }
        case "--threads" -> {
          System.out.print(ThreadTimes.text());
          return;
        }
        case "--rounds" -> rounds = number(i + 1 < arguments.length ? arguments[++i] : "");
        case "--peers" -> {} // looked at above, and by the launcher
        default -> asked.add(known(arguments[i], all));
      }
    }
    peers.compileLimit();
    List<Workload> chosen =
        asked.isEmpty() ? all : all.stream().filter(w -> asked.stream().anyMatch(w::isOf)).toList();
    var measured = new Rounds(rounds);
    for (Workload workload : chosen) {
      measured.measure(workload);
      System.out.print(new Comparison(List.of(workload), measured.figures(), measured.failures()).text());
    }
    if (asked.isEmpty()) {
      var comparison = new Comparison(all, measured.figures(), measured.failures());
      String page = comparison.markdown(Machine.here(), rounds) + "\n" + Endurance.run().text() + "\n";
      write(home.resolve("docs/benchmarks.md"), page);
    }
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]?")) {
      fail("--rounds needs a number from 1 to 99, not \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }

  private static String known(String name, List<Workload> all) {
    if (all.stream().noneMatch(workload -> workload.isOf(name))) {
      fail("there is no workload \"%s\"; there are %s"
          .formatted(name, String.join(" ", all.stream().map(Workload::id).toList())));
    }
    return name;
  }

  private static void fail(String message) {
    System.err.println("thalweg bench: " + message);
    System.exit(2);
  }

  private static void write(Path page, String text) throws IOException {
    Path fresh = page.resolveSibling(page.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, page, StandardCopyOption.REPLACE_EXISTING);
    System.out.println("Wrote " + page);
  }
}
