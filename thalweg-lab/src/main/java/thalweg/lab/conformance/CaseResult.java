package thalweg.lab.conformance;

import java.util.Optional;
import java.util.Set;

/// How one case went.
///
/// @param line    its line in the file, from 1 on
/// @param kind    its kind
/// @param subject what it is about: its op, optimizer, scheduler or generator, or else its name
/// @param name    its name
/// @param dtypes  the element types of its tensors
/// @param errors  how far numbers were off, if it passed
/// @param failure why it failed; empty if it passed
public record CaseResult(
    long line,
    String kind,
    String subject,
    String name,
    Set<String> dtypes,
    Errors errors,
    Optional<String> failure) {
  private static final int NAME_WIDTH = 34;

  /// True if all of it held.
  public boolean passed() {
    return failure.isEmpty();
  }

  /// One line of at most `width` characters.
  public String text(int width) {
    String head = passed() ? "ok   " : "FAIL ";
    return shorten(head + shorten(name, NAME_WIDTH) + "  " + failure.orElse(""), width).stripTrailing();
  }

  private static String shorten(String text, int width) {
    String flat = text.replace("\n", "\\n");
    return flat.length() <= width ? flat : flat.substring(0, width - 1) + "…";
  }
}
