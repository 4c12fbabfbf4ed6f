/// The command line. A `Command` declares what it takes as constants, `Option`s and `Operand`s with their types; the `Parser`
/// sorts what was typed into `Arguments`, from which the command gets each by its constant; `Help` shows them.
package thalweg.lab.cli;
