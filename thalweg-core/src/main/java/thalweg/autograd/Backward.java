package thalweg.autograd;

import java.util.Arrays;
import java.util.Map;
import thalweg.op.Accumulate;
import thalweg.tensor.Tensor;

/// One sweep from a result back to the leaves, each node after all nodes that used it.
///
/// A first pass counts how often each reachable node is used; the second visits a node when as many
/// gradients have arrived. Both use a stack of their own, so a chain of a million operations does not
/// overflow the thread's.
final class Backward {
  private final boolean retainGraph;
  private final boolean createGraph;
  private final Map<Node, Tensor> targets; // null: accumulate into the leaves

  private Node[] reachable = new Node[16];
  private int count;

  private Backward(boolean retainGraph, boolean createGraph, Map<Node, Tensor> targets) {
    this.retainGraph = retainGraph;
    this.createGraph = createGraph;
    this.targets = targets;
  }

  /// Differentiates `roots` with the gradients `seeds`. With `targets` null, leaves accumulate; otherwise
  /// the gradient of each key is put into the map and leaves stay as they are.
  static void run(
      Node[] roots,
      Tensor[] seeds,
      boolean retainGraph,
      boolean createGraph,
      Map<Node, Tensor> targets) {
    var sweep = new Backward(retainGraph, createGraph, targets);
    try (var _ = GradMode.set(createGraph)) {
      sweep.count(roots);
      sweep.propagate(roots, seeds);
    } finally {
      sweep.finish();
    }
  }

  private void count(Node[] roots) {
    for (Node root : roots) {
      reach(root);
    }
    for (int next = 0; next < count; next++) {
      Node node = reachable[next];
      for (int i = 0; i < node.inputCount(); i++) {
        Node input = node.input(i);
        if (input != null) {
          reach(input);
          input.pending++;
        }
      }
    }
  }

  private void reach(Node node) {
    if (node.sweep == this) {
      return;
    }
    if (node.sweep != null) {
      throw new IllegalStateException(
          "backward: another thread is differentiating this graph, at " + node.name());
    }
    node.sweep = this;
    if (count == reachable.length) {
      reachable = Arrays.copyOf(reachable, count * 2);
    }
    reachable[count++] = node;
  }

  private void propagate(Node[] roots, Tensor[] seeds) {
    // The nodes whose gradient is complete; no more can wait than there are.
    Node[] ready = new Node[Math.min(count, 16)];
    int top = 0;
    for (int i = 0; i < roots.length; i++) {
      roots[i].incoming = sum(roots[i].incoming, seeds[i]);
    }
    for (int i = 0; i < roots.length; i++) {
      if (roots[i].pending == 0) {
        roots[i].pending = -1; // a root given twice is ready once
        ready = Arrays.copyOf(ready, Math.max(ready.length, top + 1));
        ready[top++] = roots[i];
      }
    }
    while (top > 0) {
      Node node = ready[--top];
      ready[top] = null;
      Tensor gradient = node.incoming;
      node.incoming = null;
      if (gradient != null) {
        arrive(node, gradient);
      }
      for (int i = 0; i < node.inputCount(); i++) {
        Node input = node.input(i);
        if (input == null) {
          continue;
        }
        if (gradient != null) {
          input.incoming = sum(input.incoming, node.op().gradient(i, node, gradient));
        }
        if (--input.pending == 0) {
          if (top == ready.length) {
            ready = Arrays.copyOf(ready, top * 2);
          }
          ready[top++] = input;
        }
      }
      if (!retainGraph) {
        node.free();
      }
    }
  }

  /// The whole gradient of this node's output has arrived.
  private void arrive(Node node, Tensor gradient) {
    if (targets != null) {
      if (targets.containsKey(node)) {
        targets.put(node, gradient);
      }
    } else if (node.op() instanceof Accumulate end) {
      end.leaf().accumulateGrad(gradient, createGraph);
    } else if (node.retained != null) {
      node.retained.accumulateGrad(gradient, createGraph);
    }
  }

  private static Tensor sum(Tensor a, Tensor b) {
    return a == null ? b : b == null ? a : a.add(b);
  }

  private void finish() {
    for (int i = 0; i < count; i++) {
      reachable[i].sweep = null;
      reachable[i].incoming = null;
      reachable[i].pending = 0;
    }
  }
}
