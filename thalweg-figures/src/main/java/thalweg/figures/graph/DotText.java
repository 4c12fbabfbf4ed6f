package thalweg.figures.graph;

/// Writes boxes and arrows as Graphviz reads them.
final class DotText {
  private static final String BLUE = "#1f5fbf";

  private DotText() {}

  static String opening(String description) {
    return """
        digraph {
          label=%s; labelloc=t;
          node [fontname="monospace"]; edge [fontname="monospace", fontcolor="%s"];
        """
        .formatted(quoted(description), BLUE);
  }

  static String of(Diagram.Box box) {
    String gradient = box.gradient().isEmpty() ? "" : ", xlabel=" + quoted(box.gradient());
    return "  %s [shape=%s, label=%s%s];\n"
        .formatted(
            quoted(box.id()),
            switch (box.kind()) {
              case INPUT -> "ellipse";
              case CONSTANT -> "ellipse, style=dashed";
              case OPERATION -> "box";
              case RESULT -> "box, peripheries=2";
            },
            quoted(box.title() + "\n" + box.value()),
            gradient);
  }

  static String of(Diagram.Arrow arrow) {
    return "  %s -> %s [label=%s];\n"
        .formatted(
            quoted(arrow.from()), quoted(arrow.to()), quoted(String.join("\n", arrow.lines())));
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
