/// Lesson `line`: train a line by gradient descent on the sum of squared errors.
///
/// A solution of `exercises/LineTraining.java`; there are others.

/// 1 predict: `w0 + w1·x` for each x.
double[] predict(double w0, double w1, double[] x) {
    double[] prediction = new double[x.length];
    for (int i = 0; i < x.length; i++) {
        prediction[i] = w0 + w1 * x[i];
    }
    return prediction;
}

/// 2 measure: the sum of the squared errors `y - ŷ`.
double loss(double[] prediction, double[] y) {
    assert prediction.length == y.length;
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
        double error = y[i] - prediction[i];
        sum += error * error;
    }
    return sum;
}

/// 3 differentiate: `{∂loss/∂w0, ∂loss/∂w1}`.
double[] gradient(double w0, double w1, double[] x, double[] y) {
    double[] prediction = predict(w0, w1, x);
    double d0 = 0;
    double d1 = 0;
    for (int i = 0; i < x.length; i++) {
        double error = y[i] - prediction[i];
        d0 += -2 * error;
        d1 += -2 * error * x[i];
    }
    return new double[] {d0, d1};
}

/// 4 update, all four in a loop: row `i` is `{loss before update i, w0 after it, w1 after it}`.
double[][] train(double[] start, double[] x, double[] y, double alpha, int epochs) {
    double[][] log = new double[epochs][];
    double w0 = start[0];
    double w1 = start[1];
    for (int epoch = 0; epoch < epochs; epoch++) {
        double loss = loss(predict(w0, w1, x), y);
        double[] gradient = gradient(w0, w1, x, y);
        w0 -= alpha * gradient[0];
        w1 -= alpha * gradient[1];
        log[epoch] = new double[] {loss, w0, w1};
    }
    return log;
}

void main() {
    double[] x = {-1, 0, 0.5, 2};
    double[] y = {-1.4, 2.5, 4.3, 10.6};
    for (double[] row : train(new double[] {-5, 10}, x, y, 0.05, 20)) {
        IO.println("loss %8.3f   w0 %7.4f   w1 %7.4f".formatted(row[0], row[1], row[2]));
    }
}
