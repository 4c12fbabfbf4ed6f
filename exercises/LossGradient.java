/// Lesson `descent`: the gradient of `z = sin(x² + y²)` by hand, and the way down.
///
/// Fill the gaps, then `./thalweg check exercises/LossGradient.java`.

/// `sin(x² + y²)`.
double f(double x, double y) {
    return Math.sin(x * x + y * y);
}

/// `{∂z/∂x, ∂z/∂y}`, by the chain rule.
double[] gradient(double x, double y) {
    // Your turn: replace this line.
    throw new UnsupportedOperationException("gradient: the two derivatives, by the chain rule");
}

/// Where `steps` steps of `-rate` times the gradient lead, as `{x, y}`.
double[] descend(double x, double y, double rate, int steps) {
    // Your turn: replace this line.
    throw new UnsupportedOperationException("descend: the loop of steps");
}

void main() {
    double[] end = descend(1, 0.5, 0.1, 25);
    IO.println("from f(1, 0.5) = %.4f to f(%.4f, %.4f) = %.4f".formatted(f(1, 0.5), end[0], end[1], f(end[0], end[1])));
}
