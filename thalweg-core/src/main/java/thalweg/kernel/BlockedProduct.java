package thalweg.kernel;

import java.util.Arrays;
import thalweg.kernel.MatrixProduct.Matrix;

/// A matrix product cut into tiles: `(m, k) × (k, n)`, added to `out`.
///
/// ```
///                            ┌─────┬─────┬─────┬─┐
///                         b  │  slivers, as wide │   a stripe of b is packed once, for all panels and threads
///                            │     as a tile     │
///                            └─────┴─────┴─────┴─┘
///  ┌──────────┬──────────┐   ┌─────┬─────┬─────┬─┐
///  │ a block: │          │   │tile │     │     │ │   a block of a is packed by the thread that needs it, panel
///  │ rows of  │          │   │     │     │     │ │   by panel: the panels of one element follow each other
///  │  tiles   │          │   ├─────┼─────┼─────┼─┤
///  ├──────────┼──────────┤   │     │     │     │ │
///  │          │          │   │     │     │     │ │
///  └──────────┴──────────┘   └─────┴─────┴─────┴─┘
///    panel      panel                out
/// ```
///
/// A sliver of one panel (320 × 16 floats) stays in the first cache while all tiles of a block pass by, the
/// block in the second. Incomplete tiles at the edges, and those of a transposed result, are added by way of a
/// scratch tile.
final class BlockedProduct {
  /// The most rows in a block: 120 × 320 floats are 150 KiB.
  private static final int BLOCK = 120;

  /// The most elements of `b` that are packed at a time, and panels that they come from.
  private static final int STRIPE = 1 << 22;
  private static final int PANELS = 16;

  /// Up to this many rows of `a`, rows of `b` that lie well are read where they are.
  private static final int FEW_ROWS = 96;

  /// From this many multiply-adds on, a part of a product is worth another thread.
  private static final long SHARED = 1 << 20;

  /// A part of `b`: `columns` from `left` on, in `steps` of the summed index from `start` on, whole panels.
  private record Stripe(int left, int columns, int start, int steps) {}

  private final Tile tile;
  private final Matrix out;
  private final Matrix a;
  private final Matrix b;
  private final int m;
  private final int k;
  private final int n;
  private final int rows;
  private final int width;
  private final boolean packsB;

  BlockedProduct(Tile tile, Matrix out, Matrix a, Matrix b, int m, int k, int n) {
    this.tile = tile;
    this.out = out;
    this.a = a;
    this.b = b;
    this.m = m;
    this.k = k;
    this.n = n;
    this.rows = tile.rows();
    this.width = tile.columns();
    this.packsB = b.columnStep() != 1 || m > FEW_ROWS;
  }

  void run(Threads threads) {
    int stripe = roundedUp(STRIPE / Math.min(k, PANELS * MatrixProduct.PANEL), width);
    for (int left = 0; left < n; left += stripe) {
      for (int start = 0, steps; start < k; start += steps) {
        steps = panels(start);
        add(threads, new Stripe(left, Math.min(stripe, n - left), start, steps));
      }
    }
  }

  /// How many steps the next panels have together.
  private int panels(int start) {
    int end = start;
    for (int i = 0; i < PANELS && end < k; i++) {
      end += MatrixProduct.panel(k - end);
    }
    return end - start;
  }

  private void add(Threads threads, Stripe stripe) {
    int parts = threads.parts((long) m * stripe.steps * stripe.columns, SHARED);
    Object packed = packed(threads, parts, stripe);
    int block = Math.min(BLOCK, roundedUp((m + parts - 1) / parts, rows));
    int blocks = (m + block - 1) / block;
    int slivers = slivers(stripe);
    int groups = Math.clamp(parts / blocks, 1, slivers); // where blocks are too few to go round
    threads.forEach(
        blocks * groups,
        part -> {
          int top = part / groups * block;
          int group = part % groups;
          int from = (int) ((long) slivers * group / groups) * width;
          int to = Math.min(stripe.columns, (int) ((long) slivers * (group + 1) / groups) * width);
          block(top, Math.min(block, m - top), stripe, from, to, packed);
        });
  }

  private int slivers(Stripe stripe) {
    return (stripe.columns + width - 1) / width;
  }

  /// The slivers of a stripe that cannot be read where they are; null if all can. A sliver holds all panels, one
  /// below the other.
  private Object packed(Threads threads, int parts, Stripe stripe) {
    if (!packsB && stripe.columns % width == 0) {
      return null;
    }
    int slivers = slivers(stripe);
    Object packed = array(slivers * width * stripe.steps);
    int first = packsB ? 0 : slivers - 1;
    int share = (slivers - first + parts - 1) / parts;
    threads.forEach(
        parts,
        part -> {
          int end = Math.min(slivers, first + (part + 1) * share);
          for (int sliver = first + part * share; sliver < end; sliver++) {
            int j = sliver * width;
            int used = Math.min(width, stripe.columns - j);
            Packing.pack(
                b.transposed(), stripe.left + j, used, stripe.start, stripe.steps, packed, j * stripe.steps, width);
          }
        });
    return packed;
  }

  /// Rows `top` to `top + height` of the result, columns `from` to `to` of the stripe.
  private void block(int top, int height, Stripe stripe, int from, int to, Object packed) {
    Object packedA = array(roundedUp(height, rows) * Math.min(stripe.steps, MatrixProduct.PANEL));
    Object scratch = array(rows * width);
    int end = stripe.start + stripe.steps;
    for (int start = stripe.start, steps; start < end; start += steps) {
      steps = MatrixProduct.panel(k - start);
      for (int i = 0; i < height; i += rows) {
        Packing.pack(a, top + i, Math.min(rows, height - i), start, steps, packedA, i * steps, rows);
      }
      for (int j = from; j < to; j += width) {
        int used = Math.min(width, to - j);
        boolean inPlace = !packsB && used == width;
        Object source = inPlace ? b.array() : packed;
        int at = inPlace ? b.place(start, stripe.left + j) : j * stripe.steps + (start - stripe.start) * width;
        int step = inPlace ? b.rowStep() : width;
        for (int i = 0; i < height; i += rows) {
          int place = out.place(top + i, stripe.left + j);
          if (used == width && i + rows <= height && out.columnStep() == 1) {
            tile.add(packedA, i * steps, source, at, step, steps, out.array(), place, out.rowStep(), used);
          } else {
            clear(scratch);
            tile.add(packedA, i * steps, source, at, step, steps, scratch, 0, width, used);
            scatter(scratch, place, Math.min(rows, height - i), used);
          }
        }
      }
    }
  }

  private void scatter(Object scratch, int to, int height, int used) {
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < used; j++) {
        int place = to + i * out.rowStep() + j * out.columnStep();
        if (scratch instanceof float[] sums) {
          ((float[]) out.array())[place] += sums[i * width + j];
        } else {
          ((double[]) out.array())[place] += ((double[]) scratch)[i * width + j];
        }
      }
    }
  }

  /// To −0, which added to any sum leaves it as it is.
  private static void clear(Object scratch) {
    if (scratch instanceof float[] sums) {
      Arrays.fill(sums, -0f);
    } else {
      Arrays.fill((double[]) scratch, -0.0);
    }
  }

  private Object array(int length) {
    return out.array() instanceof float[] ? new float[length] : new double[length];
  }

  private static int roundedUp(int n, int unit) {
    return (n + unit - 1) / unit * unit;
  }
}
