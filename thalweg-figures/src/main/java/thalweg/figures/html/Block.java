package thalweg.figures.html;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import thalweg.figures.Animation;
import thalweg.figures.Figure;
import thalweg.figures.Output;
import thalweg.figures.graph.Drawing;
import thalweg.figures.text.Language;

/// A piece of a [Page]. In prose, `$…$` and `$$…$$` are formulas in TeX, text between backticks is code, `*…*` is
/// stressed, and `[a gradient](glossary.html#gradient)` is a link to a page or a place on it.
public sealed interface Block {

  /// A heading, listed among the contents.
  record Heading(String text) implements Block {}

  /// A heading within what stands under a [Heading].
  record Subheading(String text) implements Block {}

  /// A paragraph of prose.
  record Paragraph(String text) implements Block {}

  /// @param numbered whether numbers stand before its items, or bullets
  record Items(boolean numbered, List<String> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }
  }

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

  /// A table.
  ///
  /// @param header the columns' names
  /// @param rows   as many cells as the header has
  /// @param caption what is said under it; empty for nothing
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

  /// A figure that does not move.
  record Still(Figure figure, String caption) implements Block {}

  /// An animation with its player.
  ///
  /// @param output how fast it plays, and whether it begins again at its end, until the reader chooses otherwise
  record Moving(Animation animation, String caption, Output output) implements Block {}

  /// A graph or a network, drawn when the page is written: it needs no script.
  record Picture(Drawing drawing, String caption) implements Block {}

  /// Questions to the reader.
  record Questions(List<Question> questions) implements Block {
    public Questions {
      questions = List.copyOf(questions);
    }
  }

  /// @param answer hidden until the reader asks for it
  record Question(String question, String answer) {}

  /// Terms and what they mean.
  record Glossary(List<Term> terms) implements Block {
    public Glossary {
      terms = List.copyOf(terms);
    }
  }

  /// A term of the field.
  ///
  /// @param anchor what links to it end with: letters, digits and hyphens
  /// @param names  what it is called, in each language
  record Term(String anchor, SequencedMap<Language, String> names, String meaning) {
    public Term {
      names = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(names));
      if (!anchor.matches("[a-z0-9-]+")) {
        throw new IllegalArgumentException(
            "glossary: the anchor \"%s\" may have only lowercase letters, digits and hyphens".formatted(anchor));
      }
    }
  }

  /// Lessons in the order in which to read them.
  record Course(List<Lesson> lessons) implements Block {
    public Course {
      lessons = List.copyOf(lessons);
    }
  }

  /// A lesson of a course.
  ///
  /// @param title    what it is called
  /// @param href     its page, relative to this one; empty for one that is not there
  /// @param teaches  what one knows after it
  /// @param source   where it comes from, for instance a note and its section; empty for nothing
  /// @param exercise what to do oneself; empty for nothing
  record Lesson(String title, String href, String teaches, String source, String exercise) {}

  /// Links to other pages, each with a description.
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
