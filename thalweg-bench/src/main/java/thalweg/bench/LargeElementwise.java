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
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;

/// W5: operations on ten million elements, each into a fresh tensor.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LargeElementwise {
  private static final int COUNT = 10_000_000;

  private final Tensor a = RandomTensors.rand(COUNT);
  private final Tensor b = RandomTensors.rand(COUNT);
  private final Tensor c = RandomTensors.rand(COUNT);

  @Benchmark
  public Tensor sumOfTanh() {
    return a.mul(b).add(c).tanh().sum();
  }

  @Benchmark
  public Tensor add() {
    return a.add(b);
  }
}
