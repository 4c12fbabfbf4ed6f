package thalweg.runtime;

import thalweg.op.Arguments;
import thalweg.tensor.Tensor;

/// What an operation is: a name, and how a gradient passes back through it. How it computes is the
/// business of its kind, and the kinds are few; a new operation is a new value of one of them.
///
/// | kind | computes | declared in |
/// |---|---|---|
/// | [Unary], [Binary], [Ternary] | a formula of each element | [Arithmetic], [Elementary], [Activations] … |
/// | [Comparison] | a question about each pair of elements | [Comparisons] |
/// | [View] | nothing: another [thalweg.runtime.Layout] of the same memory | [Views] |
/// | [Structural] | anything else | [Reductions], [Products], [Indexing], [Joining] … |
/// | [Accumulate] | nothing: where the graph ends, the gradient of a leaf | |
///
/// Backward formulas are written in tensor operations, so that derivatives can be differentiated again.
public sealed interface Op
    permits Unary, Binary, Binary.WithNumber, Ternary, Comparison, View, Structural, Accumulate {

  /// PyTorch's name, for instance `leaky_relu`: errors and documentation use it.
  String name();

  /// The name of the recorded node, for instance `LeakyReluBackward0`.
  String gradName();

  /// What it was called with besides tensors.
  default Arguments arguments() {
    return Arguments.NONE;
  }

  /// How many of its operands, the last ones, are numbers that [#arguments()] names.
  default int numbers() {
    return 0;
  }

  /// Which values the gradient of input `input` reads: a union of [Saved]'s constants.
  int saves(int input);

  /// The gradient of input `input`, given `gradient`, that of the output; null where it is zero.
  Tensor gradient(int input, Saved saved, Tensor gradient);

  /// Adds the gradient of input `input` to `sum`, which lies row by row without gaps, where that takes less than
  /// making it by itself: a part of a large tensor has a gradient of mostly zeros. False, with `sum` unchanged,
  /// where it does not.
  default boolean addGradient(int input, Tensor gradient, Tensor sum) {
    return false;
  }

  /// What a node keeps of this when backward has passed: this itself, or, where its formulas have captured what takes
  /// memory, one without them that can no longer be passed through.
  default Op freed() {
    return this;
  }

  /// `leaky_relu` → `LeakyReluBackward0`, `log1p` → `Log1PBackward0`.
  static String gradName(String name, int variant) {
    var camel = new StringBuilder();
    boolean inWord = false;
    for (char c : name.toCharArray()) {
      if (c != '_') {
        camel.append(inWord ? c : Character.toUpperCase(c));
      }
      inWord = Character.isLetter(c);
    }
    return camel.append("Backward").append(variant).toString();
  }
}
