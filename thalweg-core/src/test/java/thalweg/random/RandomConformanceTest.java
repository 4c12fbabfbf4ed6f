package thalweg.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The cases computed by PyTorch 1.13, NumPy 1.24 and CPython 3.11, call by call.
class RandomConformanceTest {

  private static final JsonMapper JSON = new JsonMapper();

  /// Functions whose values pass through a logarithm or a sine: equal within 4 ulp; all others to the bit.
  private static final Set<String> NEARLY =
      Set.of("randn", "normal", "normal_", "standard_normal", "gauss", "exponential_",
          "kaiming_normal_", "xavier_normal_");

  static Stream<JsonNode> cases() {
    return Stream.of("torch", "numpy", "python")
        .flatMap(name -> read("/conformance/random_" + name + ".jsonl"));
  }

  private static Stream<JsonNode> read(String resource) {
    try (InputStream in = RandomConformanceTest.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(JSON::readTree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void consumesTheStreamAsTheOriginalDoes(JsonNode test) {
    BigInteger seed = new BigInteger(test.get("seed").asString());
    RandomCalls calls = RandomCalls.of(test.get("generator").asString(), seed);
    for (int i = 0; i < test.get("calls").size(); i++) {
      JsonNode call = test.get("calls").get(i);
      compare(call, calls.make(call), test.get("outputs").get(i));
    }
  }

  private static void compare(JsonNode call, Object got, JsonNode output) {
    JsonNode data = output.get("data");
    int ulps = NEARLY.contains(call.get("fn").asString()) ? 4 : 0;
    switch (got) {
      case float[] x -> {
        assertThat(output.get("dtype").asString()).isEqualTo("float32");
        assertThat(x).as("%s", call).hasSize(data.size());
        for (int i = 0; i < x.length; i++) {
          float expected = Float.parseFloat(data.get(i).asString());
          // the float32 normals follow PyTorch's own polynomials: not one bit may differ
          assertThat(x[i]).as("%s, value %d", call, i).isEqualTo(expected);
        }
      }
      case double[] x -> {
        assertThat(output.get("dtype").asString()).isEqualTo("float64");
        assertThat(x).as("%s", call).hasSize(data.size());
        for (int i = 0; i < x.length; i++) {
          double expected = Double.parseDouble(data.get(i).asString());
          assertThat(Math.abs(x[i] - expected))
              .as("%s, value %d: %s for %s", call, i, x[i], expected)
              .isLessThanOrEqualTo(ulps * Math.ulp(expected));
        }
      }
      case long[] x -> {
        assertThat(output.get("dtype").asString()).isEqualTo("int64");
        assertThat(x).as("%s", call).isEqualTo(data.valueStream().mapToLong(JsonNode::asLong).toArray());
      }
      default -> throw new IllegalStateException(got.getClass().toString());
    }
  }
}
