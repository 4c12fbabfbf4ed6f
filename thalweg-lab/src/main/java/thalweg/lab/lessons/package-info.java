/// The lessons, one readable file each, with their pages and what they share.
package thalweg.lab.lessons;
