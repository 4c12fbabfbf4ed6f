package thalweg.cpu.matmul;

import thalweg.cpu.Threads;

/// `C = C + A·B`, in the order of steps that [ProductKernels] prescribes, whatever the strides.
///
/// Products too small to be worth packing, and those with a vector, are computed in place by [Chains]; the others
/// in tiles by [BlockedProduct].
public final class MatrixProduct {
  private MatrixProduct() {}

  /// A matrix in an array: element `(i, j)` stands at `at + i·rowStep + j·columnStep`.
  public record Matrix(Object array, int at, int rowStep, int columnStep) {
    /// The same elements with rows and columns exchanged.
    public Matrix transposed() {
      return new Matrix(array, at, columnStep, rowStep);
    }

    /// The same layout `step` elements further on.
    public Matrix moved(int step) {
      return new Matrix(array, at + step, rowStep, columnStep);
    }

    /// Where element `(i, j)` stands.
    public int offset(int i, int j) {
      return at + i * rowStep + j * columnStep;
    }
  }

  /// The most steps in one chain of multiply-adds.
  public static final int CHAIN = 320;

  /// Up to this many multiply-adds packing costs more than tiles save.
  private static final int SMALL = 2048;

  /// How many of the `left` steps the next chain takes: [#CHAIN], or if less than two are left, half of
  /// them, rounded up to 8. OpenBLAS cuts at the same points, and so PyTorch's digits are met.
  static int chain(int left) {
    return left >= 2 * CHAIN ? CHAIN : left > CHAIN ? (left / 2 + 7) / 8 * 8 : left;
  }

  /// Multiplies `(m, k)` by `(k, n)` and adds the result to `out`, row by row from `ot` on.
  public static void addTo(Object out, int ot, Matrix a, Matrix b, int m, int k, int n) {
    if (out instanceof long[] sums) {
      longs(sums, ot, a, b, m, k, n);
    } else {
      addTo(ProductKernels.current(), Threads.current(), new Matrix(out, ot, n, 1), a, b, m, k, n);
    }
  }

  /// Multiplies `batch` matrices, `aStep` and `bStep` apart, and adds the results to `out`, one after the other.
  public static void addBatchTo(
      Object out, Matrix a, int aStep, Matrix b, int bStep, int batch, int m, int k, int n) {
    Threads threads = Threads.current();
    int parts = Math.min(batch, threads.parts((long) batch * m * k * n, BlockedProduct.SHARED));
    threads.forItems(
        batch,
        parts,
        i -> addTo(out, i * m * n, a.moved(i * aStep), b.moved(i * bStep), m, k, n));
  }

  public static void addTo(
      ProductKernels kernels, Threads threads, Matrix out, Matrix a, Matrix b, int m, int k, int n) {
    if (m == 1 || n == 1 || (long) m * k * n <= SMALL) {
      if (n < m) { // Cᵀ = Cᵀ + Bᵀ·Aᵀ: the longer side of the result becomes the row
        Chains.add(kernels, out.transposed(), b.transposed(), a.transposed(), n, k, m);
      } else {
        Chains.add(kernels, out, a, b, m, k, n);
      }
      return;
    }
    Tile tile = out.array() instanceof float[] ? kernels.floatTile() : kernels.doubleTile();
    if (n < m && n < tile.columns()) {
      new BlockedProduct(tile, out.transposed(), b.transposed(), a.transposed(), n, k, m).run(threads);
    } else {
      new BlockedProduct(tile, out, a, b, m, k, n).run(threads);
    }
  }

  private static void longs(long[] out, int ot, Matrix a, Matrix b, int m, int k, int n) {
    long[] x = (long[]) a.array();
    long[] y = (long[]) b.array();
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        long factor = x[a.offset(i, p)];
        for (int j = 0; j < n; j++) {
          out[ot + i * n + j] += factor * y[b.offset(p, j)];
        }
      }
    }
  }
}
