/// Other people's random streams, digit for digit: PyTorch's, NumPy's and CPython's.
package thalweg.random;
