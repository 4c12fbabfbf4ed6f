/// Lesson `seeds`: draws decide an order, and an order is cut into batches.
///
/// Fill the gaps, then `./thalweg check exercises/SeededBatches.java`.

/// The numbers 0 to `n - 1` in the order that `n - 1` draws decide, as PyTorch's `randperm` has it: from the
/// front, place `i` changes with place `i + draws[i] mod (n - i)`. A draw has 32 bits and no sign.
int[] permutation(int n, int[] draws) {
    // Your turn: replace this line.
    throw new UnsupportedOperationException("permutation: the loop of swaps");
}

/// `order` in batches of `size`; the last one may be shorter, and is left out with `dropLast`.
int[][] batches(int[] order, int size, boolean dropLast) {
    // Your turn: replace this line.
    throw new UnsupportedOperationException("batches: cutting the order");
}

void main() {
    int[] order = permutation(10, new int[] {6, 4, 4, -2, 1, 3, 1, 2, 1});
    for (int[] batch : batches(order, 4, false)) {
        IO.println(Arrays.toString(batch));
    }
}
