package thalweg.lab.exercises;

import java.util.List;
import java.util.Optional;

/// Note 2's function `z = sin(x² + y²)`: its gradient, and the way down against it.
interface LossGradient {
  double f(double x, double y);

  double[] gradient(double x, double y);

  double[] descend(double x, double y, double rate, int steps);

  String CHAIN =
      "By the chain rule: the derivative of sin is cos, at the same x² + y², times the derivative of x² + y².";

  Exercise<LossGradient> EXERCISE =
      new Exercise<>(
          "LossGradient",
          "descent",
          "Differentiate z = sin(x² + y²) by hand, and walk down against the gradient.",
          LossGradient.class,
          List.of(
              new Property<>(
                  "f gives sin(x² + y²)",
                  "Math.sin takes radians, as needed here.",
                  s -> Difference.between("x = 1, y = 0.5", Math.sin(1.25), s.f(1, 0.5))),
              new Property<>(
                  "gradient is 0 at the origin",
                  CHAIN,
                  s -> Difference.between("x = 0, y = 0", new double[2], s.gradient(0, 0))),
              gradientAt(1, 0.5),
              gradientAt(-0.7, 1.3),
              new Property<>(
                  "gradient points uphill",
                  "Look at the signs: a small step along the gradient must make f larger.",
                  s -> {
                    double[] g = s.gradient(0.3, 0.4);
                    double rise = Math.sin(square(0.3 + 1e-3 * g[0], 0.4 + 1e-3 * g[1])) - Math.sin(0.25);
                    return rise > 0
                        ? Optional.empty()
                        : Optional.of(
                            new Difference(
                                "x = 0.3, y = 0.4, and a step of 0.001 times your gradient there",
                                "f rises",
                                "f changes by " + rise));
                  }),
              new Property<>(
                  "descend takes steps of -rate times the gradient",
                  "Both coordinates change at once: compute the gradient first, then change x and y.",
                  s ->
                      Difference.between(
                          "x = 1, y = 0.5, rate = 0.1, steps = 25",
                          expected(1, 0.5, 0.1, 25),
                          s.descend(1, 0.5, 0.1, 25))),
              new Property<>(
                  "descend with no steps stays where it is",
                  "With steps = 0 the loop must not run.",
                  s ->
                      Difference.between(
                          "x = 1, y = 0.5, steps = 0",
                          new double[] {1, 0.5},
                          s.descend(1, 0.5, 0.1, 0)))));

  private static Property<LossGradient> gradientAt(double x, double y) {
    double slope = 2 * Math.cos(square(x, y));
    return new Property<>(
        "gradient is (∂z/∂x, ∂z/∂y) at (%s, %s)".formatted(Difference.text(x), Difference.text(y)),
        CHAIN,
        s ->
            Difference.between(
                "x = %s, y = %s".formatted(Difference.text(x), Difference.text(y)),
                new double[] {slope * x, slope * y},
                s.gradient(x, y)));
  }

  private static double square(double x, double y) {
    return x * x + y * y;
  }

  private static double[] expected(double x, double y, double rate, int steps) {
    double[] at = {x, y};
    for (int i = 0; i < steps; i++) {
      double slope = 2 * Math.cos(square(at[0], at[1]));
      at = new double[] {at[0] - rate * slope * at[0], at[1] - rate * slope * at[1]};
    }
    return at;
  }
}
