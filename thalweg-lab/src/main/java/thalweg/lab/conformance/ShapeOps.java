package thalweg.lab.conformance;

import static thalweg.lab.conformance.Operation.many;
import static thalweg.lab.conformance.Operation.one;

import java.util.List;
import java.util.Map;
import thalweg.op.Joining;
import thalweg.tensor.Tensor;

/// Operations that move elements, choose some, or put tensors together.
final class ShapeOps {
  static final Map<String, Operation> TABLE =
      Map.ofEntries(
          // the same elements in another shape
          one("reshape", c -> c.x().reshape(c.ints("shape"))),
          one("view", c -> c.x().view(c.ints("shape"))),
          one("flatten", c -> c.x().flatten(c.integer("start_dim", 0), c.integer("end_dim", -1))),
          one("transpose", c -> c.x().transpose(c.integer("dim0"), c.integer("dim1"))),
          one("permute", c -> c.x().permute(c.ints("dims"))),
          one("t", c -> c.x().t()),
          one("movedim", c -> c.x().movedim(c.ints("source"), c.ints("destination"))),
          one("unflatten", c -> c.x().unflatten(c.integer("dim"), c.ints("unflattened_size"))),
          one("squeeze", ShapeOps::squeeze),
          one("unsqueeze", c -> c.x().unsqueeze(c.integer("dim"))),
          one("contiguous", c -> c.x().contiguous()),

          // repeated
          one("expand", c -> c.x().expand(c.ints(c.args().has("size") ? "size" : "shape"))),
          one("broadcast_to", c -> c.x().broadcastTo(c.ints("size"))),
          one("tile", c -> c.x().tile(c.ints("dims"))),
          one("repeat_interleave", ShapeOps::repeatInterleave),
          one("repeat", c -> c.x().repeat(c.ints("repeats"))),

          // some of the elements
          one("select", c -> c.x().select(c.integer("dim"), c.integer("index"))),
          one("narrow", c -> c.x().narrow(c.integer("dim"), c.integer("start"), c.integer("length"))),
          one("slice", ShapeOps::slice),
          one("index_select", c -> c.x().indexSelect(c.integer("dim"), c.y())),
          one("gather", c -> c.x().gather(c.integer("dim"), c.y())),
          one("take", c -> c.x().take(c.y())),
          one("take_along_dim", c -> c.x().takeAlongDim(c.y(), c.integer("dim"))),
          one("masked_select", c -> c.x().maskedSelect(c.y())),
          one("nonzero", c -> c.x().nonzero()),
          one("diagonal", ShapeOps::diagonal),
          one("diag", c -> c.x().diag(c.integer("diagonal", 0))),
          one("tril", c -> c.x().tril(c.integer("diagonal", 0))),
          one("triu", c -> c.x().triu(c.integer("diagonal", 0))),

          // elements put elsewhere, or filled in
          one("flip", c -> c.x().flip(c.ints("dims"))),
          one("roll", ShapeOps::roll),
          one("rot90", ShapeOps::rot90),
          one("fliplr", c -> c.x().fliplr()),
          one("flipud", c -> c.x().flipud()),
          one("diag_embed", c -> c.x().diagEmbed(c.integer("offset", 0))),
          one("scatter", ShapeOps::scatter),
          one("index_add", c -> c.x().indexAdd(c.integer("dim"), c.y(), c.z())),
          one("index_copy", c -> c.x().indexCopy(c.integer("dim"), c.y(), c.z())),
          one("index_fill", c -> c.x().indexFill(c.integer("dim"), c.y(), c.real("value"))),
          one("masked_fill", c -> c.x().maskedFill(c.y(), c.real("value"))),
          one("scatter_add", c -> c.x().scatterAdd(c.integer("dim"), c.y(), c.z())),
          one("pad", ShapeOps::pad),
          one("one_hot", c -> c.x().oneHot(c.integer("num_classes", -1))),

          // several tensors
          one("cat", c -> Joining.cat(c.integer("dim", 0), c.inputs())),
          one("stack", c -> Joining.stack(c.integer("dim", 0), c.inputs())),
          one("vstack", c -> Joining.vstack(c.inputs())),
          one("hstack", c -> Joining.hstack(c.inputs())),
          one("column_stack", c -> Joining.columnStack(c.inputs())),
          one("dstack", c -> Joining.dstack(c.inputs())),
          many("tensor_split", ShapeOps::tensorSplit),
          many("hsplit", c -> c.x().hsplit(c.integer("sections"))),
          many("vsplit", c -> c.x().vsplit(c.integer("sections"))),
          many("dsplit", c -> c.x().dsplit(c.integer("sections"))),
          many("split", ShapeOps::split),
          many("chunk", c -> c.x().chunk(c.integer("chunks"), c.integer("dim", 0))),
          many("unbind", c -> c.x().unbind(c.integer("dim", 0))),
          many("meshgrid", ShapeOps::meshgrid));

  private ShapeOps() {}

  private static Tensor squeeze(Call c) {
    return c.args().has("dim") ? c.x().squeeze(c.integer("dim")) : c.x().squeeze();
  }

  private static Tensor slice(Call c) {
    int dim = c.integer("dim", 0);
    int start = c.integer("start", 0);
    int end = c.integer("end", Integer.MAX_VALUE);
    return c.x().slice(dim, start, end, c.integer("step", 1));
  }

  private static Tensor diagonal(Call c) {
    return c.x().diagonal(c.integer("offset", 0), c.integer("dim1", 0), c.integer("dim2", 1));
  }

  /// Without dimensions PyTorch rolls the elements in row-major order.
  private static Tensor roll(Call c) {
    int[] shifts = c.ints("shifts");
    if (c.args().has("dims")) {
      return c.x().roll(shifts, c.ints("dims"));
    }
    return c.x().flatten().roll(shifts, new int[] {0}).reshape(c.x().shape().toArray());
  }

  private static Tensor rot90(Call c) {
    int[] dims = c.args().ints("dims", 0, 1);
    return c.x().rot90(c.integer("k", 1), dims[0], dims[1]);
  }

  private static Tensor scatter(Call c) {
    return c.args().has("value")
        ? c.x().scatter(c.integer("dim"), c.y(), c.real("value"))
        : c.x().scatter(c.integer("dim"), c.y(), c.z());
  }

  private static Tensor repeatInterleave(Call c) {
    return c.inputs().size() > 1
        ? c.x().repeatInterleave(c.y(), c.integer("dim"))
        : c.x().repeatInterleave(c.integer("repeats"), c.integer("dim"));
  }

  private static List<Tensor> tensorSplit(Call c) {
    int dim = c.integer("dim", 0);
    return c.args().has("sections")
        ? c.x().tensorSplit(c.integer("sections"), dim)
        : c.x().tensorSplit(c.ints("indices"), dim);
  }

  private static Tensor pad(Call c) {
    c.args().only("mode", "constant");
    return c.x().pad(c.ints("pad"), c.real("value", 0));
  }

  /// Parts of one size, or of those in a list; PyTorch's argument has two names.
  private static List<Tensor> split(Call c) {
    String sizes = c.args().has("split_size_or_sections") ? "split_size_or_sections" : "split_size";
    int dim = c.integer("dim", 0);
    return c.args().isList(sizes)
        ? c.x().split(c.ints(sizes), dim)
        : c.x().split(c.integer(sizes), dim);
  }

  private static List<Tensor> meshgrid(Call c) {
    boolean xy = c.args().text("indexing", "ij").equals("xy");
    return Joining.meshgrid(xy ? Joining.Grid.XY : Joining.Grid.IJ, c.inputs());
  }
}
