/// Formulas as text: parsed, evaluated on tensors, and so differentiated.
package thalweg.expr;
