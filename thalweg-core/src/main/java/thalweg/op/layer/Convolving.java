package thalweg.op.layer;

import static thalweg.runtime.Saved.NOTHING;
import static thalweg.runtime.Saved.X;
import static thalweg.runtime.Saved.Y;

import thalweg.cpu.window.ConvolutionProduct;
import thalweg.op.Arguments;
import thalweg.runtime.Gradient;
import thalweg.runtime.Internals;
import thalweg.runtime.Layout;
import thalweg.runtime.Storage;
import thalweg.runtime.Structural;
import thalweg.tensor.Shape;
import thalweg.tensor.Tensor;

/// A convolution and its gradients, three operations that are one another's gradients: with
/// `L = Σ (weight ⋆ x)·g` linear in each of its tensors they are `∂L/∂g`, `∂L/∂x` and `∂L/∂weight`.
///
/// @param product   the kernel
/// @param input     the shape of the images, `(N, C, H, W)`
/// @param weight    the shape of the weight, `(O, C / groups, kh, kw)`
/// @param output    the shape of the result, `(N, O, h, w)`
/// @param arguments what the convolution was called with besides tensors
record Convolving(
    ConvolutionProduct product, Shape input, Shape weight, Shape output, Arguments arguments) {
  private static final int[] ALL_BUT_CHANNELS = {0, 2, 3};

  /// `weight ⋆ x + bias`, with the bias `(O)`.
  public Tensor apply(Tensor x, Tensor w, Tensor bias) {
    Tensor start = bias.detach().reshape(1, bias.size(), 1, 1).expand(output.toArray()).clone();
    product.forward(array(x), array(w), Internals.storage(start).array());
    return Structural.of(
            "convolution",
            "ConvolutionBackward0",
            arguments,
            new Gradient(Y, (s, g) -> inputGradient(g, s.y())),
            new Gradient(X, (s, g) -> weightGradient(s.x(), g)),
            new Gradient(NOTHING, (s, g) -> g.sum(ALL_BUT_CHANNELS, false)))
        .record(start, x, w, bias);
  }

  /// `weight ⋆ x`.
  public Tensor apply(Tensor x, Tensor w) {
    Storage out = Storage.zeros(x.dtype(), output);
    product.forward(array(x), array(w), out.array());
    return Structural.of(
            "convolution",
            "ConvolutionBackward0",
            arguments,
            new Gradient(Y, (s, g) -> inputGradient(g, s.y())),
            new Gradient(X, (s, g) -> weightGradient(s.x(), g)))
        .record(out, Layout.contiguous(output), x, w);
  }

  private Tensor inputGradient(Tensor g, Tensor w) {
    Storage out = Storage.zeros(g.dtype(), input);
    product.inputGradient(array(g), array(w), out.array());
    return Structural.of(
            "convolution_input",
            "ConvolutionBackwardBackward0",
            arguments,
            new Gradient(Y, (s, h) -> apply(h, s.y())),
            new Gradient(X, (s, h) -> weightGradient(h, s.x())))
        .record(out, Layout.contiguous(input), g, w);
  }

  private Tensor weightGradient(Tensor x, Tensor g) {
    Storage out = Storage.zeros(g.dtype(), weight);
    product.weightGradient(array(x), array(g), out.array());
    return Structural.of(
            "convolution_weight",
            "ConvolutionBackwardBackward0",
            arguments,
            new Gradient(Y, (s, v) -> inputGradient(s.y(), v)),
            new Gradient(X, (s, v) -> apply(s.x(), v)))
        .record(out, Layout.contiguous(weight), x, g);
  }

  private static Object array(Tensor x) {
    return Internals.storage(Sliding.plain(x)).array();
  }
}
