package thalweg.lab.doc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import thalweg.figures.Figure;
import thalweg.tensor.Tensor;

/// The library's sources, which the build packs beside the lab's classes.
final class PackedSources {
  /// No package names, so that other modules may read them and `list` shows them.
  private static final List<String> ROOTS = List.of("META-INF/thalweg-core/", "META-INF/thalweg-figures/");

  private PackedSources() {}

  /// A source file: `thalweg/nn/Linear.java` and what stands in it.
  record File(String path, String text) {}

  /// The files of all packages that anyone may use.
  static List<File> all() {
    List<String> open =
        Stream.of(Tensor.class, Figure.class)
            .flatMap(type -> type.getModule().getDescriptor().exports().stream())
            .filter(exports -> !exports.isQualified())
            .map(Exports::source)
            .toList();
    ResolvedModule lab =
        ModuleLayer.boot()
            .configuration()
            .findModule(PackedSources.class.getModule().getName())
            .orElseThrow();
    try (ModuleReader reader = lab.reference().open();
        Stream<String> names = reader.list()) {
      var files = new ArrayList<File>();
      for (String name : names.filter(n -> n.endsWith(".java") && !root(n).isEmpty()).sorted().toList()) {
        String path = name.substring(root(name).length());
        int slash = path.lastIndexOf('/');
        if (slash > 0 && open.contains(path.substring(0, slash).replace('/', '.'))) {
          files.add(new File(path, read(reader, name)));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String root(String name) {
    return ROOTS.stream().filter(name::startsWith).findFirst().orElse("");
  }

  /// The Maven module that a package lies in.
  static String module(String packageName) {
    return packageName.startsWith("thalweg.figures") ? "thalweg-figures" : "thalweg-core";
  }

  private static String read(ModuleReader reader, String name) throws IOException {
    try (InputStream in = reader.open(name).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
