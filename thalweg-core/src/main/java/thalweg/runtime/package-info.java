/// The memory of tensors, what is recorded of operations, and the backward sweep. Not exported.
package thalweg.runtime;
