package thalweg.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The programs of others, as contenders: PyTorch and NumPy in Python, the limit in C, and Java libraries.
final class Peers {
  private final Path home;

  /// @param home the checkout
  Peers(Path home) {
    this.home = home;
  }

  Contender torch(String workload, int threads, String figure) {
    return python("PyTorch", "bench_torch.py", workload, threads, figure, Map.of());
  }

  Contender numpy(String workload, int threads, String figure) {
    return python("NumPy", "bench_numpy.py", workload, threads, figure, Map.of());
  }

  Contender matplotlib(String figure) {
    return python("matplotlib", "bench_matplotlib.py", "W9", 2, figure, Map.of());
  }

  /// NumPy with OpenBLAS's kernels for AVX-512, which OpenBLAS does not choose on every machine that has it.
  Contender numpyWithAvx512(String workload, int threads, String figure) {
    return python("NumPy, OPENBLAS_CORETYPE=SKYLAKEX", "bench_numpy.py", workload, threads, figure,
        Map.of("OPENBLAS_CORETYPE", "SKYLAKEX"));
  }

  private Contender python(
      String name, String program, String workload, int threads, String figure, Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.putAll(threads(threads));
    var command = List.of(Python.COMMAND, peer(program), workload, Integer.toString(threads), "3");
    return new Contender.Program(name, command, Map.copyOf(environment), figure);
  }

  /// The arithmetic alone, in C.
  Contender limit(String workload, int threads, String figure) {
    var command = List.of(binary().toString(), workload, Integer.toString(threads), "3");
    return new Contender.Program("limit (C)", command, threads(threads), figure);
  }

  /// What OpenBLAS and OpenMP read: without it they take all processors.
  private static Map<String, String> threads(int count) {
    String number = Integer.toString(count);
    return Map.of("OPENBLAS_NUM_THREADS", number, "OMP_NUM_THREADS", number);
  }

  /// A whole Python process.
  Contender process(String name, String program) {
    return new Contender.Whole(name, List.of(Python.COMMAND, peer(program)));
  }

  /// The launcher.
  Contender thalweg(String... arguments) {
    var command = new ArrayList<>(List.of(home.resolve("thalweg").toString()));
    command.addAll(List.of(arguments));
    return new Contender.Whole("Thalweg", command);
  }

  private String peer(String program) {
    return home.resolve("thalweg-bench/peers").resolve(program).toString();
  }

  private Path binary() {
    return home.resolve("thalweg-bench/target/limit");
  }

  /// Compiles the limit, where there is a compiler and a BLAS.
  void compileLimit() throws InterruptedException {
    try {
      Files.createDirectories(binary().getParent());
      Programs.run(
          List.of("gcc", "-O3", "-march=native", "-ffast-math", "-fopenmp",
              peer("limit.c"), "-o", binary().toString(), "-lopenblas", "-lm"),
          Map.of());
    } catch (IOException e) {
      System.err.println("The limit in C is left out: " + e.getMessage());
    }
  }

  /// Whether the processor has AVX-512, as far as Linux tells.
  static boolean hasAvx512() {
    Path info = Path.of("/proc/cpuinfo");
    try {
      return Files.exists(info) && Files.readString(info).contains("avx512f");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
