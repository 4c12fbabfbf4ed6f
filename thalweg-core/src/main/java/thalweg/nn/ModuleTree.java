package thalweg.nn;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import thalweg.tensor.Tensor;

/// The way through a layer and all that are inside, with their dotted names.
final class ModuleTree {
  private ModuleTree() {}

  /// Visits `layer`, then its children, each under its full name.
  static void visit(String name, Layer layer, BiConsumer<String, Layer> visitor) {
    visitor.accept(name, layer);
    layer.children().forEach((inner, child) -> visit(join(name, inner), child, visitor));
  }

  /// What each layer owns, under full names.
  static SequencedMap<String, Tensor> collect(
      Layer layer, Function<Layer, SequencedMap<String, Tensor>> owned) {
    var named = new LinkedHashMap<String, Tensor>();
    visit(
        "",
        layer,
        (prefix, part) ->
            owned.apply(part).forEach((name, tensor) -> named.put(join(prefix, name), tensor)));
    return named;
  }

  /// The same without those that occur before under another name.
  static <T> SequencedMap<String, T> once(SequencedMap<String, T> named) {
    Set<T> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    named.values().removeIf(part -> !seen.add(part));
    return named;
  }

  private static String join(String prefix, String name) {
    return prefix.isEmpty() ? name : prefix + "." + name;
  }
}
