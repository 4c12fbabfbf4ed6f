package thalweg.tensor;

import thalweg.autograd.Autograd;
import thalweg.autograd.Node;
import thalweg.cpu.loop.Copy;
import thalweg.op.Activations;
import thalweg.op.Arithmetic;
import thalweg.op.Bits;
import thalweg.op.Bounds;
import thalweg.op.Combining;
import thalweg.op.Comparisons;
import thalweg.op.Dimensions;
import thalweg.op.Elementary;
import thalweg.op.Exponents;
import thalweg.op.InPlace;
import thalweg.op.Indexing;
import thalweg.op.Joining;
import thalweg.op.Normalizing;
import thalweg.op.Norms;
import thalweg.op.Ordering;
import thalweg.op.Products;
import thalweg.op.Rearranging;
import thalweg.op.Reductions;
import thalweg.op.Scattering;
import thalweg.op.Searching;
import thalweg.op.Selecting;
import thalweg.op.Views;
import thalweg.runtime.Layout;
import thalweg.runtime.Layouts;
import thalweg.runtime.RecordedNode;
import thalweg.runtime.Storage;
import thalweg.runtime.TensorAccess;

/// A rectangular array of numbers that can remember how it was computed.
///
/// A tensor is a piece of memory seen through a shape and strides, and for autograd the [Node] that made it. Its
/// operations stand in families: [Arithmetic], [Exponents], [Bounds], [Combining], [Bits], [Comparisons], [Elementary],
/// [Activations], [Normalizing], [Reductions], [Norms], [Selecting], [Ordering], [Views], [Dimensions], [Joining], [Indexing],
/// [Scattering], [Searching],
/// [Rearranging], [Products] and [InPlace]; factories in [Tensors]. All follow PyTorch's semantics. A tensor is not
/// thread-safe while it is written to.
public final class Tensor
    implements Arithmetic,
        Exponents,
        Bounds,
        Comparisons,
        Elementary,
        Activations,
        Reductions,
        Selecting,
        Ordering,
        Views,
        Joining,
        Indexing,
        Rearranging,
        Products,
        InPlace,
        Normalizing,
        Norms,
        Combining,
        Bits,
        Dimensions,
        Scattering,
        Searching {
  private Storage storage;
  private Layout layout;
  private int dataChanges; // makes version() grow when setData puts another storage here

  private boolean requiresGrad;
  private boolean parameter;
  private RecordedNode gradFn; // null for a leaf
  private volatile RecordedNode leaf; // the end of the graph, made when first used, by whichever thread
  private Tensor grad;

  Tensor base; // what this is a view of
  Node baseNode; // and the node of that when the view was taken

  static {
    TensorAccess.Handover.give(new OperationAccess());
  }

  /// A tensor of this memory that remembers nothing.
  Tensor(Storage storage, Layout layout) {
    this.storage = storage;
    this.layout = layout;
  }

  /// A tensor of this memory made by the operation `gradFn`.
  Tensor(Storage storage, Layout layout, RecordedNode gradFn) {
    this(storage, layout);
    this.gradFn = gradFn;
    this.requiresGrad = gradFn != null;
  }

  // ---- what it is

  /// The element type.
  public DType dtype() {
    return storage.dtype();
  }

  /// The lengths of the dimensions.
  public Shape shape() {
    return layout.shape();
  }

  /// How many dimensions there are: PyTorch's `dim()`.
  public int rank() {
    return layout.shape().rank();
  }

  /// How many elements there are: PyTorch's `numel()`.
  public int size() {
    return layout.shape().size();
  }

  /// The length of dimension `dim`; negative ones count from the end.
  public int size(int dim) {
    return layout.shape().dim(layout.shape().existing("size", dim));
  }

  /// How far apart neighbours along dimension `dim` are in memory, in elements; negative dimensions count from the end.
  public int stride(int dim) {
    return layout.stride(layout.shape().existing("stride", dim));
  }

  /// The strides of all dimensions: PyTorch's `stride()`.
  public int[] stride() {
    return layout.strides().clone();
  }

  /// True if the elements are in memory row by row, without gaps.
  public boolean isContiguous() {
    return layout.isContiguous();
  }

  Storage storage() {
    return storage;
  }

  Layout layout() {
    return layout;
  }

  // ---- values

  /// The one element as a `double`.
  ///
  /// @throws ShapeException if there is not exactly one
  public double item() {
    return Copy.real(storage.array(), onlyOffset("item"));
  }

  /// The one element as a `long`, exact for `int64`.
  ///
  /// @throws ShapeException if there is not exactly one
  public long itemLong() {
    return Copy.integer(storage.array(), onlyOffset("itemLong"));
  }

  private int onlyOffset(String op) {
    if (size() != 1) {
      throw new ShapeException(
          ("%s: a tensor of shape %s has %d elements, not one; select one, or reduce it, or use "
              + "toDoubleArray()")
              .formatted(op, shape().tuple(), size()));
    }
    return layout.offset(0);
  }

  /// The element at `index`, one number a dimension, as a `double`; negative ones count from the end.
  public double get(int... index) {
    if (index.length != rank()) {
      throw new ShapeException(
          "get: %s has %d indices, but shape %s has %d dimensions"
              .formatted(Shape.tuple(index), index.length, shape().tuple(), rank()));
    }
    int place = layout.offset();
    for (int d = 0; d < index.length; d++) {
      place += Indexing.normalizeIndex("get", shape(), d, index[d]) * layout.stride(d);
    }
    return Copy.real(storage.array(), place);
  }

  /// All elements in row-major order, as a fresh array.
  public double[] toDoubleArray() {
    return ((Storage.Doubles) unrecorded(DType.FLOAT64).storage).array();
  }

  /// All elements in row-major order, as a fresh array.
  public float[] toFloatArray() {
    return ((Storage.Floats) unrecorded(DType.FLOAT32).storage).array();
  }

  /// All elements in row-major order, as a fresh array; fractions are cut off.
  public long[] toLongArray() {
    return ((Storage.Longs) unrecorded(DType.INT64).storage).array();
  }

  /// All elements in row-major order, as a fresh array: whether they differ from zero.
  public boolean[] toBooleanArray() {
    return ((Storage.Booleans) unrecorded(DType.BOOL).storage).array();
  }

  Tensor unrecorded(DType dtype) {
    Layout plain = layout.isPlain() ? layout : Layout.contiguous(shape());
    Tensor copy = new Tensor(Storage.zeros(dtype, shape()), plain);
    copy.write(this);
    return copy;
  }

  /// The elements as nested Java arrays: `float[]` for shape `(n)`, `float[][]` for `(n, m)`, and so on;
  /// for one number a `Float`. See [Tensors#tensor(Object)] for the way back.
  public Object toArray() {
    return NestedArrays.from(this);
  }

  // ---- gradients

  /// True if operations on this tensor are to be recorded.
  public boolean requiresGrad() {
    if (base != null) {
      WriteRules.checkBase(this);
    }
    return requiresGrad;
  }

  /// Asks that operations on this leaf be recorded, or no longer.
  ///
  /// @throws IllegalStateException for a tensor that is not floating, or is not a leaf
  public Tensor requiresGrad_(boolean required) {
    if (required && !dtype().isFloating()) {
      throw new IllegalStateException(
          ("requiresGrad_: only floating tensors can require a gradient, and this one of shape %s is %s; "
              + "convert it with to(DType.FLOAT32)")
              .formatted(shape().tuple(), dtype()));
    }
    if (gradFn != null && !required) {
      throw new IllegalStateException(
          ("requiresGrad_: this tensor is the result of %s, not a leaf; use detach() for one that takes "
              + "no gradient")
              .formatted(gradFn));
    }
    requiresGrad = required;
    return this;
  }

  /// True if no recorded operation made this tensor.
  public boolean isLeaf() {
    return gradFn == null;
  }

  /// The recorded operation that made this tensor, or null for a leaf.
  public Node gradFn() {
    return gradFn;
  }

  RecordedNode gradNode() {
    if (gradFn != null) {
      return gradFn;
    }
    RecordedNode end = leaf;
    return end != null ? end : end();
  }

  /// One end for all threads that first use this leaf at the same time.
  private synchronized RecordedNode end() {
    if (leaf == null) {
      leaf = RecordedNode.leaf(this);
    }
    return leaf;
  }

  /// What was accumulated by [#backward()], or null.
  public Tensor grad() {
    return grad;
  }

  /// Puts another gradient, or null, in the place of the accumulated one.
  public void setGrad(Tensor gradient) {
    if (gradient != null && !gradient.shape().equals(shape())) {
      throw new ShapeException(
          "setGrad: a gradient of shape %s does not fit a tensor of shape %s"
              .formatted(gradient.shape().tuple(), shape().tuple()));
    }
    grad = gradient;
  }

  /// Keeps the gradient of this result of an operation in [#grad()] when a sweep passes.
  public Tensor retainGrad() {
    if (gradFn != null) {
      gradFn.retain(this);
    }
    return this;
  }

  /// Differentiates this one number back to every leaf; see [Autograd#backward].
  public void backward() {
    Autograd.backward(this, null, false, false);
  }

  /// Differentiates this tensor back to every leaf, starting from `gradient`, of its shape.
  public void backward(Tensor gradient) {
    Autograd.backward(this, gradient, false, false);
  }

  /// Differentiates with all options; see [Autograd#backward].
  public void backward(Tensor gradient, boolean retainGraph, boolean createGraph) {
    Autograd.backward(this, gradient, retainGraph || createGraph, createGraph);
  }

  /// The same memory without the memory of how it was computed.
  public Tensor detach() {
    return new Tensor(storage, layout);
  }

  /// The values alone: PyTorch's `.data`. Unlike there, changes made through it are noticed by a
  /// backward formula that needs the old value.
  public Tensor data() {
    return detach();
  }

  /// Puts the memory of `values` in the place of this tensor's: PyTorch's `x.data = values`. The graph
  /// and the accumulated gradient stay.
  ///
  /// @throws IllegalArgumentException if the types differ
  public void setData(Tensor values) {
    if (values.dtype() != dtype()) {
      throw new IllegalArgumentException(
          "setData: values of %s cannot replace those of %s; convert them with to(DType.%s)"
              .formatted(values.dtype(), dtype(), dtype().name()));
    }
    dataChanges = version() + 1 - values.storage.version();
    storage = values.storage;
    layout = values.layout;
    leaf = gradFn == null ? null : leaf; // its shape may have changed
  }

  /// Marks this leaf as a parameter of a layer, which is how it prints.
  public Tensor asParameter() {
    parameter = true;
    requiresGrad = true;
    return this;
  }

  /// True for a parameter of a layer.
  public boolean isParameter() {
    return parameter;
  }

  // ---- changing in place

  /// How often the values were changed in place or replaced.
  public int version() {
    return storage.version() + dataChanges;
  }

  void write(Tensor source) {
    Copy.run(
        Layouts.rows(layout, source.layout), storage.array(), source.storage.array());
    storage.changed();
  }

  void rebase(RecordedNode gradFn) {
    if (this.gradFn != null && this.gradFn.retains(this)) {
      this.gradFn.retain(null);
      gradFn.retain(this);
    }
    this.gradFn = gradFn;
    this.requiresGrad = true;
  }

  // ---- printing

  /// As PyTorch prints it, for instance `tensor([1., 2.], grad_fn=<MulBackward0>)`.
  @Override
  public String toString() {
    return TensorText.of(this);
  }

  /// A copy in memory of its own, row by row; recorded.
  @Override
  public Tensor clone() {
    return Views.super.copied();
  }
}
