/// Windows that slide over signals and images: convolution, pooling, unfolding.
package thalweg.cpu.window;
