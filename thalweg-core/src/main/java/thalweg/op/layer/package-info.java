/// What layers compute that is no method of a tensor: losses, windows, normalisation. Not exported.
package thalweg.op.layer;
