package thalweg.op;

import java.util.List;
import thalweg.autograd.Node;
import thalweg.tensor.Layout;
import thalweg.tensor.Storage;
import thalweg.tensor.Tensor;

/// An operation that is neither pointwise nor a view: reductions, products, indexing, joining. It
/// computes its values first and is then recorded with one gradient formula an input.
///
/// Its arguments (dimensions, indices) are captured by the formulas.
public final class Structural implements Op {
  private final String name;
  private final String gradName;
  private final List<Gradient> gradients;

  private Structural(String name, String gradName, List<Gradient> gradients) {
    this.name = name;
    this.gradName = gradName;
    this.gradients = gradients;
  }

  /// An operation of one differentiable input.
  static Structural of(String name, String gradName, int saves, Gradient.Formula dx) {
    return new Structural(name, gradName, List.of(new Gradient(saves, dx)));
  }

  /// An operation with a gradient for each of its inputs.
  static Structural of(String name, String gradName, Gradient... gradients) {
    return new Structural(name, gradName, List.of(gradients));
  }

  /// The tensor of these values, plain, recorded if one of `inputs` requires a gradient.
  Tensor record(Tensor values, Tensor... inputs) {
    return record(values.storage(), values.layout(), inputs);
  }

  /// The tensor of these values, recorded if one of `inputs` requires a gradient.
  Tensor record(Storage storage, Layout layout, Tensor... inputs) {
    return Node.record(this, storage, layout, inputs);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String gradName() {
    return gradName;
  }

  @Override
  public int saves(int input) {
    return gradients.get(input).saves();
  }

  @Override
  public Tensor gradient(int input, Saved saved, Tensor gradient) {
    return gradients.get(input).formula().apply(saved, gradient);
  }

  @Override
  public boolean addGradient(int input, Tensor gradient, Tensor sum) {
    return gradients.get(input).formula().addTo(sum, gradient);
  }
}
