/// Loops over arrays, offsets and strides; never a tensor. Not exported.
package thalweg.kernel;
