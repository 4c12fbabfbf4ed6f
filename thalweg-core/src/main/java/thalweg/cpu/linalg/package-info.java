/// Factors, eigenvalues and singular values of matrices.
package thalweg.cpu.linalg;
