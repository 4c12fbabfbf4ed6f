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

/// W5c and W5d: a matrix with a column or a row that is repeated, beside two matrices of the same shape. What a loop
/// has done counts in elements, so short rows are specialised as soon as one long one.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Broadcast {
  private final Tensor matrix = RandomTensors.rand(1600, 1000);
  private final Tensor other = RandomTensors.rand(1600, 1000);
  private final Tensor column = RandomTensors.rand(1600, 1);
  private final Tensor row = RandomTensors.rand(1000);

  @Benchmark
  public Tensor equal() {
    return matrix.sub(other);
  }

  @Benchmark
  public Tensor column() {
    return matrix.sub(column);
  }

  @Benchmark
  public Tensor row() {
    return matrix.mul(row);
  }
}
