package thalweg.lab.exercises;

import java.util.List;

/// The four steps of the lesson `line`, on arrays.
interface LineTraining {
  double[] predict(double w0, double w1, double[] x);

  double loss(double[] prediction, double[] y);

  double[] gradient(double w0, double w1, double[] x, double[] y);

  double[][] train(double[] start, double[] x, double[] y, double alpha, int epochs);

  double[] X = {-1, 0, 0.5, 2};
  double[] Y = {-1.4, 2.5, 4.3, 10.6};

  Exercise<LineTraining> EXERCISE =
      new Exercise<>(
          "LineTraining",
          "line",
          "Train a line on the sum of squared errors: predict, measure, differentiate, update.",
          LineTraining.class,
          List.of(
              new Property<>(
                  "predict gives w0 + w1·x for each x",
                  "The intercept w0 is added to every prediction, the slope w1 is multiplied by x.",
                  s ->
                      Difference.between(
                          "w0 = -5, w1 = 10, x = " + Difference.text(X),
                          new double[] {-15, -5, 0, 15},
                          s.predict(-5, 10, X))),
              new Property<>(
                  "loss is the sum of the squared errors",
                  "Square each y - ŷ before you add them up, or errors of opposite sign cancel. It is the sum, not the mean.",
                  s ->
                      Difference.between(
                          "ŷ = [1, 2, 3], y = [2, 0, 3]",
                          5,
                          s.loss(new double[] {1, 2, 3}, new double[] {2, 0, 3}))),
              new Property<>(
                  "gradient is the gradient of the loss",
                  "By the chain rule each squared error gives -2·(y - ŷ), times 1 for w0 and times x for w1; add them up.",
                  s ->
                      Difference.between(
                          "w0 = -5, w1 = 10, x = %s, y = %s".formatted(Difference.text(X), Difference.text(Y)),
                          new double[] {-42, 40.5},
                          s.gradient(-5, 10, X, Y))),
              new Property<>(
                  "train steps against the gradient, and returns loss, w0, w1 of each epoch",
                  "The loss is the one before the update, the weights are the ones after it; the step is -alpha times the gradient.",
                  s ->
                      Difference.between(
                          "start = [-5, 10], alpha = 0.01, epochs = 20",
                          expected(0.01, 20),
                          s.train(new double[] {-5, 10}, X, Y, 0.01, 20)))));

  private static double[][] expected(double alpha, int epochs) {
    double[][] log = new double[epochs][];
    double w0 = -5;
    double w1 = 10;
    for (int epoch = 0; epoch < epochs; epoch++) {
      double loss = 0;
      double d0 = 0;
      double d1 = 0;
      for (int i = 0; i < X.length; i++) {
        double error = Y[i] - (w0 + w1 * X[i]);
        loss += error * error;
        d0 -= 2 * error;
        d1 -= 2 * error * X[i];
      }
      w0 -= alpha * d0;
      w1 -= alpha * d1;
      log[epoch] = new double[] {loss, w0, w1};
    }
    return log;
  }
}
