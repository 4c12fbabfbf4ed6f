package thalweg.runtime;

import java.util.Collections;
import java.util.List;
import thalweg.op.Arguments;
import thalweg.tensor.Tensor;

/// An operation that is neither pointwise nor a view: reductions, products, indexing, joining. It
/// computes its values first and is then recorded with one gradient formula an input.
///
/// Its formulas capture what they need of its arguments and of indices; where that takes memory, it is [#holding].
public final class Structural implements Op {
  private final String name;
  private final String gradName;
  private final Arguments arguments;
  private final List<Gradient> gradients;
  private final boolean holds;

  /// In place of formulas that are gone: no node that was freed gives what it had saved, and it says why.
  private static final Gradient FREED = new Gradient(Saved.NOTHING, (s, g) -> s.out());

  private Structural(
      String name, String gradName, Arguments arguments, List<Gradient> gradients, boolean holds) {
    this.name = name;
    this.gradName = gradName;
    this.arguments = arguments;
    this.gradients = gradients;
    this.holds = holds;
  }

  /// An operation of one differentiable input.
  public static Structural of(String name, String gradName, Arguments arguments, int saves, Gradient.Formula dx) {
    return new Structural(name, gradName, arguments, List.of(new Gradient(saves, dx)), false);
  }

  /// An operation with a gradient for each of its inputs.
  public static Structural of(String name, String gradName, Arguments arguments, Gradient... gradients) {
    return new Structural(name, gradName, arguments, List.of(gradients), false);
  }

  /// This, whose formulas have captured indices, a mask or the like: as saved values they are dropped when backward
  /// has passed, and a second one is an error unless the graph is retained.
  public Structural holding() {
    return new Structural(name, gradName, arguments, gradients, true);
  }

  @Override
  public Op freed() {
    return holds
        ? new Structural(name, gradName, arguments, Collections.nCopies(gradients.size(), FREED), false)
        : this;
  }

  /// The tensor of these values, plain, recorded if one of `inputs` requires a gradient.
  public Tensor record(Tensor values, Tensor... inputs) {
    return record(Internals.storage(values), Internals.layout(values), inputs);
  }

  /// The tensor of these values, recorded if one of `inputs` requires a gradient.
  public Tensor record(Storage storage, Layout layout, Tensor... inputs) {
    return RecordedNode.record(this, storage, layout, inputs);
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
  public Arguments arguments() {
    return arguments;
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
