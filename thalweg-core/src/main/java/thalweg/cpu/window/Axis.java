package thalweg.cpu.window;

/// How windows lie along one direction of an image.
///
/// ```
/// size        · · · · · · ·
/// windows   [x   x   x]               kernel 3, dilation 2, starting `before` positions before the image
///               [x   x   x]           and each `stride` after the last, `count` in all
/// ```
///
/// @param size     how many positions the image has
/// @param kernel   how many positions a window takes
/// @param stride   how far apart windows start
/// @param dilation how far apart the places of a window are
/// @param before   how far before the image the first window starts
/// @param count    how many windows there are
public record Axis(int size, int kernel, int stride, int dilation, int before, int count) {
  /// Where position `k` of `window` stands in the image, or beside it.
  int position(int window, int k) {
    return window * stride - before + k * dilation;
  }

  /// The first window whose position `k` stands at `bound` or behind it, between `from` and `to`.
  int firstAt(int bound, int k, int from, int to) {
    return Math.clamp(Math.ceilDiv(bound + before - k * dilation, stride), from, to);
  }

  /// True if a position of a window stands beside the image.
  boolean reachesBeside() {
    return before > 0 || position(count - 1, kernel - 1) >= size;
  }

  /// The first position of `window` that is in the image, or `kernel`.
  int firstInside(int window) {
    return Math.clamp(Math.ceilDiv(before - window * stride, dilation), 0, kernel);
  }

  /// The end of the places of `window` that are in the image.
  int endInside(int window) {
    return Math.clamp(Math.ceilDiv(size + before - window * stride, dilation), 0, kernel);
  }
}
