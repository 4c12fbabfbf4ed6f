package thalweg.runtime;

import thalweg.cpu.loop.Formula;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// A question about each pair of elements; the answers are `bool` and take no gradient.
public final class Comparison implements Op {
  private final String name;
  private final Formula.Loop loop;

  public Comparison(String name, Formula.DoubleRelation real, Formula.LongRelation integer) {
    this.name = name;
    this.loop = new Formula.Relation(real, integer).loop();
  }

  public Tensor apply(Tensor x, Tensor y) {
    DType common = DType.ofResult(x, y);
    DType dtype = common == DType.BOOL ? DType.INT64 : common;
    Tensor a = Elementwise.cast(x, dtype);
    Tensor b = Elementwise.cast(y, dtype);
    Layout layout = Layout.contiguous(Shape.broadcast(name, x.shape(), y.shape()));
    return Internals.tensor(Elementwise.run(loop, DType.BOOL, layout, a, b), layout);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String gradName() {
    return Op.gradName(name, 0);
  }

  @Override
  public int saves(int input) {
    return Saved.NOTHING;
  }

  @Override
  public Tensor gradient(int input, Saved saved, Tensor gradient) {
    return null;
  }
}
