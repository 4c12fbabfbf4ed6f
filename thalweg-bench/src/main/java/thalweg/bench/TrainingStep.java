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
import thalweg.nn.Linear;
import thalweg.nn.MSELoss;
import thalweg.optim.SGD;
import thalweg.random.Seeds;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// W1: one training step of the notes' model, 100 points, as a user writes it: by layer, loss and optimiser
/// (W1), and by hand (W1b).
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TrainingStep {
  private final Tensor inputs;
  private final Tensor targets;
  private final Linear net = new Linear(2, 1, Linear.bias(false));
  private final MSELoss loss = new MSELoss();
  private final SGD optimizer;
  private final Tensor weights = Tensors.tensor(-5.0, 10.0).reshape(2, 1).requiresGrad_(true);

  public TrainingStep() {
    Seeds.manualSeed(43052);
    Tensor x = RandomTensors.randn(100).sort().values();
    inputs = Tensors.stack(1, Tensors.ones(100), x);
    targets = x.mul(4).add(2.5).reshape(100, 1);
    optimizer = new SGD(net.parameters(), 0.1);
  }

  @Benchmark
  public Tensor layerLossAndOptimizer() {
    Tensor error = loss.apply(net.apply(inputs), targets);
    error.backward();
    optimizer.step();
    optimizer.zeroGrad();
    return error;
  }

  @Benchmark
  public Tensor byHand() {
    Tensor error = targets.sub(inputs.matmul(weights)).pow(2).sum();
    error.backward();
    weights.setData(weights.data().sub(weights.grad().mul(0.001)));
    weights.setGrad(null);
    return error;
  }
}
