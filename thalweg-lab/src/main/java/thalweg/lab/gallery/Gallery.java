package thalweg.lab.gallery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import thalweg.figures.Figure;
import thalweg.figures.graph.Drawing;

/// The pictures that figures can draw, as SVG files and a page that shows each with its source.
public final class Gallery {
  private static final String HEAD =
      """
      # Gallery

      What Thalweg draws, each picture with the Java that makes it. `./thalweg gallery` writes this page and its
      pictures; a test keeps them as they are drawn. How to save, animate and style figures of your own stands in
      [Figures](../figures.md).

      Each source is a method of [`NotePictures`](%1$sNotePictures.java) or [`MarkPictures`](%1$sMarkPictures.java), where the
      imports stand and the points of note 1.
      """
          .formatted("../../thalweg-lab/src/main/java/thalweg/lab/gallery/");

  private static final String ENTRY =
      """

      %s

      ![%s](%s)

      ```java
      %s
      ```
      """;

  private static final List<Picture> NOTES =
      List.of(
          note("lineFit", NotePictures::lineFit),
          note("lossSurface", NotePictures::lossSurface),
          note("twoPanels", NotePictures::twoPanels),
          note("animation", NotePictures::animation),
          note("gradientField", NotePictures::gradientField),
          graph(NotePictures.class, "computationalGraph", NotePictures::computationalGraph),
          note("shallowNarrow", NotePictures::shallowNarrow),
          note("shallowNarrowByHand", NotePictures::shallowNarrowByHand),
          note("landscape", NotePictures::landscape));

  private static final List<Picture> MARKS =
      List.of(
          mark("losses", MarkPictures::losses),
          mark("starts", MarkPictures::starts),
          mark("parabola", MarkPictures::parabola),
          graph(MarkPictures.class, "recordedGraph", MarkPictures::recordedGraph),
          graph(MarkPictures.class, "layerGraph", MarkPictures::layerGraph),
          graph(MarkPictures.class, "network", MarkPictures::network),
          mark("bars", MarkPictures::bars),
          mark("areas", MarkPictures::areas),
          mark("colours", MarkPictures::colours),
          mark("space", MarkPictures::space),
          mark("dark", MarkPictures::dark),
          mark("byHand", MarkPictures::byHand));

  private Gallery() {}

  private static Picture note(String method, Supplier<Figure> figure) {
    return new Picture(NotePictures.class, method, () -> thalweg.figures.draw.Drawing.svg(figure.get()));
  }

  private static Picture mark(String method, Supplier<Figure> figure) {
    return new Picture(MarkPictures.class, method, () -> thalweg.figures.draw.Drawing.svg(figure.get()));
  }

  private static Picture graph(Class<?> home, String method, Supplier<? extends Drawing> drawing) {
    return new Picture(home, method, () -> drawing.get().svg());
  }

  /// The text of every file by its name.
  public static SequencedMap<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    files.put("README.md", page());
    for (var pictures : List.of(NOTES, MARKS)) {
      pictures.forEach(picture -> files.put(picture.file(), picture.svg().get()));
    }
    return files;
  }

  private static String page() {
    return HEAD + section("The pictures of the notes", NOTES) + section("Every kind of mark, graph and style", MARKS);
  }

  private static String section(String title, List<Picture> pictures) {
    return pictures.stream()
        .map(picture -> ENTRY.formatted(picture.caption(), picture.method(), picture.file(), picture.source()))
        .collect(Collectors.joining("", "\n## " + title + "\n", ""));
  }
}
