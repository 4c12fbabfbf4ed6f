package thalweg.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures the contenders of a workload in turns, so that what else the machine does falls on all of them.
final class Rounds {
  /// A contender in a row: the same one may stand in several, with other threads.
  record Entry(String workload, Contender contender) {}

  private final int rounds;
  private final Map<Entry, Figures> figures = new LinkedHashMap<>();
  private final Map<Entry, String> failures = new LinkedHashMap<>();

  Rounds(int rounds) {
    this.rounds = rounds;
  }

  /// The figures of each contender that could be measured.
  Map<Entry, Figures> figures() {
    return figures;
  }

  /// Why the others could not.
  Map<Entry, String> failures() {
    return failures;
  }

  void measure(Workload workload) {
    for (int round = 1; round <= rounds; round++) {
      // One run of a program gives several figures of a round.
      var printed = new HashMap<List<String>, Map<String, Double>>();
      for (Contender contender : workload.contenders()) {
        var entry = new Entry(workload.id(), contender);
        if (failures.containsKey(entry)) {
          continue;
        }
        Progress.say(workload.id(), round, rounds, contender.name());
        try {
          double figure = once(contender, workload.threads(), printed);
          figures.merge(entry, new Figures(List.of(figure)), (sofar, _) -> sofar.with(figure));
        } catch (IOException | RunnerException e) {
          failures.put(entry, e.getMessage());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
    Progress.clear();
  }

  private static double once(
      Contender contender, int threads, Map<List<String>, Map<String, Double>> printed)
      throws IOException, InterruptedException, RunnerException {
    return switch (contender) {
      case Contender.Jmh jmh -> jmh(jmh, threads);
      case Contender.Whole whole -> {
        Programs.run(whole.command(), Map.of()); // builds what is missing, and reads files into memory
        long start = System.nanoTime();
        Programs.run(whole.command(), Map.of());
        yield (System.nanoTime() - start) / 1e6;
      }
      case Contender.Program program -> {
        var key = List.of(program.command().toString(), program.environment().toString());
        if (!printed.containsKey(key)) {
          printed.put(key, Programs.figures(Programs.run(program.command(), program.environment())));
        }
        Double figure = printed.get(key).get(program.figure());
        if (figure == null) {
          throw new IOException(
              "no figure \"%s\" among %s".formatted(program.figure(), printed.get(key).keySet()));
        }
        yield figure;
      }
    };
  }

  private static double jmh(Contender.Jmh jmh, int threads) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + jmh.benchmark().replace(".", "\\.") + "$")
            .forks(1)
            .warmupIterations(5)
            .warmupTime(TimeValue.milliseconds(1000))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(400))
            .timeout(TimeValue.minutes(2))
            .jvmArgsAppend("--add-modules=jdk.incubator.vector", "-Xms2g", "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED", "-Dthalweg.threads=" + threads,
                "-Dai.djl.pytorch.num_threads=" + threads)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    jmh.parameters().forEach((name, value) -> options.param(name, value));
    var results = new Runner(options.build()).run();
    if (results.size() != 1) {
      throw new RunnerException(jmh.benchmark() + ": expected one benchmark, found " + results.size());
    }
    double time = results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
    return jmh.figure().applyAsDouble(time);
  }
}
