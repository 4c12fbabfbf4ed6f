package thalweg.cpu.matmul;

import thalweg.cpu.matmul.MatrixProduct.Matrix;

/// A small block of a matrix product, whose sums stay in registers while the summed index runs.
///
/// ```
///                          b: step p is `columns` neighbouring elements
///                          ┌────────────────────────────────┐
///                          │ p = 0                          │
///                          │ p = 1                          │
///                          └────────────────────────────────┘
///   a: step p is `rows`    ┌────────────────────────────────┐
///   neighbouring elements  │ Σₚ a[p][i] · b[p][j]           │  rows × columns, added to out,
///   ┌───────┐┌───────┐     │                                │  whose rows are outStep apart
///   │ p = 0 ││ p = 1 │ …   └────────────────────────────────┘
///   └───────┘└───────┘
/// ```
///
/// Each sum is one chain of fused multiply-adds from zero in ascending order of `p`: how large a tile is and
/// how it is computed changes nothing.
interface Tile {
  int rows();

  /// How far apart the steps of packed rows of `a` are, in elements: at least [#rows].
  int pitch();

  int columns();

  /// Adds one tile; `a`, `b` and `out` are arrays of the tile's element type, the steps of `a` are [#pitch] apart, those
  /// of `b` [#columns]. Of the columns only the first `used` matter: the others may be computed or not.
  void add(Object a, int at, Object b, int bt, int steps, Object out, int ot, int outStep, int used);

  /// Packs rows of a matrix as [#add] reads them, as [Packing#pack] does.
  default void pack(Matrix m, int row, int rows, int from, int steps, Object out, int to, int width) {
    Packing.pack(m, row, rows, from, steps, out, to, width);
  }
}
