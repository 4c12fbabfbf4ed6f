package thalweg.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The workloads that training small and medium models is made of, and whom Thalweg is compared with.
final class Workloads {
  private final Peers peers;
  private final boolean java;

  /// @param java whether the Java libraries are there too
  Workloads(Peers peers, boolean java) {
    this.peers = peers;
    this.java = java;
  }

  /// The contenders of a row, and those of the Java libraries that do the same.
  private List<Contender> with(List<Contender> contenders, Contender.Jmh... others) {
    return Stream.concat(contenders.stream(), java ? Stream.of(others) : Stream.empty()).toList();
  }

  List<Workload> all() {
    var all = new ArrayList<Workload>();
    all.addAll(steps());
    for (int threads : List.of(1, 2)) {
      all.add(perceptron(threads));
    }
    all.addAll(products());
    all.addAll(large());
    all.add(
        new Workload("W6", "loss surface 34 × 34 of 100 points, double loop", "ms", false, 1,
            "≤ 1/15 of PyTorch",
            List.of(
                new Contender.Jmh("Thalweg", "LossSurface.doubleLoop"),
                peers.torch("W6", 1, "34x34 f32 double loop t1"),
                peers.numpy("W6", 1, "34x34 f32 double loop"),
                peers.limit("W6", 1, "34x34 f32 loop t1"))));
    all.addAll(processes());
    all.add(
        new Workload("W8", "chain of 10,000 scalar operations, forward and backward, each", "ns", false, 1,
            "≤ 1/40 of PyTorch",
            List.of(
                new Contender.Jmh("Thalweg", "ScalarChain.forwardAndBackward"),
                peers.torch("W8", 1, "0-d autograd t1"),
                peers.limit("W8", 1, "static-tape"))));
    all.addAll(drawings());
    return all;
  }

  private List<Workload> steps() {
    return List.of(
        new Workload("W1", "training step: Linear(2, 1), 100 points, MSELoss, SGD", "µs", false, 1,
            "≤ 1/15 of PyTorch",
            with(
                List.of(
                    new Contender.Jmh("Thalweg", "TrainingStep.layerLossAndOptimizer"),
                    peers.torch("W1", 1, "nn+optim t1"),
                    peers.numpy("W1", 1, "analytic gradient"),
                    peers.limit("W1", 1, "fused-loop")),
                new Contender.Jmh("DJL", "DjlSteps.trainingStep"),
                new Contender.Jmh("rapaio", "RapaioSteps.trainingStep"))),
        new Workload("W1b", "the same by hand: X@W, sum of squares, backward, update", "µs", false, 1,
            "≤ 1/15 of PyTorch",
            List.of(
                new Contender.Jmh("Thalweg", "TrainingStep.byHand"),
                peers.torch("W1", 1, "raw t1"))),
        new Workload("W2", "shallow narrow net, float64, 73 points, an epoch", "µs", false, 1,
            "≤ 1/40 of PyTorch",
            List.of(
                new Contender.Jmh("Thalweg", "ShallowNet.epochs"),
                peers.torch("W2", 1, "tensor ops analytic t1"),
                peers.numpy("W2", 1, "analytic"),
                peers.limit("W2", 1, "fused-loop"))),
        new Workload("W2b", "the same with the weights as numbers of Java", "µs", false, 1, "–",
            with(
                List.of(new Contender.Jmh("Thalweg", "ShallowNet.epochsWithNumbers")),
                new Contender.Jmh("rapaio", "RapaioSteps.shallowNet"))));
  }

  private Workload perceptron(int threads) {
    return new Workload(threads == 1 ? "W3" : "W3b",
        "training step: 784-256-10, batch 128, cross entropy, momentum", "µs", false, threads,
        "no slower than the fastest",
        with(
            List.of(
                new Contender.Jmh("Thalweg", "MlpStep.step"),
                peers.torch("W3", threads, "nn+optim t" + threads),
                peers.limit("W3", threads, "cblas+loops t" + threads)),
            new Contender.Jmh("DJL", "DjlSteps.perceptron")));
  }

  private List<Workload> products() {
    var rows = new ArrayList<Workload>();
    rows.add(product("W4a", 64, 1, "≥ 60 % of the best OpenBLAS"));
    rows.add(product("W4b", 1024, 1, "≥ 90 % of the best OpenBLAS"));
    rows.add(product("W4c", 2048, 2, "–"));
    return rows;
  }

  private Workload product(String id, int n, int threads, String goal) {
    var contenders = new ArrayList<Contender>();
    contenders.add(
        new Contender.Jmh("Thalweg", "Matmul.plain", Map.of("n", Integer.toString(n), "dtype", "FLOAT32"),
            microseconds -> 2e-3 * n * n * n / microseconds));
    contenders.add(peers.torch("W4", threads, "mm f32 n=%d t%d".formatted(n, threads)));
    contenders.add(peers.numpy("W4", threads, "matmul f32 n=%d t%d".formatted(n, threads)));
    if (Peers.hasAvx512()) {
      contenders.add(peers.numpyWithAvx512("W4", threads, "matmul f32 n=%d t%d".formatted(n, threads)));
    }
    contenders.add(peers.limit("W4", threads, "cblas f32 n=%d t%d".formatted(n, threads)));
    return new Workload(id, "float32 matrix product, n = " + n, "GFLOP/s", true, threads, goal, contenders);
  }

  private List<Workload> large() {
    return List.of(
        new Workload("W5", "sum(tanh(a·b + c)), 10 million float32", "ms", false, 1, "no slower than NumPy",
            List.of(
                new Contender.Jmh("Thalweg", "LargeElementwise.sumOfTanh"),
                peers.torch("W5", 1, "eager (a*b+c).tanh().sum() t1"),
                peers.numpy("W5", 1, "eager (a*b+c).tanh().sum() t1"),
                peers.limit("W5", 1, "fused tanh+sum t1"))),
        new Workload("W5b", "a + b into a fresh tensor, 10 million float32", "ms", false, 1, "–",
            List.of(
                new Contender.Jmh("Thalweg", "LargeElementwise.add"),
                peers.torch("W5", 1, "add fresh t1"),
                peers.numpy("W5", 1, "add fresh t1"),
                peers.limit("W5", 1, "add fresh t1"))),
        broadcast("W5c", "(1600, 1000) − (1600, 1)", "column"),
        broadcast("W5d", "(1600, 1000) · (1000)", "row"));
  }

  private static Workload broadcast(String id, String what, String method) {
    return new Workload(id, what + ", float32, beside equal shapes", "ms", false, 1, "as equal shapes",
        List.of(
            new Contender.Jmh("Thalweg", "Broadcast." + method),
            new Contender.Jmh("equal shapes", "Broadcast.equal")));
  }

  private List<Workload> processes() {
    return List.of(
        new Workload("W7", "whole process: 30 epochs of the line", "ms", false, 2, "≤ 1/4 of PyTorch",
            List.of(
                peers.thalweg("run", "line", "--no-report"),
                peers.process("PyTorch", "cold_torch.py"),
                peers.process("NumPy", "cold_numpy.py"))),
        new Workload("W7b", "the same, and the loss surface as PNG", "ms", false, 2,
            "≤ 1/2 of PyTorch with matplotlib",
            List.of(
                peers.thalweg("run", "line", "--no-report", "--figures", "thalweg-bench/target/figures",
                    "--only", "surface", "--format", "png"),
                peers.process("PyTorch with matplotlib", "cold_torch_mpl.py"))));
  }

  private List<Workload> drawings() {
    return List.of(
        drawing("W9", "loss surface as PNG", "lossSurfacePng", "loss surface png"),
        drawing("W9b", "30 frames of two panels as GIF", "animationGif", "30-frame animation gif"),
        drawing("W9c", "landscape and field as SVG", "landscapeSvg", "landscape svg"));
  }

  private Workload drawing(String id, String what, String benchmark, String figure) {
    return new Workload(id, what + ", warm", "ms", false, 2, "–",
        List.of(
            new Contender.Jmh("Thalweg", "FigureDrawing." + benchmark),
            peers.matplotlib(figure)));
  }
}
