/// Runs the conformance cases: what PyTorch, NumPy and CPython compute, against what Thalweg computes.
///
/// [Conformance][thalweg.lab.conformance.Conformance] reads a file line by line; each kind of case has its
/// check (`…Check`); the tables from PyTorch's names to Thalweg's methods are `…Ops`, `Optimizers` and
/// `RandomStreams`.
package thalweg.lab.conformance;
