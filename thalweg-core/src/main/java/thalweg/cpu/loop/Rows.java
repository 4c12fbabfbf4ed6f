package thalweg.cpu.loop;

/// Walks several strided operands of one common shape row by row, in row-major order of the shape.
///
/// Neighbouring dimensions that lie evenly in every operand are merged first, so contiguous operands
/// are one single row. An operand that is repeated along a dimension has stride 0 there.
///
/// ```
/// for (boolean more = rows.start(); more; more = rows.next()) loop(rows.at(0), rows.step(0), …, rows.length());
/// ```
public final class Rows {
  private static final int[] ONES = {1, 1, 1, 1};

  private final int length;
  private final int[] steps; // within a row, by operand
  private final int[] places; // where the current row of each operand starts
  private final boolean empty;
  private final int rank;
  private final int[] dims;
  private final int[][] strides; // by operand, then by dimension
  private final int[] index;

  /// One row of `length` neighbouring elements of at most four operands.
  public Rows(int length, int... offsets) {
    this(length, ONES, offsets);
  }

  /// One row of `length` elements of each operand, `steps` apart.
  public Rows(int length, int[] steps, int[] offsets) {
    this.length = length;
    this.steps = steps;
    this.places = offsets;
    this.empty = length == 0;
    this.rank = 1;
    this.dims = null;
    this.strides = null;
    this.index = null;
  }

  /// @param shape   the common shape
  /// @param strides each operand's strides, as many as the shape has dimensions
  /// @param offsets where each operand's first element stands
  public Rows(int[] shape, int[][] strides, int[] offsets) {
    int operands = strides.length;
    this.strides = new int[operands][Math.max(1, shape.length)];
    this.dims = new int[Math.max(1, shape.length)];
    this.places = offsets.clone();
    int kept = 0;
    boolean none = false;
    for (int d = 0; d < shape.length; d++) {
      none |= shape[d] == 0;
      if (shape[d] == 1) {
        continue;
      }
      if (kept > 0 && merges(kept - 1, strides, shape[d], d)) {
        kept--;
        dims[kept] *= shape[d];
      } else {
        dims[kept] = shape[d];
      }
      for (int k = 0; k < operands; k++) {
        this.strides[k][kept] = strides[k][d];
      }
      kept++;
    }
    if (kept == 0) {
      dims[0] = 1;
      kept = 1;
    }
    this.empty = none;
    this.rank = kept;
    this.index = new int[rank];
    this.length = dims[rank - 1];
    this.steps = new int[operands];
    for (int k = 0; k < operands; k++) {
      steps[k] = this.strides[k][rank - 1];
    }
  }

  private boolean merges(int outer, int[][] given, int innerDim, int inner) {
    for (int k = 0; k < given.length; k++) {
      if (strides[k][outer] != given[k][inner] * innerDim) {
        return false;
      }
    }
    return true;
  }

  /// How many elements there are in all.
  public long size() {
    long size = empty ? 0 : length;
    for (int d = 0; d < rank - 1; d++) {
      size *= dims[d];
    }
    return size;
  }

  /// The length of the outermost dimension, along which [#part] cuts.
  public int outer() {
    return rank == 1 ? length : dims[0];
  }

  /// The rows from `from` to `to` of the outermost dimension, to be walked by themselves.
  public Rows part(int from, int to) {
    return new Rows(this, from, to);
  }

  private Rows(Rows whole, int from, int to) {
    this.length = whole.rank == 1 ? to - from : whole.length;
    this.steps = whole.steps;
    this.places = whole.places.clone();
    this.empty = whole.empty || from == to;
    this.rank = whole.rank;
    this.dims = whole.dims == null ? null : whole.dims.clone();
    this.strides = whole.strides;
    this.index = new int[rank];
    if (dims != null) {
      dims[0] = to - from;
    }
    for (int k = 0; k < places.length; k++) {
      places[k] += from * (rank == 1 ? steps[k] : strides[k][0]);
    }
  }

  /// True if there is a first row.
  public boolean start() {
    return !empty;
  }

  /// Moves to the next row; false if there is none.
  public boolean next() {
    for (int d = rank - 2; d >= 0; d--) {
      boolean wraps = ++index[d] == dims[d];
      int steps = wraps ? 1 - dims[d] : 1;
      for (int k = 0; k < places.length; k++) {
        places[k] += steps * strides[k][d];
      }
      if (!wraps) {
        return true;
      }
      index[d] = 0;
    }
    return false;
  }

  /// How many elements a row has.
  public int length() {
    return length;
  }

  /// Where the current row of operand `k` starts.
  public int at(int k) {
    return places[k];
  }

  /// How far apart the elements of a row of operand `k` stand.
  public int step(int k) {
    return steps[k];
  }

  /// True if the current rows of operands 0 and `k` are neighbouring elements from the same place on. One index
  /// then serves both, without which the JIT compiler does not vectorise a loop: it cannot tell that two
  /// stretches of what may be one array do not overlap.
  boolean isAlongside(int k) {
    return steps[0] == 1 && steps[k] == 1 && places[k] == places[0];
  }
}
