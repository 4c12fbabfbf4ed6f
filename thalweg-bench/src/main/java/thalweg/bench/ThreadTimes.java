package thalweg.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;

/// How long operations of several sizes take with one and with two threads: where a second one begins to pay.
///
/// The two run in processes of their own, in turns, and the least time of all counts: on a machine that does other
/// things, too, it is that of a moment in which both processors were free.
final class ThreadTimes {
  private static final int ROUNDS = 3;
  private static final long WARM_UP = 300_000_000;
  private static final long MEASURED = 300_000_000;

  private ThreadTimes() {}

  private record Case(String name, Supplier<Tensor> run) {}

  private static List<Case> cases() {
    var cases = new ArrayList<Case>();
    for (int power = 13; power <= 22; power++) {
      Tensor x = RandomTensors.rand(1 << power);
      Tensor matrix = x.view(1 << power - 8, 1 << 8);
      String size = "2^%02d elements".formatted(power);
      cases.add(new Case("add, " + size, () -> x.add(x)));
      cases.add(new Case("tanh, " + size, x::tanh));
      cases.add(new Case("sum, " + size, x::sum));
      cases.add(new Case("sum of columns, " + size, () -> matrix.sum(0)));
      cases.add(new Case("sort of rows, " + size, () -> matrix.argsort(1, false)));
    }
    for (int n = 32; n <= 512; n *= 2) {
      Tensor x = RandomTensors.rand(n, n);
      cases.add(new Case("product, n = %03d".formatted(n), () -> x.mm(x)));
    }
    return cases;
  }

  /// The process that is measured: prints a figure for each case.
  public static void main(String[] arguments) {
    List<Case> cases = cases();
    for (Case each : cases) { // all of them first: one size may set off what makes the next one faster
      repeat(each.run, WARM_UP);
    }
    for (Case each : cases) {
      System.out.printf(
          Locale.ROOT, "R\tthreads\tThalweg\t%s\t%.3f\tus%n", each.name, repeat(each.run, MEASURED));
    }
  }

  /// The least time of one run, in microseconds.
  private static double repeat(Supplier<Tensor> run, long nanoseconds) {
    long least = Long.MAX_VALUE;
    long begin = System.nanoTime();
    for (long start = begin; start - begin < nanoseconds; start = System.nanoTime()) {
      run.get();
      least = Math.min(least, System.nanoTime() - start);
    }
    return least / 1e3;
  }

  /// The table.
  static String text() throws IOException, InterruptedException {
    Map<String, double[]> least = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int threads : new int[] {1, 2}) {
        Programs.figures(Programs.run(command(threads), Map.of()))
            .forEach(
                (name, time) -> {
                  double[] both = least.computeIfAbsent(
                      name, _ -> new double[] {Double.MAX_VALUE, Double.MAX_VALUE});
                  both[threads - 1] = Math.min(both[threads - 1], time);
                });
      }
    }
    var text = new StringBuilder("%-34s %12s %12s %8s%n".formatted("µs", "1 thread", "2 threads", "ratio"));
    least.forEach(
        (name, both) ->
            text.append(
                String.format(
                    Locale.ROOT, "%-34s %12.1f %12.1f %8.2f%n", name, both[0], both[1], both[0] / both[1])));
    return text.toString();
  }

  private static List<String> command(int threads) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules=jdk.incubator.vector",
        "-XX:+UseSerialGC",
        "-Xmx2g",
        "-Dthalweg.threads=" + threads,
        "-cp",
        System.getProperty("java.class.path"),
        ThreadTimes.class.getName());
  }
}
