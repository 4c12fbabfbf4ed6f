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
import thalweg.nn.Functional;
import thalweg.nn.Linear;
import thalweg.nn.ReLU;
import thalweg.nn.Sequential;
import thalweg.op.Reduction;
import thalweg.optim.SGD;
import thalweg.random.Seeds;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;

/// W3: one training step of a perceptron 784-256-10 on 128 samples: cross entropy, SGD with momentum.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MlpStep {
  private final Tensor inputs;
  private final Tensor classes;
  private final Sequential net;
  private final SGD optimizer;

  public MlpStep() {
    Seeds.manualSeed(0);
    inputs = RandomTensors.rand(128, 784).mul(2).sub(1);
    classes = RandomTensors.randint(0, 10, 128);
    net = new Sequential(new Linear(784, 256), new ReLU(), new Linear(256, 10));
    optimizer = new SGD(net.parameters(), SGD.lr(0.01).momentum(0.9));
  }

  @Benchmark
  public Tensor step() {
    optimizer.zeroGrad();
    Tensor error = Functional.crossEntropy(net.apply(inputs), classes, null, Reduction.MEAN, 0);
    error.backward();
    optimizer.step();
    return error;
  }
}
