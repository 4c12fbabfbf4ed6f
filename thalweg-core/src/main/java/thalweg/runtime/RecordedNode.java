package thalweg.runtime;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import thalweg.autograd.GradMode;
import thalweg.autograd.Node;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// A [Node] with what it needs for the backward sweep: the operation, the values it saved, and the sweep's own notes.
public final class RecordedNode implements Node, Saved {
  private static final RecordedNode[] NO_INPUTS = {};

  private Op op;
  private final RecordedNode[] inputs;
  private final Shape shape;
  private final DType dtype;

  private Tensor x;
  private Tensor y;
  private Tensor z;
  private Tensor out;
  private int xVersion;
  private int yVersion;
  private int zVersion;
  private int outVersion;
  private boolean freed;

  volatile Visit visit; // of the sweep that came first; see Backward
  Tensor retained;

  private RecordedNode(Op op, RecordedNode[] inputs, Shape shape, DType dtype) {
    this.op = op;
    this.inputs = inputs;
    this.shape = shape;
    this.dtype = dtype;
  }

  /// The end of the graph at a leaf.
  public static RecordedNode leaf(Tensor leaf) {
    return new RecordedNode(new Accumulate(leaf), NO_INPUTS, leaf.shape(), leaf.dtype());
  }

  /// The tensor that `op` computed from `x`, recorded if a gradient is needed.
  public static Tensor record(Op op, Storage storage, Layout layout, Tensor x) {
    if (!x.requiresGrad() || !GradMode.isEnabled() || !storage.dtype().isFloating()) {
      return Internals.tensor(storage, layout);
    }
    RecordedNode node = new RecordedNode(op, new RecordedNode[] {Internals.gradNode(x)}, layout.shape(), storage.dtype());
    Tensor out = Internals.tensor(storage, layout, node);
    node.save(op.saves(0) | Keeping.saves(1), x, null, null, out);
    return out;
  }

  /// The tensor that `op` computed from `x` and `y`, recorded if a gradient is needed.
  public static Tensor record(Op op, Storage storage, Layout layout, Tensor x, Tensor y) {
    boolean needsX = x.requiresGrad();
    boolean needsY = y.requiresGrad();
    if (!(needsX || needsY) || !GradMode.isEnabled() || !storage.dtype().isFloating()) {
      return Internals.tensor(storage, layout);
    }
    RecordedNode[] inputs = {needsX ? Internals.gradNode(x) : null, needsY ? Internals.gradNode(y) : null};
    RecordedNode node = new RecordedNode(op, inputs, layout.shape(), storage.dtype());
    Tensor out = Internals.tensor(storage, layout, node);
    int saves = (needsX ? op.saves(0) : NOTHING) | (needsY ? op.saves(1) : NOTHING);
    node.save(saves | Keeping.saves(2), x, y, null, out);
    return out;
  }

  /// The tensor that `op` computed from any number of inputs, recorded if a gradient is needed. The
  /// first three can be saved.
  public static Tensor record(Op op, Storage storage, Layout layout, Tensor... tensors) {
    boolean needed = false;
    for (Tensor tensor : tensors) {
      needed |= tensor.requiresGrad();
    }
    if (!needed || !GradMode.isEnabled() || !storage.dtype().isFloating()) {
      return Internals.tensor(storage, layout);
    }
    RecordedNode[] inputs = new RecordedNode[tensors.length];
    int saves = Keeping.saves(tensors.length);
    for (int i = 0; i < tensors.length; i++) {
      if (tensors[i].requiresGrad()) {
        inputs[i] = Internals.gradNode(tensors[i]);
        saves |= op.saves(i);
      }
    }
    RecordedNode node = new RecordedNode(op, inputs, layout.shape(), storage.dtype());
    Tensor out = Internals.tensor(storage, layout, node);
    node.save(
        saves,
        tensors[0],
        tensors.length > 1 ? tensors[1] : null,
        tensors.length > 2 ? tensors[2] : null,
        out);
    return out;
  }

  /// A view of `x`, recorded if a gradient is needed.
  public static Tensor recordView(Op op, Layout layout, Tensor x) {
    if (!x.requiresGrad() || !GradMode.isEnabled()) {
      return Internals.view(x, layout, null);
    }
    RecordedNode node = new RecordedNode(op, new RecordedNode[] {Internals.gradNode(x)}, layout.shape(), x.dtype());
    Tensor out = Internals.view(x, layout, node);
    node.save(Keeping.saves(1), x, null, null, out);
    return out;
  }

  private void save(int saves, Tensor x, Tensor y, Tensor z, Tensor out) {
    if ((saves & X) != 0) {
      this.x = x;
      this.xVersion = x.version();
    }
    if ((saves & Y) != 0) {
      this.y = y;
      this.yVersion = y.version();
    }
    if ((saves & Z) != 0) {
      this.z = z;
      this.zVersion = z.version();
    }
    if ((saves & OUT) != 0) {
      this.out = out;
      this.outVersion = out.version();
    }
  }

  /// The operation.
  public Op op() {
    return op;
  }

  @Override
  public String name() {
    return op.gradName();
  }

  /// How many inputs the operation had.
  public int inputCount() {
    return inputs.length;
  }

  /// The node of input `i`, or null if it takes no gradient.
  public RecordedNode input(int i) {
    return inputs[i];
  }

  @Override
  public List<Node> nextFunctions() {
    return Collections.unmodifiableList(Arrays.asList(inputs));
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public DType dtype() {
    return dtype;
  }

  @Override
  public Tensor x() {
    return check(x, xVersion, "its first input");
  }

  @Override
  public Tensor y() {
    return check(y, yVersion, "its second input");
  }

  @Override
  public Tensor z() {
    return check(z, zVersion, "its third input");
  }

  @Override
  public Tensor out() {
    return check(out, outVersion, "its result");
  }

  @Override
  public Shape shape(int input) {
    return inputs[input].shape;
  }

  @Override
  public DType dtype(int input) {
    return inputs[input].dtype;
  }

  private Tensor check(Tensor tensor, int version, String role) {
    if (freed) {
      throw new IllegalStateException(
          "backward: the graph was freed by an earlier backward, and %s needs the values it had saved; "
                  .formatted(name())
              + "to go through it twice, call the first backward with retainGraph");
    }
    if (tensor.version() != version) {
      throw new IllegalStateException(
          "backward: %s needs %s, a tensor of shape %s, but that was changed in place after it was used; "
                  .formatted(name(), role, tensor.shape().tuple())
              + "use the out-of-place form (mul instead of mul_), or change a clone()");
    }
    return tensor;
  }

  /// Input `i` if it was saved and is unchanged, otherwise null.
  public Tensor savedInput(int i) {
    return switch (i) {
      case 0 -> unchanged(x, xVersion);
      case 1 -> unchanged(y, yVersion);
      case 2 -> unchanged(z, zVersion);
      default -> null;
    };
  }

  /// The output if it was saved and is unchanged, otherwise null.
  public Tensor savedOutput() {
    return unchanged(out, outVersion);
  }

  private static Tensor unchanged(Tensor tensor, int version) {
    return tensor != null && tensor.version() == version ? tensor : null;
  }

  /// True if one of the saved values lies in this memory.
  public boolean hasSaved(Storage storage) {
    return isIn(storage, x) || isIn(storage, y) || isIn(storage, z) || isIn(storage, out);
  }

  private static boolean isIn(Storage storage, Tensor tensor) {
    return tensor != null && Internals.storage(tensor) == storage;
  }

  /// Drops the saved values: this node cannot be passed through again if it needs them.
  public void free() {
    Op rest = op.freed();
    if (x != null || y != null || z != null || out != null || rest != op) {
      freed = true;
      op = rest;
      x = null;
      y = null;
      z = null;
      out = null;
    }
  }

  /// True if `tensor` keeps the gradient that arrives here.
  public boolean retains(Tensor tensor) {
    return retained == tensor;
  }

  /// Lets `tensor`, this node's output, keep the gradient that arrives here; null for no longer.
  public void retain(Tensor tensor) {
    retained = tensor;
  }

  /// As PyTorch prints it: `<MulBackward0>`.
  @Override
  public String toString() {
    return "<" + name() + ">";
  }
}
