/// Reverse-mode automatic differentiation: the recorded graph and the sweep back through it.
package thalweg.autograd;
