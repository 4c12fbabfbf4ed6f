/// What a training run recorded, as plain data for figures and reports.
package thalweg.trace;
