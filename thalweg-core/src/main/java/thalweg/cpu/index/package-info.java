/// Gathering and scattering by index, masks, sorting.
package thalweg.cpu.index;
