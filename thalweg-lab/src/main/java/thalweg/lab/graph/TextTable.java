package thalweg.lab.graph;

import java.util.ArrayList;
import java.util.List;
import thalweg.lab.lesson.Width;

/// Columns of text under their headings, each as wide as its longest cell.
public final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... header) {
    rows.add(List.of(header));
  }

  /// Adds a row, of as many cells as the header has.
  public TextTable row(List<String> cells) {
    if (cells.size() != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "table: a row has %d cells but the header %d"
              .formatted(cells.size(), rows.getFirst().size()));
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /// The headings of the columns.
  public List<String> header() {
    return rows.getFirst();
  }

  /// The rows without the header.
  public List<List<String>> rows() {
    return List.copyOf(rows.subList(1, rows.size()));
  }

  @Override
  public String toString() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], Width.of(row.get(c)));
      }
    }
    var text = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String cell = row.get(c);
        line.append(cell).append(" ".repeat(widths[c] - Width.of(cell))).append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
  }
}
