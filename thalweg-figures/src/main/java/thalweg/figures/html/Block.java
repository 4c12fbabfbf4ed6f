package thalweg.figures.html;

import java.util.List;
import thalweg.figures.Animation;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.graph.Drawing;

/// A piece of a [Page]. In prose, `$…$` and `$$…$$` are formulas in TeX and text between backticks is code.
public sealed interface Block {

  record Heading(String text) implements Block {}

  record Paragraph(String text) implements Block {}

  /// Text shown as it is, in a fixed pitch.
  ///
  /// @param caption what is said under it; empty for nothing
  record Preformatted(String text, String caption) implements Block {}

  /// Java source, highlighted.
  ///
  /// @param title   what the reader opens it by, for a long listing; empty for one that lies open
  /// @param caption what is said under it; empty for nothing
  record Source(String title, String text, String caption) implements Block {}

  /// What to try next.
  record Tries(List<Try> tries) implements Block {
    public Tries {
      tries = List.copyOf(tries);
    }
  }

  /// A command to copy.
  ///
  /// @param why what it shows
  record Try(String command, String why) {}

  record Table(List<String> header, List<List<String>> rows, String caption) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).size() != header.size()) {
          throw new IllegalArgumentException(
              "table: row %d has %d cells but the header has %d"
                  .formatted(i, rows.get(i).size(), header.size()));
        }
      }
    }
  }

  record Still(Figure figure, String caption) implements Block {}

  /// An animation with its player.
  ///
  /// @param output how fast it plays, and whether it begins again at its end, until the reader chooses otherwise
  record Moving(Animation animation, String caption, Output output) implements Block {}

  /// A graph or a network, drawn when the page is written: it needs no script.
  record Picture(Drawing drawing, String caption) implements Block {}

  record Cards(List<Card> cards) implements Block {
    public Cards {
      cards = List.copyOf(cards);
    }
  }

  /// A link to another page.
  ///
  /// @param href where to, relative to this page
  record Card(String title, String href, String description) {}
}
