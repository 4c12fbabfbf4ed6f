package thalweg.bench.peers;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// W1 and W3 with DJL on libtorch.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DjlSteps {
  private final NDManager manager = NDManager.newBaseManager();
  private final Training line;
  private final Training perceptron;

  /// A model, its trainer and its batch.
  private record Training(Trainer trainer, NDArray inputs, NDArray targets) {
    Object step(NDManager manager) {
      try (NDManager scope = manager.newSubManager()) {
        inputs.tempAttach(scope);
        targets.tempAttach(scope);
        NDArray error;
        try (var collector = trainer.newGradientCollector()) {
          error = trainer.getLoss().evaluate(new NDList(targets), trainer.forward(new NDList(inputs)));
          collector.backward(error);
        }
        trainer.step();
        return error.getShape();
      }
    }
  }

  public DjlSteps() {
    NDArray x = manager.randomUniform(0, 1, new Shape(100, 1));
    NDArray design = manager.ones(new Shape(100, 1)).concat(x, 1);
    line = training(Linear.builder().setUnits(1).optBias(false).build(), Loss.l2Loss("l2", 1f),
        Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.1f)).build(), design, x.mul(3).add(2));
    var net = new SequentialBlock()
        .add(Linear.builder().setUnits(256).build()).add(Activation::relu)
        .add(Linear.builder().setUnits(10).build());
    perceptron = training(net, Loss.softmaxCrossEntropyLoss(),
        Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.01f)).optMomentum(0.9f).build(),
        manager.randomUniform(-1, 1, new Shape(128, 784)),
        manager.randomInteger(0, 10, new Shape(128), DataType.INT64));
  }

  private static Training training(
      Block block, Loss loss, Optimizer optimizer, NDArray inputs, NDArray targets) {
    Model model = Model.newInstance("bench");
    model.setBlock(block);
    Trainer trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(optimizer));
    trainer.initialize(inputs.getShape());
    return new Training(trainer, inputs, targets);
  }

  @TearDown
  public void close() {
    manager.close();
  }

  @Benchmark
  public Object trainingStep() {
    return line.step(manager);
  }

  @Benchmark
  public Object perceptron() {
    return perceptron.step(manager);
  }
}
