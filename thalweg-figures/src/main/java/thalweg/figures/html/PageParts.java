package thalweg.figures.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thalweg.figures.Axes;
import thalweg.figures.Figure;
import thalweg.figures.Mark;
import thalweg.figures.Space;
import thalweg.figures.Theme;

/// The styles and scripts that a page carries: those that its blocks need, and no others.
///
/// @param figures   whether it has figures
/// @param space     whether one of them has a panel of space, which plotly's gl3d bundle draws
/// @param flat      whether one of them has areas of the plane, which its cartesian bundle draws
/// @param surfaces  whether one of them has surfaces
/// @param sketched  whether one of them is drawn as by hand
/// @param formulas  whether KaTeX has something to set
/// @param commands  whether there is something to copy
/// @param languages whether there are several to choose from
record PageParts(
    boolean figures, boolean space, boolean flat, boolean surfaces, boolean sketched, boolean formulas,
    boolean commands, boolean languages) {

  private static final Pattern FONT_FACE =
      Pattern.compile("@font-face\\{([^}]*?)src:url\\((fonts/[^)]+\\.woff2)\\)[^}]*\\}");

  static PageParts of(Page page, String body, boolean languages) {
    var panels = figures(page).flatMap(f -> f.panels().stream()).toList();
    var marks = panels.stream().map(Axes::marks).flatMap(List::stream).toList();
    return new PageParts(
        !panels.isEmpty(),
        panels.stream().anyMatch(Space.class::isInstance),
        marks.stream().anyMatch(PageParts::flat),
        marks.stream().anyMatch(Mark.Surface.class::isInstance),
        figures(page).anyMatch(figure -> figure.theme().sketch().isPresent()),
        body.contains("<span class=\"formula"),
        body.contains("class=\"command\""),
        languages);
  }

  private static boolean flat(Mark mark) {
    return mark instanceof Mark.Contour || mark instanceof Mark.Bars || mark instanceof Mark.Image;
  }

  static Stream<Figure> figures(Page page) {
    return page.blocks().stream().flatMap(block -> switch (block) {
      case Block.Still still -> Stream.of(still.figure());
      case Block.Moving moving -> Stream.of(moving.animation().base());
      default -> Stream.empty();
    });
  }

  String styles() {
    return resource("page.css") + (formulas ? katexStyle() : "") + (sketched ? handwriting() : "");
  }

  /// The font that figures drawn by hand have in files, too.
  private static String handwriting() {
    return "@font-face { font-family: \"%s\"; src: url(data:font/ttf;base64,%s); }\n".formatted(
        Theme.XKCD.font(), Base64.getEncoder().encodeToString(bytes("/thalweg/figures/draw/ComicNeue_400Regular.ttf")));
  }

  /// KaTeX's style with its fonts inside; the faces of fonts that are not here are left out.
  private static String katexStyle() {
    return FONT_FACE.matcher(resource("katex/katex.min.css")).replaceAll(face -> {
      var font = bytes("katex/" + face.group(2));
      return font == null ? "" : Matcher.quoteReplacement("@font-face{%ssrc:url(data:font/woff2;base64,%s)}"
          .formatted(face.group(1), Base64.getEncoder().encodeToString(font)));
    });
  }

  /// The scripts that run before the page is shown: its language is chosen there.
  ///
  /// @param words what scripts say, by the languages' codes
  String head(Map<String, Object> words) {
    return figures || formulas || commands || languages
        ? elements(List.of(resource("page.js"), "thalweg.words = " + Json.write(words) + ";", resource("language.js")))
        : "";
  }

  /// @param none what a reader sees in place of figures whose scripts are off
  String scripts(Said<String> none) {
    var scripts = new ArrayList<String>();
    if (formulas) {
      scripts.add(resource("katex/katex.min.js"));
    }
    if (figures) {
      Stream.of("looks.js", "arrows.js", surfaces ? "sheets.js" : "", sketched ? "sketch.js" : "", "player.js",
          "figure.js").filter(name -> !name.isEmpty()).map(PageParts::resource).forEach(scripts::add);
      scripts.addAll(bundles());
    }
    return (figures ? "<noscript><p>" + none.inline(Markup::escape) + "</p></noscript>\n" : "") + elements(scripts);
  }

  private static String elements(List<String> scripts) {
    return scripts.stream().map(script -> "<script>\n" + inline(script) + "\n</script>\n")
        .collect(Collectors.joining());
  }

  /// The smallest of plotly's bundles that draws all there is. Both are smaller than the full one; each
  /// calls itself `Plotly`, so each is given its name before the next comes.
  private List<String> bundles() {
    var cartesian = resource("plotly/plotly-cartesian.min.js");
    if (!space) {
      return List.of(cartesian, "thalweg.plotly.plane = Plotly;");
    }
    var gl3d = resource("plotly/plotly-gl3d.min.js");
    return flat
        ? List.of(cartesian, "thalweg.plotly.plane = Plotly;", gl3d, "thalweg.plotly.space = Plotly;")
        : List.of(gl3d, "thalweg.plotly.plane = thalweg.plotly.space = Plotly;");
  }

  /// A script element ends at the first `</script`, even inside a string, and `<!--` changes how its
  /// text is read. In the strings of a script, a backslash before `/` or `!` means nothing else.
  static String inline(String script) {
    return script.replaceAll("(?i)</(script)", "<\\\\/$1").replace("<!--", "<\\!--");
  }

  private static String resource(String name) {
    var bytes = bytes(name);
    if (bytes == null) {
      throw new IllegalStateException("The resource " + name + " is missing from thalweg-figures");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (var in = PageParts.class.getResourceAsStream(name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
