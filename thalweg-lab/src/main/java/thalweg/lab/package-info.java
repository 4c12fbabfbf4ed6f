/// The program.
package thalweg.lab;
