package thalweg.lab.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.lab.doc.Declaration.Kind;
import thalweg.lab.lesson.BadInputException;
import thalweg.tensor.RandomTensors;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

class DocumentationTest {
  private static final Documentation PACKED = Documentation.packed();
  private static final List<Declaration> ALL = PACKED.all();

  /// But for the functions of formulas, whose names say it all.
  @Test
  void everyPublicClassMethodAndConstantHasAComment() {
    List<String> bare =
        ALL.stream()
            .filter(d -> d.comment().isEmpty() && !d.overrides() && !d.owner().equals("Function"))
            .map(d -> d.kind() + " " + d.qualified() + " (" + d.origin() + ":" + d.line() + ")")
            .toList();
    assertThat(bare).isEmpty();
  }

  /// Reflection knows what is there, the sources what is said about it.
  @Test
  void everyOperationOfATensorIsFound() {
    Set<String> documented =
        ALL.stream().filter(d -> d.kind() == Kind.METHOD).map(Declaration::name).collect(Collectors.toSet());
    var methods = new ArrayList<Method>(List.of(Tensor.class.getMethods()));
    methods.addAll(List.of(Tensors.class.getMethods()));
    methods.addAll(List.of(RandomTensors.class.getMethods()));
    List<String> operations =
        methods.stream()
            .filter(m -> m.getDeclaringClass() != Object.class && Modifier.isPublic(m.getModifiers()))
            .map(Method::getName)
            .distinct()
            .toList();
    assertThat(operations).hasSizeGreaterThan(150);
    assertThat(documented).containsAll(operations);
  }

  @Test
  void everyNameIsFoundByItself() {
    List<String> names = ALL.stream().map(Declaration::qualified).distinct().toList();
    for (int i = 0; i < names.size(); i += 25) { // each parses some files
      assertThat(PACKED.named(names.get(i))).as(names.get(i)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Linear, Linear",
    "mseloss, MSELoss",
    "torch.nn.Linear??, Linear",
    "thalweg.nn.Linear, Linear",
    "nn.Linear, Linear",
    "Linear.Options, Linear.Options",
    "leakyRelu, Activations.leakyRelu",
    "leaky_relu, Activations.leakyRelu",
    "torch.matmul, Products.matmul",
    "Tensor.matmul, Products.matmul",
    "Tensors.linspace, Tensors.linspace",
    "add_, InPlace.add_",
    "kaiming_uniform_, Init.kaimingUniform_",
    "LEAKY_RELU, LeakyReLU",
    "Reduction.SUM, Reduction.SUM"
  })
  void namesAreJavasOrPyTorchs(String query, String qualified) {
    assertThat(PACKED.named(query)).extracting(Declaration::qualified).containsOnly(qualified);
  }

  @ParameterizedTest
  @CsvSource({"Linaer, Linear", "mathmul, matmul", "Tensors.linspac, linspace", "kaiming_unifrom_, kaimingUniform_"})
  void unknownNamesSuggestTheNearest(String query, String near) {
    assertThatThrownBy(() -> PACKED.named(query))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'" + query + "'")
        .hasMessageContaining("did you mean")
        .hasMessageContaining(near);
  }

  @Test
  void namesThatAreNearNothingAreExplained() {
    assertThatThrownBy(() -> PACKED.named("xyzzyxyzzy"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("for instance Linear");
  }

  @Test
  void aClassShowsSignatureShapesStartExampleAndSource() {
    String text = new DocText(100, true, new Emphasis(false)).of("Linear", PACKED);
    assertThat(text)
        .startsWith("thalweg.nn.Linear\n")
        .contains("new Linear(int inFeatures, int outFeatures, Options options)")
        .contains("y = x·Wᵀ + b", "(−√k, √k)", "torch.Size([128, 30])")
        .contains("(*, inFeatures) → (*, outFeatures)")
        .contains("  public final class Linear implements Layer {", "linear(weight, bias)")
        .doesNotContain("\u001b");
  }

  @Test
  void anOperationShowsItsFormulaAndGradient() {
    String text = new DocText(100, true, new Emphasis(false)).of("leaky_relu", PACKED);
    assertThat(text)
        .contains("Tensor leakyRelu(double negativeSlope)", "a method of every Tensor")
        .contains("Binary LEAKY_RELU", ".dx(X | Y");
  }

  @Test
  void withoutSourceAllLinesFit() {
    var documentation = new DocText(100, false, new Emphasis(false));
    for (String name : List.of("Linear", "SGD", "Generator", "Tensors", "Reductions", "Reduction")) {
      String text = documentation.of(name, PACKED);
      assertThat(text).doesNotContain("return ");
      assertThat(Arrays.asList(text.split("\n")))
          .allMatch(line -> line.codePointCount(0, line.length()) <= 100);
    }
  }

  @Test
  void manyOwnersAreListed() {
    String text = new DocText(100, false, new Emphasis(false)).of("toString", PACKED);
    assertThat(text).contains("Name one:", "thalweg doc Linear.toString");
  }

  private static String text(String name) {
    return new DocText(96, false, new Emphasis(false)).of(name, PACKED);
  }

  @Test
  void anEnumNamesItsConstants() {
    assertThat(text("Reduction")).contains("    MEAN\n        Their mean.", "    NONE\n");
  }

  @Test
  void aClassNamesWhatItInherits() {
    assertThat(text("SGD")).containsPattern("PerParameterOptimizer: .*step").containsPattern("Optimizer: .*zeroGrad");
    assertThat(text("Tensor")).contains("Arithmetic: ", "Inherited");
  }

  @ParameterizedTest
  @CsvSource({
    "np.random.rand, thalweg.random.NumpyRandomState.rand", "numpy.random.randn, thalweg.random.NumpyRandomState.randn",
    "RandomState, thalweg.random.NumpyRandomState", "np.random.default_rng, thalweg.random.NumpyGenerator",
    "np.linspace, thalweg.tensor.Tensors.linspace", "random.random, thalweg.random.PythonRandom.random",
    "nn.Module, thalweg.nn.Layer", "zero_grad, thalweg.nn.Layer.zeroGrad", "gen_samples, thalweg.scratch.Samples.genSamples",
    "Figure, thalweg.figures.Figure", "TrainingFigures, thalweg.figures.training.TrainingFigures",
    "Page, thalweg.figures.html.Page", "ShallowNarrow, thalweg.scratch.ShallowNarrow"
  })
  void namesOfPyTorchAndNumPyLeadToOurs(String typed, String ours) {
    assertThat(text(typed).lines().toList()).contains(ours);
  }

  @Test
  void aFigureIsSaidToStandInItsModule() {
    assertThat(text("Figure")).contains("Source  thalweg-figures/src/main/java/thalweg/figures/Figure.java, line ");
  }
}
