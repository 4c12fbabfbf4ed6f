/// Lesson `shapes`: what two shapes broadcast to, and a loss that cannot broadcast by mistake.
///
/// A solution of `exercises/BroadcastShapes.java`; there are others.

/// The shape that `a` and `b` broadcast to: aligned at the right, a 1 stretches, a missing dimension is 1.
///
/// Throws `IllegalArgumentException` if they do not fit.
int[] broadcast(int[] a, int[] b) {
    int[] shape = new int[Math.max(a.length, b.length)];
    for (int back = 1; back <= shape.length; back++) {
        int m = back <= a.length ? a[a.length - back] : 1;
        int n = back <= b.length ? b[b.length - back] : 1;
        if (m != n && m != 1 && n != 1) {
            throw new IllegalArgumentException(m + " against " + n);
        }
        shape[shape.length - back] = m == 1 ? n : m;
    }
    return shape;
}

/// The mean of the squares `(y[i] - column[i][0])²`; `column` has shape (n, 1), as a `Linear` gives it.
double meanOfSquares(double[] y, double[][] column) {
    assert y.length == column.length;
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
        double error = y[i] - column[i][0];
        sum += error * error;
    }
    return sum / y.length;
}

void main() {
    IO.println(java.util.Arrays.toString(broadcast(new int[] {100}, new int[] {100, 1})));
}
