package thalweg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the values in `resources/torch`, all computed by PyTorch 1.13, one case a line.
public final class TorchJson {
  private static final JsonMapper JSON = new JsonMapper();

  private TorchJson() {}

  public static Stream<JsonNode> cases(String file) {
    return lines(file).map(JSON::readTree);
  }

  public static Stream<String> lines(String file) {
    try (InputStream in = TorchJson.class.getResourceAsStream("/torch/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A tensor from `{"dtype", "shape", "data"}`.
  public static Tensor tensor(JsonNode node) {
    DType dtype = DType.named(node.get("dtype").asString());
    List<JsonNode> data = node.get("data").valueStream().toList();
    Object values =
        switch (dtype) {
          case BOOL -> data.stream().mapToDouble(x -> x.asBoolean() ? 1 : 0).toArray();
          case INT64 -> data.stream().mapToLong(JsonNode::asLong).toArray();
          default -> data.stream().mapToDouble(x -> Double.parseDouble(x.asString())).toArray();
        };
    int[] shape = node.get("shape").valueStream().mapToInt(JsonNode::asInt).toArray();
    return Tensors.tensor(dtype, values).reshape(shape);
  }
}
