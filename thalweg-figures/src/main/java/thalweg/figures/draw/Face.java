package thalweg.figures.draw;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The faces that figures are lettered with, each read when it is first used.
enum Face {
  REGULAR("DejaVuSans.ttf", "DejaVu Sans"),
  OBLIQUE("DejaVuSans-Oblique.ttf", "DejaVu Sans"),
  BOLD("DejaVuSans-Bold.ttf", "DejaVu Sans"),
  HAND("ComicNeue_400Regular.ttf", "Comic Neue");

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
