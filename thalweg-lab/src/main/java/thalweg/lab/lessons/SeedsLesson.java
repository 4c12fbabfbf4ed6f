package thalweg.lab.lessons;

import static thalweg.lab.text.Messages.text;
import static thalweg.lab.text.Digits.fixed;
import static thalweg.tensor.Numbers.shortest;
import static thalweg.tensor.RandomTensors.manualSeed;
import static thalweg.tensor.RandomTensors.rand;
import static thalweg.tensor.RandomTensors.randn;
import static thalweg.tensor.Tensors.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import thalweg.data.DataLoader;
import thalweg.data.Dataset;
import thalweg.data.TensorDataset;
import thalweg.figures.text.Text;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Range;
import thalweg.lab.lesson.Training;
import thalweg.lab.lesson.Width;
import thalweg.lab.verdict.Aim;
import thalweg.lab.verdict.Bowl;
import thalweg.lab.verdict.Course;
import thalweg.lab.verdict.Judge;
import thalweg.nn.Linear;
import thalweg.random.Seeds;
import thalweg.random.TorchGenerator;
import thalweg.tensor.Device;
import thalweg.tensor.Tensor;
import thalweg.trace.Trace;

/// Seeds and reproducibility: three random streams from one seed, data in a random order that is the same each
/// time, workers that draw in parallel and yet the same, and a training that repeats to the bit.
public final class SeedsLesson implements Lesson {
  private static final int POINTS = 100;
  private static final String LOSS = "mean";
  private static final String OPTIMIZER = "sgd";

  @Override
  public String name() {
    return "seeds";
  }

  @Override
  public List<Parameter> parameters() {
    var parameters = new ArrayList<Parameter>();
    Collections.addAll(
        parameters,
        Seeding.parameter(text("seeds.parameter.seed")),
        Parameter.integer("n", "10", 1, 1000, text("seeds.parameter.n")),
        Parameter.integer("batch", "4", 1, 1000, text("seeds.parameter.batch")),
        Parameter.integer("workers", "2", 0, 16, text("seeds.parameter.workers")),
        Parameter.real("alpha", "0.1", Range.POSITIVE, text("seeds.parameter.alpha")),
        Parameter.integer("epochs", "3", 1, 1000, text("seeds.parameter.epochs")));
    parameters.addAll(Optimizers.parameters(LOSS, OPTIMIZER));
    return parameters;
  }

  @Override
  public LessonResult run(LessonContext context) {
    var values = new LinkedHashMap<String, Object>();
    var failures = new ArrayList<String>();
    streams(context, values);
    orders(context, values);
    workers(context, values, failures);
    List<Trace> runs = twice(context, failures);
    devices(context);
    var page =
        new SeedsPage(
            runs,
            context.seed("seed"),
            context.integer("batch"),
            context.integer("workers"),
            context.choice("loss"),
            context.choice("optimizer"),
            context.transcript());
    return new LessonResult(
        runs, () -> values, Optional.of(language -> page.of(this, language)), SeedsPage.FIGURES.of(page), failures);
  }

  @Override
  public List<String> figures() {
    return SeedsPage.FIGURES.names();
  }

  // ---- one seed, three streams

  private static void streams(LessonContext context, Map<String, Object> values) {
    context.heading(text("seeds.heading.streams"));
    Seeding.set(context);
    Tensor uniform = rand(3);
    Tensor normal = randn(3);
    double[] numpyUniform = Seeds.numpy().rand(3);
    double[] numpyNormal = Seeds.numpy().randn(3);
    double[] python = DoubleStream.generate(Seeds.python()::random).limit(3).toArray();
    context.print("torch.rand(3)                  " + uniform);
    context.print("torch.randn(3)                 " + normal);
    context.print("np.random.rand(3)              " + numbers(numpyUniform));
    context.print("np.random.randn(3)             " + numbers(numpyNormal));
    context.print("random.random(), 3 ×           " + numbers(python));
    values.put("torch_rand", ShapesLesson.list(uniform));
    values.put("torch_randn", ShapesLesson.list(normal));
    values.put("numpy_rand", ShallowLandscape.list(numpyUniform));
    values.put("numpy_randn", ShallowLandscape.list(numpyNormal));
    values.put("python_random", ShallowLandscape.list(python));
  }

  private static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> shortest(value))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  // ---- the order of the data

  private static DataLoader.Options batches(LessonContext context) {
    return DataLoader.batchSize(context.integer("batch")).workers(context.integer("workers"));
  }

  private static void orders(LessonContext context, Map<String, Object> values) {
    context.heading(text("seeds.heading.orders"));
    Dataset<Tensor> numbers = Dataset.of(context.integer("n"), i -> tensor(i));
    DataLoader.Options options = batches(context).shuffle(true);
    context.print("manualSeed(%d)".formatted(context.seed("seed")));
    manualSeed(context.seed("seed"));
    var loader = new DataLoader<>(numbers, options);
    values.put("first_order", order(context, text("seeds.order.first"), loader));
    values.put("second_order", order(context, text("seeds.order.second"), loader));

    manualSeed(context.seed("seed"));
    var whole = new DataLoader<>(numbers, options.dropLast(true));
    values.put("drop_last_order", order(context, text("seeds.order.dropLast"), whole));

    var generator = new TorchGenerator(context.seed("seed"));
    var own = new DataLoader<>(numbers, options.generator(generator));
    values.put("generator_order", order(context, text("seeds.order.generator"), own));
  }

  private static List<List<Long>> order(
      LessonContext context, Text what, DataLoader<Tensor> loader) {
    var order = new ArrayList<List<Long>>();
    for (Tensor batch : loader) {
      order.add(Arrays.stream(batch.toLongArray()).boxed().toList());
    }
    Text batches =
        order.isEmpty()
            ? text("seeds.order.none")
            : Text.of(order.stream().map(List::toString).collect(Collectors.joining("")).replace(" ", ""));
    context.print(language -> Width.pad(what.in(language), 29) + batches.in(language));
    return order;
  }

  // ---- what workers draw

  private static void workers(
      LessonContext context, Map<String, Object> values, List<String> failures) {
    context.heading(text("seeds.heading.workers"));
    List<List<Double>> first = draws(context);
    context.print(
        text(
            context.integer("workers") == 0 ? "seeds.workers.none" : "seeds.workers",
            "workers", context.integer("workers"),
            "seed", context.seed("seed")));
    first.stream()
        .limit(10)
        .forEach(
            item ->
                context.print(
                    "item %2d   %s  %s  %s"
                        .formatted(
                            item.get(0).intValue(),
                            fixed(item.get(1), 9),
                            fixed(item.get(2), 9),
                            fixed(item.get(3), 9))));
    boolean same = draws(context).equals(first);
    context.print(text("seeds.again", "verdict", verdict(same)));
    if (!same) {
      failures.add("two passes of the workers drew different numbers from the same seed");
    }
    values.put("worker_draws", first);
  }

  /// For each item its number, then what it draws from NumPy, CPython and PyTorch.
  private static List<List<Double>> draws(LessonContext context) {
    Seeding.quietly(context.seed("seed")); // without workers, items draw from the default generators
    Dataset<List<Double>> draws =
        Dataset.of(
            context.integer("n"),
            i ->
                List.of(
                    (double) i,
                    Seeds.numpy().nextDouble(),
                    Seeds.python().random(),
                    rand(1).item()));
    var options =
        batches(context)
            .generator(new TorchGenerator(context.seed("seed")))
            .workerInit(Seeds::seedWorker);
    var all = new ArrayList<List<Double>>();
    new DataLoader<List<List<Double>>>(draws, options, items -> items).forEach(all::addAll);
    return List.copyOf(all);
  }

  private static Text verdict(boolean same) {
    return text(same ? "seeds.same" : "seeds.other");
  }

  // ---- a training, twice

  private static List<Trace> twice(LessonContext context, List<String> failures) {
    context.heading(text("seeds.heading.twice"));
    if (Optimizers.isOther(context, LOSS, OPTIMIZER)) {
      context.print("loss = %s, optimizer = %s".formatted(context.choice("loss"), context.choice("optimizer")));
    }
    Trace first = train(context, "first");
    Trace second = train(context, "second");
    for (Trace run : List.of(first, second)) {
      context.print(
          text(
              "seeds.run",
              "name", "%-7s".formatted(run.name()),
              "updates", run.epochs(),
              "loss", shortest(run.losses().getLast()),
              "weights", run.result()));
    }
    boolean same =
        first.steps().equals(second.steps()) && first.result().equals(second.result());
    context.print(text("seeds.every", "verdict", verdict(same)));
    if (!same) {
      failures.add("two trainings from the same seed differ");
    }
    return List.of(first, second);
  }

  /// One of the two, judged by the loss of all points.
  @Override
  public Training train(LessonContext context) {
    String name = "%s %s".formatted(context.choice("loss"), context.choice("optimizer"));
    Trace trace = train(context, name);
    LineData line = LineData.random(context.seed("seed"), POINTS, 0.5);
    Bowl bowl = line.bowl(context.choice("loss").equals("sum") ? 1 : POINTS);
    var course = new Course(trace.weights(), trace.weights().stream().map(bowl::at).toList());
    return new Training(trace, course, Judge.of(course, new Aim.Quadratic(bowl), OptionalDouble.empty()));
  }

  /// Seeds, makes points and a layer, and trains it on shuffled batches.
  private static Trace train(LessonContext context, String name) {
    double alpha = context.real("alpha");
    LineData line = LineData.random(context.seed("seed"), POINTS, 0.5);
    var net = new Linear(2, 1, Linear.bias(false));
    var loader =
        new DataLoader<>(
            new TensorDataset(line.inputs(), line.targets()), batches(context).shuffle(true));
    var loss = Optimizers.loss(context.choice("loss"));
    Runnable update =
        Optimizers.update(context.choice("optimizer"), List.copyOf(net.parameters()), alpha);
    var recorder =
        new Trace.Recorder(name, RunSettings.of(alpha, POINTS, context.integer("epochs")));
    for (int epoch = 0; epoch < context.integer("epochs"); epoch++) {
      for (List<Tensor> batch : loader) {
        Tensor error = loss.apply(net.apply(batch.get(0)), batch.get(1));
        error.backward();
        recorder.step(net.weight(), error, alpha);
        update.run();
        net.zeroGrad();
      }
    }
    return recorder.finish(net.weight());
  }

  // ---- devices

  private static void devices(LessonContext context) {
    context.heading(text("seeds.heading.devices"));
    for (String name : List.of("cpu", "mps", "cuda")) {
      Device device = Device.parse(name);
      context.print(
          "%-21s available: %-5s  orCpu(): %s"
              .formatted(
                  "Device.parse(\"" + name + "\")", device.isAvailable(), device.orCpu()));
    }
    try {
      Device.parse("mps").required();
    } catch (UnsupportedOperationException e) {
      context.print(
          "Device.parse(\"mps\").required()\n  " + e.getMessage().replaceAll("([:;]) ", "$1\n  "));
    }
  }
}
