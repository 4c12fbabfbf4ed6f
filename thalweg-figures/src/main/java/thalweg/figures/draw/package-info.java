/// Figures drawn to files without a browser: SVG, PNG and PDF, in matplotlib's look.
package thalweg.figures.draw;
