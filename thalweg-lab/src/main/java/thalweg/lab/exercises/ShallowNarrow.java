package thalweg.lab.exercises;

import java.util.List;

/// The exercise of note 3: a network of two weights, `ŷ = x·w1·w2`, from scratch.
interface ShallowNarrow {
  void start(double w1, double w2);

  double[] forward(double[] x);

  double[] dlossDw(double[] x, double[] yTrue);

  double loss(double[] prediction, double[] yTrue);

  double[][] train(double[] x, double[] yTrue, double lr, int epochs);

  double[] X = {0, 0.25, 0.5, 1};
  double[] Y = {0.1, 0.4, 1.1, 1.9};
  String POINTS = "w = (1.4, -1.6), x = %s, y = %s".formatted(Difference.text(X), Difference.text(Y));

  Exercise<ShallowNarrow> EXERCISE =
      new Exercise<>(
          "ShallowNarrow",
          "shallow",
          "A network with one neuron per layer, from scratch: ŷ = x·w1·w2, its gradient, its training.",
          ShallowNarrow.class,
          List.of(
              new Property<>(
                  "forward gives x·w1·w2 for each x",
                  "The hidden neuron gives x·w1, the output neuron multiplies that by w2.",
                  s -> {
                    s.start(1.4, -1.6);
                    return Difference.between(
                        "w = (1.4, -1.6), x = " + Difference.text(X), predicted(1.4, -1.6), s.forward(X));
                  }),
              new Property<>(
                  "loss is the mean of the squared errors",
                  "Divide the sum of the squares by the number of points.",
                  s ->
                      Difference.between(
                          "ŷ = [1, 2], y = [3, 2]", 2, s.loss(new double[] {1, 2}, new double[] {3, 2}))),
              new Property<>(
                  "loss refuses arrays of different lengths",
                  "assert prediction.length == yTrue.length;",
                  s ->
                      Difference.unlessRefused(
                          "ŷ = [1, 2], y = [3]", () -> s.loss(new double[] {1, 2}, new double[] {3}))),
              new Property<>(
                  "dlossDw is the gradient of the mean",
                  "∂loss/∂w1 is the mean of -2·w2·x·(y - w1·w2·x); for ∂loss/∂w2 the outer w2 becomes w1.",
                  s -> {
                    s.start(1.4, -1.6);
                    return Difference.between(POINTS, gradient(1.4, -1.6), s.dlossDw(X, Y));
                  }),
              new Property<>(
                  "dlossDw refuses arrays of different lengths",
                  "assert x.length == yTrue.length;",
                  s -> {
                    s.start(1.4, -1.6);
                    return Difference.unlessRefused(
                        "x = [1, 2], y = [3]", () -> s.dlossDw(new double[] {1, 2}, new double[] {3}));
                  }),
              new Property<>(
                  "train returns loss, w1, w2 of each epoch",
                  "Both weights are updated at once, so compute both derivatives before you change either; the loss is the one before the update.",
                  s -> {
                    s.start(1.4, -1.6);
                    return Difference.between(
                        POINTS + ", lr = 0.02, epochs = 211", expected(), s.train(X, Y, 0.02, 211));
                  }),
              new Property<>(
                  "train continues from the current weights",
                  "The weights are fields: a second call starts where the first ended.",
                  s -> {
                    s.start(1.4, -1.6);
                    s.train(X, Y, 0.02, 211);
                    double[] last = expected()[210];
                    return Difference.between(
                        POINTS + ": forward after train", predicted(last[1], last[2]), s.forward(X));
                  })));

  private static double[] predicted(double w1, double w2) {
    double[] predicted = new double[X.length];
    for (int i = 0; i < X.length; i++) {
      predicted[i] = X[i] * w1 * w2;
    }
    return predicted;
  }

  private static double[] gradient(double w1, double w2) {
    double mean = 0;
    for (int i = 0; i < X.length; i++) {
      mean -= 2 * X[i] * (Y[i] - w1 * w2 * X[i]) / X.length;
    }
    return new double[] {w2 * mean, w1 * mean};
  }

  private static double[][] expected() {
    double[][] log = new double[211][];
    double w1 = 1.4;
    double w2 = -1.6;
    for (int epoch = 0; epoch < log.length; epoch++) {
      double loss = 0;
      for (int i = 0; i < X.length; i++) {
        loss += Math.pow(Y[i] - w1 * w2 * X[i], 2) / X.length;
      }
      double[] gradient = gradient(w1, w2);
      w1 -= 0.02 * gradient[0];
      w2 -= 0.02 * gradient[1];
      log[epoch] = new double[] {loss, w1, w2};
    }
    return log;
  }
}
