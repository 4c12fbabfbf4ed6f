package thalweg.op;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import thalweg.tensor.Tensor;

/// Sums of products, described by subscripts: PyTorch's `einsum`. It is also in [thalweg.tensor.Tensors].
///
/// All operands are brought to one order of dimensions, that of the result before those that are summed over,
/// with length 1 where an operand lacks one. They are then combined from left to right, each pair by one batched
/// product of matrices that sums over all subscripts which no later operand has.
public final class Einsum {
  private Einsum() {}

  /// As [thalweg.tensor.Tensors#einsum].
  public static Tensor einsum(String equation, List<Tensor> operands) {
    if (operands.isEmpty()) {
      throw new IllegalArgumentException(
          "einsum: '%s' is given no operand; it needs at least one".formatted(equation));
    }
    var subscripts = new Subscripts(equation, operands);
    String order = subscripts.all();
    int kept = subscripts.output().length();
    Tensor result = null;
    for (int i = 0; i < operands.size(); i++) {
      Tensor next = aligned(operands.get(i), subscripts.input(i), order);
      int[] done = done(subscripts, i, operands.size(), order.substring(kept), kept);
      result = result == null ? summed(next, done) : product(result, next, done);
    }
    for (int d = order.length() - 1; d >= kept; d--) {
      result = result.squeeze(d);
    }
    return result;
  }

  /// The places of the summed subscripts that operand `i` has and no later one.
  private static int[] done(Subscripts subscripts, int i, int count, String summed, int from) {
    return IntStream.range(0, summed.length())
        .filter(
            k ->
                subscripts.input(i).indexOf(summed.charAt(k)) >= 0
                    && IntStream.range(i + 1, count)
                        .noneMatch(later -> subscripts.input(later).indexOf(summed.charAt(k)) >= 0))
        .map(k -> from + k)
        .toArray();
  }

  /// `x` with a dimension for each label of `order`; a label that stands twice takes the diagonal.
  private static Tensor aligned(Tensor x, String labels, String order) {
    var left = new StringBuilder(labels);
    for (int d = 0; d < left.length(); ) {
      String label = left.substring(d, d + 1);
      int again = left.indexOf(label, d + 1);
      if (again < 0) {
        d++;
      } else { // the diagonal becomes the last dimension
        x = x.diagonal(0, d, again);
        left.deleteCharAt(again).deleteCharAt(d).append(label);
      }
    }
    x = x.permute(order.chars().map(c -> left.indexOf(Character.toString(c))).filter(d -> d >= 0).toArray());
    for (int d = 0; d < order.length(); d++) {
      if (left.indexOf(order.substring(d, d + 1)) < 0) {
        x = x.unsqueeze(d);
      }
    }
    return x;
  }

  private static Tensor summed(Tensor x, int[] dims) {
    return dims.length == 0 ? x : x.sum(dims, true);
  }

  /// `Σ a·b` over `done`, with length 1 left there.
  private static Tensor product(Tensor a, Tensor b, int[] done) {
    Tensor left = summed(a, where(done, d -> a.size(d) != 1 && b.size(d) == 1));
    Tensor right = summed(b, where(done, d -> b.size(d) != 1 && a.size(d) == 1));
    int[] inner = where(done, d -> left.size(d) != 1);
    return inner.length == 0 ? left.mul(right) : contracted(left, right, inner);
  }

  /// The same as one [Products#bmm]: `(both, a alone, inner) × (both, inner, b alone)`.
  private static Tensor contracted(Tensor a, Tensor b, int[] inner) {
    int[] every = IntStream.range(0, a.rank()).toArray();
    int[] outer = where(every, d -> !contains(inner, d));
    int[] both = where(outer, d -> a.size(d) != 1 && b.size(d) != 1);
    int[] ofA = where(outer, d -> b.size(d) == 1);
    int[] ofB = where(outer, d -> b.size(d) != 1 && a.size(d) == 1);
    Tensor x = a.permute(join(both, ofA, inner, ofB)).reshape(size(a, both), size(a, ofA), size(a, inner));
    Tensor y = b.permute(join(both, inner, ofB, ofA)).reshape(size(b, both), size(b, inner), size(b, ofB));
    int[] order = join(both, ofA, ofB, inner);
    int[] shape = new int[order.length];
    int[] back = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      int d = order[i];
      shape[i] = contains(inner, d) ? 1 : contains(ofB, d) ? b.size(d) : a.size(d);
      back[d] = i;
    }
    return x.bmm(y).reshape(shape).permute(back);
  }

  private static int[] where(int[] dims, IntPredicate holds) {
    return Arrays.stream(dims).filter(holds).toArray();
  }

  private static boolean contains(int[] dims, int dim) {
    return Arrays.stream(dims).anyMatch(d -> d == dim);
  }

  private static int[] join(int[]... parts) {
    return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
  }

  private static int size(Tensor x, int[] dims) {
    return Arrays.stream(dims).map(x::size).reduce(1, (m, n) -> m * n);
  }
}
