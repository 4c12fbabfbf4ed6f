/// Layers, losses and initialisation: PyTorch's `torch.nn`.
package thalweg.nn;
