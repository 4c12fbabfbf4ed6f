/// Drawings of graphs: nodes and arrows as data, their layout, and SVG and DOT text.
package thalweg.figures.graph;
