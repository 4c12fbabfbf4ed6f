package thalweg.lab.conformance;

import static thalweg.lab.conformance.Operation.one;

import java.util.Map;
import thalweg.op.Einsum;

/// Linear algebra.
final class LinalgOps {
  static final Map<String, Operation> TABLE =
      Map.ofEntries(
          one("einsum", c -> Einsum.einsum(c.args().text("equation", ""), c.inputs())));

  private LinalgOps() {}
}
