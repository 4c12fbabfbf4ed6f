/// Elementary functions to the last bits, one by one and in lanes of vectors.
package thalweg.cpu.math;
