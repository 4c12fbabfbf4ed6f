package thalweg.cpu.matmul;

import java.util.Arrays;
import thalweg.cpu.Threads;
import thalweg.cpu.matmul.MatrixProduct.Matrix;

/// A matrix product cut into tiles: `(m, k) × (k, n)`, added to `out`.
///
/// ```
///                       stripe
///                    ┌─────┬─────┬─────┬─┐
///             panel  │  slivers, as wide │   of b: packed once, for all threads
///                    │     as a tile     │
///                    └─────┴─────┴─────┴─┘
///        ┌────────┐  ┌─────┬─────┬─────┬─┐
///        │ block: │  │tile │     │     │ │   of a: packed by the thread that takes the block
///        │ rows of│  ├─────┼─────┼─────┼─┤
///        │  tiles │  │     │     │     │ │
///        ├────────┤  ├─────┼─────┼─────┼─┤
///        │        │  │     │     │     │ │
///        └────────┘  └─────┴─────┴─────┴─┘
///          panel             out
/// ```
///
/// A stripe goes through its panels in ascending order, and so do the sums of each element. The rows of a tile (6 × 320
/// floats) stay in the first cache while some slivers pass by, those slivers in the second. Incomplete tiles at the
/// edges, and those of a transposed result, are added by way of a scratch tile.
public final class BlockedProduct {
  /// The most rows in a block: 20 tiles of 320 steps are 200 KiB of floats.
  private static final int BLOCK = 120;

  /// The most elements of `b` that are packed at a time.
  private static final int STRIPE = 1 << 20;

  /// So many columns of a stripe are gone through at a time: 128 × 320 floats are 160 KiB.
  private static final int COLUMNS = 128;

  /// So many rows of a panel are packed for all slivers before the next ones, where rows lie well: in the order of
  /// memory.
  private static final int ROWS_AT_ONCE = 32;

  /// From this many multiply-adds on, a part of a product is worth another thread.
  public static final long SHARED = 1 << 20;

  private static final Scratch STRIPES = new Scratch();
  private static final Scratch BLOCKS = new Scratch();

  /// A part of `b`: `columns` from `left` on, in a panel of `steps` from `start` on; and room for it.
  private record Stripe(int left, int columns, int start, int steps, Object packed) {}

  private final Tile tile;
  private final Matrix out;
  private final Matrix a;
  private final Matrix b;
  private final int m;
  private final int k;
  private final int n;
  private final int rows;
  private final int pitch;
  private final int width;

  BlockedProduct(Tile tile, Matrix out, Matrix a, Matrix b, int m, int k, int n) {
    this.tile = tile;
    this.out = out;
    this.a = a;
    this.b = b;
    this.m = m;
    this.k = k;
    this.n = n;
    this.rows = tile.rows();
    this.pitch = tile.pitch();
    this.width = tile.columns();
  }

  void run(Threads threads) {
    int stripe = Math.min(roundedUp(STRIPE / MatrixProduct.PANEL, width), roundedUp(n, width));
    Object packed = STRIPES.array(out.array(), stripe * Math.min(k, MatrixProduct.PANEL));
    for (int left = 0; left < n; left += stripe) {
      for (int start = 0, steps; start < k; start += steps) {
        steps = MatrixProduct.panel(k - start);
        add(threads, new Stripe(left, Math.min(stripe, n - left), start, steps, packed));
      }
    }
  }

  private void add(Threads threads, Stripe stripe) {
    int parts = threads.parts((long) m * stripe.steps * stripe.columns, SHARED);
    pack(threads, parts, stripe);
    int height = Math.min(BLOCK, roundedUp((m + parts - 1) / parts, rows));
    int blocks = (m + height - 1) / height;
    int slivers = slivers(stripe);
    int groups = Math.clamp(parts / blocks, 1, slivers); // where blocks are too few to go round
    int atOnce = Math.max(COLUMNS / width, 1);
    threads.forEach(
        blocks * groups,
        () -> {
          Object packedA = BLOCKS.array(out.array(), height / rows * pitch * stripe.steps);
          Object scratch = array(rows * width);
          return part -> {
            int top = part / groups * height;
            int end = Math.min(m, top + height);
            packBlock(top, end, stripe, packedA);
            int group = part % groups;
            int last = Threads.start(slivers, group + 1, groups);
            for (int first = Threads.start(slivers, group, groups); first < last; first += atOnce) {
              add(top, end, packedA, stripe, first, Math.min(last, first + atOnce), scratch);
            }
          };
        });
  }

  private int slivers(Stripe stripe) {
    return (stripe.columns + width - 1) / width;
  }

  private void pack(Threads threads, int parts, Stripe stripe) {
    int slivers = slivers(stripe);
    Matrix columns = b.transposed();
    int atOnce = b.columnStep() == 1 ? ROWS_AT_ONCE : stripe.steps;
    threads.forRanges(
        slivers,
        parts,
        (first, last) -> {
          for (int from = 0; from < stripe.steps; from += atOnce) {
            int steps = Math.min(atOnce, stripe.steps - from);
            for (int sliver = first; sliver < last; sliver++) {
              packSliver(columns, stripe, sliver * width, from, steps);
            }
          }
        });
  }

  private void packSliver(Matrix columns, Stripe stripe, int j, int from, int steps) {
    int used = Math.min(width, stripe.columns - j);
    int to = j * stripe.steps + from * width;
    tile.pack(columns, stripe.left + j, used, stripe.start + from, steps, stripe.packed, to, width);
  }

  private void packBlock(int top, int end, Stripe stripe, Object packedA) {
    for (int i = top; i < end; i += rows) {
      int to = (i - top) / rows * pitch * stripe.steps;
      tile.pack(a, i, Math.min(rows, end - i), stripe.start, stripe.steps, packedA, to, pitch);
    }
  }

  /// All tiles of a block that meet slivers `first` to `last`. Row by row, so that `out` is gone through in the order
  /// of memory.
  private void add(int top, int end, Object packedA, Stripe stripe, int first, int last, Object scratch) {
    int steps = stripe.steps;
    for (int i = top; i < end; i += rows) {
      int from = (i - top) / rows * pitch * steps;
      int height = Math.min(rows, end - i);
      for (int j = first * width; j < last * width; j += width) {
        int used = Math.min(width, stripe.columns - j);
        int place = out.place(i, stripe.left + j);
        if (used == width && height == rows && out.columnStep() == 1) {
          tile.add(packedA, from, stripe.packed, j * steps, steps, out.array(), place, out.rowStep(), used);
        } else {
          clear(scratch);
          tile.add(packedA, from, stripe.packed, j * steps, steps, scratch, 0, width, used);
          scatter(scratch, place, height, used);
        }
      }
    }
  }

  private void scatter(Object scratch, int to, int height, int used) {
    for (int i = 0; i < height; i++) {
      int place = to + i * out.rowStep();
      if (scratch instanceof float[] sums) {
        addRow(sums, i * width, (float[]) out.array(), place, out.columnStep(), used);
      } else {
        addRow((double[]) scratch, i * width, (double[]) out.array(), place, out.columnStep(), used);
      }
    }
  }

  private static void addRow(float[] in, int at, float[] out, int to, int step, int n) {
    for (int j = 0; j < n; j++) {
      out[to + j * step] += in[at + j];
    }
  }

  private static void addRow(double[] in, int at, double[] out, int to, int step, int n) {
    for (int j = 0; j < n; j++) {
      out[to + j * step] += in[at + j];
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
