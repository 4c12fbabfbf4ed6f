/// Data and how training gets at it: [Dataset][thalweg.data.Dataset], item by item, and
/// [DataLoader][thalweg.data.DataLoader], batch by batch, in PyTorch's order.
package thalweg.data;
