package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Points;
import thalweg.trace.Trace;

/// What lesson `line` says of its rates is so: each sentence is held against the run it speaks of, with the least squares
/// worked out here once more.
class LineSentencesTest {
  private static final Pattern SENTENCE =
      Pattern.compile("alpha = (\\S+) +(converged|still falling|oscillating|diverging|at rest elsewhere): (.*)");
  private static final Pattern LOSSES = Pattern.compile("the loss is ([-0-9.e+naif]+), the best ([-0-9.e+]+)");
  private static final Pattern MORE = Pattern.compile("; (\\d+) more updates? to go");
  private static final Pattern STABLE = Pattern.compile("past 2/λmax = ([-0-9.e+]+)");

  record Case(Map<String, String> settings, Optional<Points> data) {}

  static Stream<Case> cases() {
    Stream<Case> odd =
        Stream.of(
                Map.of("epochs", "1"), Map.of("n", "1"), Map.of("n", "2"), Map.of("sigma", "0"),
                Map.of("start", "2.4458875,4.0043716"), Map.of("start", "0,0"), Map.of("alpha", "1e-9"), Map.of("alpha", "1e9"),
                Map.of("epochs", "500"), Map.of("alpha", "0.0082", "epochs", "200"), Map.of("start", "1e6,-1e6"))
            .map(settings -> new Case(settings, Optional.empty()));
    return Stream.concat(odd, IntStream.range(0, 60).mapToObj(LineSentencesTest::random));
  }

  private static Case random(long seed) {
    var random = new SplittableRandom(seed);
    var settings = new LinkedHashMap<String, String>();
    settings.put("epochs", Integer.toString(random.nextInt(1, 120)));
    settings.put("start", "%.2f,%.2f".formatted(random.nextDouble(-20, 20), random.nextDouble(-20, 20)));
    if (random.nextInt(3) == 0) {
      return new Case(settings, Optional.of(own(random)));
    }
    settings.put("alpha", Double.toString(Math.pow(10, random.nextDouble(-5, -1))).replace('E', 'e'));
    settings.put("seed", Long.toString(random.nextLong(100_000)));
    settings.put("n", Integer.toString(random.nextInt(1, 200)));
    settings.put("sigma", random.nextInt(4) == 0 ? "0" : "%.2f".formatted(random.nextDouble(0, 3)));
    return new Case(settings, Optional.empty());
  }

  private static Points own(SplittableRandom random) {
    double scale = Math.pow(10, random.nextDouble(-2, 3));
    double offset = random.nextBoolean() ? 0 : scale * random.nextDouble(-20, 20);
    List<Double> x = random.doubles(random.nextInt(2, 50)).map(u -> offset + scale * u).boxed().toList();
    List<Double> y = x.stream().map(v -> 0.9 * v - 95 + random.nextDouble(-4, 4)).toList();
    return new Points("own.csv", "height", "weight", x, y);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyVerdictIsWhatItsRunShows(Case each) {
    var lines = new ArrayList<String>();
    var lesson = new LineLesson();
    LessonResult result =
        lesson.run(new LessonContext(lesson, each.settings(), each.data(), Language.EN, lines::add));
    var data = new Least(result);
    int sentences = 0;
    for (String line : lines) {
      Matcher sentence = SENTENCE.matcher(line.replaceAll("\\s*\\n\\s*", " "));
      if (!sentence.matches()) {
        continue;
      }
      sentences++;
      double alpha = Double.parseDouble(sentence.group(1));
      Trace run = result.runs().stream()
          .filter(trace -> trace.name().startsWith("sse") && trace.parameters().get("alpha") == alpha
              && trace.parameters().get("n") == data.x.length)
          .findFirst().orElseThrow();
      data.check(run, alpha, sentence.group(2), sentence.group(3));
    }
    assertThat(sentences).isGreaterThanOrEqualTo(4);
  }

  /// The bowl of the points, after the normal equations.
  private static final class Least {
    private final double[] x;
    private final double[] y;
    private final double w0;
    private final double w1;
    private final double best;
    private final double spread;
    private final double most;
    private final double least;

    Least(LessonResult result) {
      x = doubles(result.values().get("x"));
      y = doubles(result.values().get("y"));
      double mx = mean(x);
      double my = mean(y);
      double xx = 0;
      double xy = 0;
      double yy = 0;
      double squares = 0;
      for (int i = 0; i < x.length; i++) {
        xx += (x[i] - mx) * (x[i] - mx);
        xy += (x[i] - mx) * (y[i] - my);
        yy += (y[i] - my) * (y[i] - my);
        squares += x[i] * x[i];
      }
      w1 = xx == 0 ? 0 : xy / xx;
      w0 = my - w1 * mx;
      best = loss(w0, w1);
      spread = yy;
      double half = x.length + squares;
      most = half + Math.hypot(x.length - squares, 2 * x.length * mx);
      least = 4 * x.length * xx / most;
    }

    private double loss(double a, double b) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        double error = y[i] - a - b * x[i];
        sum += error * error;
      }
      return sum;
    }

    /// Whether weights are where a run counts as done, or on the edge of it, where float32 may decide either way.
    private boolean isNear(List<Double> start, List<Double> w, double slack) {
      if (!(least > 1e-12 * most)) {
        return loss(w.get(0), w.get(1)) - best <= slack * Math.max(0.01 * best, 1e-4 * spread) + 1e-6 * squares();
      }
      double way = Math.hypot(start.get(0) - w0, start.get(1) - w1);
      return loss(w.get(0), w.get(1)) - best <= slack * Math.max(0.01 * best, Math.max(1e-4 * spread, 1e-10 * squares()))
          && Math.hypot(w.get(0) - w0, w.get(1) - w1) <= slack * 0.01 * Math.max(Math.hypot(w0, w1), way);
    }

    private double squares() {
      double sum = 0;
      for (double v : y) {
        sum += v * v;
      }
      return sum;
    }

    void check(Trace run, double alpha, String verdict, String why) {
      String what = "alpha = " + alpha + " " + verdict + ": " + why;
      List<Double> start = run.weights().getFirst();
      List<Double> end = run.result();
      boolean finite = end.stream().allMatch(Double::isFinite) && run.losses().stream().allMatch(Double::isFinite);
      switch (verdict) {
        case "converged" -> assertThat(isNear(start, end, 1.05)).as(what).isTrue();
        case "diverging" -> assertThat(alpha > 2 / most * (1 - 1e-6) || !finite).as(what).isTrue();
        case "at rest elsewhere" -> assertThat(run.weights().get(run.epochs() - 1)).as(what).isEqualTo(end);
        default -> {
          assertThat(isNear(start, end, 0.95)).as(what).isFalse();
          assertThat(alpha).as(what).isLessThanOrEqualTo(2 / most * (1 + 1e-6));
        }
      }
      Matcher losses = LOSSES.matcher(why);
      if (losses.find() && finite) {
        assertShown(what, losses.group(1), loss(end.get(0), end.get(1)));
        assertShown(what, losses.group(2), best);
      }
      Matcher stable = STABLE.matcher(why);
      if (stable.find()) {
        assertThat(Double.parseDouble(stable.group(1))).as(what).isCloseTo(2 / most, Offset.offset(1e-3 * 2 / most));
      }
      Matcher more = MORE.matcher(why);
      if (more.find() && Integer.parseInt(more.group(1)) < 20_000) {
        double[] w = {end.get(0), end.get(1)};
        for (int i = 0; i < Integer.parseInt(more.group(1)); i++) {
          w = updated(w, alpha);
        }
        assertThat(isNear(start, List.of(w[0], w[1]), 1.05)).as(what).isTrue();
      }
    }

    private double[] updated(double[] w, double alpha) {
      double d0 = 0;
      double d1 = 0;
      for (int i = 0; i < x.length; i++) {
        double error = y[i] - w[0] - w[1] * x[i];
        d0 -= 2 * error;
        d1 -= 2 * error * x[i];
      }
      return new double[] {w[0] - alpha * d0, w[1] - alpha * d1};
    }

    private static void assertShown(String what, String shown, double value) {
      double allowed = Math.max(0.0051, 2e-3 * Math.abs(value));
      assertThat(Double.parseDouble(shown)).as(what).isCloseTo(value, Offset.offset(allowed));
    }
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double[] doubles(Object list) {
    return ((List<?>) list).stream().mapToDouble(v -> (Double) v).toArray();
  }

  private static String printed(Map<String, String> settings) {
    return Reference.run(new LineLesson(), settings).printed().replaceAll("\\s*\\n {4,}", " ");
  }

  /// Settings for which the lesson once said what was not so.
  @Test
  void whatWasOnceFalseIsNow() {
    assertThat(printed(Map.of("epochs", "1")))
        .contains("alpha = 0.0083  diverging: the rate is past 2/λmax = 0.008238; the loss still falls, from 8587.69 to 2755.94, but will climb")
        .doesNotContain("climbs from 8587.69 to 2755.94");
    assertThat(printed(Map.of("start", "2.445887,4.004371")))
        .contains("alpha = 0.001   converged: it started close to the best and stayed there")
        .doesNotContain("too small", "climbs from 26.36 to 26.36");
    assertThat(Reference.run(new ShapesLesson(), Map.of("seed", "1", "n", "3")).printed())
        .contains("1.0459").doesNotContain("The note prints");
    assertThat(Reference.run(new ShapesLesson(), Map.of()).printed()).contains("The note prints 24.9339.");
    assertThat(Reference.run(new ShapesLesson(), Map.of("n", "1")).printed())
        .contains("the same number here").doesNotContain("wrong, without any warning");
    assertThat(Reference.run(new ShallowLesson(), Map.of("alpha", "5")).printed())
        .contains("diverging: not finite after 5 updates");
  }

  @Test
  void aBadScaleIsNamedAndStandardisingShown() {
    var random = new SplittableRandom(1);
    List<Double> x = IntStream.range(0, 40).mapToObj(_ -> 170 + random.nextDouble(-15, 15)).toList();
    List<Double> y = x.stream().map(v -> 0.9 * v - 95 + random.nextDouble(-4, 4)).toList();
    var lines = new ArrayList<String>();
    var lesson = new LineLesson();
    var result =
        lesson.run(
            new LessonContext(
                lesson, Map.of(), Optional.of(new Points("own.csv", "x", "y", x, y)), Language.EN, lines::add));
    String printed = String.join("\n", lines).replaceAll("\\s*\\n *", " ");
    assertThat(printed)
        .contains("times as strongly in one direction as in the other", "with x, 1 with z", "half the largest stable rate: converged");
    Trace standardised = result.runs().stream().filter(t -> t.name().startsWith("z ")).findFirst().orElseThrow();
    assertThat(standardised.epochs()).isEqualTo(30);
  }
}
