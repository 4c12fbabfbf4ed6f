/// The pictures of a training run: pure functions from a [thalweg.trace.Trace] to figures.
package thalweg.figures.training;
