/// Tensors and automatic differentiation with PyTorch's semantics, in pure Java.
module thalweg.core {
  requires static jdk.incubator.vector;

  exports thalweg.autograd;
  exports thalweg.data;
  exports thalweg.expr;
  exports thalweg.nn;
  exports thalweg.op;
  exports thalweg.optim;
  exports thalweg.optim.lr;
  exports thalweg.random;
  exports thalweg.scratch;
  exports thalweg.tensor;
  exports thalweg.trace;

  exports thalweg.cpu to
      thalweg.lab;
}
