/// Lesson `shallow`: a network of one neuron a layer, `ŷ = x·w1·w2`, from scratch.
///
/// A solution of `exercises/ShallowNarrow.java`; there are others.

double w1;
double w2;

/// Sets the weights to start from.
void start(double w1, double w2) {
    this.w1 = w1;
    this.w2 = w2;
}

/// The forward pass, `x·w1·w2` for each x.
double[] forward(double[] x) {
    double[] prediction = new double[x.length];
    for (int i = 0; i < x.length; i++) {
        prediction[i] = x[i] * w1 * w2;
    }
    return prediction;
}

/// The mean of the gradients of the squared errors, `{∂loss/∂w1, ∂loss/∂w2}`.
double[] dlossDw(double[] x, double[] yTrue) {
    assert x.length == yTrue.length;
    double d1 = 0;
    double d2 = 0;
    for (int i = 0; i < x.length; i++) {
        double error = yTrue[i] - w1 * w2 * x[i];
        d1 -= 2 * w2 * x[i] * error;
        d2 -= 2 * w1 * x[i] * error;
    }
    return new double[] {d1 / x.length, d2 / x.length};
}

/// The mean squared error.
double loss(double[] prediction, double[] yTrue) {
    assert prediction.length == yTrue.length;
    double sum = 0;
    for (int i = 0; i < yTrue.length; i++) {
        sum += (yTrue[i] - prediction[i]) * (yTrue[i] - prediction[i]);
    }
    return sum / yTrue.length;
}

/// Gradient descent: row `i` is `{loss before update i, w1 after it, w2 after it}`.
double[][] train(double[] x, double[] yTrue, double lr, int epochs) {
    assert x.length == yTrue.length;
    double[][] log = new double[epochs][];
    for (int epoch = 0; epoch < epochs; epoch++) {
        double loss = loss(forward(x), yTrue);
        double[] gradient = dlossDw(x, yTrue);
        w1 -= lr * gradient[0];
        w2 -= lr * gradient[1];
        log[epoch] = new double[] {loss, w1, w2};
    }
    return log;
}

void main() {
    double[] x = {0, 0.25, 0.5, 1};
    double[] y = {0.1, 0.4, 1.1, 1.9};
    start(1.4, -1.6);
    double[][] log = train(x, y, 0.02, 211);
    for (int epoch = 0; epoch < log.length; epoch += 30) {
        IO.println("epoch %3d   loss %7.4f   w1 %7.4f   w2 %7.4f".formatted(epoch, log[epoch][0], log[epoch][1], log[epoch][2]));
    }
}
