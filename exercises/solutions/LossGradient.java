/// Lesson `descent`: the gradient of `z = sin(x² + y²)` by hand, and the way down.
///
/// A solution of `exercises/LossGradient.java`; there are others.

/// `sin(x² + y²)`.
double f(double x, double y) {
    return Math.sin(x * x + y * y);
}

/// `{∂z/∂x, ∂z/∂y}`, by the chain rule.
double[] gradient(double x, double y) {
    double slope = Math.cos(x * x + y * y);
    return new double[] {2 * x * slope, 2 * y * slope};
}

/// Where `steps` steps of `-rate` times the gradient lead, as `{x, y}`.
double[] descend(double x, double y, double rate, int steps) {
    for (int i = 0; i < steps; i++) {
        double[] g = gradient(x, y);
        x -= rate * g[0];
        y -= rate * g[1];
    }
    return new double[] {x, y};
}

void main() {
    double[] end = descend(1, 0.5, 0.1, 25);
    IO.println("from f(1, 0.5) = %.4f to f(%.4f, %.4f) = %.4f".formatted(f(1, 0.5), end[0], end[1], f(end[0], end[1])));
}
