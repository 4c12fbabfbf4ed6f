package thalweg.lab.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import thalweg.lab.doc.Declaration.Kind;
import thalweg.lab.lesson.BadInputException;

/// What `thalweg doc` prints: signatures, the comments above them, and the source.
///
/// @param width      the longest line of what is not source
/// @param withSource whether the source is shown
public record DocText(int width, boolean withSource, Emphasis emphasis) {
  private static final String INDENT = "    ";

  /// More classes than these with a method of one name are listed instead of shown.
  private static final int MOST_OWNERS = 4;

  /// The documentation of what `name` names.
  ///
  /// @throws BadInputException naming the nearest if there is none
  public String of(String name, Documentation documentation) {
    Map<String, List<Declaration>> byOwner =
        documentation.named(name).stream()
            .collect(
                Collectors.groupingBy(
                    d -> d.kind() == Kind.TYPE ? d.qualified() : d.owner(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (byOwner.size() > MOST_OWNERS) {
      return choices(name, byOwner);
    }
    return byOwner.values().stream()
        .map(group -> text(group, documentation))
        .collect(Collectors.joining("\n\n" + "─".repeat(width) + "\n\n"));
  }

  private String choices(String name, Map<String, List<Declaration>> byOwner) {
    var lines = new ArrayList<String>();
    lines.add("%d classes have %s. Name one:".formatted(byOwner.size(), name));
    byOwner.values().forEach(group -> lines.add("  thalweg doc " + group.getFirst().qualified()));
    return String.join("\n", lines);
  }

  private String text(List<Declaration> group, Documentation documentation) {
    Declaration first = group.getFirst();
    List<Declaration> file = documentation.around(first);
    return first.kind() == Kind.TYPE ? type(first, file, documentation) : members(group, file);
  }

  // ---- a class

  private String type(Declaration type, List<Declaration> file, Documentation documentation) {
    var parts = new ArrayList<String>();
    parts.add(emphasis.bold(type.packageName() + "." + type.qualified()));
    List<Declaration> members =
        file.stream().filter(d -> d.owner().equals(type.qualified())).toList();
    String constructors = outlined(members.stream().filter(d -> d.kind() == Kind.CONSTRUCTOR).toList());
    parts.add(constructors.isEmpty() ? wrapped(type.signature()) : wrapped(type.signature()) + "\n\n" + constructors);
    parts.add(rendered(type));
    section(parts, "Constants", members, Kind.CONSTANT);
    section(parts, "Methods", members, Kind.METHOD);
    section(parts, "Nested classes", members, Kind.TYPE);
    inherited(parts, members, documentation.supertypes(type));
    addSource(parts, List.of(type));
    return joined(parts);
  }

  private void section(List<String> parts, String title, List<Declaration> members, Kind kind) {
    String text =
        outlined(
            members.stream()
                .filter(d -> d.kind() == kind && !(d.overrides() && d.comment().isEmpty()))
                .toList());
    if (!text.isEmpty()) {
      parts.add(emphasis.bold(title) + "\n" + text);
    }
  }

  /// The names of what it has from other types, each under the type that says what it is.
  private void inherited(List<String> parts, List<Declaration> own, List<Documentation.Supertype> supertypes) {
    var lines = new ArrayList<String>();
    var seen = own.stream().map(Declaration::name).collect(Collectors.toSet());
    for (Documentation.Supertype above : supertypes) {
      String names = above.methods().stream().map(Declaration::name).distinct().filter(seen::add).collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        lines.add(wrapped("%s: %s".formatted(above.type().qualified(), names)));
      }
    }
    if (!lines.isEmpty()) {
      parts.add(emphasis.bold("Inherited") + "\n" + String.join("\n", lines));
    }
  }

  /// Signatures, each with the first paragraph of its comment; classes with all of it, which has their defaults.
  private String outlined(List<Declaration> members) {
    return members.stream()
        .map(member -> wrapped(shortSignature(member)) + below(member))
        .collect(Collectors.joining("\n"));
  }

  private String below(Declaration member) {
    String comment = member.kind() == Kind.TYPE ? member.comment() : member.summary();
    String summary = markdown().render(comment, INDENT + INDENT);
    return summary.isEmpty() ? "" : "\n" + summary;
  }

  // ---- methods and constants

  private String members(List<Declaration> overloads, List<Declaration> file) {
    Declaration first = overloads.getFirst();
    var parts = new ArrayList<String>();
    parts.add(
        emphasis.bold(first.packageName() + "." + first.qualified())
            + (first.kind() == Kind.METHOD && first.isOnTensor() ? "  (a method of every Tensor)" : ""));
    for (Declaration member : overloads) {
      String comment = markdown().render(member.comment(), INDENT + INDENT);
      parts.add(wrapped(shortSignature(member)) + (comment.isEmpty() ? "" : "\n" + comment));
    }
    List<Declaration> shown = new ArrayList<>(overloads);
    file.stream()
        .filter(d -> d.kind() == Kind.FORMULA)
        .filter(d -> d.name().replace("_", "").equalsIgnoreCase(first.name().replace("_", "")))
        .filter(d -> !shown.contains(d))
        .forEach(shown::addFirst);
    addSource(parts, shown);
    return joined(parts);
  }

  // ---- both

  private String rendered(Declaration declaration) {
    return markdown().render(declaration.comment(), "");
  }

  private MarkdownText markdown() {
    return new MarkdownText(width, emphasis);
  }

  private static String shortSignature(Declaration member) {
    String signature = member.signature().replaceFirst("^((public|default|final|abstract|sealed) )+", "");
    if (signature.isBlank()) {
      return member.name(); // a constant of an enum
    }
    return member.kind() == Kind.CONSTRUCTOR ? "new " + signature : signature;
  }

  /// A signature, broken after commas where it is long.
  private String wrapped(String signature) {
    var text = new StringBuilder(INDENT);
    int line = INDENT.length();
    for (String word : signature.split(" ")) {
      if (line + 1 + word.length() > width) {
        text.append("\n").append(INDENT.repeat(3));
        line = INDENT.length() * 3;
      } else if (line > INDENT.length()) {
        text.append(' ');
        line++;
      }
      text.append(word);
      line += word.length();
    }
    return text.toString();
  }

  private void addSource(List<String> parts, List<Declaration> declarations) {
    Declaration first = declarations.getFirst();
    String place =
        "%s/src/main/java/%s, line %d".formatted(PackedSources.module(first.packageName()), first.origin(), first.line());
    if (!withSource) {
      parts.add(emphasis.bold("Source") + "  " + place);
      return;
    }
    parts.add(
        emphasis.bold("Source")
            + "  "
            + place
            + "\n\n"
            + declarations.stream()
                .map(d -> d.source().indent(2).stripTrailing())
                .collect(Collectors.joining("\n\n"))
                .replaceAll("(?m)^ +$", ""));
  }

  private static String joined(List<String> parts) {
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
  }
}
