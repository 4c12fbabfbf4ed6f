package thalweg.lab.conformance;

import java.util.Map;
import java.util.Set;

/// The tables of operations.
public enum OpGroup {
  /// Arithmetic, functions, activations, comparisons.
  ELEMENTWISE("Element by element", ElementwiseOps.TABLE),
  /// Sums, extremes, order.
  REDUCTIONS("Reductions and order", ReductionOps.TABLE),
  /// Views, indexing, joining.
  SHAPES("Shape and indexing", ShapeOps.TABLE),
  /// Factories.
  CREATION("Creation", CreationOps.TABLE),
  /// Products, layers, losses.
  NETWORKS("Products, layers and losses", NetworkOps.TABLE),
  /// Systems, factorisations, sums of products.
  LINALG("Linear algebra", LinalgOps.TABLE);

  private final String title;
  private final Map<String, Operation> table;

  OpGroup(String title, Map<String, Operation> table) {
    this.title = title;
    this.table = table;
  }

  /// A heading for its operations.
  public String title() {
    return title;
  }

  /// The names of its operations.
  public Set<String> names() {
    return table.keySet();
  }

  Map<String, Operation> table() {
    return table;
  }
}
