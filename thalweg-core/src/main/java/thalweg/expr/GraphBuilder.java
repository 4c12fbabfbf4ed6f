package thalweg.expr;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import thalweg.autograd.Autograd;
import thalweg.expr.Expression.Variable;
import thalweg.expr.ExpressionGraph.Input;
import thalweg.expr.ExpressionGraph.Local;
import thalweg.expr.ExpressionGraph.Operation;
import thalweg.tensor.DType;
import thalweg.tensor.Numbers;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Takes a tree apart into operations on named operands, and runs them forward and backward.
final class GraphBuilder {
  private static final int MOST_OPERATIONS = 1000;

  private final Set<String> taken = new HashSet<>(Set.of("pi"));

  /// Each operation's formula, in the order of the forward pass.
  private final Map<String, Expression> formulas = new LinkedHashMap<>();

  private int labels;

  private GraphBuilder(Expression expression) {
    taken.addAll(expression.variables());
    Arrays.stream(thalweg.expr.Function.values()).map(Object::toString).forEach(taken::add);
    if (mentionsE(expression)) {
      taken.add("e");
    }
    label(expression);
  }

  static ExpressionGraph build(Expression expression, Map<String, Double> point) {
    requireFew(expression);
    if (expression.variables().isEmpty()) {
      throw new IllegalArgumentException(
          "the formula %s has no variable, so there is nothing to differentiate"
              .formatted(expression.pretty()));
    }
    SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
    point.forEach(
        (name, value) -> {
          if (expression.variables().contains(name)) {
            tensors.put(name, leaf(value));
          }
        });
    expression.requireValues(tensors.keySet());
    Map<String, Expression> formulas = new GraphBuilder(expression).formulas;
    List<Input> inputs = new ArrayList<>();
    List<String> names = List.copyOf(tensors.keySet());
    Map<String, List<Local>> locals = new HashMap<>();
    formulas.forEach(
        (label, formula) -> {
          Tensor value = formula.evaluate(operands(formula, tensors::get));
          tensors.put(label, value.retainGrad());
          locals.put(label, locals(label, formula, tensors));
        });
    Tensor result = tensors.sequencedValues().getLast();
    result.backward();
    names.forEach(name -> inputs.add(input(name, tensors.get(name))));
    List<Operation> operations = new ArrayList<>();
    formulas.forEach(
        (label, formula) -> {
          Tensor value = tensors.get(label);
          operations.add(
              new Operation(
                  label, formula, value.item(), locals.get(label), value.grad().item()));
        });
    return new ExpressionGraph(expression, inputs, operations);
  }

  /// Every operation becomes a name, a value and a row; a tree this large is also as deep as its walk can bear.
  private static void requireFew(Expression expression) {
    var rest = new ArrayDeque<Expression>();
    rest.push(expression);
    int operations = 0;
    while (!rest.isEmpty()) {
      switch (rest.pop()) {
        case Expression.Operation(_, Expression left, Expression right) -> {
          operations++;
          rest.push(left);
          rest.push(right);
        }
        case Expression.Negation(Expression operand) -> rest.push(operand);
        case Expression.Call(_, Expression argument) -> rest.push(argument);
        case Expression.Constant _, Variable _ -> {}
      }
    }
    if (operations > MOST_OPERATIONS) {
      throw new IllegalArgumentException(
          "the formula has %d operations, and a graph at most %d; take a shorter formula, or a part of it"
              .formatted(operations, MOST_OPERATIONS));
    }
  }

  private static Input input(String name, Tensor tensor) {
    return new Input(name, tensor.item(), tensor.grad().item());
  }

  private static Tensor leaf(double value) {
    return Tensors.tensor(DType.FLOAT64, (Object) value).requiresGrad_(true);
  }

  private static Map<String, Tensor> operands(Expression formula, Function<String, Tensor> value) {
    return formula.variables().stream().collect(toMap(name -> name, value));
  }

  /// The operation alone, on leaves with its operands' values, and its own backward.
  private static List<Local> locals(
      String label, Expression formula, Map<String, Tensor> tensors) {
    Map<String, Tensor> leaves = operands(formula, name -> leaf(tensors.get(name).item()));
    var names = List.copyOf(formula.variables());
    List<Tensor> gradients =
        Autograd.grad(formula.evaluate(leaves), names.stream().map(leaves::get).toList());
    var locals = new ArrayList<Local>();
    for (int i = 0; i < names.size(); i++) {
      locals.add(
          new Local(
              label, names.get(i), formula.derivative(names.get(i)), gradients.get(i).item()));
    }
    return locals;
  }

  // ---- the operations of a tree

  /// What `expression` is called: a variable by its name, an operation by a letter, a constant not at all.
  private Expression label(Expression expression) {
    if (expression instanceof Variable || isConstant(expression)) {
      return expression;
    }
    Expression formula = formula(expression);
    String label = nextLabel();
    formulas.put(label, formula);
    return new Variable(label);
  }

  private Expression formula(Expression expression) {
    return switch (expression) {
      case Expression.Negation(Expression operand) -> new Expression.Negation(shifted(operand));
      case Expression.Call(var function, Expression argument) ->
          new Expression.Call(function, shifted(argument));
      case Expression.Operation(char operator, Expression left, Expression right)
          when isConstant(right) ->
          withConstant(operator, shifted(left), right);
      case Expression.Operation(char operator, Expression left, Expression right)
          when isConstant(left) ->
          withConstant(operator, left, shifted(right));
      case Expression.Operation(char operator, Expression left, Expression right) ->
          new Expression.Operation(operator, label(left), label(right));
      default -> throw new IllegalStateException("no operation: " + expression);
    };
  }

  /// The one operand of an operation: where a constant is only added to it, that stays in the operation.
  private Expression shifted(Expression operand) {
    if (operand instanceof Expression.Operation(char operator, Expression left, Expression right)
        && (operator == '+' || operator == '-')) {
      if (isConstant(right) && !isConstant(left)) {
        return withConstant(operator, label(left), right);
      }
      if (isConstant(left) && !isConstant(right)) {
        return withConstant(operator, left, label(right));
      }
    }
    return label(operand);
  }

  /// Constants stand before a product and after a sum: `2x`, `d + 1`.
  private static Expression withConstant(char operator, Expression left, Expression right) {
    boolean swapped =
        operator == '*' && isConstant(right) || operator == '+' && isConstant(left);
    return swapped
        ? new Expression.Operation(operator, right, left)
        : new Expression.Operation(operator, left, right);
  }

  private static boolean isConstant(Expression expression) {
    return expression.variables().isEmpty();
  }

  private static boolean mentionsE(Expression expression) {
    return switch (expression) {
      case Expression.Constant(double value) -> value == Math.E;
      case Variable _ -> false;
      case Expression.Negation(Expression operand) -> mentionsE(operand);
      case Expression.Call(_, Expression argument) -> mentionsE(argument);
      case Expression.Operation(_, Expression left, Expression right) ->
          mentionsE(left) || mentionsE(right);
    };
  }

  /// `a` to `z`, then `aa`, `ab`…, without those that mean something else.
  private String nextLabel() {
    String label;
    do {
      label = Numbers.letters(labels++);
    } while (taken.contains(label));
    return label;
  }
}
