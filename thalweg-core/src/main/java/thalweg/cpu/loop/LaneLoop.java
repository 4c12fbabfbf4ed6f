package thalweg.cpu.loop;

/// A function applied to `n` elements of `x` from `xo` on, into `out` from `oo` on.
///
/// Floats are widened to doubles, which halves their lanes, and rounded back once. The last, incomplete
/// vector is masked, so that an element's value does not depend on where it stands.
interface LaneLoop {
  void apply(double[] x, int xo, double[] out, int oo, int n);

  void apply(float[] x, int xo, float[] out, int oo, int n);
}
