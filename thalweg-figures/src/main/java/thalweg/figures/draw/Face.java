package thalweg.figures.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The faces that figures are lettered with, each read when it is first used.
enum Face {
  REGULAR("DejaVuSans.ttf", "DejaVu Sans"),
  OBLIQUE("DejaVuSans-Oblique.ttf", "DejaVu Sans"),
  BOLD("DejaVuSans-Bold.ttf", "DejaVu Sans"),
  HAND("ComicNeue_400Regular.ttf", "Comic Neue"),
  KOREAN("NotoSansCJKkr-Subset.ttf", "Noto Sans CJK KR"),
  CHINESE("NotoSansCJKsc-Subset.ttf", "Noto Sans CJK SC");

  private final String file;
  private final String family;
  private Typeface typeface;

  Face(String file, String family) {
    this.file = file;
    this.family = family;
  }

  String family() {
    return family;
  }

  /// Whether few readers have a font for what it writes.
  boolean isEastAsian() {
    return this == KOREAN || this == CHINESE;
  }

  /// The face for a character: the one that is wanted, or else the upright one, or else the Korean or the Chinese one;
  /// the upright one, which then shows a box, if none has it.
  ///
  /// @param korean whether it stands in a Korean text, whose hanja differ from hanzi
  static Face of(int character, Face wanted, boolean korean) {
    if (wanted.typeface().has(character)) {
      return wanted;
    }
    // The other fonts are megabytes, so nothing that they cannot have may ask for them.
    var candidates = !isEastAsian(character) ? List.of(REGULAR)
        : korean ? List.of(REGULAR, KOREAN, CHINESE) : List.of(REGULAR, CHINESE, KOREAN);
    return candidates.stream().filter(face -> face.typeface().has(character)).findFirst().orElse(REGULAR);
  }

  private static boolean isEastAsian(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
      default -> character >= 0x3000 && character < 0x3100 || character >= 0xff00 && character < 0x10000
          || character >= 0x2460 && character < 0x2474;
    };
  }

  synchronized Typeface typeface() {
    if (typeface == null) {
      typeface = new Typeface(bytes());
    }
    return typeface;
  }

  /// The font's file.
  byte[] bytes() {
    try (var in = Face.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("figures: the font " + file + " is missing from the library's jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
