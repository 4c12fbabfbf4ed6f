package thalweg.lab.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.autograd.Autograd;
import thalweg.expr.Expression;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;
import tools.jackson.databind.JsonNode;

/// Kinds `expression` and `derivatives`: formulas parsed, evaluated and differentiated.
final class ExpressionCheck {
  private ExpressionCheck() {}

  static Errors expression(Fields test) {
    Expression expression = Expression.parse(test.text("expr"));
    Fields variables = test.object("variables");
    List<String> names = List.copyOf(variables.object().propertyNames());
    double[] at = names.stream().mapToDouble(variables::real).toArray();
    Tensor point = Tensors.tensor(DType.FLOAT64, at).requiresGrad_(true);
    Tolerance tolerance = test.tolerance();

    Tensor value = at(expression, names, point);
    double values = Comparison.number("value", test.real("value"), value.item(), tolerance);
    Tensor gradient = derivative(value, point);
    double derivatives = Double.NaN;
    Fields gradients = test.object("gradient");
    for (int i = 0; i < at.length; i++) {
      String name = names.get(i);
      derivatives =
          Errors.larger(
              derivatives,
              Comparison.number("d/d" + name, gradients.real(name), gradient.get(i), tolerance));
    }
    if (test.has("hessian")) {
      Tensor hessian = Autograd.hessian(p -> at(expression, names, p), point);
      List<Tensor> rows = test.array("hessian").stream().map(ExpressionCheck::row).toList();
      derivatives =
          Errors.larger(
              derivatives, Comparison.all("hessian", rows, hessian.unbind(0), tolerance));
    }
    return new Errors(values, derivatives);
  }

  private static Tensor row(JsonNode node) {
    return Tensors.tensor(DType.FLOAT64, node.valueStream().mapToDouble(TensorJson::real).toArray());
  }

  /// The variables are the elements of one vector, so that one sweep gives all derivatives.
  private static Tensor at(Expression expression, List<String> names, Tensor point) {
    Map<String, Tensor> variables = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      variables.put(names.get(i), point.select(0, i));
    }
    return expression.evaluate(variables);
  }

  static Errors derivatives(Fields test) {
    Expression expression = Expression.parse(test.text("expr"));
    Tensor x = test.tensor("input").requiresGrad_(true);
    Tolerance tolerance = test.tolerance();
    Tensor y = expression.evaluate(Map.of("x", x));
    Tensor everywhere = y.expand(x.shape().toArray());
    double values = Comparison.one("value", test.tensor("value"), everywhere, tolerance);
    List<Tensor> got = new ArrayList<>();
    List<Tensor> expected = test.tensors("derivatives");
    for (int order = 0; order < expected.size(); order++) {
      y = derivative(y, x);
      got.add(y);
    }
    return new Errors(values, Comparison.all("derivatives", expected, got, tolerance));
  }

  /// The sum of `y` differentiated in `x`, recorded; a constant has derivative 0.
  private static Tensor derivative(Tensor y, Tensor x) {
    if (!y.requiresGrad()) {
      return Tensors.zerosLike(x);
    }
    return Autograd.grad(y, List.of(x), Tensors.onesLike(y), true, true).getFirst();
  }
}
