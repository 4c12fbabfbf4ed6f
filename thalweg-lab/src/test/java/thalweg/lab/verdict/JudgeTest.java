package thalweg.lab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.text.Language;
import thalweg.lab.verdict.Verdict.Kind;

/// Verdicts against runs of gradient descent in bowls drawn at random, written out here once more.
class JudgeTest {
  /// `L = least + ½ (w − best)ᵀ H (w − best)`, and a run in it.
  private record Case(double[][] h, double[] best, double least, double spread, double[] start, double rate, int updates) {
    static Case random(long seed) {
      var random = new SplittableRandom(seed);
      double steep = Math.pow(10, random.nextDouble(-2, 3));
      double flat = steep / Math.pow(10, random.nextDouble(0, 3));
      double turn = random.nextDouble(Math.PI);
      double c = Math.cos(turn);
      double s = Math.sin(turn);
      double[][] h = {
        {steep * c * c + flat * s * s, (steep - flat) * c * s}, {(steep - flat) * c * s, steep * s * s + flat * c * c}
      };
      double[] best = {random.nextDouble(-5, 5), random.nextDouble(-5, 5)};
      double[] start = {random.nextDouble(-20, 20), random.nextDouble(-20, 20)};
      double rate = random.nextDouble(0.01, 1.3) * 2 / steep;
      double least = random.nextBoolean() ? random.nextDouble(0, 100) : 0;
      return new Case(h, best, least, least + random.nextDouble(1, 1000), start, rate, random.nextInt(1, 200));
    }

    double loss(double[] w) {
      double x = w[0] - best[0];
      double y = w[1] - best[1];
      return least + (h[0][0] * x * x + 2 * h[0][1] * x * y + h[1][1] * y * y) / 2;
    }

    double[] updated(double[] w) {
      double x = w[0] - best[0];
      double y = w[1] - best[1];
      return new double[] {
        w[0] - rate * (h[0][0] * x + h[0][1] * y), w[1] - rate * (h[0][1] * x + h[1][1] * y)
      };
    }

    double[] after(long count) {
      double[] w = start;
      for (long i = 0; i < count; i++) {
        w = updated(w);
      }
      return w;
    }

    Course course() {
      var weights = new ArrayList<List<Double>>();
      var losses = new ArrayList<Double>();
      double[] w = start;
      for (int i = 0; i <= updates; i++) {
        weights.add(List.of(w[0], w[1]));
        losses.add(loss(w));
        w = updated(w);
      }
      return new Course(weights, losses);
    }

    /// The stated distances: the loss within 1 % of the best or 0.01 % of the spread, the weights within 1 % of the
    /// best's length or of the way.
    boolean isNear(double[] w) {
      double way = Math.hypot(start[0] - best[0], start[1] - best[1]);
      return loss(w) - least <= Math.max(0.01 * least, 1e-4 * spread)
          && Math.hypot(w[0] - best[0], w[1] - best[1]) <= 0.01 * Math.max(Math.hypot(best[0], best[1]), way);
    }

    Bowl bowl() {
      return new Bowl(h, best, least, spread);
    }

    Verdict verdict() {
      return Judge.of(course(), new Aim.Quadratic(bowl()), OptionalDouble.of(rate));
    }
  }

  static Stream<Case> cases() {
    return IntStream.range(0, 300).mapToObj(Case::random);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aVerdictIsWhatTheRunShows(Case run) {
    Verdict verdict = run.verdict();
    double[] end = run.after(run.updates);
    double stable = 2 / largest(run.h);
    assertThat(run.bowl().stableStep()).isCloseTo(stable, org.assertj.core.data.Percentage.withPercentage(1e-6));
    if (run.isNear(end)) {
      assertThat(verdict.kind()).isEqualTo(Kind.CONVERGED);
    } else if (run.rate > stable) {
      assertThat(verdict.kind()).isEqualTo(Kind.DIVERGING);
    } else {
      assertThat(verdict.kind()).isIn(Kind.FALLING, Kind.OSCILLATING);
      OptionalLong more = run.bowl().more(list(run.start), list(end), run.rate);
      assertThat(more).isPresent();
      long first = run.updates + more.getAsLong();
      assertThat(run.isNear(run.after(first))).as("reached after %d more", more.getAsLong()).isTrue();
      assertThat(run.isNear(run.after(first - 1))).as("but not one earlier").isFalse();
      assertThat(verdict.why().in(Language.EN)).contains(Judge.count(more.getAsLong()) + " more update");
      // whoever swings is on the other side of the best after each of the last updates
      double[] before = run.after(run.updates - 1);
      boolean crossed = (end[0] - run.best[0]) * (before[0] - run.best[0])
          + (end[1] - run.best[1]) * (before[1] - run.best[1]) < 0;
      if (run.updates > 150) {
        assertThat(verdict.kind() == Kind.OSCILLATING).isEqualTo(crossed);
      }
    }
    for (Language language : Language.values()) {
      assertThat(verdict.line().in(language)).doesNotContain("‹", "›", "null");
    }
  }

  private static double largest(double[][] h) {
    double middle = (h[0][0] + h[1][1]) / 2;
    return middle + Math.sqrt(Math.pow((h[0][0] - h[1][1]) / 2, 2) + h[0][1] * h[0][1]);
  }

  private static List<Double> list(double[] w) {
    return List.of(w[0], w[1]);
  }

  private static Verdict judged(Aim aim, OptionalDouble rate, double... losses) {
    var weights = new ArrayList<List<Double>>();
    for (int i = 0; i < losses.length; i++) {
      weights.add(List.of((double) i, 0.0));
    }
    return Judge.of(new Course(weights, IntStream.range(0, losses.length).mapToObj(i -> losses[i]).toList()), aim, rate);
  }

  private static Aim known(double best, double gradient, double least, double most) {
    return new Aim.Known(
        best, 0.01, w -> new Aim.Slope(new double[] {w.get(0) == 0 ? 10 : gradient}, new double[] {least, most}),
        _ -> OptionalLong.of(7));
  }

  private static Aim unknown(double gradient, double least, double most) {
    return new Aim.Unknown(
        w -> new Aim.Slope(new double[] {w.get(0) == 0 ? 10 : gradient}, new double[] {least, most}));
  }

  @Test
  void momentumThatHasBeenLowerOscillates() {
    Verdict verdict = judged(known(26, 5, 1, 2), OptionalDouble.empty(), 8000, 900, 66.15, 200, 369.78);
    assertThat(verdict.kind()).isEqualTo(Kind.OSCILLATING);
    assertThat(verdict.why().in(Language.EN))
        .isEqualTo("the loss was 66.15 after update 2 and is 369.78 after 4 updates; the best is 26.00");
  }

  @Test
  void aRunThatClimbsDiverges() {
    assertThat(judged(known(1, 50, 1, 2), OptionalDouble.empty(), 10, 8, 12).why().in(Language.EN))
        .isEqualTo("the loss falls to 8.00 (after update 1), then climbs to 12.00");
    assertThat(judged(known(1, 50, 1, 2), OptionalDouble.empty(), 10, 12).why().in(Language.EN))
        .isEqualTo("the loss climbs from 10.00 to 12.00");
    assertThat(judged(known(1, 50, 1, 2), OptionalDouble.empty(), 10, 100, Double.NaN).why().in(Language.EN))
        .isEqualTo("not finite after 2 updates; the last finite loss was 100.00");
    assertThat(judged(known(1, 50, 1, 2), OptionalDouble.empty(), Double.NaN, 1).kind()).isEqualTo(Kind.DIVERGING);
  }

  @Test
  void aRunWithoutGradientRestsWhereItIs() {
    Verdict saddle = judged(known(1, 0, -3, 3), OptionalDouble.of(0.1), 10, 9);
    assertThat(saddle.kind()).isEqualTo(Kind.RESTING);
    assertThat(saddle.why().in(Language.EN)).startsWith("a saddle: ").contains("-3 in one direction and 3 in another");
    assertThat(judged(known(1, 0, 0, 0), OptionalDouble.of(0.1), 10, 9).why().in(Language.EN)).startsWith("a plateau");
    assertThat(judged(known(1, 5, 1, 3), OptionalDouble.of(0.1), 10, 9).why().in(Language.EN))
        .isEqualTo("after 1 update the loss is 9.00, the best 1.00; 7 more updates to go");
  }

  @Test
  void whereNoBestIsKnownThePlaceDecides() {
    assertThat(judged(unknown(0, 1, 3), OptionalDouble.of(0.1), 10, 2).kind()).isEqualTo(Kind.CONVERGED);
    assertThat(judged(unknown(0, 0, 3), OptionalDouble.of(0.1), 10, 2).why().in(Language.EN))
        .startsWith("the floor of a valley");
    assertThat(judged(unknown(0, -1, 3), OptionalDouble.of(0.1), 10, 2).kind()).isEqualTo(Kind.RESTING);
    assertThat(judged(unknown(0, -3, -1), OptionalDouble.of(0.1), 10, 10).why().in(Language.EN)).startsWith("a maximum");
    assertThat(judged(unknown(4, 1, 3), OptionalDouble.of(0.1), 10, 2).why().in(Language.EN))
        .isEqualTo("from 10.00 to 2.00 in 1 update; the gradient still has length 4");
    assertThat(judged(unknown(4, 1, 30), OptionalDouble.of(0.1), 10, 2, 5).why().in(Language.EN))
        .isEqualTo("the value was 2.00 after update 1 and is 5.00 now: the steps overshoot; here 2/λmax is 0.0667");
  }

  @Test
  void aFlatBowlCountsNoDistanceAlongItsFloor() {
    var bowl = new Bowl(new double[][] {{2, 2}, {2, 2}}, new double[] {3, 0}, 0, 1); // L = (w0 + w1 − 3)²
    assertThat(bowl.smallestCurvature()).isZero();
    assertThat(bowl.isReached(List.of(-5.0, 10.0), List.of(1.0, 2.0))).isTrue();
    assertThat(bowl.at(List.of(1.0, 2.0))).isCloseTo(0, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(bowl.at(List.of(1.0, 3.0))).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(bowl.condition()).isEqualTo(1);
  }
}
