/// Lesson `line`: train a line by gradient descent on the sum of squared errors.
///
/// Fill the gaps, then `./thalweg check exercises/LineTraining.java`; see it move with
/// `java exercises/LineTraining.java`.

/// 1 predict: `w0 + w1·x` for each x.
double[] predict(double w0, double w1, double[] x) {
    // Your turn: replace this line.
    throw new UnsupportedOperationException("predict: w0 + w1·x for each x");
}

/// 2 measure: the sum of the squared errors `y - ŷ`.
double loss(double[] prediction, double[] y) {
    assert prediction.length == y.length;
    // Your turn: replace this line.
    throw new UnsupportedOperationException("loss: the sum of the squared errors");
}

/// 3 differentiate: `{∂loss/∂w0, ∂loss/∂w1}`.
double[] gradient(double w0, double w1, double[] x, double[] y) {
    // Your turn: replace this line.
    throw new UnsupportedOperationException("gradient: the two derivatives of the loss");
}

/// 4 update, all four in a loop: row `i` is `{loss before update i, w0 after it, w1 after it}`.
double[][] train(double[] start, double[] x, double[] y, double alpha, int epochs) {
    // Your turn: replace this line.
    throw new UnsupportedOperationException("train: the loop of four steps");
}

void main() {
    double[] x = {-1, 0, 0.5, 2};
    double[] y = {-1.4, 2.5, 4.3, 10.6};
    for (double[] row : train(new double[] {-5, 10}, x, y, 0.05, 20)) {
        IO.println("loss %8.3f   w0 %7.4f   w1 %7.4f".formatted(row[0], row[1], row[2]));
    }
}
