package thalweg.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import thalweg.tensor.DType;
import thalweg.tensor.Numbers;
import thalweg.tensor.Shape;

/// What an operation was called with besides tensors, by PyTorch's names and in PyTorch's order. Options that have
/// their default are left out.
///
/// ```java
/// var arguments = Arguments.of("dim", 1, "keepdim", true);
/// IO.println(arguments);  // dim=1, keepdim=True
/// IO.println(arguments.get("dim").get());  // 1
/// ```
///
/// A value is a number, a truth value, a word, several whole numbers, a [Shape] or a [DType].
public final class Arguments {
  /// Of what is called with tensors alone.
  public static final Arguments NONE = new Arguments(new Object[0]);

  private final Object[] named; // a name, its value, the next name …

  private Arguments(Object[] named) {
    this.named = named;
  }

  /// Names, each before its value; one whose value is null is left out.
  ///
  /// @throws IllegalArgumentException for a name without a value, or a value without a name
  public static Arguments of(Object... named) {
    int count = 0;
    for (int i = 0; i < named.length; i += 2) {
      if (!(named[i] instanceof String) || i + 1 == named.length) {
        throw new IllegalArgumentException("arguments: a name and a value in turn, not " + Arrays.toString(named));
      }
      count += named[i + 1] == null ? 0 : 2;
    }
    Object[] given = new Object[count];
    for (int i = 0, next = 0; next < count; i += 2) {
      if (named[i + 1] != null) {
        given[next++] = named[i];
        given[next++] = own(named[i + 1]);
      }
    }
    return count == 0 ? NONE : new Arguments(given);
  }

  private static Object own(Object value) {
    return value instanceof int[] list ? list.clone() : value;
  }

  /// `value`, or null, which leaves it out, where it is what PyTorch assumes anyway.
  public static Object unless(Object assumed, Object value) {
    return assumed.equals(value) ? null : value;
  }

  /// Those of a reduction: over all where `dims` is empty.
  public static Arguments ofDims(int[] dims, boolean keepdim) {
    return dims.length == 0 && !keepdim ? NONE : of("dim", dims(dims), "keepdim", unless(false, keepdim));
  }

  /// Dimensions to reduce: one as a number, none as null.
  public static Object dims(int[] dims) {
    return dims.length == 0 ? null : dims.length == 1 ? (Object) dims[0] : dims;
  }

  /// The names, in PyTorch's order.
  public List<String> names() {
    var names = new ArrayList<String>();
    for (int i = 0; i < named.length; i += 2) {
      names.add((String) named[i]);
    }
    return names;
  }

  /// The value called so, if there is one; several whole numbers are a list.
  public Optional<Object> get(String name) {
    return value(name).map(value -> value instanceof int[] list ? Arrays.stream(list).boxed().toList() : value);
  }

  private Optional<Object> value(String name) {
    for (int i = 0; i < named.length; i += 2) {
      if (named[i].equals(name)) {
        return Optional.of(named[i + 1]);
      }
    }
    return Optional.empty();
  }

  /// How many of them are single numbers.
  public int numbers() {
    int numbers = 0;
    for (int i = 1; i < named.length; i += 2) {
      numbers += named[i] instanceof Number ? 1 : 0;
    }
    return numbers;
  }

  /// The value called so as Python prints it: `(0, 2)`, `True`, `'mean'`.
  ///
  /// @throws java.util.NoSuchElementException if there is none
  public String printed(String name) {
    return printed(value(name).orElseThrow());
  }

  private static String printed(Object value) {
    return switch (value) {
      case Double number -> Numbers.shortest(number);
      case Boolean truth -> truth ? "True" : "False";
      case String word -> "'" + word + "'";
      case Enum<?> word when !(word instanceof DType) ->
          "'" + word.name().toLowerCase(Locale.ROOT) + "'";
      case Shape shape -> tuple(shape.toArray());
      case int[] list -> tuple(list);
      default -> value.toString();
    };
  }

  /// Python marks a tuple of one by a comma.
  private static String tuple(int[] list) {
    return list.length == 1 ? "(" + list[0] + ",)" : Shape.tuple(list);
  }

  /// As in a call in Python: `dim=1, keepdim=True`.
  @Override
  public String toString() {
    return names().stream().map(name -> name + "=" + printed(name)).collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Arguments those && Arrays.deepEquals(named, those.named);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(named);
  }
}
