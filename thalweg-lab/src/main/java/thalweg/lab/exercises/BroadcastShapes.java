package thalweg.lab.exercises;

import java.util.Arrays;
import java.util.List;

/// The trap of the lesson `shapes`: what two shapes broadcast to, and a loss that does not fall into it.
interface BroadcastShapes {
  int[] broadcast(int[] a, int[] b);

  double meanOfSquares(double[] y, double[][] column);

  Exercise<BroadcastShapes> EXERCISE =
      new Exercise<>(
          "BroadcastShapes",
          "shapes",
          "Find the shape two shapes broadcast to, and take a loss that cannot broadcast by mistake.",
          BroadcastShapes.class,
          List.of(
              shapes("equal shapes stay as they are", new int[] {2, 3}, new int[] {2, 3}, 2, 3),
              shapes("a dimension of 1 stretches", new int[] {2, 1}, new int[] {2, 3}, 2, 3),
              shapes("both may stretch: the trap of (n) against (n, 1)", new int[] {4}, new int[] {4, 1}, 4, 4),
              shapes("a missing dimension counts as 1", new int[] {3}, new int[] {5, 2, 3}, 5, 2, 3),
              shapes("a number, of shape (), broadcasts to anything", new int[] {}, new int[] {2, 0}, 2, 0),
              shapes("1 against 0 gives 0, not the larger one", new int[] {1}, new int[] {0}, 0),
              new Property<>(
                  "incompatible shapes are refused",
                  "Two dimensions are compatible if they are equal or one of them is 1; anything else is an IllegalArgumentException.",
                  s ->
                      Difference.unlessRefused(
                          "a = [2, 3], b = [2]",
                          () -> s.broadcast(new int[] {2, 3}, new int[] {2}))),
              new Property<>(
                  "meanOfSquares compares each y with its own ŷ",
                  "ŷ has shape (n, 1): the i-th prediction is column[i][0]. Divide by n, not by n².",
                  s ->
                      Difference.between(
                          "y = [1, 2], ŷ = [[2], [4]]",
                          2.5,
                          s.meanOfSquares(new double[] {1, 2}, new double[][] {{2}, {4}}))),
              new Property<>(
                  "meanOfSquares refuses a different number of predictions",
                  "Assert that there are as many y as ŷ before computing.",
                  s ->
                      Difference.unlessRefused(
                          "y = [1], ŷ = [[2], [4]]",
                          () -> s.meanOfSquares(new double[] {1}, new double[][] {{2}, {4}})))));

  private static Property<BroadcastShapes> shapes(String name, int[] a, int[] b, int... expected) {
    return new Property<>(
        name,
        "Align the shapes at their last dimensions and go from right to left; where one has none left, use 1. Of each pair, take the one that is not 1.",
        s ->
            Difference.between(
                "a = %s, b = %s".formatted(Arrays.toString(a), Arrays.toString(b)),
                expected,
                s.broadcast(a, b)));
  }
}
