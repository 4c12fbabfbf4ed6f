package thalweg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thalweg.tensor.Tensor;

/// What users of the module can call, line by line, beside the list that was agreed on: nothing appears or vanishes
/// unannounced. With `-Dapi.write=true` the list is written anew; the difference belongs into the changelog.
class PublicApiTest {
  private static final Path LIST = Path.of("src/test/resources/thalweg/public-api.txt");
  private static final String COMMAND = "mvn -pl thalweg-core test -Dtest=PublicApiTest -Dapi.write=true";

  private static final Module MODULE = Tensor.class.getModule();
  private static final Set<String> EXPORTED =
      MODULE.getDescriptor().exports().stream()
          .filter(export -> !export.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toSet());

  @Test
  void isAsAgreedOn() throws IOException {
    String found = String.join("\n", lines()) + "\n";
    if (Boolean.getBoolean("api.write")) {
      Files.writeString(LIST, found);
    }
    assertThat(found.lines().toList())
        .as("the public API changed; if that is wanted, announce it in CHANGELOG.md and write the list anew:%n%s", COMMAND)
        .containsExactlyElementsOf(Files.readAllLines(LIST));
  }

  /// A signature that shows a hidden type cannot be used.
  @Test
  void showsNoHiddenType() throws IOException {
    var hidden = new ArrayList<String>();
    for (Class<?> type : types()) {
      members(type).forEach(member -> signature(member)
          .flatMap(PublicApiTest::classes)
          .filter(shown -> shown.getModule() == MODULE && !isVisible(shown))
          .forEach(shown -> hidden.add(line(type, member) + " shows " + shown.getName())));
    }
    assertThat(hidden).isEmpty();
  }

  private static Set<String> lines() throws IOException {
    var lines = new TreeSet<String>();
    for (Class<?> type : types()) {
      lines.add(type.getName());
      members(type).forEach(member -> lines.add(line(type, member)));
    }
    return lines;
  }

  private static List<Class<?>> types() throws IOException {
    try (ModuleReader reader =
        MODULE.getLayer().configuration().findModule(MODULE.getName()).orElseThrow().reference().open()) {
      return reader.list()
          .filter(name -> name.endsWith(".class") && !name.contains("module-info") && !name.contains("package-info"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .filter(name -> EXPORTED.contains(name.substring(0, name.lastIndexOf('.'))))
          .<Class<?>>map(name -> Class.forName(MODULE, name))
          .filter(PublicApiTest::isVisible)
          .filter(type -> !isOfTests(type))
          .toList();
    }
  }

  /// Tests are patched into the module.
  private static boolean isOfTests(Class<?> type) {
    return Files.exists(Path.of("target/test-classes", type.getName().replace('.', '/') + ".class"));
  }

  private static boolean isVisible(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      if (!Modifier.isPublic(at.getModifiers()) && !Modifier.isProtected(at.getModifiers())) {
        return false;
      }
    }
    return EXPORTED.contains(type.getPackageName());
  }

  private static Stream<Member> members(Class<?> type) {
    return Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
        .flatMap(Arrays::stream)
        .map(Member.class::cast)
        .filter(member -> !member.isSynthetic())
        .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
  }

  private static Stream<Type> signature(Member member) {
    return switch (member) {
      case Field field -> Stream.of(field.getGenericType());
      case Executable call -> Stream.concat(
          Arrays.stream(call.getGenericParameterTypes()), Stream.of(call.getAnnotatedReturnType().getType()));
      default -> Stream.of();
    };
  }

  private static Stream<Class<?>> classes(Type type) {
    return switch (type) {
      case Class<?> one -> one.isArray() ? classes(one.getComponentType()) : Stream.of(one);
      case GenericArrayType array -> classes(array.getGenericComponentType());
      case ParameterizedType generic -> Stream.concat(
          classes(generic.getRawType()), Arrays.stream(generic.getActualTypeArguments()).flatMap(PublicApiTest::classes));
      case WildcardType wildcard -> Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
          .flatMap(Arrays::stream)
          .flatMap(PublicApiTest::classes);
      default -> Stream.of();
    };
  }

  private static String line(Class<?> type, Member member) {
    String what = member instanceof Executable call
        ? Arrays.stream(call.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"))
        : "";
    String name = member.getName().startsWith("thalweg.") ? "new" : member.getName();
    return type.getName() + " " + name + what;
  }
}
