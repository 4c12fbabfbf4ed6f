package thalweg.cpu.matmul;

import java.util.Arrays;
import thalweg.cpu.Threads;
import thalweg.cpu.matmul.MatrixProduct.Matrix;

/// A matrix product cut into tiles: `(m, k) × (k, n)`, added to `out`.
///
/// ```
///                       panel
///                    ┌─────┬─────┬─────┬─┐
///             chain  │   micro-panels,   │   of b: packed once, for all threads
///                    │ as wide as a tile │
///                    └─────┴─────┴─────┴─┘
///        ┌────────┐  ┌─────┬─────┬─────┬─┐
///        │ block: │  │tile │     │     │ │   of a: packed by the thread that takes the block
///        │ rows of│  ├─────┼─────┼─────┼─┤
///        │  tiles │  │     │     │     │ │
///        ├────────┤  ├─────┼─────┼─────┼─┤
///        │        │  │     │     │     │ │
///        └────────┘  └─────┴─────┴─────┴─┘
///          chain             out
/// ```
///
/// The steps are taken chain by chain in ascending order, and so are the sums of each element. The rows of a tile (6 × 320
/// floats) stay in the first cache while some micro-panels pass by, those micro-panels in the second. Incomplete tiles
/// at the edges, and those of a transposed result, are added by way of a scratch tile.
public final class BlockedProduct {
  /// The most rows in a block: 20 tiles of 320 steps are 200 KiB of floats.
  private static final int BLOCK = 120;

  /// The most elements of `b` that are packed at a time.
  private static final int PANEL = 1 << 20;

  /// So many columns of a panel are gone through at a time: 128 × 320 floats are 160 KiB.
  private static final int COLUMNS = 128;

  /// So many rows of a chain are packed for all micro-panels before the next ones, where rows lie well: in the order of
  /// memory.
  private static final int ROWS_AT_ONCE = 32;

  /// From this many multiply-adds on, a part of a product is worth another thread.
  public static final long SHARED = 1 << 20;

  private static final Scratch PANELS = new Scratch();
  private static final Scratch BLOCKS = new Scratch();

  /// A part of `b`: `columns` from `left` on, in a chain of `steps` from `start` on; and the array for it, packed.
  private record Panel(int left, int columns, int start, int steps, Object packed) {}

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
    int panel = Math.min(roundedUp(PANEL / MatrixProduct.CHAIN, width), roundedUp(n, width));
    Object packed = PANELS.array(out.array(), panel * Math.min(k, MatrixProduct.CHAIN));
    for (int left = 0; left < n; left += panel) {
      for (int start = 0, steps; start < k; start += steps) {
        steps = MatrixProduct.chain(k - start);
        add(threads, new Panel(left, Math.min(panel, n - left), start, steps, packed));
      }
    }
  }

  private void add(Threads threads, Panel panel) {
    int parts = threads.parts((long) m * panel.steps * panel.columns, SHARED);
    pack(threads, parts, panel);
    int height = Math.min(BLOCK, roundedUp((m + parts - 1) / parts, rows));
    int blocks = (m + height - 1) / height;
    int microPanels = microPanels(panel);
    int groups = Math.clamp(parts / blocks, 1, microPanels); // where blocks are too few to go round
    int atOnce = Math.max(COLUMNS / width, 1);
    threads.forEach(
        blocks * groups,
        () -> {
          Object packedA = BLOCKS.array(out.array(), height / rows * pitch * panel.steps);
          Object scratch = array(rows * width);
          return part -> {
            int top = part / groups * height;
            int end = Math.min(m, top + height);
            packBlock(top, end, panel, packedA);
            int group = part % groups;
            int last = Threads.start(microPanels, group + 1, groups);
            for (int first = Threads.start(microPanels, group, groups); first < last; first += atOnce) {
              add(top, end, packedA, panel, first, Math.min(last, first + atOnce), scratch);
            }
          };
        });
  }

  private int microPanels(Panel panel) {
    return (panel.columns + width - 1) / width;
  }

  private void pack(Threads threads, int parts, Panel panel) {
    int microPanels = microPanels(panel);
    Matrix columns = b.transposed();
    int atOnce = b.columnStep() == 1 ? ROWS_AT_ONCE : panel.steps;
    threads.forRanges(
        microPanels,
        parts,
        (first, last) -> {
          for (int from = 0; from < panel.steps; from += atOnce) {
            int steps = Math.min(atOnce, panel.steps - from);
            for (int microPanel = first; microPanel < last; microPanel++) {
              packMicroPanel(columns, panel, microPanel * width, from, steps);
            }
          }
        });
  }

  private void packMicroPanel(Matrix columns, Panel panel, int j, int from, int steps) {
    int used = Math.min(width, panel.columns - j);
    int to = j * panel.steps + from * width;
    tile.pack(columns, panel.left + j, used, panel.start + from, steps, panel.packed, to, width);
  }

  private void packBlock(int top, int end, Panel panel, Object packedA) {
    for (int i = top; i < end; i += rows) {
      int to = (i - top) / rows * pitch * panel.steps;
      tile.pack(a, i, Math.min(rows, end - i), panel.start, panel.steps, packedA, to, pitch);
    }
  }

  /// All tiles of a block that meet micro-panels `first` to `last`. Row by row, so that `out` is gone through in the order
  /// of memory.
  private void add(int top, int end, Object packedA, Panel panel, int first, int last, Object scratch) {
    int steps = panel.steps;
    for (int i = top; i < end; i += rows) {
      int from = (i - top) / rows * pitch * steps;
      int height = Math.min(rows, end - i);
      for (int j = first * width; j < last * width; j += width) {
        int used = Math.min(width, panel.columns - j);
        int offset = out.offset(i, panel.left + j);
        if (used == width && height == rows && out.columnStep() == 1) {
          tile.add(packedA, from, panel.packed, j * steps, steps, out.array(), offset, out.rowStep(), used);
        } else {
          clear(scratch);
          tile.add(packedA, from, panel.packed, j * steps, steps, scratch, 0, width, used);
          scatter(scratch, offset, height, used);
        }
      }
    }
  }

  private void scatter(Object scratch, int to, int height, int used) {
    for (int i = 0; i < height; i++) {
      int offset = to + i * out.rowStep();
      if (scratch instanceof float[] sums) {
        addRow(sums, i * width, (float[]) out.array(), offset, out.columnStep(), used);
      } else {
        addRow((double[]) scratch, i * width, (double[]) out.array(), offset, out.columnStep(), used);
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
