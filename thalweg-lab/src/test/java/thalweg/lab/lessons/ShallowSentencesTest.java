package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.text.Language;
import thalweg.lab.verdict.Verdict;
import thalweg.scratch.ShallowNarrow;
import thalweg.trace.Trace;

/// What lesson `shallow` says is so, in settings drawn at random and in odd ones.
class ShallowSentencesTest {
  private static final Pattern MORE = Pattern.compile("; (\\d+) more updates? to go");
  private static final Pattern NUMBER = Pattern.compile("the loss is ([-0-9.e+]+), the best ([-0-9.e+]+)");

  static Stream<Map<String, String>> settings() {
    Stream<Map<String, String>> odd =
        Stream.of(
            Map.of("a", "0"), Map.of("n", "1", "sigma", "0"), Map.of("n", "1"), Map.of("start", "0,0"),
            Map.of("start", "0,2"), Map.of("start", "0.5,-0.5"), Map.of("alpha", "5"), Map.of("alpha", "1e300"),
            Map.of("start", "1e200,1e200"), Map.of("epochs", "1"), Map.of("sigma", "0"), Map.of("a", "-3"),
            Map.of("alpha", "1e-12"), Map.of("a", "1e-8", "sigma", "0"), Map.of("sigma", "100"));
    return Stream.concat(odd, IntStream.range(0, 60).mapToObj(ShallowSentencesTest::random));
  }

  private static Map<String, String> random(long seed) {
    var random = new SplittableRandom(seed);
    var settings = new LinkedHashMap<String, String>();
    settings.put("alpha", Double.toString(Math.pow(10, random.nextDouble(-4, 0.5))).replace('E', 'e'));
    settings.put("epochs", Integer.toString(random.nextInt(1, 400)));
    settings.put("seed", Integer.toString(random.nextInt(0, 10_000)));
    settings.put("start", "%.3f,%.3f".formatted(random.nextDouble(-3, 3), random.nextDouble(-3, 3)));
    settings.put("n", Integer.toString(random.nextInt(1, 100)));
    settings.put("a", "%.2f".formatted(random.nextDouble(-4, 4)));
    settings.put("sigma", random.nextBoolean() ? "%.2f".formatted(random.nextDouble(0, 1)) : "0");
    if (random.nextInt(3) == 0) {
      settings.put("optimizer", List.of("sgd", "momentum", "adam", "rmsprop").get(random.nextInt(4)));
      settings.put("loss", random.nextBoolean() ? "sum" : "mean");
    }
    return settings;
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theVerdictIsWhatTheRunShows(Map<String, String> settings) {
    var run = Reference.run(new ShallowLesson(), settings);
    Trace trace = run.result().runs().getFirst();
    double[] x = doubles(run.result().values().get("x_train"));
    double[] y = doubles(run.result().values().get("y_train"));
    String verdict = run.lines().stream()
        .filter(line -> Stream.of(Verdict.Kind.values()).anyMatch(k -> line.startsWith(k.word().in(Language.EN) + ": ")))
        .findFirst().orElseThrow();

    boolean finite = trace.weights().stream().flatMap(List::stream).allMatch(Double::isFinite)
        && trace.losses().stream().allMatch(Double::isFinite) && Double.isFinite(loss(trace.result(), x, y));
    assertThat(verdict.contains("not finite")).as(verdict).isEqualTo(!finite);
    if (!finite) {
      assertThat(verdict).startsWith("diverging");
      return;
    }
    double last = loss(trace.result(), x, y);
    double best = loss(List.of((Double) run.result().values().get("best_slope"), 1.0), x, y);
    double spread = loss(List.of(0.0, 0.0), x, y);
    boolean near = last - best <= Math.max(0.01 * best, 1e-4 * spread);
    assertThat(verdict.startsWith("converged")).as(verdict).isEqualTo(near);
    NUMBER.matcher(verdict).results().forEach(found -> {
      assertShown(found.group(1), last);
      assertShown(found.group(2), best);
    });
    MORE.matcher(verdict).results().findFirst().ifPresent(found -> {
      int more = Integer.parseInt(found.group(1));
      var net = new ShallowNarrow(trace.result().get(0), trace.result().get(1));
      Trace further = net.train(x, y, trace.steps().getFirst().learningRate(), more);
      assertThat(loss(further.result(), x, y) - best).isLessThanOrEqualTo(Math.max(0.01 * best, 1e-4 * spread));
      assertThat(loss(further.weights().get(more - 1), x, y) - best).isGreaterThan(Math.max(0.01 * best, 1e-4 * spread));
    });
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everyLanguageSaysEverything(Map<String, String> settings) {
    var result = Reference.run(new ShallowLesson(), settings).result();
    for (Language language : Language.values()) {
      String html = result.page().orElseThrow().apply(language).html();
      assertThat(html.replaceAll("(?s)<(script|pre).*?</\\1>", "")).doesNotContain("‹", "›", ">null<");
    }
  }

  private static double loss(List<Double> w, double[] x, double[] y) {
    return ShallowNarrow.loss(new ShallowNarrow(w.get(0), w.get(1)).forward(x), y);
  }

  private static void assertShown(String shown, double value) {
    assertThat(Double.parseDouble(shown)).isCloseTo(value, Offset.offset(Math.max(0.0051, 1e-3 * Math.abs(value))));
  }

  private static double[] doubles(Object list) {
    return ((List<?>) list).stream().mapToDouble(v -> (Double) v).toArray();
  }
}
