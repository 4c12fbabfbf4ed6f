package thalweg.runtime;

import thalweg.tensor.Tensor;

/// Where the graph ends: the gradient that arrives is added to the leaf's `.grad()`.
public record Accumulate(Tensor leaf) implements Op {
  @Override
  public String name() {
    return "accumulate";
  }

  @Override
  public String gradName() {
    return "AccumulateGrad";
  }

  @Override
  public int saves(int input) {
    return Saved.NOTHING;
  }

  @Override
  public Tensor gradient(int input, Saved saved, Tensor gradient) {
    return null;
  }
}
