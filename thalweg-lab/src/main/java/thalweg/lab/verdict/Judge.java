package thalweg.lab.verdict;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.significant;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import thalweg.figures.text.Text;
import thalweg.lab.verdict.Aim.Slope;
import thalweg.lab.verdict.Verdict.Kind;

/// Judges trainings: all commands ask here.
///
/// @param course how it went
/// @param aim    what is known of the loss
/// @param rate   the learning rate of plain gradient descent; empty for any other rule of updates
public record Judge(Course course, Aim aim, OptionalDouble rate) {
  /// A gradient this much smaller than at the start, or than the function is large, is none.
  private static final double AT_REST = 1e-3;

  /// A curvature this much smaller than the largest is none.
  private static final double FLAT = 1e-6;

  /// Where the way down ends in a saddle the steps shrink, but never stop.
  private static final double NEAR_SADDLE = 1e-2;

  /// A loss may rise by this part of what has been gained before it counts as having been lower.
  private static final double RISEN = 0.01;

  /// The same where the best is known: by this part of what is left.
  private static final double LOST = 0.1;

  /// What became of a training.
  public static Verdict of(Course course, Aim aim, OptionalDouble rate) {
    var judge = new Judge(course, aim, rate);
    if (course.firstNotFinite() <= course.updates()) {
      return judge.notFinite();
    }
    if (course.updates() == 0) {
      return new Verdict(Kind.NOTHING, text("verdict.why.nothing", "last", number(course.last())));
    }
    // Not a switch over patterns: linking one takes a fair part of a short lesson (decision 20).
    if (aim instanceof Aim.Quadratic(Bowl bowl)) {
      return judge.inBowl(bowl);
    }
    return aim instanceof Aim.Known known ? judge.towards(known) : judge.somewhere((Aim.Unknown) aim);
  }

  private Verdict notFinite() {
    int at = course.firstNotFinite();
    if (at == 0) {
      return new Verdict(Kind.DIVERGING, text("verdict.why.outside"));
    }
    Text why = text("verdict.why.notFinite", "at", at, "before", number(course.losses().get(at - 1)));
    boolean unstable = aim instanceof Aim.Quadratic(Bowl bowl) && isPast(bowl);
    return new Verdict(Kind.DIVERGING, unstable ? pastStable(((Aim.Quadratic) aim).bowl(), why) : why);
  }

  // ---- a quadratic

  private Verdict inBowl(Bowl bowl) {
    boolean reached = bowl.isReached(course.start(), course.result());
    boolean unstable = isPast(bowl);
    if (reached) {
      return converged(bowl, unstable);
    }
    if (unstable) {
      return new Verdict(Kind.DIVERGING, pastStable(bowl, course(bowl.least())));
    }
    if (course.standsStill()) {
      return new Verdict(
          Kind.RESTING, text("verdict.why.tooFine", "last", number(course.last()), "best", number(bowl.least())));
    }
    return rate.isPresent() ? underWay(bowl, rate.getAsDouble()) : byOtherRule(bowl.least());
  }

  private boolean isPast(Bowl bowl) {
    return rate.isPresent() && rate.getAsDouble() > bowl.stableStep();
  }

  private static Text pastStable(Bowl bowl, Text course) {
    return text("verdict.why.pastStable", "stable", significant(bowl.stableStep(), 4), "course", course);
  }

  private Verdict converged(Bowl bowl, boolean unstable) {
    boolean atStart = bowl.isReached(course.start(), course.start());
    Text why =
        text(
            atStart ? "verdict.why.stays" : "verdict.why.converged",
            "updates", course.updates(),
            "last", number(course.last()),
            "best", number(bowl.least()),
            "distance", significant(bowl.distance(course.result()), 2));
    Text warning = text("verdict.why.unstable", "stable", significant(bowl.stableStep(), 4));
    return new Verdict(Kind.CONVERGED, unstable ? why.then(warning) : why);
  }

  private Verdict underWay(Bowl bowl, double alpha) {
    int slowest = bowl.slowest(course.start(), course.result(), alpha);
    double factor = bowl.factor(slowest, alpha);
    OptionalLong more = bowl.more(course.start(), course.result(), alpha);
    Text state =
        text(
            "verdict.why.state",
            "updates", course.updates(),
            "last", number(course.last()),
            "best", number(bowl.least()));
    Text need =
        more.isEmpty()
            ? text("verdict.why.never", "factor", factor(factor))
            : text(
                "verdict.why.more",
                "more", count(more.getAsLong()),
                "factor", factor(factor),
                "condition", significant(bowl.condition(), 3));
    boolean swings = factor < 0;
    return new Verdict(
        swings ? Kind.OSCILLATING : Kind.FALLING,
        state.then(swings ? text("verdict.why.swings").then(need) : need));
  }

  // ---- a known best

  private Verdict towards(Aim.Known known) {
    double gap = course.last() - known.best();
    if (gap <= known.tolerance()) {
      boolean atStart = course.first() - known.best() <= known.tolerance();
      return new Verdict(
          Kind.CONVERGED,
          text(
              atStart ? "verdict.why.staysNear" : "verdict.why.near",
              "updates", course.updates(),
              "last", number(course.last()),
              "best", number(known.best())));
    }
    Slope now = known.slope().apply(course.result());
    if (isAtRest(known.slope().apply(course.start()), now)) {
      return new Verdict(
          Kind.RESTING,
          text("verdict.why.rests", "place", place(now), "last", number(course.last()), "best", number(known.best())));
    }
    Verdict verdict = byOtherRule(known.best());
    OptionalLong more = verdict.kind() == Kind.FALLING ? known.more().apply(course.result()) : OptionalLong.empty();
    return more.isEmpty()
        ? verdict
        : new Verdict(
            Kind.FALLING, verdict.why().then(text("verdict.why.moreUpdates", "more", count(more.getAsLong()))));
  }

  /// Where the loss has been says what it does.
  private Verdict byOtherRule(double best) {
    double lowest = course.losses().get(course.lowest());
    boolean risen = course.last() - lowest > LOST * (course.last() - best);
    if (course.last() > course.first() && course.climbs()) {
      return new Verdict(Kind.DIVERGING, course(best));
    }
    if (risen) {
      return new Verdict(
          Kind.OSCILLATING,
          text(
              "verdict.why.wasLower",
              "lowest", number(lowest),
              "at", course.lowest(),
              "last", number(course.last()),
              "updates", course.updates(),
              "best", number(best)));
    }
    return new Verdict(
        Kind.FALLING,
        text("verdict.why.state", "updates", course.updates(), "last", number(course.last()), "best", number(best)));
  }

  // ---- an unknown one

  private Verdict somewhere(Aim.Unknown unknown) {
    Slope start = unknown.slope().apply(course.start());
    Slope now = unknown.slope().apply(course.result());
    Text place = place(now);
    if (isAtRest(start, now)) {
      boolean minimum = !now.isCurved() || now.least() >= -FLAT * Math.abs(now.most()) && now.most() > 0;
      return new Verdict(
          minimum ? Kind.CONVERGED : Kind.RESTING,
          text("verdict.why.arrived", "place", place, "last", number(course.last())));
    }
    double lowest = course.losses().get(course.lowest());
    String steepness = significant(now.steepness(), 3);
    if (course.last() > course.first() && course.climbs()) {
      return new Verdict(Kind.DIVERGING, climbing(lowest).then(local(now)));
    }
    if (course.last() - lowest > RISEN * (course.first() - lowest)) {
      return new Verdict(
          Kind.OSCILLATING,
          text("verdict.why.overshoots", "lowest", number(lowest), "at", course.lowest(), "last", number(course.last()))
              .then(local(now)));
    }
    return new Verdict(
        Kind.FALLING,
        text("verdict.why.onTheWay", "first", number(course.first()), "last", number(course.last()),
            "updates", course.updates(), "slope", steepness));
  }

  /// Whether the step is too large for the place where the training is.
  private Text local(Slope now) {
    if (!now.isCurved()) {
      return Text.none();
    }
    double stable = 2 / now.most();
    return rate.isPresent() && now.most() > 0 && rate.getAsDouble() > stable
        ? text("verdict.why.tooLarge", "stable", significant(stable, 3))
        : Text.none();
  }

  private boolean isAtRest(Slope start, Slope now) {
    boolean saddle = now.isCurved() && now.least() < 0 && now.most() > 0;
    double scale = Math.max(start.steepness(), AT_REST * Math.abs(course.first()));
    return now.steepness() <= (saddle ? NEAR_SADDLE : AT_REST) * scale || course.standsStill();
  }

  /// What kind of place it is where the gradient is zero.
  private static Text place(Slope at) {
    if (!at.isCurved()) {
      return text("verdict.place.level", "slope", significant(at.steepness(), 3));
    }
    double scale = Math.max(Math.abs(at.least()), Math.abs(at.most()));
    String least = significant(at.least(), 4);
    String most = significant(at.most(), 4);
    String slope = significant(at.steepness(), 3);
    String kind;
    if (scale == 0 || scale < 1e-9) {
      kind = "plateau";
    } else if (at.least() < -FLAT * scale) {
      kind = at.most() > FLAT * scale ? "saddle" : "top";
    } else {
      kind = at.least() > FLAT * scale ? "minimum" : "valley";
    }
    return text("verdict.place." + kind, "least", least, "most", most, "slope", slope);
  }

  // ---- how the loss went

  /// Past the stable step a loss may well fall for some updates before it climbs.
  private Text course(double best) {
    int at = course.lowest();
    double lowest = course.losses().get(at);
    if (at == course.updates()) {
      return text(
          "verdict.course.willClimb", "first", number(course.first()), "last", number(course.last()), "best", number(best));
    }
    return climbing(lowest);
  }

  private Text climbing(double lowest) {
    int at = course.lowest();
    return at == 0
        ? text("verdict.course.climbs", "first", number(course.first()), "last", number(course.last()))
        : text("verdict.course.fallsThenClimbs", "lowest", number(lowest), "at", at, "last", number(course.last()));
  }

  // ---- numbers

  /// A loss as lessons print it.
  public static String number(double value) {
    double size = Math.abs(value);
    return size < 1e6 && (size >= 0.1 || size == 0) ? fixed(value, 2) : significant(value, 4);
  }

  /// A factor near one by what it lacks.
  private static String factor(double value) {
    String rounded = significant(value, 4);
    return switch (rounded) {
      case "1" -> "1 − " + significant(1 - value, 2);
      case "-1" -> "−1 + " + significant(1 + value, 2);
      default -> rounded;
    };
  }

  /// A number of updates: exact while it is small.
  public static String count(long value) {
    return value < 100_000 ? Long.toString(value) : significant(value, 2);
  }

  /// Weights as a reader sees them.
  public static String weights(List<Double> weights) {
    return weights.stream().map(w -> significant(w, 5)).collect(Collectors.joining(", ", "(", ")"));
  }
}
