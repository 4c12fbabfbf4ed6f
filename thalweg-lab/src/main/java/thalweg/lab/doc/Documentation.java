package thalweg.lab.doc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import thalweg.lab.doc.Declaration.Kind;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;

/// The library's public declarations, by the names that users of Java and of PyTorch give them.
public final class Documentation {
  private final List<PackedSources.File> files;

  private Documentation(List<PackedSources.File> files) {
    this.files = files;
  }

  /// That of the sources packed with the lab.
  public static Documentation packed() {
    return new Documentation(PackedSources.all());
  }

  /// Everything public, in the order of the files.
  List<Declaration> all() {
    return SourceParser.parse(files).stream().filter(Declaration::isPublic).toList();
  }

  /// What `query` names: `Linear`, `leakyRelu`, `leaky_relu`, `Tensors.linspace`, `torch.nn.Linear??`. Overloads
  /// come together; a class comes without its members.
  ///
  /// @throws BadInputException naming the nearest if there is none
  List<Declaration> named(String query) {
    Name name = Name.of(query);
    List<PackedSources.File> candidates =
        files.stream().filter(file -> letters(file.text()).contains(letters(name.last()))).toList();
    List<Declaration> found = name.among(SourceParser.parse(candidates).stream().filter(Declaration::isPublic).toList());
    if (found.isEmpty()) {
      throw unknown(name);
    }
    return found;
  }

  private BadInputException unknown(Name name) {
    Set<String> known = new LinkedHashSet<>();
    all().stream().filter(d -> d.kind() != Kind.CONSTRUCTOR).map(Declaration::name).forEach(known::add);
    List<String> near = Nearest.names(name.last(), known);
    if (near.isEmpty()) {
      near = Nearest.names(name.camel(), known);
    }
    return new BadInputException(
        "there is no public class or method '%s'; %s"
            .formatted(
                name.typed(),
                near.isEmpty()
                    ? "names are PyTorch's in Java's spelling, for instance Linear, leakyRelu, Tensors.linspace"
                    : "did you mean " + String.join(" or ", near) + "?"));
  }

  /// A type that another extends or implements, with its own public methods.
  record Supertype(Declaration type, List<Declaration> methods) {}

  /// What a type extends and implements, the nearest first; types from elsewhere are left out.
  List<Supertype> supertypes(Declaration type) {
    var found = new ArrayList<Supertype>();
    var asked = new HashSet<String>(Set.of(type.qualified()));
    var rest = new ArrayDeque<>(type.above());
    while (!rest.isEmpty()) {
      String name = rest.remove();
      if (!asked.add(name)) {
        continue;
      }
      for (Declaration above : types(name)) {
        List<Declaration> methods =
            around(above).stream()
                .filter(d -> d.kind() == Kind.METHOD && d.owner().equals(above.qualified()) && !d.isStatic())
                .toList();
        found.add(new Supertype(above, methods));
        rest.addAll(above.above());
      }
    }
    return found;
  }

  private List<Declaration> types(String name) {
    List<PackedSources.File> candidates =
        files.stream().filter(file -> file.path().endsWith("/" + name + ".java")).toList();
    return SourceParser.parse(candidates).stream()
        .filter(d -> d.kind() == Kind.TYPE && d.qualified().equals(name))
        .toList();
  }

  /// What the file of a declaration declares, formulas among it.
  List<Declaration> around(Declaration declaration) {
    return SourceParser.parse(
        files.stream().filter(file -> file.path().equals(declaration.origin())).toList());
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /// Small letters without underscores, but for those at the end: `kaiming_uniform_` is `kaiminguniform_`.
  private static String loose(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("_(?!$)", "");
  }

  /// A name as typed.
  ///
  /// @param owner what stands before the last point; empty if nothing does
  private record Name(String typed, String owner, String last) {
    /// What PyTorch and NumPy call otherwise.
    private static final Map<String, String> OURS =
        Map.of(
            "Module", "Layer", "nn.Module", "Layer", "torch.nn.Module", "Layer",
            "RandomState", "NumpyRandomState", "default_rng", "NumpyGenerator",
            "ModuleList", "LayerList", "nn.ModuleList", "LayerList", "torch.nn.ModuleList", "LayerList",
            "Generator", "TorchGenerator");

    static Name of(String query) {
      String name = query.strip().replaceAll("[?(].*$", "").replace('#', '.');
      name = name.replaceFirst("^numpy\\.", "np.").replaceFirst("^np\\.random\\.(?=RandomState|default_rng)", "");
      name = name.replaceFirst("^np\\.random\\.", "NumpyRandomState.").replaceFirst("^random\\.", "PythonRandom.");
      name = OURS.getOrDefault(name, name);
      int point = name.lastIndexOf('.');
      return new Name(query.strip(), point < 0 ? "" : name.substring(0, point), name.substring(point + 1));
    }

    /// `leaky_relu` as Java spells it.
    String camel() {
      var spelled = new StringBuilder();
      for (String part : last.split("_(?!$)")) {
        spelled.append(
            spelled.isEmpty() || part.isEmpty()
                ? part
                : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
      }
      return spelled.toString();
    }

    /// Those spelled just so, else those spelled alike but for capitals and underscores.
    List<Declaration> among(List<Declaration> all) {
      for (Predicate<String> same :
          List.<Predicate<String>>of(
              last::equals, camel()::equals, name -> loose(name).equals(loose(last)))) {
        List<Declaration> found =
            all.stream().filter(d -> same.test(d.name()) && isOwnedBy(d)).toList();
        if (!found.isEmpty()) {
          return essential(found);
        }
      }
      return List.of();
    }

    /// Of a class and its constructors the class; of methods those that others override.
    private static List<Declaration> essential(List<Declaration> found) {
      List<Declaration> types = found.stream().filter(d -> d.kind() == Kind.TYPE).toList();
      List<Declaration> own = found.stream().filter(d -> !d.overrides()).toList();
      return !types.isEmpty() ? types : own.isEmpty() ? found : own;
    }

    private boolean isOwnedBy(Declaration d) {
      String around = (d.packageName() + "." + d.owner()).replaceAll("\\.$", "");
      boolean pytorch = owner.equals("torch") || owner.startsWith("torch.") || owner.equals("F") || owner.equals("np");
      return owner.isEmpty()
          || pytorch
          || around.equals(owner)
          || around.endsWith("." + owner)
          || owner.matches("(thalweg\\.tensor\\.)?Tensor") && d.isOnTensor();
    }
  }
}
