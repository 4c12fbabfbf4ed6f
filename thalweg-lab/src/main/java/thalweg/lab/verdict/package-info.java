/// What became of a training: the one place that says whether it converged, and why.
package thalweg.lab.verdict;
