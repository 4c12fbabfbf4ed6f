/// Tensors: element types, shapes, memory, layout, factories and printing.
package thalweg.tensor;
