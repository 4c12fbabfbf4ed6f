package thalweg.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static thalweg.tensor.Tensors.arange;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import thalweg.tensor.Tensor;

/// Sweeps that meet at the same nodes, in several threads or from several parts of one tensor.
class SharedGraphTest {
  private static final int THREADS = 4;

  private static <T> List<T> inThreads(Callable<T> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var results = new ArrayList<T>();
      var running = new ArrayList<Future<T>>();
      for (int k = 0; k < THREADS; k++) {
        running.add(threads.submit(work));
      }
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }

  @RepeatedTest(20)
  void threadsDifferentiateOverOneParameter() throws Exception {
    Tensor w = ones(3).requiresGrad_(true);
    for (List<Double> seen : inThreads(() -> {
      var gradients = new ArrayList<Double>();
      for (int i = 0; i < 50; i++) {
        gradients.add(Autograd.grad(w.mul(2.0).sum(), List.of(w)).getFirst().get(1));
      }
      return gradients;
    })) {
      assertThat(seen).hasSize(50).containsOnly(2.0);
    }
  }

  @RepeatedTest(20)
  void threadsGoThroughOneGraph() throws Exception {
    Tensor w = tensor(1.0, 2.0, 3.0).requiresGrad_(true);
    Tensor loss = w.mul(w).exp().log().sum();
    for (double gradient : inThreads(() -> {
      double last = 0;
      for (int i = 0; i < 50; i++) {
        last = Autograd.grad(loss, List.of(w), null, true, false).getFirst().get(1);
      }
      return last;
    })) {
      assertThat(gradient).isEqualTo(4.0);
    }
  }

  @RepeatedTest(20)
  void threadsAccumulateInOneLeaf() throws Exception {
    Tensor w = ones(2).requiresGrad_(true);
    inThreads(() -> {
      for (int i = 0; i < 50; i++) {
        w.mul(2.0).sum().backward();
      }
      return null;
    });
    assertThat(w.grad().toDoubleArray()).containsExactly(2.0 * 50 * THREADS, 2.0 * 50 * THREADS);
  }

  @Test
  void partsMeetInOneGradient() {
    Tensor x = arange(0.0, 6.0, 1.0).reshape(2, 3).requiresGrad_(true);
    Tensor sum = x.select(0, 0).sum().add(x.select(1, 2).sum().mul(3.0)).add(x.diagonal(0, 0, 1).mul(10.0).sum())
        .add(x.slice(1, 0, 3, 2).sum());
    sum.backward();
    assertThat(x.grad().toDoubleArray()).containsExactly(12, 1, 5, 1, 10, 4);
  }

  @Test
  void aGradientThatIsAskedForIsNotChangedByWhatComesAfter() {
    Tensor x = ones(4).requiresGrad_(true);
    Tensor h = x.view(2, 2); // its gradient goes on to x in the same memory, where a part is added
    Tensor loss = h.mul(h).sum().mul(3.0).add(x.select(0, 1).mul(100.0)).add(x.select(0, 0));
    List<Tensor> gradients = Autograd.grad(loss, List.of(h, x));
    assertThat(gradients.get(0).toDoubleArray()).containsExactly(6, 6, 6, 6);
    assertThat(gradients.get(1).toDoubleArray()).containsExactly(7, 106, 6, 6);
  }

  @Test
  void partsHaveSecondDerivatives() {
    Tensor x = tensor(2.0, 3.0).requiresGrad_(true);
    Tensor product = x.select(0, 0).mul(x.select(0, 0)).mul(x.select(0, 1));
    Tensor first = Autograd.grad(product, List.of(x), null, true, true).getFirst();
    Tensor second = Autograd.grad(first.sum(), List.of(x)).getFirst();
    assertThat(first.toDoubleArray()).containsExactly(12, 4);
    assertThat(second.toDoubleArray()).containsExactly(10, 4);
  }
}
