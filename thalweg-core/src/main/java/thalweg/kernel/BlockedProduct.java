package thalweg.kernel;

import java.util.Arrays;
import java.util.function.IntConsumer;
import thalweg.kernel.MatrixProduct.Matrix;

/// A matrix product cut into tiles: `(m, k) × (k, n)`, added to `out`.
///
/// ```
///                          strip
///                      ┌───┬───┬───┬─┐
///             panel 0  │ s │   │   │ │
///                      │ l │   │   │ │
///             panel 1  │ i │   │   │ │     of b: a sliver is as wide as a tile, a strip is
///                      │ v │   │   │ │     packed by the thread that takes it
///             panel 2  │ e │   │   │ │
///                      │ r │   │   │ │
///                      └───┴───┴───┴─┘
///     ┌───┬───┬───┐    ┌───┬───┬───┬─┐ ╮
///     │   │   │   │    │ t │   │   │ │ │
///     │   │   │   │    │ i │   │   │ │ │  a block goes through all panels
///     │   │   │   │    │ l │   │   │ │ │  while its part of out is in the cache
///     │   │   │   │    │ e │   │   │ │ │
///     ├───┼───┼───┤    ├───┼───┼───┼─┤ ╯
///     │   │   │   │    │ ↓ │   │   │ │
///     └───┴───┴───┘    └───┴───┴───┴─┘
///  of a: packed once,       out
///   for all threads
/// ```
///
/// A sliver's part in a panel (320 × 16 floats) stays in the first cache while all tiles of a block pass by, the
/// strip in the second. Each element goes through the panels in ascending order. Incomplete tiles at the edges, and
/// those of a transposed result, are added by way of a scratch tile.
final class BlockedProduct {
  /// The most bytes of `a` that are packed at a time.
  private static final int PACKED = 4 << 20;

  /// The most bytes in a strip: half of a second cache of 512 KiB.
  private static final int STRIP = 256 << 10;

  /// As many steps, or up to a panel more, are packed at a time.
  private static final int STEPS = 4 * MatrixProduct.PANEL;

  /// How many tiles of a block lie below each other.
  private static final int BLOCK = 16;

  /// Up to this many rows of `a`, rows of `b` that lie well are read where they are.
  private static final int FEW_ROWS = 96;

  /// From this many multiply-adds on, a part of a product is worth another thread.
  static final long SHARED = 1 << 20;

  private static final Room PACKED_ROWS = new Room();
  private static final Room PACKED_STRIPS = new Room();

  private final Tile tile;
  private final Matrix out;
  private final Matrix a;
  private final Matrix b;
  private final int m;
  private final int k;
  private final int n;
  private final int rows;
  private final int width;
  private final int slivers;
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
    this.slivers = Math.ceilDiv(n, width);
    this.packsB = b.columnStep() != 1 || m > FEW_ROWS;
  }

  void run(Threads threads) {
    int bytes = out.array() instanceof float[] ? Float.BYTES : Double.BYTES;
    for (int start = 0, end; start < k; start = end) {
      end = start;
      while (end < k && end - start < STEPS) {
        end += MatrixProduct.panel(k - end);
      }
      int steps = end - start;
      int high = Math.max(1, PACKED / (bytes * steps * rows)) * rows;
      int wide = Math.clamp(STRIP / (bytes * steps * width), 1, slivers);
      for (int top = 0; top < m; top += high) {
        add(threads, start, steps, top, Math.min(m, top + high), Math.ceilDiv(slivers, wide));
      }
    }
  }

  /// Adds what some steps contribute to some rows, in at least so many strips. A part of the work is a strip, or
  /// where strips are too few to go round, a strip with a group of the rows.
  private void add(Threads threads, int start, int steps, int top, int end, int fewest) {
    int parts = threads.parts((long) (end - top) * steps * n, SHARED);
    Object packed = pack(threads, parts, start, steps, top, end);
    int strips = Math.clamp(parts, fewest, slivers);
    int groups = Math.clamp(parts / strips, 1, Math.ceilDiv(end - top, rows));
    threads.forEach(
        strips * groups,
        () -> {
          var worker = new Worker(packed, start, steps, top, end, Math.ceilDiv(slivers, strips));
          return part -> worker.add(part / groups, strips, part % groups, groups);
        });
  }

  /// Packs rows of `a` for all threads.
  private Object pack(Threads threads, int parts, int start, int steps, int top, int end) {
    int high = Math.ceilDiv(end - top, rows);
    int share = Math.ceilDiv(high, parts) * rows;
    Object packed = PACKED_ROWS.array(out.array(), high * rows * steps);
    IntConsumer packPart =
        part -> {
          int last = Math.min(end, top + (part + 1) * share);
          for (int i = top + part * share; i < last; i += rows) {
            tile.pack(a, i, Math.min(rows, last - i), start, steps, packed, (i - top) * steps, rows);
          }
        };
    threads.forEach(parts, packPart);
    return packed;
  }

  /// A thread's share in the work, and its room: a scratch tile, then a packed strip.
  private final class Worker {
    private final Object packed;
    private final int start;
    private final int steps;
    private final int top;
    private final int end;
    private final Object room;
    private int strip = -1;
    private int first;
    private int last;

    Worker(Object packed, int start, int steps, int top, int end, int wide) {
      this.packed = packed;
      this.start = start;
      this.steps = steps;
      this.top = top;
      this.end = end;
      this.room = PACKED_STRIPS.array(out.array(), (rows + wide * steps) * width);
    }

    /// Adds what one of the strips contributes to one of the groups of rows.
    void add(int strip, int strips, int group, int groups) {
      if (strip != this.strip) {
        this.strip = strip;
        first = share(slivers, strip, strips);
        last = share(slivers, strip + 1, strips);
        packStrip();
      }
      int high = Math.ceilDiv(end - top, rows);
      int to = Math.min(end, top + share(high, group + 1, groups) * rows);
      for (int i = top + share(high, group, groups) * rows; i < to; i += BLOCK * rows) {
        int bottom = Math.min(to, i + BLOCK * rows);
        for (int p = 0, panel; p < steps; p += panel) {
          panel = MatrixProduct.panel(k - start - p);
          for (int sliver = first; sliver < last; sliver++) {
            addColumn(i, bottom, p, panel, sliver);
          }
        }
      }
    }

    private static int share(int all, int part, int parts) {
      return (int) ((long) all * part / parts);
    }

    private void packStrip() {
      for (int sliver = first; sliver < last; sliver++) {
        int j = sliver * width;
        if (packsB || j + width > n) {
          tile.pack(b.transposed(), j, Math.min(width, n - j), start, steps, room, place(sliver), width);
        }
      }
    }

    private int place(int sliver) {
      return (rows + (sliver - first) * steps) * width;
    }

    /// All tiles of a block that meet a sliver of `b` in a panel.
    private void addColumn(int from, int to, int p, int panel, int sliver) {
      int j = sliver * width;
      int used = Math.min(width, n - j);
      boolean inPlace = !packsB && used == width;
      Object source = inPlace ? b.array() : room;
      int at = inPlace ? b.place(start + p, j) : place(sliver) + p * width;
      int step = inPlace ? b.rowStep() : width;
      for (int i = from; i < to; i += rows) {
        int place = out.place(i, j);
        int x = (i - top) * steps + p * rows;
        if (used == width && i + rows <= end && out.columnStep() == 1) {
          tile.add(packed, x, source, at, step, panel, out.array(), place, out.rowStep(), used);
        } else {
          clearScratch();
          tile.add(packed, x, source, at, step, panel, room, 0, width, used);
          addScratch(place, Math.min(rows, end - i), used);
        }
      }
    }

    /// Sets the scratch tile to −0, which added to any sum leaves it as it is.
    private void clearScratch() {
      if (room instanceof float[] sums) {
        Arrays.fill(sums, 0, rows * width, -0f);
      } else {
        Arrays.fill((double[]) room, 0, rows * width, -0.0);
      }
    }

    private void addScratch(int to, int high, int used) {
      for (int i = 0; i < high; i++) {
        for (int j = 0; j < used; j++) {
          int place = to + i * out.rowStep() + j * out.columnStep();
          if (room instanceof float[] sums) {
            ((float[]) out.array())[place] += sums[i * width + j];
          } else {
            ((double[]) out.array())[place] += ((double[]) room)[i * width + j];
          }
        }
      }
    }
  }
}
