package thalweg.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleBinaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import thalweg.figures.Animation;
import thalweg.figures.Figure;
import thalweg.figures.Grid;
import thalweg.figures.Output;
import thalweg.figures.Values;
import thalweg.figures.draw.Drawing;
import thalweg.figures.draw.GifRenderer;
import thalweg.figures.draw.Mp4Renderer;
import thalweg.figures.draw.PngRenderer;
import thalweg.figures.training.Field;
import thalweg.figures.training.FieldFigures;
import thalweg.figures.training.Landscape;
import thalweg.figures.training.TrainingFigures;
import thalweg.trace.Trace;

/// W9: figures of the notes drawn into memory, their data there already: the loss surface as PNG of 100 dots an
/// inch, the two panels of 30 epochs as GIF and MP4, and the landscape with its field as SVG.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FigureDrawing {
  private static final int POINTS = 100;
  private static final int EPOCHS = 30;
  private static final double[] TRUTH = {2.5, 4};

  private final Figure surface;
  private final Animation animation;
  private final Figure field;

  public FigureDrawing() {
    double[] x = new SplittableRandom(0).doubles(POINTS, -2.5, 2.5).sorted().toArray();
    double[] noise = new SplittableRandom(1).doubles(POINTS, -1, 1).toArray();
    double[] y = Values.range(POINTS).map(i -> TRUTH[0] + TRUTH[1] * x[(int) i] + noise[(int) i]).toArray();
    DoubleBinaryOperator loss = (w0, w1) -> {
      double sum = 0;
      for (int i = 0; i < POINTS; i++) {
        sum += Math.pow(y[i] - w0 - w1 * x[i], 2);
      }
      return sum;
    };
    double[] axis = Values.range(34).map(i -> -6 + 0.5 * i).toArray();
    var landscape = Landscape.over(axis, axis, loss);
    var trace = descend(loss, -5, 10, 0.001, EPOCHS);
    surface = TrainingFigures.lossSurface(landscape, trace, TRUTH);
    animation = TrainingFigures.twoPanels(x, y, landscape, trace, TRUTH);
    field = field();
  }

  /// The landscape of `(1 - w1 w2)²`, its slopes, and three ways down.
  private static Figure field() {
    DoubleBinaryOperator loss = (w1, w2) -> Math.pow(1 - w1 * w2, 2);
    double[] fine = Values.linspace(-2, 2, 100).toArray();
    double[] coarse = Values.linspace(-1.9, 1.9, 20).toArray();
    return FieldFigures.landscapeField(
        new Field(
            Grid.over(fine, fine, loss),
            Grid.over(coarse, coarse, (w1, w2) -> -2 * w2 * (1 - w1 * w2)),
            Grid.over(coarse, coarse, (w1, w2) -> -2 * w1 * (1 - w1 * w2))),
        w1 -> 1 / w1,
        List.of(descend(loss, 0.5, -0.5, 0.02, 200), descend(loss, 0.55, -0.45, 0.02, 200),
            descend(loss, -1.8, 1.7, 0.02, 200)));
  }

  private static Trace descend(DoubleBinaryOperator loss, double a, double b, double rate, int epochs) {
    var steps = new ArrayList<Trace.Step>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      double da = (loss.applyAsDouble(a + 1e-6, b) - loss.applyAsDouble(a - 1e-6, b)) / 2e-6;
      double db = (loss.applyAsDouble(a, b + 1e-6) - loss.applyAsDouble(a, b - 1e-6)) / 2e-6;
      steps.add(new Trace.Step(List.of(a, b), loss.applyAsDouble(a, b), List.of(da, db), rate));
      a -= rate * da;
      b -= rate * db;
    }
    return new Trace("descent", Map.of(), steps, List.of(a, b));
  }

  @Benchmark
  public int lossSurfacePng() throws IOException {
    var png = new ByteArrayOutputStream();
    new PngRenderer().render(surface, Output.DEFAULT, png);
    return png.size();
  }

  @Benchmark
  public int animationGif() throws IOException {
    var gif = new ByteArrayOutputStream();
    new GifRenderer().render(animation, Output.DEFAULT, gif);
    return gif.size();
  }

  @Benchmark
  public int animationMp4() throws IOException {
    var mp4 = new ByteArrayOutputStream();
    new Mp4Renderer().render(animation, Output.DEFAULT, mp4);
    return mp4.size();
  }

  @Benchmark
  public int landscapeSvg() {
    return Drawing.svg(field).length();
  }
}
