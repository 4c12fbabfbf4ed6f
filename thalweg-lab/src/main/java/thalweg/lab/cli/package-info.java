/// The command line: one class a command.
package thalweg.lab.cli;
