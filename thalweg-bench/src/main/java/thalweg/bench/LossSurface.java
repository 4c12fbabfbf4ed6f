package thalweg.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import thalweg.random.Seeds;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// W6: the loss of 34 × 34 lines over 100 points, by the notes' double loop over tensor operations, and at
/// once by broadcasting.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LossSurface {
  private static final int SIDE = 34;

  private final Tensor x;
  private final Tensor y;

  public LossSurface() {
    Seeds.manualSeed(0);
    x = RandomTensors.rand(100);
    y = x.mul(3).add(2);
  }

  @Benchmark
  public Tensor doubleLoop() {
    Tensor w0 = Tensors.linspace(-5, 5, SIDE);
    Tensor w1 = Tensors.linspace(-5, 5, SIDE);
    Tensor losses = Tensors.zeros(SIDE, SIDE);
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        losses.select(0, i).select(0, j).copy_(loss(w0.select(0, i), w1.select(0, j)));
      }
    }
    return losses;
  }

  private Tensor loss(Tensor intercept, Tensor slope) {
    return y.sub(intercept).sub(slope.mul(x)).pow(2).sum();
  }

  @Benchmark
  public Tensor broadcast() {
    Tensor w0 = Tensors.linspace(-5, 5, SIDE).reshape(SIDE, 1, 1);
    Tensor w1 = Tensors.linspace(-5, 5, SIDE).reshape(1, SIDE, 1);
    return y.sub(w0).sub(w1.mul(x)).pow(2).sum(-1);
  }
}
