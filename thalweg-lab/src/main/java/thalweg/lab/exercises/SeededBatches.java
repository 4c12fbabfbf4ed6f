package thalweg.lab.exercises;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.random.TorchGenerator;

/// What the lesson `seeds` is about: draws decide an order, and an order is cut into batches.
interface SeededBatches {
  int[] permutation(int n, int[] draws);

  int[][] batches(int[] order, int size, boolean dropLast);

  String SWAPS =
      "Start from 0, 1, … n - 1. For i from 0 to n - 2 swap the numbers at index i and index i + draws[i] mod (n - i).";

  String CUTS = "Cut the order from the front; the last batch holds what is left, unless it is dropped.";

  Exercise<SeededBatches> EXERCISE =
      new Exercise<>(
          "SeededBatches",
          "seeds",
          "Shuffle with given draws, as PyTorch's randperm does, and cut an order into batches.",
          SeededBatches.class,
          List.of(
              new Property<>(
                  "draws of 0 leave every number in its place",
                  SWAPS,
                  s -> permuted(s, new int[3], 0, 1, 2, 3)),
              new Property<>(
                  "each draw swaps a number with a later one",
                  SWAPS,
                  s -> permuted(s, new int[] {2, 5, 1}, 2, 3, 1, 0)),
              new Property<>(
                  "permutation of one number, and of none",
                  "There is nothing to swap: the loop must not run.",
                  s -> {
                    Optional<Difference> one = permuted(s, new int[0], 0);
                    return one.isPresent()
                        ? one
                        : Difference.between(
                            "n = 0, draws = []", new int[0], s.permutation(0, new int[0]));
                  }),
              new Property<>(
                  "the draws of seed 2021 give PyTorch's order",
                  "A draw is an unsigned 32-bit number: Integer.remainderUnsigned(draws[i], n - i).",
                  SeededBatches::likePyTorch),
              new Property<>(
                  "10 numbers in batches of 4 give 4, 4 and 2", CUTS, s -> cut(s, 10, 4, false, 4, 4, 2)),
              new Property<>(
                  "dropLast leaves out a batch that is not full",
                  CUTS,
                  s -> cut(s, 10, 4, true, 4, 4)),
              new Property<>(
                  "dropLast keeps a last batch that is full",
                  "Only an incomplete batch is dropped.",
                  s -> cut(s, 8, 4, true, 4, 4)),
              new Property<>(
                  "fewer numbers than a batch holds", CUTS, s -> cut(s, 3, 4, false, 3)),
              new Property<>(
                  "an empty order has no batches", CUTS, s -> cut(s, 0, 4, false))));

  private static Optional<Difference> permuted(SeededBatches s, int[] draws, int... expected) {
    return Difference.between(
        "n = %d, draws = %s".formatted(expected.length, Arrays.toString(draws)),
        expected,
        s.permutation(expected.length, draws.clone()));
  }

  private static Optional<Difference> likePyTorch(SeededBatches s) {
    int n = 10;
    var generator = new TorchGenerator(2021);
    int[] draws = IntStream.range(0, n - 1).map(_ -> generator.random()).toArray();
    long[] order = new TorchGenerator(2021).randperm(n);
    return permuted(s, draws, Arrays.stream(order).mapToInt(Math::toIntExact).toArray());
  }

  private static Optional<Difference> cut(
      SeededBatches s, int n, int size, boolean dropLast, int... lengths) {
    int[] order = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
    String input =
        "order = %s, size = %d, dropLast = %s".formatted(Arrays.toString(order), size, dropLast);
    int[][] got = s.batches(order.clone(), size, dropLast);
    if (got == null || Arrays.asList(got).contains(null)) {
      return Optional.of(new Difference(input, lengths.length + " batches", Arrays.toString(got)));
    }
    Optional<Difference> sizes =
        Difference.between(
            input + " (lengths)", lengths, Arrays.stream(got).mapToInt(batch -> batch.length).toArray());
    return sizes.isPresent()
        ? sizes
        : Difference.between(
            input + " (all batches, one after another)",
            Arrays.copyOf(order, Arrays.stream(lengths).sum()),
            Arrays.stream(got).flatMapToInt(Arrays::stream).toArray());
  }
}
