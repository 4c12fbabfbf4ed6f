package thalweg.lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;

/// What a lesson printed, in sections, each under a heading; a page shows them one by one.
public final class Transcript {
  private record Section(Text heading, List<Text> lines) {}

  private final List<Section> sections = new ArrayList<>(List.of(new Section(Text.none(), new ArrayList<>())));

  Transcript() {}

  void heading(Text heading) {
    sections.add(new Section(heading, new ArrayList<>()));
  }

  void add(Text text) {
    sections.getLast().lines.add(text);
  }

  /// A section without its heading.
  ///
  /// @param number from 1 on; 0 is what stands before any heading
  public String section(int number, Language language) {
    return sections.get(number).lines.stream()
        .map(line -> line.in(language))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /// Everything, as the console showed it.
  public String all(Language language) {
    var all = new StringBuilder();
    for (Section section : sections) {
      String heading = section.heading.in(language);
      all.append(heading.isEmpty() ? "" : "\n" + underlined(heading) + "\n");
      section.lines.forEach(line -> all.append(line.in(language)).append('\n'));
    }
    return all.toString();
  }

  /// A heading with a line of hyphens as wide as it is.
  static String underlined(String heading) {
    return heading + "\n" + "-".repeat(Width.of(heading));
  }
}
