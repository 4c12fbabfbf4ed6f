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
///
/// A leaf without a gradient takes over the memory of what arrives, instead of a copy, where nobody else can hold
/// it: a formula of this sweep made it, it is nothing that the formula's node had saved, and from there it came
/// through nodes of one input alone. Not with `createGraph`, whose nodes save what passes.
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
      deliver(roots[i], seeds[i], false);
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
      boolean owned = node.ownsIncoming;
      node.incoming = null;
      if (gradient != null) {
        arrive(node, gradient, owned);
      }
      for (int i = 0; i < node.inputCount(); i++) {
        Node input = node.input(i);
        if (input == null) {
          continue;
        }
        if (gradient != null) {
          Tensor part = node.op().gradient(i, node, gradient);
          if (part != null) {
            deliver(input, part, isOwned(part, node, gradient, owned));
          }
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
  private void arrive(Node node, Tensor gradient, boolean owned) {
    if (targets != null) {
      if (targets.containsKey(node)) {
        targets.put(node, gradient);
      }
    } else if (node.op() instanceof Accumulate end) {
      accumulate(end.leaf(), gradient, owned);
    } else if (node.retained != null) {
      accumulate(node.retained, gradient, false); // it goes on to the inputs, too
    }
  }

  private void accumulate(Tensor tensor, Tensor gradient, boolean owned) {
    Tensor former = tensor.grad();
    if (former != null) {
      tensor.setGrad(former.add(gradient));
    } else if (createGraph) {
      tensor.setGrad(gradient.clone());
    } else {
      boolean fills =
          gradient.layout().isPlain() && gradient.storage().length() == gradient.size();
      tensor.setGrad(owned && fills ? gradient.detach() : gradient.detach().clone());
    }
  }

  private static void deliver(Node node, Tensor part, boolean owned) {
    boolean first = node.incoming == null;
    node.incoming = first ? part : node.incoming.add(part);
    node.ownsIncoming = !first || owned; // a sum is new memory
  }

  /// True if nobody but the sweep can hold the memory of `part`, which `node` made of `gradient`.
  private static boolean isOwned(Tensor part, Node node, Tensor gradient, boolean owned) {
    return part.storage() == gradient.storage()
        ? owned && node.inputCount() == 1
        : !node.hasSaved(part.storage());
  }

  private void finish() {
    for (int i = 0; i < count; i++) {
      reachable[i].sweep = null;
      reachable[i].incoming = null;
      reachable[i].pending = 0;
    }
  }
}
