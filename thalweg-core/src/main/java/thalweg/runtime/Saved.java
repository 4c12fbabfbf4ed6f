package thalweg.runtime;

import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// What an operation kept for its backward formula. Reading a tensor checks that it has not been
/// changed in place since.
public interface Saved {
  /// Nothing is read.
  int NOTHING = 0;

  /// The first input is read.
  int X = 1;

  /// The second input is read.
  int Y = 2;

  /// The third input is read.
  int Z = 4;

  /// The output is read.
  int OUT = 8;

  /// The first input.
  ///
  /// @throws IllegalStateException if it was changed in place, or freed by an earlier `backward`
  Tensor x();

  /// The second input; as [#x()].
  Tensor y();

  /// The third input; as [#x()].
  Tensor z();

  /// The output; as [#x()].
  Tensor out();

  /// The element type of an input that takes a gradient.
  DType dtype(int input);

  /// The shape of an input that takes a gradient.
  Shape shape(int input);
}
