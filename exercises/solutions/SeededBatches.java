/// Lesson `seeds`: draws decide an order, and an order is cut into batches.
///
/// A solution of `exercises/SeededBatches.java`; there are others.

/// The numbers 0 to `n - 1` in the order that `n - 1` draws decide, as PyTorch's `randperm` has it: from the
/// front, place `i` changes with place `i + draws[i] mod (n - i)`. A draw has 32 bits and no sign.
int[] permutation(int n, int[] draws) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
        order[i] = i;
    }
    for (int i = 0; i < n - 1; i++) {
        int j = i + Integer.remainderUnsigned(draws[i], n - i);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
    }
    return order;
}

/// `order` in batches of `size`; the last one may be shorter, and is left out with `dropLast`.
int[][] batches(int[] order, int size, boolean dropLast) {
    int count = dropLast ? order.length / size : (order.length + size - 1) / size;
    int[][] batches = new int[count][];
    for (int i = 0; i < count; i++) {
        batches[i] = Arrays.copyOfRange(order, i * size, Math.min(order.length, (i + 1) * size));
    }
    return batches;
}

void main() {
    int[] order = permutation(10, new int[] {6, 4, 4, -2, 1, 3, 1, 2, 1});
    for (int[] batch : batches(order, 4, false)) {
        IO.println(Arrays.toString(batch));
    }
}
