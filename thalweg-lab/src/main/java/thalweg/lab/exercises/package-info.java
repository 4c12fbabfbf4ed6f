/// Exercises: files with a gap to fill, what must hold once it is filled, and the separate process that finds
/// out whether it does.
package thalweg.lab.exercises;
