package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;

import java.util.function.UnaryOperator;
import thalweg.runtime.Gradient;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Saved;
import thalweg.runtime.Structural;
import thalweg.runtime.View;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Views of some of the elements, and their inverse: laying elements into zeros.
final class Parts {
  private Parts() {}

  /// The elements of `x` where `view` looks. Its gradient is laid into zeros.
  static Tensor of(
      String name, String gradName, Arguments arguments, Tensor x, UnaryOperator<Layout> view) {
    return new View(name, gradName, arguments, new Embedding(view)).apply(x, view.apply(Internals.layout(x)));
  }

  /// Lays a gradient into zeros, or adds it to what other parts have left there.
  private record Embedding(UnaryOperator<Layout> view) implements Gradient.Formula {
    @Override
    public Tensor apply(Saved saved, Tensor gradient) {
      return embed(gradient, saved.shape(0), view);
    }

    @Override
    public boolean addTo(Tensor sum, Tensor gradient) {
      Internals.view(sum, view.apply(Internals.layout(sum)), null).add_(gradient);
      return true;
    }
  }

  /// Zeros of `shape`, except where `view` looks: there are the elements of `x`.
  static Tensor embed(Tensor x, Shape shape, UnaryOperator<Layout> view) {
    Tensor zeros = Tensors.zeros(x.dtype(), shape.toArray());
    Internals.write(Internals.view(zeros, view.apply(Internals.layout(zeros)), null), x);
    return Structural.of(
            "embed",
            "EmbedBackward0",
            Arguments.NONE,
            NOTHING,
            (s, g) -> of("part", "PartBackward0", Arguments.NONE, g, view))
        .record(zeros, x);
  }
}
