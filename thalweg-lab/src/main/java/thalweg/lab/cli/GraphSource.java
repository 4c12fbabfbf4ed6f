package thalweg.lab.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thalweg.autograd.Graph;
import thalweg.expr.ExpressionGraph;
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
final class GraphSource {
  @Parameters(arity = "0..1", paramLabel = "FORMULA", description = "For instance \"x*sin(y)\".")
  private String formula;

  @Option(
      names = "--at",
      paramLabel = "X=1,Y=2",
      description = "The value of every variable of the formula.")
  private List<String> point = List.of();

  @Option(
      names = "--lesson",
      paramLabel = "NAME",
      description = "Instead of a formula: the first loss of a lesson, as autograd recorded it.")
  private String lesson;

  @Option(
      names = "--set",
      arity = "1..*",
      paramLabel = "NAME=VALUE",
      description = "Change parameters of the lesson.")
  private List<String> settings = List.of();

  @Option(
      names = "--network",
      paramLabel = "SIZES[:ACTIVATION]",
      description =
          "Instead of a formula: Linear layers with tanh (the default), relu or sigmoid between them, and their recorded loss.")
  private String network;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "What the network's weights are drawn from; default: 0.")
  private Long seed;

  /// @throws BadInputException if there is not exactly one, or it cannot be had
  GraphView view() {
    if (Optional.ofNullable(formula).stream().count()
            + Optional.ofNullable(lesson).stream().count()
            + Optional.ofNullable(network).stream().count()
        != 1) {
      throw new BadInputException(
          "graph shows one of three: a formula, --lesson NAME or --network SIZES; for instance graph \"x*sin(y)\" --at x=1,y=2");
    }
    requireFor("--at", !point.isEmpty(), "a formula", formula);
    requireFor("--set", !settings.isEmpty(), "--lesson", lesson);
    requireFor("--seed", seed != null, "--network", network);
    if (lesson != null) {
      return lessonsLoss();
    }
    if (network != null) {
      return networkDrawn();
    }
    FormulaInput input = FormulaInput.parse(formula, "--at", point);
    return new FormulaView(ExpressionGraph.of(input.formula(), input.point()));
  }

  private static void requireFor(String option, boolean given, String what, String owner) {
    if (given && owner == null) {
      throw new BadInputException("%s belongs to %s".formatted(option, what));
    }
  }

  private GraphView lessonsLoss() {
    Lesson named = Lessons.named(lesson);
    Map<String, String> given = Settings.parse(settings);
    Graph graph =
        named
            .graph(new LessonContext(named, given, Optional.empty(), _ -> {}))
            .orElseThrow(
                () ->
                    new BadInputException(
                        "lesson %s is not about one loss; these are: %s"
                            .formatted(lesson, withGraphs())));
    return new RecordedView(
        "%s of lesson %s, as autograd recorded it"
            .formatted(graph.result().label(), lesson),
        graph);
  }

  private static String withGraphs() {
    return Lessons.all().stream()
        .filter(l -> l.graph(LessonContext.quiet(l)).isPresent())
        .map(Lesson::name)
        .collect(Collectors.joining(", "));
  }

  private GraphView networkDrawn() {
    NetworkShape shape = NetworkShape.parse(network);
    try {
      return NetworkView.of(shape, seed == null ? 0 : seed);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--network: " + e.getMessage());
    }
  }
}
