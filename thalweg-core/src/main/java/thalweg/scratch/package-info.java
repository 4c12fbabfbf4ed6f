/// Networks from scratch, on plain arrays: no tensor, no autograd. What one writes by hand to see how little there is
/// to it.
package thalweg.scratch;
