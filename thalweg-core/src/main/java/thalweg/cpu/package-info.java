/// What runs on the processor: settings, threads, and in the packages below loops over arrays, offsets and strides; never
/// a tensor. Not exported.
package thalweg.cpu;
