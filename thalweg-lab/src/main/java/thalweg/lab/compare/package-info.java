/// Trainings of one lesson side by side.
package thalweg.lab.compare;
