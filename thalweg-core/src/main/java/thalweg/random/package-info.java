/// Other people's random streams, digit for digit: PyTorch's, NumPy's and CPython's.
///
/// A lesson seeded as its original was seeded draws the same data and starts from the same weights:
///
/// ```java
/// float[] x = new float[100];
/// new TorchGenerator(43052).fillNormal(x, 0, 100, 0, 1);   // torch.manual_seed(43052); torch.randn(100)
/// ```
///
/// Uniforms, integers and permutations equal the original's to the bit, and so do PyTorch's float32 normals.
/// Normals and exponentials in double equal it but for one value in a thousand or so, which is an ulp or
/// two away before it is scaled and shifted. The package knows arrays only; tensors are built on top of it.
package thalweg.random;
