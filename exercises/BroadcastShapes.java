/// Lesson `shapes`: what two shapes broadcast to, and a loss that cannot broadcast by mistake.
///
/// Fill the gaps, then `./thalweg check exercises/BroadcastShapes.java`.

/// The shape that `a` and `b` broadcast to: aligned at the right, a 1 stretches, a missing dimension is 1.
///
/// Throws `IllegalArgumentException` if they do not fit.
int[] broadcast(int[] a, int[] b) {
    // Your turn: replace this line.
    throw new UnsupportedOperationException("broadcast: align at the right, stretch the 1s");
}

/// The mean of the squares `(y[i] - column[i][0])²`; `column` has shape (n, 1), as a `Linear` gives it.
double meanOfSquares(double[] y, double[][] column) {
    assert y.length == column.length;
    // Your turn: replace this line.
    throw new UnsupportedOperationException("meanOfSquares: the mean of squares, without broadcasting");
}

void main() {
    IO.println(java.util.Arrays.toString(broadcast(new int[] {100}, new int[] {100, 1})));
}
