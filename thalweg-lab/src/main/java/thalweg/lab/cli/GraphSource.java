package thalweg.lab.cli;

import static thalweg.lab.text.Messages.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thalweg.autograd.Graph;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.text.Language;
import thalweg.lab.graph.FormulaView;
import thalweg.lab.graph.GraphView;
import thalweg.lab.graph.NetworkShape;
import thalweg.lab.graph.NetworkView;
import thalweg.lab.graph.RecordedView;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.Lessons;

/// What `graph` is to show: a formula, a lesson's loss or a network.
record GraphSource(Arguments arguments) {
  static final Operand<Optional<String>> FORMULA =
      Operand.optional("FORMULA", Type.TEXT, "For instance \"x*sin(y)\".").withMinus();
  private static final Option<List<String>> AT =
      FormulaInput.point("--at", "The value of every variable of the formula.");
  private static final Option<Optional<String>> LESSON =
      Option.of(
          "--lesson",
          "NAME",
          Type.TEXT,
          "Instead of a formula: the first loss of a lesson, as autograd recorded it.");
  private static final Option<Optional<String>> NETWORK =
      Option.of(
          "--network",
          "SIZES[:ACTIVATION]",
          Type.TEXT,
          "Instead of a formula: Linear layers with tanh (the default), relu or sigmoid between them,"
              + " and their recorded loss.");
  private static final Option<Optional<Long>> SEED =
      Option.of("--seed", "NUMBER", Type.LONG, "The seed for the network's weights; default: 0.");

  static final List<Option<?>> ALL = List.of(AT, LESSON, Settings.SET, NETWORK, SEED);

  /// @throws BadInputException if there is not exactly one, or it cannot be had
  GraphView view() {
    Optional<String> formula = arguments.get(FORMULA);
    Optional<String> lesson = arguments.get(LESSON);
    Optional<String> network = arguments.get(NETWORK);
    if (Stream.of(formula, lesson, network).filter(Optional::isPresent).count() != 1) {
      throw new BadInputException(
          "graph needs exactly one of a formula, --lesson NAME and --network SIZES; for instance graph \"x*sin(y)\" --at x=1,y=2");
    }
    requireFor(AT, "a formula", formula);
    requireFor(Settings.SET, "--lesson", lesson);
    requireFor(SEED, "--network", network);
    if (lesson.isPresent()) {
      return loss(lesson.get());
    }
    if (network.isPresent()) {
      return drawn(NetworkShape.parse(network.get()));
    }
    FormulaInput input = FormulaInput.parse(formula.get(), AT, arguments);
    return new FormulaView(ExpressionGraph.of(input.formula(), input.point()));
  }

  private void requireFor(Option<?> option, String what, Optional<String> owner) {
    if (arguments.has(option) && owner.isEmpty()) {
      throw new BadInputException("%s can only be used with %s".formatted(option.name(), what));
    }
  }

  private GraphView loss(String lesson) {
    Lesson named = Lessons.named(lesson);
    Map<String, String> given = Settings.given(arguments);
    var context = new LessonContext(named, given, Optional.empty(), Language.EN, _ -> {});
    Graph graph =
        named
            .graph(context)
            .orElseThrow(
                () ->
                    new BadInputException(
                        "lesson %s has no single loss to draw; the lessons that do are %s"
                            .formatted(lesson, withGraphs())));
    context.refuse(context.unread());
    return new RecordedView(
        text("graph.lesson.loss", "loss", graph.result().label(), "lesson", lesson),
        graph);
  }

  private static String withGraphs() {
    return Lessons.all().stream()
        .filter(l -> l.graph(LessonContext.quiet(l)).isPresent())
        .map(Lesson::name)
        .collect(Collectors.joining(", "));
  }

  private GraphView drawn(NetworkShape network) {
    try {
      return NetworkView.of(network, arguments.get(SEED).orElse(0L));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--network: " + e.getMessage());
    }
  }
}
