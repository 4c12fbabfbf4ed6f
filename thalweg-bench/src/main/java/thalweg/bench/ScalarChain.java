package thalweg.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// W8: a chain of 10,000 operations on one number (a sine, a product, a sum in turn), forward and backward;
/// the figure is for one operation.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScalarChain {
  private static final int OPERATIONS = 10_000;

  private final Tensor factor = Tensors.tensor(0.9).requiresGrad_(true);
  private final Tensor term = Tensors.tensor(0.1).requiresGrad_(true);

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public Tensor forwardAndBackward() {
    Tensor start = Tensors.tensor(0.5).requiresGrad_(true);
    Tensor x = start;
    for (int i = 0; i < OPERATIONS; i++) {
      x = switch (i % 3) {
        case 0 -> x.sin();
        case 1 -> x.mul(factor);
        default -> x.add(term);
      };
    }
    x.backward();
    factor.setGrad(null);
    term.setGrad(null);
    return start.grad();
  }
}
