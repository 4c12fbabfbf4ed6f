package thalweg.lab.conformance;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import thalweg.tensor.Tensor;
import tools.jackson.databind.JsonNode;

/// Kind `rng`: other people's random streams, consumed as they consume them.
final class RandomCheck {
  /// Values that pass through a logarithm or a sine; all others are equal to the bit.
  private static final Set<String> NEARLY =
      Set.of(
          "randn",
          "normal",
          "normal_",
          "standard_normal",
          "gauss",
          "exponential_",
          "kaiming_normal_",
          "xavier_normal_");

  private static final Tolerance EXACT = new Tolerance.Ulps(0);
  private static final Tolerance NEAR = new Tolerance.Ulps(4);

  private RandomCheck() {}

  static Errors run(Fields test) {
    RandomStreams stream = RandomStreams.of(test.text("generator"), seed(test.node("seed")));
    List<Fields> calls = test.objects("calls");
    List<Tensor> expected = test.tensors("outputs");
    if (calls.size() != expected.size()) {
      throw new MalformedCaseException(
          "there are %d calls but %d outputs".formatted(calls.size(), expected.size()));
    }
    double largest = Double.NaN;
    for (int i = 0; i < calls.size(); i++) {
      String fn = calls.get(i).text("fn");
      Tensor got = stream.make(fn, calls.get(i));
      Tolerance tolerance = NEARLY.contains(fn) ? NEAR : EXACT;
      String what = "call %d, %s".formatted(i + 1, fn);
      largest = Errors.larger(largest, Comparison.one(what, expected.get(i), got, tolerance));
    }
    return Errors.ofValues(largest);
  }

  private static BigInteger seed(JsonNode node) {
    if (!node.isIntegralNumber()) {
      throw new MalformedCaseException("the seed is not an integer: " + node);
    }
    return node.bigIntegerValue();
  }
}
