/// What the operations are: their kinds, and the families that declare them with their formulas,
/// gradients and fluent methods.
package thalweg.op;
