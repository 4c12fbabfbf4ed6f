/// Many numbers to few: sums, runs along a dimension, extremes, and the statistics of normalisation.
package thalweg.cpu.reduce;
