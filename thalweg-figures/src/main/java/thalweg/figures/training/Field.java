package thalweg.figures.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import thalweg.expr.Expression;
import thalweg.figures.Grid;
import thalweg.figures.Values;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// A function of two numbers and its gradient: the values on a fine grid, the derivatives on a coarser one,
/// where arrows have room.
///
/// ```java
/// var axis = Values.linspace(-1, 1, 3);
/// var field = Field.of((x, y) -> x.mul(x).add(y), axis, axis);
/// IO.println(field.f().z().getFirst());   // [0.0, 1.0, 2.0]
/// IO.println(field.dx().z().getFirst());  // [-2.0, -2.0, -2.0]
/// ```
///
/// @param f  the function
/// @param dx its derivative to the first number
/// @param dy its derivative to the second, on the same grid as `dx`
public record Field(Grid f, Grid dx, Grid dy) {

  public Field {
    if (!dx.x().equals(dy.x()) || !dx.y().equals(dy.y())) {
      throw new IllegalArgumentException(
          "field: the derivatives with respect to x and y must share one grid, but theirs are %d by %d and %d by %d points"
              .formatted(dx.x().size(), dx.y().size(), dy.x().size(), dy.y().size())
              + ", or lie at different points");
    }
  }

  /// A function and its gradient on one grid.
  public static Field of(BinaryOperator<Tensor> f, Values x, Values y) {
    return of(f, x, y, x, y);
  }

  /// Any function of two numbers; [thalweg.autograd.Autograd] differentiates it at each place of the coarser grid.
  ///
  /// @param f   from two `float64` tensors of shape `()` to one number
  /// @param x   the fine grid's lines across x
  /// @param y   the fine grid's lines across y
  /// @param atX the lines across x of the grid with the gradient
  /// @param atY the lines across y of the grid with the gradient
  public static Field of(BinaryOperator<Tensor> f, Values x, Values y, Values atX, Values atY) {
    var values = Grid.over(x, y, (a, b) ->
        Tensors.noGrad(() -> f.apply(Tensors.tensor(a), Tensors.tensor(b)).item()));
    var dx = new ArrayList<Values>();
    var dy = new ArrayList<Values>();
    for (int i = 0; i < atX.size(); i++) {
      double[] u = new double[atY.size()];
      double[] v = new double[atY.size()];
      for (int j = 0; j < atY.size(); j++) {
        var a = Tensors.tensor(atX.get(i)).requiresGrad_(true);
        var b = Tensors.tensor(atY.get(j)).requiresGrad_(true);
        var value = f.apply(a, b);
        if (value.requiresGrad()) { // not so if it depends on neither
          value.backward();
        }
        u[j] = derivative(a);
        v[j] = derivative(b);
      }
      dx.add(Values.of(u));
      dy.add(Values.of(v));
    }
    return new Field(values, new Grid(atX, atY, dx), new Grid(atX, atY, dy));
  }

  /// A formula of at most two variables; the first that occurs in it is x. The grids are as in
  /// [#of(BinaryOperator, Values, Values, Values, Values)].
  ///
  /// ```java
  /// var axis = Values.linspace(-3, 3, 121);
  /// var field = Field.of(Expression.parse("sin(x^2 + y^2)"), axis, axis, axis.every(10), axis.every(10));
  /// IO.println(field.dx().x());  // [-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0]
  /// ```
  ///
  /// @throws IllegalArgumentException if it has more variables
  public static Field of(Expression formula, Values x, Values y, Values atX, Values atY) {
    var names = List.copyOf(formula.variables());
    if (names.size() > 2) {
      throw new IllegalArgumentException("field: \"%s\" has %d variables, %s; a plane takes two".formatted(
          formula.pretty(), names.size(), String.join(", ", names)));
    }
    return of((a, b) -> formula.evaluate(switch (names.size()) {
      case 0 -> Map.of();
      case 1 -> Map.of(names.getFirst(), a);
      default -> Map.of(names.getFirst(), a, names.getLast(), b);
    }), x, y, atX, atY);
  }

  private static double derivative(Tensor at) {
    return at.grad() == null ? 0 : at.grad().item();
  }
}
