package thalweg.nn;

import java.util.SequencedMap;
import thalweg.random.Generator;
import thalweg.random.Seeds;
import thalweg.tensor.DType;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// A table of vectors, one a row, looked up by number: PyTorch's `nn.Embedding`. Indices, `int64`,
/// `(*) → (*, embeddingDim)`. `weight` has shape `(numEmbeddings, embeddingDim)` and starts standard
/// normal; row `paddingIdx` starts at 0.
///
/// ```java
/// var table = new Embedding(10, 3);
/// IO.println(table);  // Embedding(10, 3)
/// IO.println(table.apply(tensor(1, 4, 1)).shape());  // torch.Size([3, 3])
/// ```
public final class Embedding implements Layer {
  /// What can be chosen beside the sizes.
  ///
  /// @param paddingIdx the row that takes no gradient, negative ones counted from the end; null, the
  ///                   default, for none
  /// @param dtype      the type of the table; `float32` by default
  /// @param generator  what the start values are drawn from; PyTorch's default generator by default
  public record Options(Integer paddingIdx, DType dtype, Generator generator) {
    /// With a row that takes no gradient.
    public Options paddingIdx(Integer paddingIdx) {
      return new Options(paddingIdx, dtype, generator);
    }

    /// With a table of this type.
    public Options dtype(DType dtype) {
      return new Options(paddingIdx, dtype, generator);
    }

    /// With start values from this generator.
    public Options generator(Generator generator) {
      return new Options(paddingIdx, dtype, generator);
    }
  }

  private final Mode mode = new Mode();
  private final Integer padding; // counted from the front, or null
  private final Tensor weight;

  /// A table of `numEmbeddings` vectors of length `embeddingDim`.
  public Embedding(int numEmbeddings, int embeddingDim) {
    this(numEmbeddings, embeddingDim, options());
  }

  /// With options: `new Embedding(10, 3, Embedding.paddingIdx(0))`.
  ///
  /// @throws IllegalArgumentException if there is no row `paddingIdx`
  public Embedding(int numEmbeddings, int embeddingDim, Options options) {
    padding = options.paddingIdx == null ? null : row(options.paddingIdx, numEmbeddings);
    Tensor start = Tensors.zeros(options.dtype, numEmbeddings, embeddingDim);
    RandomTensors.normal_(start, 0, 1, options.generator);
    if (padding != null) {
      start.select(0, padding).zero_();
    }
    weight = start.asParameter();
  }

  private static int row(int index, int rows) {
    if (index < -rows || index >= rows) {
      throw new IllegalArgumentException(
          "Embedding: padding_idx = %d is not in %d … %d".formatted(index, -rows, rows - 1));
    }
    return index < 0 ? index + rows : index;
  }

  /// The defaults.
  public static Options options() {
    return new Options(null, DType.FLOAT32, Seeds.torch());
  }

  /// The defaults, but with a row that takes no gradient.
  public static Options paddingIdx(Integer paddingIdx) {
    return options().paddingIdx(paddingIdx);
  }

  /// `(*) → (*, embeddingDim)`.
  ///
  /// @throws thalweg.tensor.ShapeException if an index names no row
  @Override
  public Tensor apply(Tensor indices) {
    return Functional.embedding(indices, weight, padding);
  }

  /// The table, `(numEmbeddings, embeddingDim)`.
  public Tensor weight() {
    return weight;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public SequencedMap<String, Tensor> ownParameters() {
    return Layer.named("weight", weight);
  }

  /// As PyTorch prints it: `Embedding(10, 3)`, `Embedding(10, 3, padding_idx=0)`.
  @Override
  public String toString() {
    return "Embedding(%d, %d%s)"
        .formatted(
            weight.size(0), weight.size(1), padding == null ? "" : ", padding_idx=" + padding);
  }
}
