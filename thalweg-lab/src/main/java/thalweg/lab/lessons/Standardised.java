package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.tensor.Numbers.significant;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.stack;
import static thalweg.tensor.Tensors.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import thalweg.figures.text.Text;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Training;
import thalweg.lab.verdict.Bowl;
import thalweg.lab.verdict.Judge;
import thalweg.trace.Trace;

/// The training of a line once more on `z = (x − mean)/sd` instead of `x`: the loss is then as steep one way as the
/// other, so nothing is slow.
///
/// @param mean     of the x
/// @param sd       their standard deviation, `√(Σ(x − mean)²/n)`
/// @param before   `λmax/λmin` of the loss over the weights of x
/// @param after    the same over those of z
/// @param needed   how many updates either training needs from its start
/// @param training on z, from the same line
record Standardised(double mean, double sd, double before, double after, Text needed, Training training) {
  /// From here on the slow direction is slow enough to be seen.
  private static final double BAD = 50;

  /// The training on standardised points; empty where the scale is not bad, or all x are equal.
  static Optional<Standardised> of(LineSetting setting) {
    LineData data = setting.data();
    double before = data.bowl(1).condition();
    double[] x = data.x().toDoubleArray();
    double mean = Arrays.stream(x).average().orElse(0);
    double sd = Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    if (before < BAD || sd == 0) {
      return Optional.empty();
    }
    double[] z = Arrays.stream(x).map(v -> (v - mean) / sd).toArray();
    var scaled =
        new LineData(data.source(), data.prose(), data.names(), stack(1, ones(z.length), tensor(z)), data.targets(),
            Optional.empty());
    double[] start = {setting.start()[0] + setting.start()[1] * mean, setting.start()[1] * sd};
    var other = new LineSetting(scaled, start, scaled.step(0.5), setting.lr(), setting.epochs());
    Trace run = LineLesson.sumOfSquares(other, "z alpha=", _ -> {});
    Text needed = text("line.standard.needed", "before", needed(setting), "after", needed(other));
    return Optional.of(
        new Standardised(mean, sd, before, scaled.bowl(1).condition(), needed, other.judgedSum(run)));
  }

  /// How many updates the training on the sum of squares needs in all.
  private static Text needed(LineSetting setting) {
    Bowl bowl = setting.data().bowl(1);
    List<Double> start = List.of(setting.start()[0], setting.start()[1]);
    if (bowl.isReached(start, start)) {
      return Text.of("0");
    }
    OptionalLong more =
        setting.alpha() < bowl.stableStep() ? bowl.more(start, start, setting.alpha()) : OptionalLong.empty();
    return more.isPresent() ? Text.of(Judge.count(more.getAsLong())) : text("line.standard.never");
  }

  /// The weights at its end, for x again: `ŷ = w0 + w1 (x − mean)/sd`.
  private List<Double> weightsOfX() {
    List<Double> w = training.trace().result();
    return List.of(w.get(0) - w.get(1) * mean / sd, w.get(1) / sd);
  }

  /// What standardising changes, in a sentence or two.
  Text what() {
    return text(
        "line.standard.what",
        "before", significant(before, 3),
        "after", significant(after, 3),
        "mean", significant(mean, 5),
        "sd", significant(sd, 5));
  }

  /// What became of the training, and its weights in the units of x.
  Text outcome() {
    List<Double> w = weightsOfX();
    return text(
        "line.standard.outcome",
        "alpha", significant(training.trace().steps().getFirst().learningRate(), 4),
        "verdict", training.verdict().line(),
        "w0", significant(w.get(0), 6),
        "w1", significant(w.get(1), 6));
  }

  void print(LessonContext context) {
    context.heading(text("line.standard.heading"));
    context.print("", what());
    context.print(needed);
    context.print("", outcome());
  }
}
