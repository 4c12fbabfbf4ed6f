package thalweg.lab.lessons;

import static thalweg.tensor.Tensors.tensor;

import java.util.OptionalDouble;
import thalweg.figures.training.Landscape;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Training;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// A run of lesson `line` on some points.
///
/// @param start where the weights start: intercept, slope
/// @param alpha the learning rate of the sum of squares
/// @param lr    the learning rate of the mean of squares
record LineSetting(LineData data, double[] start, double alpha, double lr, int epochs) {
  static LineSetting of(LessonContext context) {
    LineData data = LineData.of(context);
    return new LineSetting(
        data, context.reals("start"), alpha(context, data), lr(context, data), context.integer("epochs"));
  }

  /// On the user's points no rate is known to be right, so half the largest stable one is taken.
  static double alpha(LessonContext context, LineData data) {
    return isOurs(context, "alpha") ? data.step(0.5) : context.real("alpha");
  }

  /// As [#alpha], for the mean.
  static double lr(LessonContext context, LineData data) {
    return isOurs(context, "lr") ? data.step(0.5 * data.size()) : context.real("lr");
  }

  private static boolean isOurs(LessonContext context, String rate) {
    return context.data().isPresent() && !context.isGiven(rate);
  }

  LineSetting on(LineData other) {
    return new LineSetting(other, start, alpha, lr, epochs);
  }

  LineSetting with(double otherAlpha) {
    return new LineSetting(data, start, otherAlpha, lr, epochs);
  }

  /// The loss surface, computed each time it is asked for: not all who run the lesson look at it.
  Landscape landscape() {
    return data.landscape(start);
  }

  Tensor weights() {
    return tensor(start).reshape(2, 1);
  }

  /// What became of a run on the sum of squares.
  Training judgedSum(Trace run) {
    return data.judged(run, 1, OptionalDouble.of(alpha));
  }

  /// What became of a run on the mean of squares.
  Training judgedMean(Trace run) {
    return data.judged(run, data.size(), OptionalDouble.of(lr));
  }
}
