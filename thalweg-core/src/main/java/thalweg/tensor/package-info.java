/// Tensors: element types, shapes, memory, layout, factories and printing.
///
/// ```java
/// var x = tensor(new double[][] {{1, 2}, {3, 4}}).requiresGrad_(true);
/// var y = x.matmul(x.t()).sum();
/// IO.println(y);  // tensor(52., grad_fn=<SumBackward0>)
/// y.backward();
/// IO.println(x.grad());
/// // tensor([[ 8., 12.],
/// //         [ 8., 12.]])
/// ```
package thalweg.tensor;
