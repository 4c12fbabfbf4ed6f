package thalweg.figures.graph;

import java.util.Locale;

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
    return "  %s [shape=%s, label=%s, xlabel=%s];%n"
        .formatted(
            quoted(box.id()),
            switch (box.kind()) {
              case INPUT -> "ellipse";
              case OPERATION -> "box";
              case RESULT -> "box, peripheries=2";
            },
            quoted(box.title() + "\n" + box.value()),
            quoted(box.gradient()))
        .replace("\r", "");
  }

  static String of(Diagram.Arrow arrow) {
    return String.format(
        Locale.ROOT,
        "  %s -> %s [label=%s];\n",
        quoted(arrow.from()),
        quoted(arrow.to()),
        quoted(String.join("\n", arrow.label())));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
