package thalweg.op;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;
import static thalweg.runtime.Saved.Z;

import java.util.Arrays;
import thalweg.cpu.matmul.MatrixProduct;
import thalweg.cpu.matmul.MatrixProduct.Matrix;
import thalweg.cpu.matmul.MatrixVector;
import thalweg.runtime.Gradient;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;
import thalweg.runtime.Structural;
import thalweg.runtime.View;
import thalweg.tensor.DType;
import thalweg.tensor.Shape;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// Products of vectors and matrices. Both operands have one type; nothing is promoted, as in PyTorch.
///
/// | | |
/// |---|---|
/// | [#dot] | `(n), (n) → ()` |
/// | [#mv] | `(n, m), (m) → (n)` |
/// | [#mm] | `(n, k), (k, m) → (n, m)` |
/// | [#bmm] | `(b, n, k), (b, k, m) → (b, n, m)` |
/// | [#addmm] | `(m) or (n, m), (n, k), (k, m) → (n, m)` |
/// | [#matmul] | whichever of these fits the ranks |
public sealed interface Products permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `Σ xᵢ·yᵢ` of two vectors.
  default Tensor dot(Tensor other) {
    Tensor x = self();
    require("dot", other, x.rank() == 1 && other.rank() == 1 && x.size() == other.size(),
        "two vectors of equal length");
    Layout layout = Layout.contiguous(Shape.SCALAR);
    Storage out = Storage.zeros(x.dtype(), 1);
    Matrix row = new Matrix(Internals.storage(x).array(), Internals.layout(x).offset(), 0, Internals.layout(x).stride(0));
    multiply(out, row, 1, other);
    return ProductsOps.DOT.record(out, layout, x, other);
  }

  private static void multiply(Storage out, Matrix rows, int count, Tensor vector) {
    MatrixVector.multiply(
        out.array(), rows, count, vector.size(), Internals.storage(vector).array(), Internals.layout(vector).offset(),
        Internals.layout(vector).stride(0));
  }

  /// `A·x` of a matrix and a vector.
  default Tensor mv(Tensor vector) {
    Tensor a = self();
    require("mv", vector, a.rank() == 2 && vector.rank() == 1 && a.shape().dim(1) == vector.size(),
        "a matrix (n, m) and a vector (m)");
    Layout layout = Layout.contiguous(Shape.of(a.shape().dim(0)));
    Storage out = Storage.zeros(a.dtype(), layout.shape());
    multiply(out, matrix(a), a.shape().dim(0), vector);
    return ProductsOps.MV.record(out, layout, a, vector);
  }

  /// `A·B` of two matrices.
  default Tensor mm(Tensor other) {
    Tensor a = self();
    require("mm", other,
        a.rank() == 2 && other.rank() == 2 && a.shape().dim(1) == other.shape().dim(0),
        "matrices (n, k) and (k, m)");
    Layout layout = Layout.contiguous(Shape.of(a.shape().dim(0), other.shape().dim(1)));
    Storage out = Storage.zeros(a.dtype(), layout.shape());
    multiply(out.array(), 0, a, other);
    return (liesByColumns(other) ? ProductsOps.MM_OF_COLUMNS : ProductsOps.MM).record(out, layout, a, other);
  }

  private static boolean liesByColumns(Tensor matrix) {
    return Internals.layout(matrix).stride(0) == 1 && Internals.layout(matrix).stride(1) > 1;
  }

  private static void multiply(Object out, int ot, Tensor a, Tensor b) {
    MatrixProduct.addTo(
        out, ot, matrix(a), matrix(b), a.shape().dim(0), a.shape().dim(1), b.shape().dim(1));
  }

  private static Matrix matrix(Tensor x) {
    Layout layout = Internals.layout(x);
    return new Matrix(Internals.storage(x).array(), layout.offset(), layout.stride(0), layout.stride(1));
  }

  /// The first of a batch of matrices.
  private static Matrix matrices(Tensor x) {
    Layout layout = Internals.layout(x);
    return new Matrix(Internals.storage(x).array(), layout.offset(), layout.stride(1), layout.stride(2));
  }

  /// `A[i]·B[i]` of two batches of matrices.
  default Tensor bmm(Tensor other) {
    Tensor a = self();
    require("bmm", other,
        a.rank() == 3 && other.rank() == 3
            && a.shape().dim(0) == other.shape().dim(0)
            && a.shape().dim(2) == other.shape().dim(1),
        "batches (b, n, k) and (b, k, m)");
    int batch = a.shape().dim(0);
    int n = a.shape().dim(1);
    int m = other.shape().dim(2);
    Layout layout = Layout.contiguous(Shape.of(batch, n, m));
    Storage out = Storage.zeros(a.dtype(), layout.shape());
    MatrixProduct.addBatchTo(
        out.array(), matrices(a), Internals.layout(a).stride(0), matrices(other), Internals.layout(other).stride(0), batch, n,
        a.shape().dim(2), m);
    return ProductsOps.BMM.record(out, layout, a, other);
  }

  /// `C + A·B`, where this is `C`, repeated to the product's shape.
  default Tensor addmm(Tensor a, Tensor b) {
    Tensor c = self();
    boolean fits =
        a.rank() == 2 && b.rank() == 2 && c.rank() <= 2 && a.shape().dim(1) == b.shape().dim(0);
    if (!fits || c.dtype() != a.dtype() || a.dtype() != b.dtype()) {
      throw new ShapeException(
          "addmm: %s %s, %s %s and %s %s do not fit: needs (m) or (n, m), (n, k) and (k, m) of one type"
              .formatted(
                  c.shape().tuple(), c.dtype(), a.shape().tuple(), a.dtype(), b.shape().tuple(),
                  b.dtype()));
    }
    Tensor start = Internals.unrecorded(c.detach().expand(a.shape().dim(0), b.shape().dim(1)), c.dtype());
    multiply(Internals.storage(start).array(), 0, a, b);
    return (liesByColumns(b) ? ProductsOps.ADDMM_OF_COLUMNS : ProductsOps.ADDMM).record(start, c, a, b);
  }

  /// `xᵢ·yⱼ`: `(n), (m) → (n, m)`.
  default Tensor outer(Tensor other) {
    Tensor x = self();
    if (x.rank() != 1 || other.rank() != 1) {
      throw new ShapeException(
          "outer: needs two vectors, but got shapes %s and %s"
              .formatted(x.shape().tuple(), other.shape().tuple()));
    }
    return x.reshape(x.size(), 1).mul(other);
  }

  /// `Σ xᵢᵢ` of a matrix.
  default Tensor trace() {
    if (self().rank() != 2) {
      throw new ShapeException(
          "trace: needs a matrix, but the shape is " + self().shape().tuple());
    }
    return Structural.of(
            "trace",
            "TraceBackward0",
            Arguments.NONE,
            NOTHING,
            (s, g) -> {
              int n = Math.min(s.shape(0).dim(0), s.shape(0).dim(1));
              return Parts.embed(g.expand(n), s.shape(0), layout -> layout.diagonal(0, 0, 1));
            })
        .record(self().detach().diagonal(0, 0, 1).sum(), self());
  }

  /// The matrix product at every rank: two vectors give their dot product; a vector on the left is a
  /// row, on the right a column, and that dimension disappears; leading dimensions are batches and
  /// broadcast.
  ///
  /// @throws ShapeException if the inner dimensions differ; the message names a transpose that would fit
  default Tensor matmul(Tensor other) {
    Tensor x = self();
    int n = x.rank();
    int m = other.rank();
    requireInner(other);
    if (n == 1 && m == 1) {
      return x.dot(other);
    }
    if (n == 2 && m == 1) {
      return x.mv(other);
    }
    if (n == 1 && m == 2) {
      Tensor row = x.unsqueeze(0).mm(other);
      return View.reshaping("squeeze", "SqueezeBackward3", Arguments.of("dim", 0)).apply(row, Internals.layout(row).squeeze(0));
    }
    if (n == 2 && m == 2) {
      return x.mm(other);
    }
    if (m <= 2) {
      return folded(x, other);
    }
    if (n <= 2) { // A·Bᵢ = (Bᵢᵀ·Aᵀ)ᵀ
      Tensor turned = folded(other.transpose(-2, -1), n == 2 ? x.t() : x);
      return n == 2 ? turned.transpose(-2, -1).contiguous() : turned;
    }
    return batchedMatmul(other);
  }

  /// A batch times one matrix or vector: the batch is one tall matrix.
  private static Tensor folded(Tensor batch, Tensor other) {
    int[] dims = batch.shape().toArray();
    int inner = dims[dims.length - 1];
    int[] lead = Arrays.copyOf(dims, dims.length - 1);
    int rows = Arrays.stream(lead).reduce(1, (a, b) -> a * b);
    Tensor tall = batch.reshape(rows, inner);
    if (other.rank() == 1) {
      return unsafeView(tall.mv(other), lead);
    }
    int[] result = Arrays.copyOf(lead, dims.length);
    result[lead.length] = other.shape().dim(1);
    return unsafeView(tall.mm(other), result);
  }

  /// A view of a tensor that nobody else holds.
  private static Tensor unsafeView(Tensor x, int... shape) {
    return View.reshaping("_unsafe_view", "UnsafeViewBackward0", Arguments.of("shape", shape))
        .apply(x, Internals.layout(x).reshape(Shape.of(shape)));
  }

  private Tensor batchedMatmul(Tensor other) {
    Tensor a = self().rank() == 1 ? self().unsqueeze(0) : self();
    Tensor b = other.rank() == 1 ? other.unsqueeze(1) : other;
    Shape batch = Matrices.commonBatch("matmul", a, b);
    int rows = a.shape().dim(-2);
    int inner = a.shape().dim(-1);
    int columns = b.shape().dim(-1);
    Tensor left = a.expand(join(batch, rows, inner)).reshape(batch.size(), rows, inner);
    Tensor right = b.expand(join(batch, inner, columns)).reshape(batch.size(), inner, columns);
    int[] result =
        self().rank() == 1
            ? join(batch, columns)
            : other.rank() == 1 ? join(batch, rows) : join(batch, rows, columns);
    return unsafeView(left.bmm(right), result);
  }

  private static int[] join(Shape batch, int... last) {
    int[] dims = Arrays.copyOf(batch.toArray(), batch.rank() + last.length);
    System.arraycopy(last, 0, dims, batch.rank(), last.length);
    return dims;
  }

  private void requireInner(Tensor other) {
    Shape x = self().shape();
    Shape y = other.shape();
    if (x.rank() == 0 || y.rank() == 0) {
      throw new ShapeException(
          "matmul: shapes %s and %s: both need at least one dimension; use mul for numbers"
              .formatted(x.tuple(), y.tuple()));
    }
    int inner = y.rank() == 1 ? y.dim(0) : y.dim(-2);
    if (x.dim(-1) != inner) {
      String mend = "";
      if (y.rank() == 2 && y.dim(1) == x.dim(-1)) {
        mend = "; did you mean other.t()?";
      } else if (x.rank() == 2 && x.dim(0) == inner) {
        mend = "; did you mean t() of the first?";
      }
      throw new ShapeException(
          "matmul: %s and %s: the last dimension of the first (%d) must equal the %s of the second (%d)%s"
              .formatted(
                  x.tuple(), y.tuple(), x.dim(-1), y.rank() == 1 ? "only one" : "second-to-last",
                  inner, mend));
    }
    requireOneType("matmul", other);
  }

  /// `x·Wᵀ + b`: `(*, in), (out, in), (out) → (*, out)`; `bias` may be null.
  ///
  /// @throws ShapeException if the lengths `in` or `out` differ
  default Tensor linear(Tensor weight, Tensor bias) {
    Tensor x = self();
    boolean fits =
        weight.rank() == 2 && x.rank() >= 1 && x.shape().dim(-1) == weight.shape().dim(1);
    if (!fits) {
      throw new ShapeException(
          ("linear: input %s and weight %s do not fit: the last dimension of the input must equal the "
              + "second of the weight, (out, in)%s")
              .formatted(
                  x.shape().tuple(), weight.shape().tuple(),
                  weight.rank() == 2 && x.rank() >= 1 && x.shape().dim(-1) == weight.shape().dim(0)
                      ? "; did you mean weight.t()?" : ""));
    }
    if (bias == null) {
      return x.matmul(weight.t());
    }
    if (bias.rank() > 1 || (bias.rank() == 1 && bias.size() != 1 && bias.size() != weight.shape().dim(0))) {
      throw new ShapeException(
          "linear: bias %s does not fit weight %s, which takes input %s to %d numbers: it needs shape (%d)"
              .formatted(
                  bias.shape().tuple(), weight.shape().tuple(), x.shape().tuple(),
                  weight.shape().dim(0), weight.shape().dim(0)));
    }
    if (x.rank() == 2) {
      return bias.addmm(x, weight.t());
    }
    if (x.rank() == 3 && Internals.layout(x).isContiguous()) {
      int[] dims = x.shape().toArray();
      return bias
          .addmm(x.view(dims[0] * dims[1], dims[2]), weight.t())
          .view(dims[0], dims[1], weight.shape().dim(0));
    }
    return x.matmul(weight.t()).add(bias);
  }

  private void require(String op, Tensor other, boolean fits, String needs) {
    if (!fits) {
      throw new ShapeException(
          "%s: shapes %s and %s do not fit: needs %s"
              .formatted(op, self().shape().tuple(), other.shape().tuple(), needs));
    }
    requireOneType(op, other);
  }

  private void requireOneType(String op, Tensor other) {
    DType own = self().dtype();
    if (own != other.dtype() || own == DType.BOOL) {
      throw new IllegalArgumentException(
          "%s: operands are %s and %s; both must have one type, and not bool: convert one with to(…)"
              .formatted(op, own, other.dtype()));
    }
  }
}

/// What [Products] applies: formulas and gradients.
final class ProductsOps {
  /// `Σ xᵢ·yᵢ`.
  static final Structural DOT =
      Structural.of(
          "dot",
          "DotBackward0",
          Arguments.NONE,
          new Gradient(Y, (s, g) -> g.mul(s.y())),
          new Gradient(X, (s, g) -> g.mul(s.x())));

  /// `A·x`.
  static final Structural MV =
      Structural.of(
          "mv",
          "MvBackward0",
          Arguments.NONE,
          new Gradient(Y, (s, g) -> g.outer(s.y())),
          new Gradient(X, (s, g) -> s.x().t().mv(g)));

  /// `A·B`.
  static final Structural MM =
      Structural.of(
          "mm",
          "MmBackward0",
          Arguments.NONE,
          new Gradient(Y, (s, g) -> g.mm(s.y().t())),
          new Gradient(X, (s, g) -> s.x().t().mm(g)));

  /// [#MM] where `B` lies column by column, as a transposed weight does: then so does its gradient, and the
  /// weight's lies row by row.
  static final Structural MM_OF_COLUMNS =
      Structural.of(
          "mm",
          "MmBackward0",
          Arguments.NONE,
          new Gradient(Y, (s, g) -> g.mm(s.y().t())),
          new Gradient(X, (s, g) -> g.t().mm(s.x()).t()));

  /// `A[i]·B[i]` for each `i`.
  static final Structural BMM =
      Structural.of(
          "bmm",
          "BmmBackward0",
          Arguments.NONE,
          new Gradient(Y, (s, g) -> g.bmm(s.y().transpose(1, 2))),
          new Gradient(X, (s, g) -> s.x().transpose(1, 2).bmm(g)));

  /// `C + A·B`.
  static final Structural ADDMM =
      Structural.of(
          "addmm",
          "AddmmBackward0",
          Arguments.NONE,
          new Gradient(NOTHING, (s, g) -> g.sumTo(s.shape(0))),
          new Gradient(Z, (s, g) -> g.mm(s.z().t())),
          new Gradient(Y, (s, g) -> s.y().t().mm(g)));

  /// [#ADDMM] where `B` lies column by column; see [#MM_OF_COLUMNS].
  static final Structural ADDMM_OF_COLUMNS =
      Structural.of(
          "addmm",
          "AddmmBackward0",
          Arguments.NONE,
          new Gradient(NOTHING, (s, g) -> g.sumTo(s.shape(0))),
          new Gradient(Z, (s, g) -> g.mm(s.z().t())),
          new Gradient(Y, (s, g) -> g.t().mm(s.y()).t()));

  private ProductsOps() {}
}
