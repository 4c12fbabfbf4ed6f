package thalweg.lab.conformance;

import static thalweg.lab.conformance.Operation.many;
import static thalweg.lab.conformance.Operation.one;

import java.util.List;
import java.util.Map;
import thalweg.op.ValuesAndIndices;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Operations that make fewer numbers of many, or put them in order.
final class ReductionOps {
  static final Map<String, Operation> TABLE =
      Map.ofEntries(
          one("sum", c -> c.typed().sum(c.dims(), c.keepdim())),
          one("mean", c -> c.typed().mean(c.dims(), c.keepdim())),
          one("prod", ReductionOps::prod),
          one("var", c -> c.x().var(c.dims(), unbiased(c), c.keepdim())),
          one("std", c -> c.x().std(c.dims(), unbiased(c), c.keepdim())),
          one("logsumexp", c -> c.x().logsumexp(c.ints("dim"), c.keepdim())),
          one("amax", c -> c.x().amax(c.dims(), c.keepdim())),
          one("amin", c -> c.x().amin(c.dims(), c.keepdim())),
          many("max", ReductionOps::max),
          many("min", ReductionOps::min),
          one("argmax", ReductionOps::argmax),
          one("argmin", ReductionOps::argmin),
          one("all", c -> c.x().all(c.dims(), c.keepdim())),
          one("any", c -> c.x().any(c.dims(), c.keepdim())),
          one("norm", ReductionOps::norm),
          many("median", ReductionOps::median),
          many("nanmedian", ReductionOps::nanmedian),
          many("kthvalue", ReductionOps::kthvalue),
          one("cumsum", c -> c.typed().cumsum(c.integer("dim"))),
          one("cumprod", c -> c.typed().cumprod(c.integer("dim"))),
          many("cummax", c -> both(c.x().cummax(c.integer("dim")))),
          many("cummin", c -> both(c.x().cummin(c.integer("dim")))),
          one("diff", c -> c.x().diff(c.integer("n", 1), c.integer("dim", -1))),
          one("nansum", c -> c.x().nansum(c.dims(), c.keepdim())),
          one("nanmean", c -> c.x().nanmean(c.dims(), c.keepdim())),
          one("count_nonzero", c -> c.x().countNonzero(c.dims())),
          one("bincount", ReductionOps::bincount),
          one("searchsorted", c -> c.x().searchsorted(c.y(), c.args().flag("right", false))),
          one("bucketize", c -> c.x().bucketize(c.y(), c.args().flag("right", false))),
          many("sort", ReductionOps::sort),
          one("argsort", c -> c.x().argsort(c.integer("dim", -1), descending(c))),
          many("topk", ReductionOps::topk),
          one("unique", ReductionOps::unique),
          one("item", c -> Tensors.full(c.x().dtype(), c.x().item())));

  private ReductionOps() {}

  private static boolean unbiased(Call c) {
    return c.args().flag("unbiased", true);
  }

  private static boolean descending(Call c) {
    return c.args().flag("descending", false);
  }

  private static List<Tensor> both(ValuesAndIndices found) {
    return List.of(found.values(), found.indices());
  }

  private static List<Tensor> sort(Call c) {
    c.args().flag("stable", true); // ours always is
    return both(c.x().sort(c.integer("dim", -1), descending(c)));
  }

  private static Tensor prod(Call c) {
    return c.args().has("dim") ? c.typed().prod(c.integer("dim"), c.keepdim()) : c.typed().prod();
  }

  private static List<Tensor> max(Call c) {
    if (c.args().has("dim")) {
      return both(c.x().max(c.integer("dim"), c.keepdim()));
    }
    return List.of(c.inputs().size() > 1 ? c.x().maximum(c.y()) : c.x().max());
  }

  private static List<Tensor> min(Call c) {
    if (c.args().has("dim")) {
      return both(c.x().min(c.integer("dim"), c.keepdim()));
    }
    return List.of(c.inputs().size() > 1 ? c.x().minimum(c.y()) : c.x().min());
  }

  /// Without a dimension there is none to keep: PyTorch then ignores `keepdim`.
  private static Tensor argmax(Call c) {
    c.keepdim();
    return c.args().has("dim") ? c.x().argmax(c.integer("dim"), c.keepdim()) : c.x().argmax();
  }

  private static Tensor argmin(Call c) {
    c.keepdim();
    return c.args().has("dim") ? c.x().argmin(c.integer("dim"), c.keepdim()) : c.x().argmin();
  }

  private static Tensor norm(Call c) {
    boolean frobenius = c.args().text("p", "fro").equals("fro");
    return c.x().norm(frobenius ? 2 : c.real("p"), c.dims(), c.keepdim());
  }

  private static List<Tensor> median(Call c) {
    return c.args().has("dim")
        ? both(c.x().median(c.integer("dim"), c.keepdim()))
        : List.of(c.x().median());
  }

  private static List<Tensor> nanmedian(Call c) {
    return c.args().has("dim")
        ? both(c.x().nanmedian(c.integer("dim"), c.keepdim()))
        : List.of(c.x().nanmedian());
  }

  private static List<Tensor> kthvalue(Call c) {
    return both(c.x().kthvalue(c.integer("k"), c.integer("dim", -1), c.keepdim()));
  }

  private static Tensor bincount(Call c) {
    int least = c.integer("minlength", 0);
    return c.inputs().size() > 1 ? c.x().bincount(c.y(), least) : c.x().bincount(least);
  }

  private static List<Tensor> topk(Call c) {
    c.args().only("sorted", "true"); // ours are always sorted
    boolean largest = c.args().flag("largest", true);
    return both(c.x().topk(c.integer("k"), c.integer("dim", -1), largest));
  }

  private static Tensor unique(Call c) {
    c.args().only("sorted", "true");
    return c.x().unique();
  }
}
