package thalweg.op;

import static thalweg.op.OpRow.Trait.GRADIENT;
import static thalweg.op.OpRow.Trait.INTEGERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import thalweg.op.OpRow.Input;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The rows of [OpTable] that are about linear algebra.
final class LinalgRows {
  private final List<OpRow> rows = new ArrayList<>();

  private LinalgRows() {}

  static List<OpRow> rows() {
    var table = new LinalgRows();
    table.sumsOfProducts();
    return table.rows;
  }

  private void add(String name, Function<List<Tensor>, Tensor> f, Input... inputs) {
    rows.add(new OpRow(name, f, List.of(inputs), Set.of(GRADIENT)));
  }

  private void einsum(String equation, Input... inputs) {
    rows.add(
        new OpRow(
            "einsum " + equation,
            x -> Tensors.einsum(equation, x.toArray(Tensor[]::new)),
            List.of(inputs),
            Set.of(GRADIENT, INTEGERS)));
  }

  private static Input in(int... shape) {
    return new Input(-2, 2, shape);
  }

  private void sumsOfProducts() {
    einsum("ij,jk->ik", in(2, 3), in(3, 4));
    einsum("ij,jk", in(2, 1), in(3, 4));
    einsum("bij,bjk->bik", in(2, 2, 3), in(2, 3, 2));
    einsum("bhqd,bhkd->bhqk", in(2, 1, 2, 3), in(2, 2, 3, 3));
    einsum("ii->i", in(3, 3));
    einsum("iij,i->ji", in(2, 2, 3), in(2));
    einsum("ij->j", in(2, 3));
    einsum("Ba", in(2, 3));
    einsum("i,j->ij", in(2), in(3));
    einsum("i,i", in(3), in(3));
    einsum("ij,kl->jl", in(2, 3), in(2, 2));
    einsum("...i,i...", in(2, 3), in(3, 2));
    einsum("a...b,...->ba", in(2, 2, 3, 2), in(1, 3));
    einsum("ij,jk,kl->li", in(2, 3), in(3, 2), in(2, 2));
    einsum("i,ij,j->", in(2), in(2, 3), in(3));
  }
}
