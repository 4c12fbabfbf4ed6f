/// Computational graphs as text and pages, for the command line and the lessons.
package thalweg.lab.graph;
