package thalweg.runtime;

import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// What operations do with tensors and users of tensors do not: [Tensor] hands this out once, when its class is
/// initialized, and [Internals] calls it.
public interface TensorAccess {
  /// A tensor of this memory; made by `gradFn`, or null for one that remembers nothing.
  Tensor tensor(Storage storage, Layout layout, RecordedNode gradFn);

  /// A view of `base` under another layout; made by `gradFn`, or null for an unrecorded one.
  Tensor view(Tensor base, Layout layout, RecordedNode gradFn);

  /// The memory, shared by all views of it.
  Storage storage(Tensor x);

  /// Where the elements are in the memory.
  Layout layout(Tensor x);

  /// Where the gradient of `x` arrives: its `gradFn()`, or for a leaf the end of the graph.
  RecordedNode gradNode(Tensor x);

  /// A plain copy in another or the same type that remembers nothing.
  Tensor unrecorded(Tensor x, DType dtype);

  /// Overwrites the values of `x` by those of `source`, of the same shape, converting the type. Not recorded; see
  /// [thalweg.op.InPlace#copy_].
  void write(Tensor x, Tensor source);

  /// Makes `gradFn` the operation that made `x`, after a recorded in-place change.
  void rebase(Tensor x, RecordedNode gradFn);

  /// @throws IllegalStateException if an in-place change of `x` could not be differentiated through, or would tear a
  ///     recorded graph
  void checkWritable(Tensor x, String op, boolean recordsOperand);

  /// Where [Tensor] leaves its access. A class of its own, because the initializer of [Internals] waits for that of
  /// [Tensor], which must then not wait for it.
  final class Handover {
    static volatile TensorAccess access;

    private Handover() {}

    /// Leaves it.
    public static void give(TensorAccess given) {
      access = given;
    }
  }
}
