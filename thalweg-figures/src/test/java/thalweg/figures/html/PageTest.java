package thalweg.figures.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static thalweg.figures.Style.hover;
import static thalweg.figures.Style.label;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.figures.Axes;
import thalweg.figures.Figure;
import thalweg.figures.Grid;
import thalweg.figures.Theme;
import thalweg.figures.Values;
import thalweg.figures.text.Language;

class PageTest {

  private static final String EVIL = "</script><script>alert('x')</script>";

  @Test
  void jsonHasNoNumbersThatJsonLacks() {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("x", Values.of(1, -0.5, 1e-9, Double.NaN, Double.NEGATIVE_INFINITY));
    tree.put("list", Arrays.asList(null, true, 3, Double.POSITIVE_INFINITY));
    assertThat(Json.write(tree))
        .isEqualTo("{\"x\":[1,-0.5,1.0E-9,null,null],\"list\":[null,true,3,null]}");
  }

  @Test
  void jsonStringsAreSafeInAScriptElement() {
    assertThat(Json.write("a\"b\\c\n\t</script>&\u2028é\ud83d\ude00")).isEqualTo(
        "\"a\\\"b\\\\c\\n\\u0009\\u003c/script\\u003e\\u0026\\u2028é\\ud83d\\ude00\"");
  }

  @Test
  void labelsBecomeHtml() {
    assertThat(Markup.label("$w_0$ < \"3\"")).isEqualTo("<i>w</i><sub>0</sub> &lt; &#34;3&#34;");
    assertThat(Markup.label("initial $\\hat{\\bf W}$")).isEqualTo("initial <b>Ŵ</b>");
    assertThat(Markup.label("$x_i^2$")).isEqualTo("<i>x</i><sub><i>i</i></sub><sup>2</sup>");
    assertThat(Markup.prose("call `f(a < b, $x$)` at $\\eta$"))
        .isEqualTo("call <code>f(a &lt; b, $x$)</code> at "
            + "<span class=\"formula\" data-tex=\"\\eta\">η</span>");
    assertThat(Markup.prose("$$a<b$$ costs \\$3 and \\$4")).isEqualTo(
        "<span class=\"formula display\" data-tex=\"a&lt;b\"><i>a</i>\u00a0&lt;\u00a0<i>b</i></span> costs $3 and $4");
    assertThat(Markup.prose("a ` b")).isEqualTo("a ` b");
  }

  @Test
  void noTextBecomesMarkup() {
    var figure = Figure.of(
            Axes.plane().plot(new double[] {1}, new double[] {2}, label(EVIL), hover(EVIL))
                .title(EVIL).xlabel(EVIL).legend())
        .suptitle(EVIL);
    var page = Page.titled(EVIL).lead(EVIL).home("\"><script>").heading(EVIL).paragraph(EVIL)
        .terminal(EVIL, EVIL).table(List.of(EVIL), List.of(List.of(EVIL)), EVIL).figure(figure, EVIL)
        .source(EVIL, EVIL).listing(EVIL, EVIL).tries(new Block.Try(EVIL, EVIL))
        .cards(List.of(new Block.Card(EVIL, "\"><script>", EVIL)));
    var html = page.html();
    assertThat(html).doesNotContain("<script>alert").doesNotContain("\"><script>");
    // the figure's data, the page's words and scripts, plotly and its name
    assertThat(html.split("<script[ >]", -1)).hasSize(1 + 1 + 1 + 6 + 2);
    assertThat(html.split("</script>", -1)).hasSize(1 + 1 + 1 + 6 + 2);
    assertThat(html).contains(
        "<title>&lt;/script&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</title>");
  }

  @Test
  void scriptsCannotEndTheirElement() {
    assertThat(PageParts.inline("f('</SCRIPT><!--')")).isEqualTo("f('<\\/SCRIPT><\\!--')");
  }

  @Test
  void aPageIsAnAccessibleDocumentThatMayRequestNothing() {
    var html = Page.titled("Lessons").html();
    assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .contains("default-src 'none'");
    assertThat(html).as("a page without figures needs no scripts").doesNotContain("<script");
  }

  @Test
  void plotlyIsEmbeddedOnce() {
    var figure = Figure.of(Axes.plane());
    var html = Page.titled("Two").figure(figure, "").figure(figure, "").html();
    assertThat(html.split("plotly.js \\(cartesian - minified\\) v4.1.1", -1)).hasSize(2);
  }

  @Test
  void aPageCarriesTheScriptsItNeedsAndNoOthers() {
    var plane = Page.titled("t").figure(Figure.of(Axes.plane()), "").html();
    assertThat(plane).contains("(cartesian - minified)").doesNotContain("(gl3d - minified)")
        .doesNotContain("KaTeX_Main");
    var space = Page.titled("t").figure(Figure.row(Axes.plane(), Axes.space()), "").html();
    assertThat(space).contains("(gl3d - minified)").doesNotContain("(cartesian - minified)");
    var grid = Grid.over(new double[] {0, 1}, new double[] {0, 1}, Double::sum);
    var both = Page.titled("t").figure(Figure.row(Axes.plane().contourf(grid), Axes.space()), "").html();
    assertThat(both).contains("(gl3d - minified)").contains("(cartesian - minified)");
    var formula = Page.titled("t").paragraph("$x$").html();
    assertThat(formula).contains("url(data:font/woff2;base64,").doesNotContain("url(fonts/")
        .doesNotContain("KaTeX_Fraktur-").doesNotContain("minified) v4");
    assertThat(Page.titled("t").tries(new Block.Try("ls", "")).html()).contains("Copy")
        .doesNotContain("KaTeX_Main");
  }

  @Test
  void javaIsMarkedByItsTokens() {
    assertThat(JavaMarkup.of("@Override int f() { return \"a\\\"<b>\" + 'c' + 0x1F; } // if 1"))
        .isEqualTo("<span class=\"annotation\">@Override</span> <span class=\"keyword\">int</span> f() { "
            + "<span class=\"keyword\">return</span> <span class=\"string\">&#34;a\\&#34;&lt;b&gt;&#34;</span> + "
            + "<span class=\"string\">&#39;c&#39;</span> + <span class=\"number\">0x1F</span>; } "
            + "<span class=\"comment\">// if 1</span>");
    assertThat(JavaMarkup.of("var s = \"\"\"\n  \"if\" // no\n  \"\"\"; x1.e2()"))
        .isEqualTo("<span class=\"keyword\">var</span> s = "
            + "<span class=\"string\">&#34;&#34;&#34;\n  &#34;if&#34; // no\n"
            + "  &#34;&#34;&#34;</span>; x1.e2()");
    assertThat(JavaMarkup.of("/* a\n* b **/ 1_000.5e-3f \"open")).isEqualTo(
        "<span class=\"comment\">/* a\n* b **/</span> <span class=\"number\">1_000.5e-3f</span> "
            + "<span class=\"string\">&#34;open</span>");
    assertThat(JavaMarkup.of("\"".repeat(3) + "x".repeat(100_000))).as("does not overflow the stack").isNotEmpty();
  }

  @Test
  void aLongPageHasATableOfContents() {
    var page = Page.titled("t").heading("One $x$").heading("Two").heading("Three");
    assertThat(page.html()).doesNotContain("class=\"contents\"");
    assertThat(page.heading("Four").html()).contains("aria-label=\"Contents\"")
        .contains("<a href=\"#section-4\">Four</a>").contains("<h2 id=\"section-4\">Four</h2>");
  }

  @Test
  void headingsOfAnyNameHavePlacesOfTheirOwn() {
    var html = Page.titled("t").heading("A").subheading("b").subheading("b").heading("A").subheading("c").html();
    assertThat(html).contains("<h2 id=\"section-1\">A</h2>", "<h3 id=\"section-1-1\">b</h3>",
        "<h3 id=\"section-1-2\">b</h3>", "<h2 id=\"section-2\">A</h2>", "<h3 id=\"section-2-1\">c</h3>");
  }

  @Test
  void answersAreHiddenUntilAskedFor() {
    assertThat(Page.titled("t").questions(new Block.Question("Why $x$?", "Because of `y`.")).html())
        .contains("<div class=\"questions\">\n<details><summary>Why <span class=\"formula\" data-tex=\"x\">")
        .contains("<p>Because of <code>y</code>.</p></details>");
  }

  @Test
  void termsHaveNamesInAllLanguagesAndPlaces() {
    var names = new TreeMap<>(Map.of(Language.EN, "gradient", Language.KO, "그래디언트", Language.ZH, "梯度"));
    var term = new Block.Term("gradient", names, "Points uphill.");
    assertThat(Page.titled("t").language(Language.KO).glossary(List.of(term)).html())
        .contains("<dt id=\"gradient\"><strong>그래디언트</strong> <span class=\"as-it-is\" lang=\"en\">gradient</span> · "
            + "<span class=\"as-it-is\" lang=\"zh\">梯度</span></dt><dd>Points uphill.</dd>");
    assertThatIllegalArgumentException().isThrownBy(() -> new Block.Term("\"x", names, ""))
        .withMessage("glossary: the anchor \"\"x\" may have only lowercase letters, digits and hyphens");
  }

  @Test
  void aCourseSaysWhereItsLessonsComeFrom() {
    var html = Page.titled("t").course(List.of(
        new Block.Lesson("Line", "line.html", "A line.", "Note 1, section 2", "`exercises/Line.java`"),
        new Block.Lesson("Later", "", "More.", "", ""))).html();
    assertThat(html).contains("<li><h3><a href=\"line.html\">Line</a></h3><p>A line.</p><p class=\"detail\"><b>From</b> "
            + "Note 1, section 2</p><p class=\"detail\"><b>Exercise</b> <code>exercises/Line.java</code></p></li>")
        .contains("<li><h3>Later</h3><p>More.</p></li>");
  }

  @Test
  void listsHaveBulletsOrNumbers() {
    assertThat(Page.titled("t").items("*a.*", "b").numbered("c").html())
        .contains("<ul class=\"items\">\n<li><strong>a.</strong></li>\n<li>b</li>\n</ul>")
        .contains("<ol class=\"items\">\n<li>c</li>\n</ol>");
  }

  @Test
  void linksLeadToPagesAndPlacesAndNowhereElse() {
    assertThat(Markup.prose("a [steep $x$ walk](glossary.html#walk), [b](#b), [c](line.html)"))
        .contains("<a href=\"glossary.html#walk\">steep").contains("<a href=\"#b\">b</a>")
        .contains("<a href=\"line.html\">c</a>");
    assertThat(Markup.prose("[x](javascript:alert(1)) [y](https://example.org) w[0](x)")).doesNotContain("<a ");
  }

  @Test
  void aPageIsAsDarkAsItsFigures() {
    var figure = Figure.of(Axes.plane());
    assertThat(Page.titled("t").figure(figure, "").html()).as("as the reader likes it").contains("<html lang=\"en\">");
    assertThat(Page.titled("t").figure(figure, "").theme(Theme.DARK).html())
        .contains("<html lang=\"en\" data-theme=\"dark\">").doesNotContain("@font-face");
    assertThat(Page.titled("t").figure(figure, "").theme(Theme.XKCD).html())
        .contains("<html lang=\"en\" data-theme=\"light\">").contains("@font-face { font-family: \"Comic Neue\"");
  }

  @Test
  void rowsMustFitTheirHeader() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Page.titled("t").table(List.of("a", "b"), List.of(List.of("1")), ""))
        .withMessage("table: row 0 has 1 cells but the header has 2");
  }

  @Test
  void writesTheDirectoriesItNeeds(@TempDir Path directory) throws Exception {
    var file = directory.resolve("site/lessons/line.html");
    Page.titled("Eine Gerade – ŷ").write(file);
    assertThat(Files.readString(file)).contains("<h1>Eine Gerade – ŷ</h1>");
  }
}
