package thalweg.lab.conformance;

import java.util.List;
import thalweg.tensor.Tensor;

/// What an operation is called with: tensors by position, all else by name.
record Call(List<Tensor> inputs, Arguments args) {
  /// The first tensor.
  Tensor x() {
    return input(0);
  }

  /// The first in the type that the argument `dtype` asks for.
  Tensor typed() {
    return x().to(args.dtype(x().dtype()));
  }

  /// The second.
  Tensor y() {
    return input(1);
  }

  /// The third.
  Tensor z() {
    return input(2);
  }

  /// The tensor at a position that may be empty.
  Tensor orNull(int i) {
    return i < inputs.size() ? inputs.get(i) : null;
  }

  private Tensor input(int i) {
    if (i >= inputs.size()) {
      throw new Mismatch("needs %d inputs, but there are %d".formatted(i + 1, inputs.size()));
    }
    return inputs.get(i);
  }

  double real(String name) {
    return args.real(name);
  }

  double real(String name, double otherwise) {
    return args.real(name, otherwise);
  }

  int integer(String name) {
    return args.integer(name);
  }

  int integer(String name, int otherwise) {
    return args.integer(name, otherwise);
  }

  int[] ints(String name) {
    return args.ints(name);
  }

  /// The dimensions to reduce over; none for all of them.
  int[] dims() {
    return args.ints("dim", new int[0]);
  }

  boolean keepdim() {
    return args.flag("keepdim", false);
  }
}
