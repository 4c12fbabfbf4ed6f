/// Products of matrices, in tiles and without.
package thalweg.cpu.matmul;
