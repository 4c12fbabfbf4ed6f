package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.RandomTensors.manualSeed;
import static thalweg.tensor.RandomTensors.randn;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;
import static thalweg.tensor.Tensors.vstack;

import thalweg.figures.text.Text;
import thalweg.figures.training.Labels;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Points;
import thalweg.tensor.Tensor;

/// The points of lesson `shapes`, as note 4 makes them: `X` is `(n, 2)`, a transposed view of two rows; `y` is `(n)`.
///
/// @param source where they come from, for the terminal
/// @param prose  the same for a page
/// @param names  what figures write along x and y
record ShapesPoints(Text source, Text prose, Labels.Option names, Tensor x, Tensor inputs, Tensor y) {
  /// The trap makes an `(n, n)` tensor.
  static final int MOST = 2000;

  /// Seeds PyTorch's stream, and takes the user's points or draws the note's.
  static ShapesPoints of(LessonContext context) {
    manualSeed(context.seed("seed"));
    return context.data().map(ShapesPoints::own).orElseGet(() -> random(context));
  }

  private static ShapesPoints own(Points own) {
    if (own.size() > MOST) {
      throw new BadInputException(
          "%s has %d points, but this lesson shows what happens when (n) meets (n, 1), which takes n² numbers: give it at most %d"
              .formatted(own.source(), own.size(), MOST));
    }
    LineData line = LineData.of(own);
    Tensor x = tensor(own.xs());
    return new ShapesPoints(line.source(), line.prose(), line.names(), x, design(x), tensor(own.ys()));
  }

  private static ShapesPoints random(LessonContext context) {
    int n = context.integer("n");
    Tensor x = randn(n).sort().values();
    Tensor inputs = design(x);
    double sigma = context.real("sigma");
    Tensor noise = randn(n).mul(sigma);
    Tensor y = inputs.matmul(tensor(2.5, 4.0)).add(noise);
    String seed = Long.toUnsignedString(context.seed("seed"));
    return new ShapesPoints(
        source("y = 2.5 + 4x", sigma, n, seed),
        source("$y = 2.5 + 4x$", sigma, n, seed),
        Labels.axes("x", "y"),
        x,
        inputs,
        y);
  }

  private static Text source(String formula, double sigma, int n, String seed) {
    return text("common.points.random", "formula", formula, "sigma", shortest(sigma), "n", n, "seed", seed);
  }

  private static Tensor design(Tensor x) {
    return vstack(ones(x.size()), x).T();
  }

  int size() {
    return y.size();
  }

  /// The same points as lesson `line` has them.
  LineData line() {
    return new LineData(inputs, y.reshape(size(), 1));
  }
}
