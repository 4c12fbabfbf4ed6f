/// Optimisers: PyTorch's `torch.optim`.
package thalweg.optim;
