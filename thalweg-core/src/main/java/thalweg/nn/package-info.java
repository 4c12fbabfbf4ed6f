/// Layers, losses and initialisation: PyTorch's `torch.nn`.
///
/// A [thalweg.nn.Layer] is anything with [thalweg.nn.Layer#apply]; parameters, buffers, modes and states of
/// layers inside layers follow from what each one lists. What has neither parameters nor a mode is a record.
/// The non-linearities are each an [thalweg.nn.Activation]; functions are in [thalweg.nn.Functional] and
/// [thalweg.nn.Windows].
package thalweg.nn;
