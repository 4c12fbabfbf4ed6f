package thalweg.lab.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/gallery` is what the gallery draws.
class GalleryTest {
  private static final Path GALLERY = Path.of("../docs/gallery");
  private static final int MOST_BYTES = 5_000_000;

  @Test
  void theGalleryIsAsItIsDrawn() throws IOException {
    var files = Gallery.files();
    try (var stored = Files.list(GALLERY)) {
      assertThat(stored.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(files.keySet());
    }
    for (var file : files.entrySet()) {
      assertThat(Files.readString(GALLERY.resolve(file.getKey())).equals(file.getValue()))
          .as("docs/gallery/%s is as drawn; ./thalweg gallery --out docs/gallery writes it anew", file.getKey())
          .isTrue();
    }
    assertThat(files.values().stream().mapToInt(String::length).sum()).isLessThan(MOST_BYTES);
    assertThat(files.get("landscape.svg").length()).isLessThan(2_000_000);
  }

  @Test
  void eachPictureStandsAboveTheSourceThatDrewIt() {
    assertThat(Gallery.files().get("README.md")).contains("""
        Note 3b's: the same by hand.

        ![shallowNarrowByHand](shallow-narrow-by-hand.svg)

        ```java
        static Figure shallowNarrowByHand() {
          return shallowNarrow().theme(Theme.XKCD);
        }
        ```
        """);
  }
}
