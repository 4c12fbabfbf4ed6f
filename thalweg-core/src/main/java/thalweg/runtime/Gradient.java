package thalweg.runtime;

import thalweg.tensor.Tensor;

/// The derivative of one input of an operation.
///
/// @param saves   what the formula reads, a union of [Saved]'s constants
/// @param formula the input's gradient from the output's
public record Gradient(int saves, Formula formula) {
  /// From what was saved and the gradient of the output to the gradient of an input.
  @FunctionalInterface
  public interface Formula {
    Tensor apply(Saved saved, Tensor gradient);

    /// Adds what [#apply] gives to `sum`, row by row without gaps, without making it first: for formulas whose
    /// result is mostly zeros. False, with `sum` unchanged, for all others.
    default boolean addTo(Tensor sum, Tensor gradient) {
      return false;
    }
  }
}
