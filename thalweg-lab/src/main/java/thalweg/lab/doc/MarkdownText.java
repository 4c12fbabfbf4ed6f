package thalweg.lab.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Renders the Markdown of `///` comments for a terminal: paragraphs and lists wrapped, code and tables kept,
/// tags such as `@param` under headings of their own.
///
/// @param width    the longest line
/// @param emphasis how code and links are set off
record MarkdownText(int width, Emphasis emphasis) {
  private static final Pattern LIST = Pattern.compile("^(\\s*(?:[-*]|\\d+\\.)\\s+)(.*)");
  private static final Pattern TAG = Pattern.compile("^@(\\w+)\\s+(.*)");

  private static final Pattern INLINE =
      Pattern.compile(
          "(?<ticks>`+)(?<code>.+?)\\k<ticks>" // code
              + "|\\*\\*(?<strong>.+?)\\*\\*"
              + "|\\[(?<label>[^\\[\\]]+)\\](?:\\[[^\\[\\]]+\\]|\\([^()\\s]+\\))" // [text][Ref], [text](address)
              + "|\\[(?<link>[\\w.#]+(?:\\([\\w., ]*\\))?)\\]"); // [Type#member]

  /// A space inside code: the line does not break there.
  private static final char HARD_SPACE = '\u00a0';

  /// The text, each line indented.
  String render(String markdown, String indent) {
    var out = new ArrayList<String>();
    var prose = new ArrayList<String>();
    var table = new ArrayList<String>();
    boolean fenced = false;
    for (String line : (markdown + "\n").split("\n", -1)) {
      if (!line.strip().startsWith("|") || fenced) {
        flushTable(table, indent, out);
      }
      if (line.strip().startsWith("```")) {
        flushProse(prose, indent, out);
        fenced = !fenced;
      } else if (fenced) {
        out.add(indent + "    " + line);
      } else if (line.strip().startsWith("|")) {
        flushProse(prose, indent, out);
        table.add(line.strip());
      } else if (line.startsWith("#")) {
        flushProse(prose, indent, out);
        out.add(indent + emphasis.bold(line.replaceFirst("^#+\\s*", "")));
      } else if (line.isBlank()) {
        flushProse(prose, indent, out);
        blank(out);
      } else if (LIST.matcher(line).matches() || line.startsWith("@")) {
        flushProse(prose, indent, out);
        prose.add(line);
      } else {
        prose.add(line);
      }
    }
    return String.join("\n", out).stripTrailing();
  }

  private static void blank(List<String> out) {
    if (!out.isEmpty() && !out.getLast().isEmpty()) {
      out.add("");
    }
  }

  private void flushProse(List<String> lines, String indent, List<String> out) {
    if (lines.isEmpty()) {
      return;
    }
    String text = lines.stream().map(String::strip).collect(Collectors.joining(" "));
    Matcher item = LIST.matcher(lines.getFirst());
    Matcher tag = TAG.matcher(text);
    if (item.matches()) {
      String bullet = item.group(1);
      wrap(text.substring(bullet.strip().length()).strip(), indent + bullet, indent + " ".repeat(bullet.length()), out);
    } else if (tag.matches()) {
      wrap(tagged(tag.group(1), tag.group(2)), indent, indent + "    ", out);
    } else {
      wrap(text, indent, indent, out);
    }
    lines.clear();
  }

  private static String tagged(String tag, String text) {
    String[] parts = text.split("\\s+", 2);
    String rest = parts.length > 1 ? parts[1] : "";
    return switch (tag) {
      case "param" -> "`" + parts[0] + "`: " + rest;
      case "return" -> "Returns " + text;
      case "throws" -> "Throws `" + parts[0].substring(parts[0].lastIndexOf('.') + 1) + "` " + rest;
      case "deprecated" -> "Deprecated: " + text;
      default -> tag + ": " + text;
    };
  }

  private void wrap(String text, String first, String indent, List<String> out) {
    var line = new StringBuilder(first);
    boolean empty = true;
    for (String word : inline(text).split("\\s+")) {
      String shown = word.replace(HARD_SPACE, ' ');
      if (!empty && Emphasis.width(line.toString()) + 1 + Emphasis.width(shown) > width) {
        out.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(shown);
      empty = false;
    }
    out.add(line.toString());
  }

  /// Without the marks of Markdown; code does not break across lines unless it is long.
  String inline(String text) {
    return INLINE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(piece(match)));
  }

  private String piece(MatchResult match) {
    if (match.group("code") != null) {
      String code = match.group("code").strip();
      return emphasis.bold(code.length() < width / 2 ? code.replace(' ', HARD_SPACE) : code);
    }
    if (match.group("strong") != null) {
      return emphasis.bold(match.group("strong"));
    }
    if (match.group("label") != null) {
      return emphasis.underlined(match.group("label"));
    }
    return emphasis.underlined(match.group("link").replaceFirst("^#", "").replace('#', '.'));
  }

  /// Columns aligned, a rule under the header.
  private void flushTable(List<String> rows, String indent, List<String> out) {
    List<List<String>> cells =
        rows.stream().filter(row -> !row.matches("[|:\\- ]+")).map(this::cells).toList();
    rows.clear();
    if (cells.isEmpty()) {
      return;
    }
    int columns = cells.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : cells) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Emphasis.width(row.get(i)));
      }
    }
    for (int r = 0; r < cells.size(); r++) {
      out.add(indent + row(cells.get(r), widths));
      if (r == 0) {
        var rules = new ArrayList<String>();
        for (int each : widths) {
          rules.add("─".repeat(each));
        }
        out.add(indent + String.join("  ", rules));
      }
    }
  }

  private List<String> cells(String row) {
    String inner = row.substring(1, row.endsWith("|") && row.length() > 1 ? row.length() - 1 : row.length());
    var cells = new ArrayList<String>();
    for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
      cells.add(inline(cell.strip().replace("\\|", "|")).replace(HARD_SPACE, ' '));
    }
    return cells;
  }

  private static String row(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i)).append(" ".repeat(widths[i] - Emphasis.width(cells.get(i)) + 2));
    }
    return line.toString().stripTrailing();
  }
}
