package thalweg.expr;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import thalweg.autograd.Graph;
import thalweg.tensor.Tensor;

/// A formula such as `tanh(ln(1 + z*2*x/sin(y)))`, as a tree.
///
/// `+ - * / ^`, unary minus and parentheses; `^` binds tightest and to the right, tighter than unary minus:
/// `-x^2` is `−(x²)`. Numbers may have an exponent, names are letters, digits and `_`. `pi`, `π` and `e` are
/// constants; [Function] lists the functions. Also read is what [#pretty] writes and people do: `2x`, `3(x + 1)`,
/// `x²`, `tanh²(x)`, `x**2`, `a·b`, `a × b`, `a ÷ b`, `−x`, `√x`, brackets, `w₁`. At most 4,000 characters, and
/// parentheses 250 deep.
///
/// ```java
/// var x = tensor(0.5).requiresGrad_(true);
/// var y = tensor(1.0).requiresGrad_(true);
/// var z = Expression.parse("sin(x^2 + y^2)").evaluate(Map.of("x", x, "y", y));
/// z.backward();
/// IO.println(z);  // tensor(0.9490, grad_fn=<SinBackward0>)
/// IO.println(x.grad());  // tensor(0.3153)
/// ```
public sealed interface Expression {
  /// The tree of a formula.
  ///
  /// @throws ExpressionException if it does not parse; the message has a caret under the place
  static Expression parse(String source) {
    return new Parser(source).parse();
  }

  /// A recorded graph of numbers as a formula in the names of its leaves, lightly simplified. Empty where a
  /// tensor of several numbers takes part, an operation has no notation here, an operand was not kept, or the
  /// formula would be very long.
  ///
  /// ```java
  /// var x = tensor(2.0).requiresGrad_(true);
  /// var y = tensor(3.0).requiresGrad_(true);
  /// var graph = Graph.backward(x.div(y).tanh(), Map.of("x", x, "y", y));
  /// IO.println(Expression.of(graph.edges().get(1).local().get()).get());  // -x/y^2
  /// ```
  static Optional<Expression> of(Graph graph) {
    return Recorded.of(graph);
  }

  /// A number.
  record Constant(double value) implements Expression {
    @Override
    public String toString() {
      return Notation.TEXT.of(this);
    }
  }

  /// A variable.
  record Variable(String name) implements Expression {
    @Override
    public String toString() {
      return Notation.TEXT.of(this);
    }
  }

  /// `−x`.
  record Negation(Expression operand) implements Expression {
    @Override
    public String toString() {
      return Notation.TEXT.of(this);
    }
  }

  /// `left operator right`.
  record Operation(char operator, Expression left, Expression right) implements Expression {
    @Override
    public String toString() {
      return Notation.TEXT.of(this);
    }
  }

  /// `function(argument)`.
  record Call(Function function, Expression argument) implements Expression {
    @Override
    public String toString() {
      return Notation.TEXT.of(this);
    }
  }

  /// The names of the variables, in the order in which they first appear.
  default SequencedSet<String> variables() {
    var names = new LinkedHashSet<String>();
    collect(this, names);
    return names;
  }

  private static void collect(Expression expression, SequencedSet<String> names) {
    var rights = new ArrayDeque<Expression>(); // long sums and products lean to the left
    while (expression instanceof Operation(_, Expression left, Expression right)) {
      rights.push(right);
      expression = left;
    }
    collectInner(expression, names);
    rights.forEach(right -> collect(right, names));
  }

  private static void collectInner(Expression expression, SequencedSet<String> names) {
    switch (expression) {
      case Constant _ -> {}
      case Variable(String name) -> names.add(name);
      case Negation(Expression operand) -> collect(operand, names);
      case Call(_, Expression argument) -> collect(argument, names);
      case Operation operation -> collect(operation, names);
    }
  }

  /// The value at `variables`, element by element; recorded, so that it can be differentiated.
  ///
  /// @throws IllegalArgumentException if a variable has no value; the message names all that the formula
  ///     needs
  default Tensor evaluate(Map<String, Tensor> variables) {
    requireValues(variables.keySet());
    return new Evaluation(variables).tensor(this);
  }

  /// Makes sure that every variable is among `given`.
  ///
  /// @throws IllegalArgumentException naming one that is not, and all that the formula needs
  default void requireValues(Set<String> given) {
    for (String name : variables()) {
      if (!given.contains(name)) {
        throw new IllegalArgumentException(
            "the formula needs a value for %s; its variables are %s"
                .formatted(name, String.join(", ", variables())));
      }
    }
  }

  /// The derivative with respect to one variable, by the rules one learns at school, lightly simplified.
  ///
  /// ```java
  /// IO.println(Expression.parse("ln(1 + x^2)").derivative("x"));  // 2*x/(1+x^2)
  /// ```
  default Expression derivative(String variable) {
    return new Derivative(variable).of(this);
  }

  /// As a formula that [#parse] reads back as the same tree: `2*x/sin(y)`.
  @Override
  String toString();

  /// For people to read, in plain Unicode: `1 − tanh²(e)`, `2x/sin(y)`.
  default String pretty() {
    return Notation.PRETTY.of(this);
  }

  /// In TeX, to stand between dollar signs: `\frac{2x}{\sin(y)}`.
  default String tex() {
    return Tex.of(this);
  }
}
