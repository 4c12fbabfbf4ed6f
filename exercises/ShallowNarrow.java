/// Lesson `shallow`: a network of one neuron a layer, `ŷ = x·w1·w2`, from scratch.
///
/// Fill the gaps, then `./thalweg check exercises/ShallowNarrow.java`; see it learn with
/// `java exercises/ShallowNarrow.java`.

double w1;
double w2;

/// Sets the weights to start from.
void start(double w1, double w2) {
    this.w1 = w1;
    this.w2 = w2;
}

/// The forward pass, `x·w1·w2` for each x.
double[] forward(double[] x) {
    // Your turn: replace this line.
    throw new UnsupportedOperationException("forward: the forward pass");
}

/// The mean of the gradients of the squared errors, `{∂loss/∂w1, ∂loss/∂w2}`.
double[] dlossDw(double[] x, double[] yTrue) {
    assert x.length == yTrue.length;
    // Your turn: replace this line.
    throw new UnsupportedOperationException("dlossDw: the two derivatives of the mean squared error");
}

/// The mean squared error.
double loss(double[] prediction, double[] yTrue) {
    assert prediction.length == yTrue.length;
    // Your turn: replace this line.
    throw new UnsupportedOperationException("loss: the mean squared error");
}

/// Gradient descent: row `i` is `{loss before update i, w1 after it, w2 after it}`.
double[][] train(double[] x, double[] yTrue, double lr, int epochs) {
    assert x.length == yTrue.length;
    // Your turn: replace this line.
    throw new UnsupportedOperationException("train: the training loop");
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
