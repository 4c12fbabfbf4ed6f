package thalweg.lab.conformance;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import thalweg.autograd.Autograd;
import thalweg.nn.Functional;
import thalweg.nn.Init;
import thalweg.nn.Windows;
import thalweg.op.Linalg;
import thalweg.random.Seeds;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// The public names of PyTorch 1.13, and which of them Thalweg has: an operation that the runner knows, a
/// method of the public API, a layer or an optimiser, all spelt as Java spells them.
final class PyTorchNames {
  static final String OPEN = "open";
  private static final String OTHER = "other names";

  private static final List<Class<?>> API =
      List.of(
          Tensor.class,
          Tensors.class,
          RandomTensors.class,
          Seeds.class,
          Functional.class,
          Windows.class,
          Init.class,
          Linalg.class,
          Autograd.class);

  private final Map<String, Map<String, List<String>>> namespaces = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();

  private PyTorchNames() {
    Operations.names().forEach(name -> known.add(plain(name)));
    for (Class<?> type : API) {
      Stream.of(type.getMethods()).map(Method::getName).forEach(name -> known.add(plain(name)));
    }
  }

  /// @throws java.io.IOException if it cannot be read
  static PyTorchNames read(Path file) throws java.io.IOException {
    var names = new PyTorchNames();
    Map<String, List<String>> groups = Map.of();
    List<String> group = List.of();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("[")) {
        groups = new LinkedHashMap<>();
        names.namespaces.put(line.substring(1, line.length() - 1), groups);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        int colon = line.indexOf(':');
        if (colon >= 0) {
          group = new ArrayList<>();
          groups.put(line.substring(0, colon), group);
        }
        group.addAll(List.of(line.substring(colon + 1).strip().split(" ")));
      }
    }
    return names;
  }

  /// `leaky_relu_` and `leakyRelu_` → `leakyrelu_`.
  private static String plain(String name) {
    String end = name.endsWith("_") ? "_" : "";
    return name.replace("_", "").toLowerCase(Locale.ROOT) + end;
  }

  Set<String> namespaces() {
    return namespaces.keySet();
  }

  /// The groups of a namespace that have no place here.
  List<String> closedGroups(String namespace) {
    return namespaces.get(namespace).keySet().stream()
        .filter(group -> !group.equals(OPEN) && !group.equals(OTHER))
        .toList();
  }

  /// Those names of a group that Thalweg does not have.
  List<String> missing(String namespace, String group) {
    return select(namespace, group, name -> !isHere(name));
  }

  /// Those of the names that could be here that are.
  List<String> present(String namespace) {
    return select(namespace, OPEN, this::isHere);
  }

  private List<String> select(String namespace, String group, Predicate<String> wanted) {
    return namespaces.get(namespace).getOrDefault(group, List.of()).stream().filter(wanted).toList();
  }

  /// `arccos=acos` for other names of what Thalweg has.
  Set<String> otherNames() {
    Set<String> found = new TreeSet<>();
    for (var groups : namespaces.values()) {
      groups.getOrDefault(OTHER, List.of()).stream()
          .filter(pair -> isHere(pair.substring(pair.indexOf('=') + 1)))
          .forEach(found::add);
    }
    return found;
  }

  /// True if Thalweg has a class of this name, for instance `Linear`, or an operation or method, for instance
  /// `leaky_relu`.
  boolean isHere(String name) {
    if (Character.isUpperCase(name.charAt(0)) && name.length() > 1) {
      return Optimizers.names().contains(name)
          || Stream.of("nn", "optim", "optim.lr", "random").anyMatch(p -> exists("thalweg." + p + "." + name));
    }
    return known.contains(plain(name));
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, PyTorchNames.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | NoClassDefFoundError absent) { // the latter where only the case differs
      return false;
    }
  }
}
