/// Loops over the elements of up to four arrays at once, each of which a formula fills.
package thalweg.cpu.loop;
