/// Documentation in the terminal: what a class or an operation of the library is, from its own source.
package thalweg.lab.doc;
