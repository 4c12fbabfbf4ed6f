/// Schedules of the learning rate: PyTorch's `torch.optim.lr_scheduler`.
///
/// A scheduler is made for an optimiser, which at once gets the schedule's first rate, and moved on once an
/// epoch, or a batch, after the optimiser's step. Most are a formula from one rate to the next, so that several
/// schedulers of one optimiser multiply their effects.
package thalweg.optim.lr;
