package thalweg;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may know whom. `tensor`, `op`, `autograd` and the hidden `runtime` are one engine and know each other; all else
/// is in layers around them.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("thalweg");

  static Stream<ArchRule> rules() {
    return Stream.of(
        classes()
            .that()
            .resideInAPackage("thalweg.cpu..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("thalweg.cpu..", "java..", "jdk.incubator.vector")
            .because("loops know arrays, offsets and strides, never a tensor"),
        noClasses()
            .that()
            .resideInAPackage("thalweg.random")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "thalweg.tensor", "thalweg.op..", "thalweg.autograd", "thalweg.runtime", "thalweg.nn",
                "thalweg.optim..", "thalweg.data")
            .because("random streams fill plain arrays"),
        noClasses()
            .that()
            .resideInAnyPackage("thalweg.tensor", "thalweg.op..", "thalweg.autograd", "thalweg.runtime")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "thalweg.nn", "thalweg.optim..", "thalweg.expr", "thalweg.trace", "thalweg.data",
                "thalweg.io")
            .because("the engine is used by layers, optimisers and formulas, not the other way round"),
        noClasses()
            .that()
            .resideInAnyPackage("thalweg.nn", "thalweg.optim", "thalweg.expr", "thalweg.trace", "thalweg.data")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("thalweg.cpu..")
            .because("loops are reached through operations"),
        noClasses()
            .that()
            .resideInAPackage("thalweg.expr")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("thalweg.nn", "thalweg.optim"),
        noClasses()
            .that()
            .resideInAnyPackage("thalweg.optim..", "thalweg.data", "thalweg.trace", "thalweg.expr")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("thalweg.runtime", "thalweg.op.layer")
            .because("what users write with tensors, these do too"),
        slices().matching("thalweg.cpu.(*)..").should().beFreeOfCycles(),
        slices().matching("thalweg.(nn|optim|data|trace|expr|random|scratch)..").should().beFreeOfCycles(),
        classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("thalweg..", "java..", "jdk.incubator.vector")
            .because("the core needs the JDK alone"),
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameStartingWith("Abstract"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(CLASSES);
  }
}
