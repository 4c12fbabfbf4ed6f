package thalweg.figures.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.expr.Expression;
import thalweg.expr.ExpressionGraph;
import thalweg.figures.graph.Diagram.Arrow;
import thalweg.figures.graph.Diagram.Box;
import thalweg.figures.graph.Diagram.Kind;
import thalweg.figures.graph.Placement.Area;
import thalweg.figures.html.Page;

class DiagramTest {
  private static final String EVIL = "</title><script>\"&\\";

  private static Diagram note() {
    var point = new LinkedHashMap<String, Double>();
    point.put("x", 1.0);
    point.put("y", 0.8);
    point.put("z", 1.5);
    return Diagram.of(
        ExpressionGraph.of(Expression.parse("tanh(ln(1+z*(2*x/sin(y))))"), point));
  }

  private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)[^<>]*?(/?)>");

  /// Every element ends, and in order; what is left without tags has no `<`.
  static void assertWellFormed(String svg) {
    var open = new ArrayDeque<String>();
    var tags = TAG.matcher(svg);
    while (tags.find()) {
      if (!tags.group(1).isEmpty()) {
        assertThat(tags.group(2)).isEqualTo(open.pop());
      } else if (tags.group(3).isEmpty()) {
        open.push(tags.group(2));
      }
    }
    assertThat(open).isEmpty();
    assertThat(TAG.matcher(svg).replaceAll("")).doesNotContain("<");
  }

  static int count(String svg, String element) {
    return svg.split("<" + element + " ", -1).length - 1;
  }

  private static Diagram evil() {
    return new Diagram(
        EVIL,
        List.of(
            new Box(EVIL, Kind.INPUT, EVIL, EVIL, EVIL), new Box("b", Kind.RESULT, "b", "1", "2")),
        List.of(new Arrow(EVIL, "b", List.of(EVIL, EVIL))));
  }

  @Test
  void theNotesGraphHasNineBoxesAndEightArrows() {
    Diagram note = note();
    assertThat(note.boxes()).extracting(Box::id).containsExactly("x", "y", "z", "a", "b", "c", "d", "e", "f");
    assertThat(note.boxes().get(7)).isEqualTo(new Box("e", Kind.OPERATION, "e = ln(d + 1)", "1.645", "∂f/∂e = 0.1385"));
    assertThat(note.boxes().getLast().kind()).isEqualTo(Kind.RESULT);
    assertThat(note.arrows()).contains(new Arrow("b", "c", List.of("∂c/∂b = −a/b²", "= −3.887", "↑ −0.1558")));
    assertThat(note.arrows()).contains(new Arrow("x", "a", List.of("∂a/∂x = 2", "↑ 0.1117"))).hasSize(8);
  }

  @Test
  void svgIsWellFormedAndSaysEverything() {
    Diagram note = note();
    String text = note.svg();
    assertWellFormed(text);
    assertThat(count(text, "rect")).isEqualTo(9 + 8);
    note.boxes().forEach(box -> assertThat(text).contains(box.title(), box.value(), box.gradient()));
    note.arrows().forEach(arrow -> assertThat(text).contains(arrow.label()));
    assertThat(note.svg()).isEqualTo(note().svg());
  }

  @Test
  void nothingLiesOnAnythingElse() {
    Placement placement = Placement.of(note());
    var areas =
        IntStream.range(0, 17)
            .mapToObj(
                i -> i < 9 ? placement.boxes().get(i).area() : placement.arrows().get(i - 9).label().orElseThrow())
            .toList();
    for (Area a : areas) {
      assertThat(a.x()).isBetween(0.0, placement.width() - a.width());
      assertThat(a.y()).isBetween(0.0, placement.height() - a.height());
      assertThat(areas.stream().filter(b -> b != a).noneMatch(b -> overlap(a, b))).isTrue();
    }
  }

  private static boolean overlap(Area a, Area b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  @Test
  void noTextBecomesMarkup() {
    assertWellFormed(evil().svg());
    assertThat(evil().svg())
        .doesNotContain("<script")
        .contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;\\</title>");
    String page = Page.titled("t").drawing(evil(), EVIL).html();
    assertThat(page).contains("<svg").doesNotContain("<script");
    assertThat(evil().dot()).contains("\"</title><script>\\\"&\\\\\" -> \"b\"");
  }

  @Test
  void dotNamesBoxesAndArrows() {
    assertThat(note().dot())
        .startsWith("digraph {\n")
        .contains("  \"a\" [shape=box, label=\"a = 2x\\n2\", xlabel=\"∂f/∂a = 0.05587\"];\n")
        .contains("  \"x\" -> \"a\" [label=\"∂a/∂x = 2\\n↑ 0.1117\"];\n")
        .endsWith("}\n");
  }

  @Test
  void oneBoxIsAGraph() {
    var single = new Diagram("x", List.of(new Box("x", Kind.INPUT, "x", "1", "1")), List.of());
    assertWellFormed(single.svg());
    assertThat(count(single.svg(), "rect")).isEqualTo(1);
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    var box = new Box("a", Kind.INPUT, "a", "1", "1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Diagram("", List.of(box, box), List.of()))
        .withMessageContaining("two boxes are called a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Diagram("", List.of(box), List.of(new Arrow("a", "b", List.of()))))
        .withMessageContaining("from a to b needs a box at both ends");
    var many =
        IntStream.rangeClosed(0, Diagram.MOST_BOXES)
            .mapToObj(i -> new Box("n" + i, Kind.INPUT, "", "", ""))
            .toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Diagram("", many, List.of()))
        .withMessageContaining("401 boxes, more than the 400");
  }
}
