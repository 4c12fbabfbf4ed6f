/// What the lab reads and writes: points from CSV, results as JSON, reports as pages; whole files or none.
package thalweg.lab.files;
