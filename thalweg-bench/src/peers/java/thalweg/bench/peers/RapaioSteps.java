package thalweg.bench.peers;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import rapaio.darray.DArray;
import rapaio.darray.DArrayManager;
import rapaio.darray.DType;
import rapaio.darray.Order;
import rapaio.darray.Shape;
import rapaio.nn.Loss;
import rapaio.nn.Optimizer;
import rapaio.nn.Tensor;
import rapaio.nn.TensorManager;
import rapaio.nn.layer.Linear;
import rapaio.nn.loss.MSELoss;
import rapaio.nn.optimizer.SGD;

/// W1 and W2 with rapaio.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RapaioSteps {
  private static final int EPOCHS = 211;

  private final TensorManager manager = TensorManager.ofFloat();
  private final Tensor inputs;
  private final Tensor targets;
  private final Linear net = new Linear(manager, 2, 1, false);
  private final Loss loss = new MSELoss(manager);
  private final SGD optimizer = Optimizer.SGD(manager, net.parameters());

  private final DArrayManager arrays = DArrayManager.base();
  private final DArray<Double> x;
  private final DArray<Double> y;

  public RapaioSteps() {
    var random = new Random(0);
    var rows = new float[200];
    var values = new float[100];
    for (int i = 0; i < 100; i++) {
      rows[2 * i] = 1;
      rows[2 * i + 1] = random.nextFloat();
      values[i] = 2 + 3 * rows[2 * i + 1];
    }
    inputs = manager.var(arrays.stride(DType.FLOAT, Shape.of(100, 2), Order.C, rows));
    targets = manager.var(arrays.stride(DType.FLOAT, Shape.of(100, 1), Order.C, values));
    optimizer.lr.set(0.1);
    x = arrays.stride(DType.DOUBLE, random.doubles(73, -1, 1).toArray());
    y = x.mul(3.0);
  }

  @Benchmark
  public Object trainingStep() {
    optimizer.zeroGrad();
    Loss.Output error = loss.forward(net.forward11(inputs), targets);
    error.backward();
    optimizer.step();
    return error;
  }

  @Benchmark
  @OperationsPerInvocation(EPOCHS)
  public Object shallowNet() {
    DArray<Double> w = arrays.stride(DType.DOUBLE, 0.5, 0.4);
    double[] losses = new double[EPOCHS];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      DArray<Double> difference = x.mul(w.getDouble(0) * w.getDouble(1)).sub(y);
      losses[epoch] = difference.sqr().mean();
      double g = 2 * difference.mul(x).mean();
      w = w.sub(arrays.stride(DType.DOUBLE, g * w.getDouble(1), g * w.getDouble(0)).mul(0.05));
    }
    return List.of(w, losses);
  }
}
