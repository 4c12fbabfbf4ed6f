package thalweg.tensor;

import thalweg.runtime.Layout;
import thalweg.runtime.RecordedNode;
import thalweg.runtime.Storage;
import thalweg.runtime.TensorAccess;

/// What operations may do, see [TensorAccess].
final class OperationAccess implements TensorAccess {
  @Override
  public Tensor tensor(Storage storage, Layout layout, RecordedNode gradFn) {
    return new Tensor(storage, layout, gradFn);
  }

  @Override
  public Tensor view(Tensor base, Layout layout, RecordedNode gradFn) {
    Tensor view = new Tensor(base.storage(), layout, gradFn);
    view.base = base;
    view.baseNode = base.gradFn();
    return view;
  }

  @Override
  public Storage storage(Tensor x) {
    return x.storage();
  }

  @Override
  public Layout layout(Tensor x) {
    return x.layout();
  }

  @Override
  public RecordedNode gradNode(Tensor x) {
    return x.gradNode();
  }

  @Override
  public Tensor unrecorded(Tensor x, DType dtype) {
    return x.unrecorded(dtype);
  }

  @Override
  public void write(Tensor x, Tensor source) {
    x.write(source);
  }

  @Override
  public void rebase(Tensor x, RecordedNode gradFn) {
    x.rebase(gradFn);
  }

  @Override
  public void checkWritable(Tensor x, String op, boolean recordsOperand) {
    WriteRules.check(x, op, recordsOperand);
  }
}
