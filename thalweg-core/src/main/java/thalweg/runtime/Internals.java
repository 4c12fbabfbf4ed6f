package thalweg.runtime;

import java.lang.invoke.MethodHandles;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;

/// The inside of a tensor, for operations: users of tensors do not see it. See [TensorAccess] for what each does.
public final class Internals {
  private static final TensorAccess ACCESS = access();

  private Internals() {}

  private static TensorAccess access() {
    try {
      MethodHandles.lookup().ensureInitialized(Tensor.class);
    } catch (IllegalAccessException e) {
      throw new LinkageError("no access to tensors", e);
    }
    return TensorAccess.Handover.access;
  }

  /// A tensor of this memory that remembers nothing.
  public static Tensor tensor(Storage storage, Layout layout) {
    return ACCESS.tensor(storage, layout, null);
  }

  /// A tensor of this memory made by the operation `gradFn`.
  public static Tensor tensor(Storage storage, Layout layout, RecordedNode gradFn) {
    return ACCESS.tensor(storage, layout, gradFn);
  }

  /// As [TensorAccess#view].
  public static Tensor view(Tensor base, Layout layout, RecordedNode gradFn) {
    return ACCESS.view(base, layout, gradFn);
  }

  /// As [TensorAccess#storage].
  public static Storage storage(Tensor x) {
    return ACCESS.storage(x);
  }

  /// As [TensorAccess#layout].
  public static Layout layout(Tensor x) {
    return ACCESS.layout(x);
  }

  /// As [TensorAccess#gradNode].
  public static RecordedNode gradNode(Tensor x) {
    return ACCESS.gradNode(x);
  }

  /// As [TensorAccess#unrecorded].
  public static Tensor unrecorded(Tensor x, DType dtype) {
    return ACCESS.unrecorded(x, dtype);
  }

  /// As [TensorAccess#write].
  public static void write(Tensor x, Tensor source) {
    ACCESS.write(x, source);
  }

  /// As [TensorAccess#rebase].
  public static void rebase(Tensor x, RecordedNode gradFn) {
    ACCESS.rebase(x, gradFn);
  }

  /// As [TensorAccess#checkWritable].
  public static void checkWritable(Tensor x, String op, boolean recordsOperand) {
    ACCESS.checkWritable(x, op, recordsOperand);
  }
}
