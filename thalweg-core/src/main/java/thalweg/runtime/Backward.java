package thalweg.runtime;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import thalweg.autograd.GradMode;
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
public final class Backward {
  private final boolean retainGraph;
  private final boolean createGraph;
  private final Map<RecordedNode, Tensor> targets; // null: accumulate into the leaves

  private Visit[] reachable = new Visit[16];
  private int count;
  private Map<RecordedNode, Visit> meetings = Map.of(); // visits to nodes where another sweep was first

  private Backward(boolean retainGraph, boolean createGraph, Map<RecordedNode, Tensor> targets) {
    this.retainGraph = retainGraph;
    this.createGraph = createGraph;
    this.targets = targets;
  }

  /// Differentiates `roots` with the gradients `seeds`. With `targets` null, leaves accumulate; otherwise
  /// the gradient of each key is put into the map and leaves stay as they are.
  public static void run(
      RecordedNode[] roots,
      Tensor[] seeds,
      boolean retainGraph,
      boolean createGraph,
      Map<RecordedNode, Tensor> targets) {
    var sweep = new Backward(retainGraph, createGraph, targets);
    try (var _ = GradMode.set(createGraph)) {
      sweep.count(roots);
      sweep.propagate(roots, seeds);
    } finally {
      sweep.finish();
    }
  }

  private void count(RecordedNode[] roots) {
    for (RecordedNode root : roots) {
      reach(root);
    }
    for (int next = 0; next < count; next++) {
      RecordedNode node = reachable[next].node;
      for (int i = 0; i < node.inputCount(); i++) {
        RecordedNode input = node.input(i);
        if (input != null) {
          reach(input).pending++;
        }
      }
    }
  }

  private Visit reach(RecordedNode node) {
    Visit known = visit(node);
    if (known != null) {
      return known;
    }
    var visit = new Visit(this, node);
    if (!visit.comesFirst()) {
      if (meetings.isEmpty()) {
        meetings = new IdentityHashMap<>();
      }
      meetings.put(node, visit);
    }
    if (count == reachable.length) {
      reachable = Arrays.copyOf(reachable, count * 2);
    }
    reachable[count++] = visit;
    return visit;
  }

  /// This sweep's visit to `node`, or null before the first.
  private Visit visit(RecordedNode node) {
    Visit first = node.visit;
    return first != null && first.sweep == this ? first : meetings.get(node);
  }

  private void propagate(RecordedNode[] roots, Tensor[] seeds) {
    // The nodes whose gradient is complete; no more can wait than there are.
    Visit[] ready = new Visit[Math.max(16, roots.length)];
    int top = 0;
    for (int i = 0; i < roots.length; i++) {
      deliver(visit(roots[i]), seeds[i], false);
    }
    for (RecordedNode node : roots) {
      Visit root = visit(node);
      if (root.pending == 0) {
        root.pending = -1; // a root given twice is ready once
        ready[top++] = root;
      }
    }
    while (top > 0) {
      Visit visit = ready[--top];
      ready[top] = null;
      RecordedNode node = visit.node;
      Tensor gradient = visit.incoming;
      visit.incoming = null;
      if (gradient != null) {
        arrive(visit, gradient);
      }
      for (int i = 0; i < node.inputCount(); i++) {
        if (node.input(i) == null) {
          continue;
        }
        Visit input = visit(node.input(i));
        if (gradient != null) {
          pass(visit, i, gradient, input);
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
  private void arrive(Visit visit, Tensor gradient) {
    RecordedNode node = visit.node;
    if (targets != null) {
      if (targets.containsKey(node)) {
        targets.put(node, gradient);
        visit.ownsIncoming = false; // it is the caller's now
      }
    } else if (node.op() instanceof Accumulate end) {
      synchronized (node) { // two threads may add to one leaf
        accumulate(end.leaf(), gradient, visit.ownsIncoming);
      }
    } else if (node.retained != null) {
      accumulate(node.retained, gradient, false); // it goes on to the inputs, too
    }
  }

  /// Passes the gradient of a node's output on to input `i`.
  private void pass(Visit visit, int i, Tensor gradient, Visit input) {
    RecordedNode node = visit.node;
    if (input.incoming != null
        && input.ownsIncoming
        && !createGraph
        && fillsItsMemory(input.incoming)
        && node.op().addGradient(i, gradient, input.incoming)) {
      return;
    }
    Tensor part = node.op().gradient(i, node, gradient);
    if (part != null) {
      deliver(input, part, isOwned(part, node, gradient, visit.ownsIncoming));
    }
  }

  private void accumulate(Tensor tensor, Tensor gradient, boolean owned) {
    Tensor former = tensor.grad();
    if (former != null) {
      tensor.setGrad(former.add(gradient));
    } else if (createGraph) {
      tensor.setGrad(gradient.clone());
    } else {
      tensor.setGrad(owned && fillsItsMemory(gradient) ? gradient.detach() : gradient.detach().clone());
    }
  }

  private static boolean fillsItsMemory(Tensor gradient) {
    return Internals.layout(gradient).isPlain() && Internals.storage(gradient).length() == gradient.size();
  }

  private static void deliver(Visit visit, Tensor part, boolean owned) {
    boolean first = visit.incoming == null;
    visit.incoming = first ? part : visit.incoming.add(part);
    visit.ownsIncoming = !first || owned; // a sum is new memory
  }

  /// True if nobody but the sweep can hold the memory of `part`, which `node` made of `gradient`.
  private static boolean isOwned(Tensor part, RecordedNode node, Tensor gradient, boolean owned) {
    return Internals.storage(part) == Internals.storage(gradient)
        ? owned && node.inputCount() == 1
        : !node.hasSaved(Internals.storage(part));
  }

  private void finish() {
    for (int i = 0; i < count; i++) {
      reachable[i].leave();
    }
  }
}
