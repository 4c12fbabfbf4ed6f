package thalweg.expr;

import static thalweg.expr.Simplified.ONE;
import static thalweg.expr.Simplified.ZERO;
import static thalweg.expr.Simplified.call;
import static thalweg.expr.Simplified.difference;
import static thalweg.expr.Simplified.negation;
import static thalweg.expr.Simplified.number;
import static thalweg.expr.Simplified.power;
import static thalweg.expr.Simplified.product;
import static thalweg.expr.Simplified.quotient;
import static thalweg.expr.Simplified.sum;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import thalweg.autograd.Graph;
import thalweg.tensor.DType;

/// Writes a recorded graph of numbers as a formula in the names of its leaves.
final class Recorded {
  /// A formula is a tree, and a graph in which values are used again and again grows to a large one.
  private static final int MOST_PARTS = 200;

  /// What leaves one number as it is.
  private static final Set<String> IDENTITIES =
      Set.of(
          "sum", "mean", "clone", "to", "view", "_reshape_alias", "_unsafe_view", "expand", "squeeze",
          "unsqueeze", "t", "transpose", "permute");

  private final Graph graph;
  private int parts;

  private Recorded(Graph graph) {
    this.graph = graph;
  }

  static Optional<Expression> of(Graph graph) {
    return new Recorded(graph).vertex(graph.result());
  }

  private Optional<Expression> vertex(Graph.Vertex vertex) {
    if (vertex.shape().size() != 1 || ++parts > MOST_PARTS) {
      return Optional.empty();
    }
    return switch (vertex) {
      case Graph.Leaf leaf -> Optional.of(new Expression.Variable(leaf.label()));
      case Graph.Constant constant -> constant(constant);
      case Graph.Operation operation -> operation(operation);
    };
  }

  private static Optional<Expression> constant(Graph.Constant constant) {
    return Optional.of(
        constant.label().isEmpty()
            ? number(value(constant))
            : new Expression.Variable(constant.label()));
  }

  /// `0.1` in `float32` is to read as 0.1, not as 0.10000000149011612.
  private static double value(Graph.Constant constant) {
    double value = constant.tensor().item();
    return constant.dtype() == DType.FLOAT32
        ? Double.parseDouble(Float.toString((float) value))
        : value;
  }

  private Optional<Expression> operation(Graph.Operation operation) {
    List<Graph.Edge> edges = graph.operands(operation);
    var operands =
        edges.stream().flatMap(edge -> vertex(graph.vertex(edge.from())).stream()).toList();
    if (operands.size() != operation.operands()) {
      return Optional.empty();
    }
    if (operation.op().equals("threshold_backward")) {
      return atThisSide(operands.getFirst(), graph.vertex(edges.getLast().from()));
    }
    return switch (operands.size()) {
      case 1 -> unary(operation.op(), operands.getFirst());
      case 2 -> binary(operation.op(), operands.getFirst(), operands.getLast());
      case 3 -> scaled(operation.op(), operands.get(0), product(operands.get(2), operands.get(1)));
      default -> Optional.empty();
    };
  }

  /// The gradient of a bend is another one on each side: that of the side where `x` is.
  private static Optional<Expression> atThisSide(Expression gradient, Graph.Vertex x) {
    return x.value().map(value -> value.item() > 0 ? gradient : ZERO);
  }

  private static Optional<Expression> unary(String op, Expression x) {
    return switch (op) {
      case "neg" -> Optional.of(negation(x));
      case "reciprocal" -> Optional.of(quotient(ONE, x));
      case "rsqrt" -> Optional.of(quotient(ONE, call(Function.SQRT, x)));
      case "log" -> Optional.of(call(Function.LN, x));
      case String name when IDENTITIES.contains(name) -> Optional.of(x);
      default -> Function.named(op).map(function -> call(function, x));
    };
  }

  private static Optional<Expression> binary(String op, Expression x, Expression y) {
    return switch (op) {
      case "add" -> Optional.of(sum(x, y));
      case "sub" -> Optional.of(difference(x, y));
      case "rsub" -> Optional.of(difference(y, x));
      case "mul" -> Optional.of(product(x, y));
      case "div" -> Optional.of(ratio(x, y));
      case "pow" -> Optional.of(power(x, y));
      default -> Optional.empty();
    };
  }

  /// Backward formulas divide twice, `x/y/y`, where one writes `x/y²`.
  private static Expression ratio(Expression x, Expression y) {
    return x instanceof Expression.Operation(char operator, Expression first, Expression second)
            && operator == '/'
            && second.equals(y)
        ? quotient(first, power(y, number(2)))
        : quotient(x, y);
  }

  private static Optional<Expression> scaled(String op, Expression x, Expression y) {
    return switch (op) {
      case "add" -> Optional.of(sum(x, y));
      case "sub" -> Optional.of(difference(x, y));
      default -> Optional.empty();
    };
  }
}
