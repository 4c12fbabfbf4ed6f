package thalweg.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static thalweg.lab.cli.Shell.mistake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.lab.lesson.BadInputException;

/// What a command gets of what was typed.
class ParserTest {
  private static final Option<Boolean> OPEN = Option.flag("--open", "Open it.");
  private static final Option<Path> OUT = Option.of("--out", "DIR", Type.PATH, Path.of("report"), "Where it goes");
  private static final Option<Optional<String>> JSON = Option.of("--json", "FILE", Type.TEXT, "As JSON.");
  private static final Option<Optional<Double>> DPI = Option.of("--dpi", "NUMBER", Type.NUMBER, "Pixels.");
  private static final Option<Optional<Long>> SEED = Option.of("--seed", "NUMBER", Type.LONG, "A seed.");
  private static final Option<Integer> STEPS = Option.of("--steps", "COUNT", Type.INTEGER, 50, "How many");
  private static final Option<List<String>> AT = Option.each("--at", "X=1", "Where.");
  private static final Option<List<String>> ONLY = Option.list("--only", "NAME", "Which.");
  private static final Option<List<String>> SET = Option.several("--set", "NAME=VALUE", "Change it.");
  private static final List<Option<?>> OPTIONS = List.of(OPEN, OUT, JSON, DPI, SEED, STEPS, AT, ONLY, SET);

  private static final Operand<String> NAME = Operand.required("NAME", "What it is called.");
  private static final Operand<Optional<String>> FORMULA = Operand.optional("FORMULA", Type.TEXT, "It.").withMinus();
  private static final Operand<List<Path>> FILES = Operand.several("FILE", Type.PATH, "Files.");

  private static Arguments parse(List<Operand<?>> operands, String... typed) {
    return Parser.parse(operands, OPTIONS, List.of(typed));
  }

  private static Arguments parse(String... typed) {
    return parse(List.of(NAME), typed);
  }

  @Test
  void whatIsNotGivenIsTheDefault() {
    var arguments = parse("x");
    assertThat(arguments.get(NAME)).isEqualTo("x");
    assertThat(arguments.get(OPEN)).isFalse();
    assertThat(arguments.get(OUT)).isEqualTo(Path.of("report"));
    assertThat(arguments.get(JSON)).isEmpty();
    assertThat(arguments.get(STEPS)).isEqualTo(50);
    assertThat(arguments.get(SET)).isEmpty();
    assertThat(arguments.has(SET)).isFalse();
  }

  static Stream<List<String>> places() {
    return Stream.of(
        List.of("--json", "f", "--open", "--steps=3", "x"),
        List.of("x", "--open", "--steps", "3", "--json=f"),
        List.of("--steps", "3", "x", "--json", "f", "--open"),
        List.of("--steps", "3", "--json", "f", "--open", "--", "x"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void optionsMayStandAnywhere(List<String> typed) {
    var arguments = parse(typed.toArray(String[]::new));
    assertThat(arguments.get(NAME)).isEqualTo("x");
    assertThat(arguments.get(OPEN)).isTrue();
    assertThat(arguments.get(STEPS)).isEqualTo(3);
    assertThat(arguments.get(JSON)).contains("f");
  }

  @Test
  void valuesMayBeNegativeEmptyOrHaveAnEqualsSign() {
    var arguments = parse("x", "--dpi", "-2.5e1", "--seed=-3", "--steps", "-1", "--json=", "--out", "a=b", "--at", "-x");
    assertThat(arguments.get(DPI)).contains(-25.0);
    assertThat(arguments.get(SEED)).contains(-3L);
    assertThat(arguments.get(STEPS)).isEqualTo(-1);
    assertThat(arguments.get(JSON)).contains("");
    assertThat(arguments.get(OUT)).isEqualTo(Path.of("a=b"));
    assertThat(arguments.get(AT)).containsExactly("-x");
    assertThat(parse("x", "--json", "").get(JSON)).contains("");
    assertThat(parse("x", "--json=--open").get(JSON)).contains("--open");
    assertThat(parse("x", "--json", "-").get(JSON)).contains("-");
  }

  @Test
  void severalValuesGoUpToTheNextOption() {
    var arguments = parse("x", "--set", "a=1", "b=-2", "--open", "--set=c=3", "d=");
    assertThat(arguments.get(SET)).containsExactly("a=1", "b=-2", "c=3", "d=");
    assertThat(arguments.get(OPEN)).isTrue();
    assertThat(parse("--set", "a=1", "b=2", "--", "x").get(SET)).containsExactly("a=1", "b=2");
    assertThat(parse("--at", "x=1", "x", "--at", "y=2").get(AT)).containsExactly("x=1", "y=2");
    assertThat(parse("--only", "a,b", "x", "--only=c").get(ONLY)).containsExactly("a", "b", "c");
  }

  @Test
  void operandsAreInOrder() {
    var arguments = parse(List.of(NAME, FILES), "x", "a", "--open", "b");
    assertThat(arguments.get(NAME)).isEqualTo("x");
    assertThat(arguments.get(FILES)).containsExactly(Path.of("a"), Path.of("b"));
    assertThat(parse("").get(NAME)).isEmpty();
    assertThat(parse("-").get(NAME)).isEqualTo("-");
    assertThat(parse("--", "--open").get(NAME)).isEqualTo("--open");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x^2", "-x", "-at", "-h^2", "-5", "-x=2", "--(x)", "--2*x", "-"})
  void formulasMayBeginWithAMinus(String formula) {
    assertThat(parse(List.of(FORMULA), formula, "--at", "x=1").get(FORMULA)).contains(formula);
    assertThat(parse(List.of(FORMULA), "--at", "x=1", formula).get(FORMULA)).contains(formula);
    assertThat(parse(List.of(FORMULA), "--at", "x=1", "--", formula).get(FORMULA)).contains(formula);
    assertThat(parse(List.of(FORMULA), "--at", "x=1").get(FORMULA)).isEmpty();
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> mistakes() {
    return Stream.of(
        mistake("NAME is missing. What it is called."),
        mistake("NAME is missing", "--set", "a=1", "x"),
        mistake("unexpected argument 'y'", "x", "y"),
        mistake("unexpected argument '--open'", "x", "--", "--open"),
        mistake("--json needs a value: --json=FILE", "x", "--json"),
        mistake("--json needs a value", "x", "--json", "--open"),
        mistake("--json needs a value", "x", "--json", "--opne"),
        mistake("--json needs a value", "x", "--json", "--", "y"),
        mistake("--set needs a value: --set=NAME=VALUE...", "x", "--set"),
        mistake("--set needs a value", "x", "--set", "--open"),
        mistake("--json is given twice", "x", "--json", "a", "--json=b"),
        mistake("--open is given twice", "x", "--open", "--open"),
        mistake("--open takes no value, but got 'yes'", "x", "--open=yes"),
        mistake("--open takes no value, but got ''", "x", "--open="),
        mistake("--dpi: 'wide' is not a number", "x", "--dpi", "wide"),
        mistake("--dpi: '' is not a number", "x", "--dpi="),
        mistake("--steps: '1.5' is not a 32-bit integer", "x", "--steps", "1.5"),
        mistake("--steps: '4000000000' is not a 32-bit integer", "x", "--steps", "4000000000"),
        mistake("--seed: 'x' is not a 64-bit integer", "x", "--seed", "x"),
        mistake("--out: 'a\0' is not a path", "x", "--out", "a\0"),
        mistake("there is no option '--jsn'; did you mean --json?", "x", "--jsn=f"),
        mistake("there is no option '--js'; did you mean --json?", "x", "--js", "f"),
        mistake("there is no option '--OPEN'; did you mean --open?", "x", "--OPEN"),
        mistake("there is no option '-json'; did you mean --json?", "x", "-json", "f"),
        mistake("there is no option '-x'", "-x"),
        mistake("there is no option '-x'", "x", "--set", "a=1", "-x"),
        mistake("there is no option '--limit'; the choices are --open, --out, --json", "x", "--limit", "3"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreNamed(String message, List<String> typed) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> parse(typed.toArray(String[]::new)))
        .withMessageContaining(message);
  }

  @Test
  void anUnknownOptionIsNoFormula() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> parse(List.of(FORMULA), "--att", "x=1"))
        .withMessage("there is no option '--att'; did you mean --at?");
  }
}
