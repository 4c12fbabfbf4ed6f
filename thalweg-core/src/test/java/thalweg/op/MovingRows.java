package thalweg.op;

import static thalweg.op.OpRow.Trait.GRADIENT;
import static thalweg.op.OpRow.Trait.INTEGERS;
import static thalweg.op.OpRow.Trait.POINTWISE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import thalweg.op.OpRow.Input;
import thalweg.op.OpRow.Trait;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The rows of [OpTable] that are about formulas of several operands, and about moving, overwriting and counting
/// elements.
final class MovingRows {
  private final List<OpRow> rows = new ArrayList<>();

  private MovingRows() {}

  static List<OpRow> rows() {
    var table = new MovingRows();
    table.combining();
    table.dimensions();
    table.overwriting();
    table.running();
    return table.rows;
  }

  private static Input in(double low, double high, int... shape) {
    return new Input(low, high, shape);
  }

  private void pair(String name, Input a, Input b, BinaryOperator<Tensor> f, Trait... traits) {
    rows.add(new OpRow(name, x -> f.apply(x.get(0), x.get(1)), List.of(a, b), Set.of(traits)));
  }

  /// A matrix (3, 4) to anything.
  private void matrix(String name, UnaryOperator<Tensor> f, Trait... traits) {
    rows.add(new OpRow(name, x -> f.apply(x.getFirst()), List.of(in(-2, 2, 3, 4)), Set.of(traits)));
  }

  private void combining() {
    Input x = in(-3, 3, 2, 3);
    Input y = in(-2.2, 4.1, 2, 3);
    Input positive = in(0.3, 4, 2, 3);
    pair("logaddexp", x, y, Tensor::logaddexp, POINTWISE, GRADIENT);
    pair("xlogy", x, positive, Tensor::xlogy, POINTWISE, GRADIENT);
    pair("copysign", x, y, Tensor::copysign, POINTWISE, GRADIENT);
    pair("hypot", x, y, Tensor::hypot, POINTWISE, GRADIENT);
    pair("heaviside", x, y, Tensor::heaviside, POINTWISE, INTEGERS);
    pair("floorDivide", x, in(1, 4, 2, 3), Tensor::floorDivide, POINTWISE, GRADIENT, INTEGERS);
    pair("lerp 0.3", x, y, (a, b) -> a.lerp(b, 0.3), POINTWISE, GRADIENT);
    rows.add(
        new OpRow(
            "lerp",
            t -> t.get(0).lerp(t.get(1), t.get(2)),
            List.of(x, y, in(0.1, 0.9, 2, 3)),
            Set.of(POINTWISE, GRADIENT)));
    rows.add(
        new OpRow(
            "clamp tensors",
            t -> t.get(0).clamp(t.get(1), t.get(2)),
            List.of(x, in(-2.1, 0, 2, 3), in(-0.3, 2.2, 2, 3)),
            Set.of(POINTWISE, GRADIENT, INTEGERS)));
    matrix("nanToNum", Tensor::nanToNum, GRADIENT);
    matrix("deg2rad", Tensor::deg2rad, GRADIENT);
    matrix("rad2deg", Tensor::rad2deg, GRADIENT);
    matrix("isclose", v -> v.isclose(v.mul(1.00001), 1e-4, 0, true), INTEGERS);
    matrix("bitwiseAnd", v -> v.gt(0).bitwiseAnd(v.lt(1)), INTEGERS);
    matrix("bitwiseXor", v -> v.gt(0).bitwiseXor(v.lt(1)).bitwiseNot(), INTEGERS);
    matrix("nansum 1", v -> v.nansum(new int[] {1}, false), GRADIENT, INTEGERS);
    matrix("nanmean 0", v -> v.nanmean(new int[] {0}, true), GRADIENT);
    matrix("countNonzero 1", v -> v.countNonzero(1), INTEGERS);
  }

  private void dimensions() {
    matrix("movedim", x -> x.unsqueeze(0).movedim(2, 0), GRADIENT, INTEGERS);
    matrix("unflatten", x -> x.unflatten(1, 2, -1), GRADIENT, INTEGERS);
    matrix("broadcastTo", x -> x.broadcastTo(2, 3, 4), GRADIENT, INTEGERS);
    matrix("tile", x -> x.tile(2), GRADIENT, INTEGERS);
    matrix("repeatInterleave", x -> x.repeatInterleave(2, 1), GRADIENT, INTEGERS);
    matrix("repeatInterleave each", x -> x.repeatInterleave(Tensors.tensor(2L, 0, 1), 0), GRADIENT, INTEGERS);
    matrix("rot90", x -> x.rot90(1, 0, 1), GRADIENT, INTEGERS);
    matrix("rot90 3", x -> x.rot90(-1, 0, 1), GRADIENT, INTEGERS);
    matrix("fliplr", Tensor::fliplr, GRADIENT, INTEGERS);
    matrix("flipud", Tensor::flipud, GRADIENT, INTEGERS);
    matrix("diagEmbed", x -> x.diagEmbed(-1), GRADIENT, INTEGERS);
    matrix("tensorSplit", x -> x.tensorSplit(3, 1).get(1), GRADIENT, INTEGERS);
    matrix("tensorSplit at", x -> x.tensorSplit(new int[] {1, 3}, 1).get(1), GRADIENT, INTEGERS);
    matrix("hsplit", x -> x.hsplit(2).get(1), GRADIENT, INTEGERS);
    matrix("take", x -> x.take(Tensors.tensor(new int[][] {{0, 5}, {-1, 5}})), GRADIENT, INTEGERS);
    matrix("takeAlongDim", x -> x.takeAlongDim(Tensors.tensor(new int[][] {{2}, {0}, {2}}), 1), GRADIENT, INTEGERS);
    pair("columnStack", in(0, 1, 2), in(2, 3, 2, 2), (a, b) -> Tensors.columnStack(a, b), GRADIENT, INTEGERS);
    pair("dstack", in(0, 1, 3), in(2, 3, 1, 3, 2), (a, b) -> Tensors.dstack(a, b), GRADIENT, INTEGERS);
  }

  private void overwriting() {
    Input x = in(-1, 1, 3, 4);
    Tensor index = Tensors.tensor(new int[][] {{2, 0, 1, 2}, {0, 1, 2, 0}});
    Tensor rows = Tensors.tensor(2L, 0L);
    pair("scatter", x, in(2, 3, 2, 4), (a, b) -> a.scatter(0, index, b), GRADIENT, INTEGERS);
    matrix("scatter value", a -> a.scatter(0, index, 5), GRADIENT, INTEGERS);
    pair("indexCopy", x, in(2, 3, 2, 4), (a, b) -> a.indexCopy(0, rows, b), GRADIENT, INTEGERS);
    pair("indexAdd", x, in(2, 3, 3, 2), (a, b) -> a.indexAdd(1, rows, b), GRADIENT, INTEGERS);
    matrix("indexFill", a -> a.indexFill(1, rows, 5), GRADIENT, INTEGERS);
  }

  private void running() {
    matrix("cummax 1", x -> x.cummax(1).values(), GRADIENT, INTEGERS);
    matrix("cummax 1 indices", x -> x.cummax(1).indices(), INTEGERS);
    matrix("cummin 0", x -> x.cummin(0).values(), GRADIENT, INTEGERS);
    matrix("diff", x -> x.diff(1, 1), GRADIENT, INTEGERS);
    matrix("diff 2", x -> x.diff(2, 0), GRADIENT, INTEGERS);
    matrix("searchsorted", x -> Tensors.tensor(-1.0, 0.0, 0.5).searchsorted(x, false), INTEGERS);
    matrix("bucketize", x -> x.bucketize(Tensors.tensor(-1.0, 0.0, 1.0), true), INTEGERS);
  }
}
