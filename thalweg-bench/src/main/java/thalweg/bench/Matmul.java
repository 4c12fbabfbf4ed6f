package thalweg.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;

/// W4: the product of two square matrices, 2·n³ floating-point operations.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Matmul {
  /// The side of the matrices.
  @Param({"64", "256", "1024"})
  public int n;

  /// The type of the elements.
  @Param({"FLOAT32", "FLOAT64"})
  public DType dtype;

  private Tensor a;
  private Tensor b;

  @Setup
  public void fill() {
    a = RandomTensors.rand(n, n).to(dtype);
    b = RandomTensors.rand(n, n).to(dtype);
  }

  @Benchmark
  public Tensor plain() {
    return a.mm(b);
  }

  /// As a layer multiplies by its weight.
  @Benchmark
  public Tensor transposed() {
    return a.mm(b.t());
  }
}
