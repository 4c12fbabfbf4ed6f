package thalweg.kernel;

import java.util.Arrays;
import thalweg.kernel.MatrixProduct.Matrix;

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
/// A stripe goes through its panels in ascending order, and so do the sums of each element. A sliver (320 × 16
/// floats) stays in the first cache while all tiles of a block pass by, the block in the second. Incomplete tiles
/// at the edges, and those of a transposed result, are added by way of a scratch tile.
final class BlockedProduct {
  /// The most rows in a block: 120 × 320 floats are 150 KiB.
  private static final int BLOCK = 120;

  /// The most elements of `b` that are packed at a time.
  private static final int STRIPE = 1 << 20;

  /// Up to this many rows of `a`, rows of `b` that lie well are read where they are.
  private static final int FEW_ROWS = 96;

  /// From this many multiply-adds on, a part of a product is worth another thread.
  static final long SHARED = 1 << 20;

  private static final Room STRIPES = new Room();
  private static final Room BLOCKS = new Room();

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
    int stripe = Math.min(roundedUp(STRIPE / MatrixProduct.PANEL, width), roundedUp(n, width));
    int room = packsB ? stripe : n % width == 0 ? 0 : width;
    Object packed = STRIPES.array(out.array(), room * Math.min(k, MatrixProduct.PANEL));
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
    threads.forEach(
        blocks * groups,
        () -> {
          Object packedA = BLOCKS.array(out.array(), height * stripe.steps);
          Object scratch = array(rows * width);
          return part -> {
            int top = part / groups * height;
            int end = Math.min(m, top + height);
            packBlock(top, end, stripe, packedA);
            int group = part % groups;
            int last = (int) ((long) slivers * (group + 1) / groups);
            for (int sliver = (int) ((long) slivers * group / groups); sliver < last; sliver++) {
              column(top, end, packedA, stripe, sliver * width, scratch);
            }
          };
        });
  }

  private int slivers(Stripe stripe) {
    return (stripe.columns + width - 1) / width;
  }

  /// Packs the slivers of a stripe that cannot be read where they are.
  private void pack(Threads threads, int parts, Stripe stripe) {
    int slivers = slivers(stripe);
    int first = packsB ? 0 : stripe.columns / width;
    int share = (slivers - first + parts - 1) / parts;
    threads.forEach(
        parts,
        () -> part -> {
          int end = Math.min(slivers, first + (part + 1) * share);
          for (int sliver = first + part * share; sliver < end; sliver++) {
            int j = sliver * width;
            int used = Math.min(width, stripe.columns - j);
            int to = (sliver - first) * width * stripe.steps;
            tile.pack(
                b.transposed(), stripe.left + j, used, stripe.start, stripe.steps, stripe.packed, to, width);
          }
        });
  }

  private void packBlock(int top, int end, Stripe stripe, Object packedA) {
    for (int i = top; i < end; i += rows) {
      int to = (i - top) * stripe.steps;
      tile.pack(a, i, Math.min(rows, end - i), stripe.start, stripe.steps, packedA, to, rows);
    }
  }

  /// All tiles of a block that meet the sliver of `b` that begins `j` columns into the stripe.
  private void column(int top, int end, Object packedA, Stripe stripe, int j, Object scratch) {
    int steps = stripe.steps;
    int used = Math.min(width, stripe.columns - j);
    boolean inPlace = !packsB && used == width;
    Object source = inPlace ? b.array() : stripe.packed;
    int at = inPlace ? b.place(stripe.start, stripe.left + j) : packsB ? j * steps : 0;
    int step = inPlace ? b.rowStep() : width;
    for (int i = top; i < end; i += rows) {
      int place = out.place(i, stripe.left + j);
      int from = (i - top) * steps;
      if (used == width && i + rows <= end && out.columnStep() == 1) {
        tile.add(packedA, from, source, at, step, steps, out.array(), place, out.rowStep(), used);
      } else {
        clear(scratch);
        tile.add(packedA, from, source, at, step, steps, scratch, 0, width, used);
        scatter(scratch, place, Math.min(rows, end - i), used);
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
