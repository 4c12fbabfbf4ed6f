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
import thalweg.random.Seeds;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// W2: 211 epochs of the shallow narrow net on 73 points in `float64`, its gradient written by hand in tensor
/// operations; the figure is for one epoch.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ShallowNet {
  private static final int EPOCHS = 211;

  private final Tensor inputs;
  private final Tensor targets;

  public ShallowNet() {
    Seeds.manualSeed(0);
    inputs = RandomTensors.rand(73).to(DType.FLOAT64).mul(2).sub(1);
    targets = inputs.mul(3);
  }

  @Benchmark
  @OperationsPerInvocation(EPOCHS)
  public Tensor epochs() {
    Tensor w = Tensors.tensor(DType.FLOAT64, new double[] {0.5, 0.4});
    Tensor[] losses = new Tensor[EPOCHS];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Tensor difference = w.select(0, 0).mul(w.select(0, 1)).mul(inputs).sub(targets);
      losses[epoch] = difference.pow(2).mean();
      Tensor g = difference.mul(inputs).mean().mul(2);
      w = w.sub(Tensors.stack(0, g.mul(w.select(0, 1)), g.mul(w.select(0, 0))).mul(0.05));
    }
    return Tensors.stack(0, losses);
  }

  /// The same with the two weights and the losses as numbers of Java, and only what has 73 elements as tensors.
  @Benchmark
  @OperationsPerInvocation(EPOCHS)
  public double[] epochsWithNumbers() {
    Tensor w = Tensors.tensor(DType.FLOAT64, new double[] {0.5, 0.4});
    double[] losses = new double[EPOCHS];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      double first = w.get(0);
      double second = w.get(1);
      Tensor difference = inputs.mul(first * second).sub(targets);
      losses[epoch] = difference.square().mean().item();
      double g = 2 * difference.mul(inputs).mean().item();
      w = w.sub(Tensors.tensor(DType.FLOAT64, new double[] {g * second, g * first}).mul(0.05));
    }
    return losses;
  }
}
