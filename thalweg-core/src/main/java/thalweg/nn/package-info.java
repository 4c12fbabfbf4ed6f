/// Layers, losses and initialisation: PyTorch's `torch.nn`.
///
/// A [thalweg.nn.Layer] is anything with [thalweg.nn.Layer#apply]; parameters, buffers, modes and states of
/// layers inside layers follow from what each one lists. What has neither parameters nor a mode is a record.
/// The non-linearities stand together in [thalweg.nn.Activation], functions in [thalweg.nn.Functional] and
/// [thalweg.nn.Windows].
package thalweg.nn;
