package thalweg.figures.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.ColorMap;
import thalweg.figures.Errors;
import thalweg.figures.Extent;
import thalweg.figures.Figure;
import thalweg.figures.Frame;
import thalweg.figures.Grid;
import thalweg.figures.Marker;
import thalweg.figures.Output;
import thalweg.figures.Plane;
import thalweg.figures.Steps;
import thalweg.figures.Style;
import thalweg.figures.Theme;
import thalweg.figures.Values;
import thalweg.figures.text.Language;
import thalweg.figures.training.Field;
import thalweg.figures.training.FieldFigures;
import thalweg.figures.training.Landscape;
import thalweg.figures.training.TrainingFigures;
import thalweg.trace.Trace;

/// Opens pages in a real browser: that a figure is drawn cannot be seen from its HTML.
class BrowserTest {

  private static final double[] X = {-1, 0, 2};
  private static final double[] Y = {-2, 1, 7};
  private static final double[] GRID = {-6, 0, 5, 10};

  private static final Trace TRACE =
      new Trace("run", Map.of(), List.of(
          step(-5, 10, 80), step(-2, 8, 30), step(0, 6, 10)), List.of(1.0, 4.0));

  @TempDir Path directory;
  private Optional<Path> chromium;

  private static Trace.Step step(double w0, double w1, double loss) {
    return new Trace.Step(List.of(w0, w1), loss, List.of(0.0, 0.0), 0.001);
  }

  private static final Landscape LANDSCAPE =
      Landscape.over(GRID, GRID, (a, b) -> (a - 1) * (a - 1) + (b - 3) * (b - 3));

  @BeforeEach
  void findChromium() {
    chromium = Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(Path::of)
        .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome").map(place::resolve))
        .filter(Files::isExecutable)
        .findFirst();
    assumeTrue(chromium.isPresent(), "no chromium on the PATH: pages are not tried in a browser");
  }

  @Test
  void figuresOfATrainingRunAreDrawn() throws Exception {
    var dom = open(Page.titled("Lesson")
        .figure(TrainingFigures.fit(X, Y, TRACE), "the fit")
        .figure(TrainingFigures.lossSurface(LANDSCAPE, TRACE, new double[] {1, 3}), "the surface")
        .figure(TrainingFigures.lossCurves(List.of(TRACE)), "the losses")
        .animation(TrainingFigures.twoPanels(X, Y, LANDSCAPE, TRACE, new double[] {1, 3}), "both"), "");
    assertThat(dom).contains("data-errors=\"0\"").contains("data-figures-ready=\"4\"");
    assertThat(dom).contains("data-traces=\"6\"").contains("data-traces=\"4\"").contains("data-traces=\"1\"")
        .contains("data-traces=\"6\" data-frames=\"3\"");
    assertThat(dom).contains("class=\"main-svg\"").contains("<canvas").contains("aria-label=\"Play\"");
    assertThat(dom).contains("alpha = 0.001 / epoch = 0");
  }

  @Test
  void thePlayerStepsAndTheReadersViewSurvives() throws Exception {
    var dom = open(
        Page.titled("Lesson").animation(
            TrainingFigures.twoPanels(X, Y, LANDSCAPE, TRACE, new double[] {1, 3}), "both"),
        """
        const root = document.documentElement;
        const wait = () => new Promise(done => setTimeout(done, 300));
        const press = (target, key) =>
            target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        const script = async () => {
          while (root.dataset.figuresReady !== "1") await wait();
          const figure = document.querySelector(".thalweg-figure");
          const [plane, space] = figure.querySelectorAll(".plot");
          const canvas = space.querySelector("canvas");
          await Plotly.relayout(space, { "scene.camera.eye": { x: 1, y: 2, z: 0.5 } });
          press(figure, "ArrowRight");
          await wait();
          figure.querySelector('[aria-label="Step forward"]').click();
          await wait();
          root.dataset.frame = figure.dataset.frame;
          root.dataset.points = space.data.at(-1).x.join();
          root.dataset.line = [plane.data[1].y[0], plane.data[1].y.at(-1)].join();
          root.dataset.range = plane.layout.yaxis.range.join();
          root.dataset.eye = Object.values(space._fullLayout.scene.camera.eye).join();
          root.dataset.sameCanvas = String(canvas === space.querySelector("canvas"));
          root.dataset.title = figure.querySelector(".suptitle").textContent;
          press(figure, "Home");
          await wait();
          press(figure, " ");
          for (let i = 0; i < 10; i++) await wait();
          root.dataset.played = figure.dataset.frame;
          root.dataset.stopped = figure.querySelector('[aria-label="Play"]') ? "true" : "false";
        };
        script();
        """);
    assertThat(dom).contains("data-errors=\"0\"").contains("data-frame=\"2\"")
        .contains("data-points=\"-5,-2,0\"").contains("data-line=\"-6,12\"").contains("data-eye=\"1,2,0.5\"")
        .contains("data-same-canvas=\"true\"").contains("data-title=\"alpha = 0.001 / epoch = 2\"")
        .contains("data-played=\"2\"").contains("data-stopped=\"true\"");
    assertThat(dom).as("limits hold the data and the first line").contains("data-range=\"-16.5,16.5\"");
  }

  /// Both of plotly's bundles on one page, which is what a page with contours and a surface has.
  @Test
  void fieldsAreDrawnBesideSurfacesAndFormulasAreSet() throws Exception {
    var loss = Grid.over(GRID, GRID, (a, b) -> 1 + (a - 1) * (a - 1) + (b - 3) * (b - 3));
    var u = Grid.over(GRID, GRID, (a, _) -> 2 * (a - 1));
    var v = Grid.over(GRID, GRID, (_, b) -> 2 * (b - 3));
    var field = (Plane) FieldFigures.gradientField(new Field(loss, u, v)).panels().getFirst();
    var page = Page.titled("The loss $L(w)$")
        .paragraph("Its gradient $\\nabla L$ is $$\\frac{\\partial L}{\\partial w} = -2 X^\\top (y - \\hat{y})$$")
        .figure(Figure.of(field.axisEqual()), "")
        .figure(FieldFigures.landscapeField(new Field(loss, u, v), a -> 1 / a, List.of(TRACE)), "")
        .figure(FieldFigures.pathOverGrid(loss, TRACE), "")
        .figure(TrainingFigures.lossSurface(LANDSCAPE, TRACE, new double[] {1, 3}), "")
        .source("int x = 1; // one", "")
        .tries(new Block.Try("./thalweg run line", "again"));
    var dom = open(page, """
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          while (root.dataset.figuresReady !== "4") await new Promise(done => setTimeout(done, 100));
          const faces = await Promise.all(
              ["KaTeX_Main", "KaTeX_Math"].map(name => document.fonts.load(`16px ${name}`)));
          root.dataset.fonts = faces.flat().map(face => face.status).join();
          const plot = document.querySelector(".plot");
          root.dataset.arrows = plot.data[1].x.filter(x => x === null).length;
          const { xaxis, yaxis } = plot._fullLayout;
          root.dataset.equal = String(Math.abs(xaxis._length / (xaxis.range[1] - xaxis.range[0])
              - yaxis._length / (yaxis.range[1] - yaxis.range[0])) < 0.1);
          const button = document.querySelector(".copy");
          // The real clipboard answers in its own time, which this browser's clock does not wait for.
          let copied = "";
          Object.defineProperty(navigator, "clipboard",
              { value: { writeText: async text => { copied = text; } } });
          button.focus();
          root.dataset.focused = String(document.activeElement === button);
          button.click();
          for (let i = 0; i < 20 && !document.querySelector(".said").textContent; i++) {
            await new Promise(done => setTimeout(done, 50));
          }
          root.dataset.said = document.querySelector(".said").textContent;
          root.dataset.copied = copied;
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>")))
        .contains("data-errors=\"0\"").contains("data-figures-ready=\"4\"").contains("data-formulas=\"3\"")
        .contains("data-fonts=\"loaded,loaded\"").contains("data-arrows=\"16\"")
        .contains("data-equal=\"true\"").contains("data-focused=\"true\"")
        .contains("data-said=\"Copied\"").contains("data-copied=\"./thalweg run line\"");
    assertThat(dom).contains("class=\"katex\"").contains("<canvas").contains("class=\"contourlayer");
  }

  /// A field of arrows is drawn by several traces, so that marks above it have other numbers in the plot.
  @Test
  void marksMoveOverAFieldOfArrows() throws Exception {
    var moved = Values.of(1, 2);
    var base = Figure.of(Axes.plane()
        .quiver(X, Y, X, Y, 10, Style.cmap(ColorMap.PLASMA))
        .plot(X, Y, Style.name("way")));
    var animation = new Animation(base, List.of(
        Frame.of("epoch 0", "").move("way", Values.of(X), Values.of(Y)),
        Frame.of("epoch 1", "").move("way", moved, moved)));
    var dom = open(Page.titled("Moving").animation(animation, ""), """
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          while (root.dataset.figuresReady !== "1") await new Promise(done => setTimeout(done, 100));
          document.querySelector('[aria-label="Step forward"]').click();
          await new Promise(done => setTimeout(done, 300));
          const plot = document.querySelector(".plot");
          root.dataset.traces = plot.data.length;
          root.dataset.way = plot.data.at(-1).x.join();
          root.dataset.field = plot.data[0].fill;
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>"))).contains("data-errors=\"0\"")
        .contains("data-traces=\"4\"").contains("data-way=\"1,2\"").contains("data-field=\"toself\"");
  }

  @Test
  void everyMarkIsDrawn() throws Exception {
    var grid = Grid.over(GRID, GRID, (a, b) -> a * b);
    var planes = Figure.grid(3,
        Axes.plane().scatter(X, Y, Style.markers(List.of(Marker.CROSS, Marker.DIAMOND, Marker.PLUS)))
            .step(X, Y, Steps.MID).plot(X, Y, Style.marker("o"), Style.dashdot()).grid(),
        Axes.plane().bar(X, Y).barh(X, Y).hist(Y, 3).errorbar(X, Y, Errors.each(1, 3), Style.capsize(3)),
        Axes.plane().fillBetween(X, Y, X).axhline(1).axvline(1).axhspan(1, 2).axvspan(1, 2),
        Axes.plane().imshow(new double[][] {{1, 2}, {3, Double.NaN}}, Style.colorbar("z")),
        Axes.plane().contourf(grid, Style.levels(-60, -1, 0, 10, 100.0), Style.colorbar("z")).contour(grid)
            .quiver(GRID, GRID, GRID, GRID, 50, Style.cmap(ColorMap.TURBO), Style.colorbar("length")),
        Axes.plane().plot(GRID, new double[] {1, 10, 100, 1000}).logy().axhline(10)
            .text(0, 10, "<script>alert(1)</script>", Style.rotation(45)).annotate("$w_0$", 5, 100, 0, 1000));
    var space = Figure.of(Axes.space().scatter(X, Y, X, Style.marker("^")).plot(X, Y, X, Style.marker("o"))
        .surface(X, X, new double[][] {X, Y, X}, Style.cmap(ColorMap.MAGMA), Style.colorbar("z"))
        .wireframe(X, X, new double[][] {X, Y, X}).text(0, 0, 0, "origin"));
    var dom = open(Page.titled("All").figure(planes, "").figure(space.theme(Theme.XKCD), ""), """
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          while (root.dataset.figuresReady !== "2") await new Promise(done => setTimeout(done, 100));
          const plots = [...document.querySelectorAll(".plot")];
          root.dataset.drawn = plots.map(plot => plot.data.length).join();
          root.dataset.types = plots.slice(0, 5).flatMap(plot => plot.data.map(trace => trace.type)).join();
          root.dataset.shapes = plots.map(plot => plot.querySelectorAll(".shapelayer path").length).join();
          root.dataset.texts = [...plots[5].querySelectorAll(".annotation-text")].map(t => t.textContent).join();
          root.dataset.bars = plots[1].querySelectorAll(".bars .point path").length;
          root.dataset.errors2 = plots[1].querySelectorAll(".errorbar").length;
          // A rule on a logarithmic axis stands at its number, not at ten to the power of it.
          const rule = plots[5].querySelector(".shapelayer path").getBoundingClientRect();
          const { _offset, _length, range } = plots[5]._fullLayout.yaxis;
          const top = plots[5].getBoundingClientRect().top;
          const expected = top + _offset + _length * (range[1] - 1) / (range[1] - range[0]);
          root.dataset.rule = String(Math.abs((rule.top + rule.bottom) / 2 - expected) < 2);
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>"))).contains("data-errors=\"0\"")
        .contains("data-drawn=\"3,4,1,1,7,1,5\"")
        .contains("data-types=\"scatter,scatter,scatter,bar,bar,bar,scatter,scatter,heatmap,contour,contour,scatter,")
        .contains("data-shapes=\"0,0,4,0,0,1,0\"").contains("data-texts=\"&lt;script&gt;alert(1)&lt;/script&gt;,w")
        .contains("data-bars=\"9\"").contains("data-errors2=\"3\"").contains("data-rule=\"true\"");
  }

  @Test
  void thePlayerPlaysBackwardLoopsAndReflects() throws Exception {
    var base = Figure.of(Axes.plane().bar(X, Y, Style.name("bars")));
    var frames = Stream.of(1, 2, 3).map(i -> Frame.of("f" + i, "").move("bars", Values.of(i, i, i))).toList();
    var dom = open(Page.titled("Player").animation(new Animation(base, frames), ""), """
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          const wait = ms => new Promise(done => setTimeout(done, ms));
          while (root.dataset.figuresReady !== "1") await wait(100);
          const figure = document.querySelector(".thalweg-figure");
          const button = name => figure.querySelector(`[aria-label="${name}"]`);
          const seen = [];
          new MutationObserver(() => seen.push(figure.dataset.frame)).observe(figure, {
              attributeFilter: ["data-frame"] });
          button("Play backward").click();
          await wait(2000);
          root.dataset.backward = seen.splice(0).join("");
          root.dataset.ended = String(button("Play backward") !== null && button("Pause") === null);
          root.dataset.height = document.querySelector(".plot").data[0].y.join("");
          button("At the end").value = "loop";
          button("Play").click();
          await wait(1500);
          button("Pause").click();
          root.dataset.loop = seen.splice(0).join("").slice(0, 5);
          button("At the end").value = "reflect";
          figure.dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));
          await wait(200);
          seen.splice(0);
          button("Play").click();
          await wait(2000);
          button("Pause").click();
          root.dataset.reflect = seen.splice(0).join("").slice(0, 6);
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>"))).contains("data-errors=\"0\"")
        .contains("data-backward=\"210\"").contains("data-ended=\"true\"").contains("data-height=\"111\"")
        .contains("data-loop=\"12012\"").contains("data-reflect=\"121012\"");
  }

  /// A saved animation's player has the speed and the end that were asked for, and each control and key works.
  @Test
  void thePlayerStepsByButtonsSliderAndKeys() throws Exception {
    var base = Figure.of(Axes.plane().plot(X, Y, Style.name("way")));
    var frames = Stream.of(0, 1, 2, 3, 4).map(i -> Frame.of("f" + i, "").move("way", Values.of(X), Values.of(i, i, i)));
    var file = directory.resolve("saved.html");
    new Animation(base, frames.toList()).save(file, Output.fps(10), Output.loop(true));
    var dom = open(Files.readString(file), """
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          const later = window.setTimeout;
          const wait = ms => new Promise(done => later(done, ms));
          const asked = [];  // the player's pauses, as it asks for them: the clock of a busy machine proves nothing
          window.setTimeout = (action, ms) => { asked.push(ms); return later(action, ms); };
          while (root.dataset.figuresReady !== "1") await wait(100);
          const figure = document.querySelector(".thalweg-figure");
          const control = name => figure.querySelector(`[aria-label="${name}"]`);
          const seen = [];
          const see = async () => { await wait(100); seen.push(figure.dataset.frame); };
          const key = (name, target = figure) => {
            target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
            return see();
          };
          root.dataset.end = control("At the end").value;
          for (const name of ["End", "ArrowRight", "ArrowLeft", "Home", "ArrowLeft", "ArrowRight"]) await key(name);
          root.dataset.keys = seen.splice(0).join("");
          control("Step forward").click(); await see();
          control("Step forward").click(); await see();
          control("Step back").click(); await see();
          root.dataset.steps = seen.splice(0).join("");
          control("Frame").value = 3;
          control("Frame").dispatchEvent(new Event("input")); await see();
          root.dataset.slid = seen.splice(0).join("") + figure.querySelector(".frame-label").textContent
              + document.querySelector(".plot").data[0].y.join("");
          const pace = async times => {
            control("Speed").value = String(times);
            await key("Home"); asked.splice(0);
            await key(" ");
            while (asked.length < 3) await wait(20);
            await key(" ");
            return [...new Set(asked)].join(" ");
          };
          root.dataset.pace = [await pace(1), await pace(0.5), await pace(4)].join("|");
          const stopped = figure.dataset.frame;
          await wait(1000);
          root.dataset.paused = String(control("Play") !== null && figure.dataset.frame === stopped);
          await key(" ", control("Speed"));
          root.dataset.select = String(control("Pause") === null);
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>"))).contains("data-errors=\"0\"")
        .contains("data-end=\"loop\"").contains("data-keys=\"443001\"").contains("data-steps=\"232\"")
        .contains("data-slid=\"3f3333\"").contains("data-pace=\"100|200|25\"").contains("data-paused=\"true\"")
        .contains("data-select=\"true\"");
  }

  /// The reader changes the language in the middle of an animation: all texts follow, nothing else moves.
  @Test
  void theReaderChoosesTheLanguage() throws Exception {
    var page = Translations.of(Language.KO, language -> {
      var word = Map.of(Language.EN, "loss", Language.KO, "손실", Language.ZH, "损失").get(language);
      var base = Figure.of(Axes.plane().plot(X, Y, Style.name("way"), Style.label(word)).xlabel(word).legend());
      return Page.titled(word).home("index.html").heading(word).tries(new Block.Try("ls", word)).animation(new Animation(base, List.of(
          Frame.of(word + " 1", word).move("way", List.of(word + " 1"), Values.of(1), Values.of(1)),
          Frame.of(word + " 2", word).move("way", List.of(word + " 1", word + " 2"), Values.of(1, 2), Values.of(1, 2)))),
          word);
    });
    var dom = open(page.html(), """
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          const wait = ms => new Promise(done => setTimeout(done, ms));
          while (root.dataset.figuresReady !== "1") await wait(100);
          const figure = document.querySelector(".thalweg-figure");
          const plot = document.querySelector(".plot");
          const seen = () => [root.lang, document.title, figure.querySelector("output").textContent,
              figure.querySelector(".suptitle").textContent, plot.querySelector(".xtitle").textContent,
              plot.data[0].hovertext, document.querySelector("main h2").innerText, document.querySelector(".copy").textContent,
              [...document.querySelectorAll(".legend")].filter(l => l.checkVisibility()).map(l => l.innerText)].join();
          root.dataset.before = seen();
          [...figure.querySelectorAll(".player button")].at(-1).click();
          await wait(200);
          const area = plot.querySelector(".nsewdrag");
          const box = area.getBoundingClientRect();
          const mouse = (type, part) => (type === "mousedown" ? area : document.querySelector(".dragcover") ?? document)
              .dispatchEvent(new MouseEvent(type, { bubbles: true, view: window, button: 0, buttons: 1,
                  clientX: box.left + part * box.width, clientY: box.top + part * box.height }));
          mouse("mousedown", 0.5); mouse("mousemove", 0.75); mouse("mouseup", 0.75);
          await wait(100);
          const zoomed = plot.layout.xaxis.range.join();
          const [english, , chinese] = document.querySelectorAll(".languages button");
          english.focus();
          root.dataset.focused = String(document.activeElement === english);
          chinese.click();
          await wait(300);
          root.dataset.chinese = seen();
          english.click();
          await wait(300);
          root.dataset.english = seen();
          root.dataset.home = document.querySelector(".home").href.split("/").at(-1);
          root.dataset.pressed = [...document.querySelectorAll(".languages button")].map(b => b.ariaPressed).join();
          root.dataset.play = String(figure.querySelector('[aria-label="Play"]') !== null);
          root.dataset.zoomed = String(zoomed === plot.layout.xaxis.range.join() && plot.layout.xaxis.range[0] > 0);
          root.dataset.frame = figure.dataset.frame;
          root.dataset.link = String(localStorage.getItem("thalweg-language"));
          location.hash = "lang=zh";
          await wait(300);
          root.dataset.hash = seen();
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>"))).contains("data-errors=\"0\"")
        .contains("data-before=\"ko,손실,손실 1,손실loss损失,손실,손실 1,손실,복사,손실\"").contains("data-focused=\"true\"")
        .contains("data-chinese=\"zh,损失,损失 2,损失,损失,损失 1,损失 2,损失,复制,损失\"")
        .contains("data-english=\"en,loss,loss 2,loss,loss,loss 1,loss 2,loss,Copy,loss\"")
        .contains("data-pressed=\"true,false,false\"").contains("data-play=\"true\"")
        .contains("data-zoomed=\"true\"").contains("data-frame=\"1\"").contains("data-link=\"en\"")
        .contains("data-hash=\"zh,损失,损失 2").contains("data-home=\"index.html?lang=en\"");
  }

  /// Lines wander, also when plotly draws them again; the letters are those of files.
  @Test
  void theHandDrawnStyleBendsLines() throws Exception {
    var page = Page.titled("Drawn").figure(Figure.of(Axes.plane().plot(new double[] {0, 1}, new double[] {0, 1})), "")
        .theme(Theme.XKCD);
    var dom = open(page, """
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          while (root.dataset.figuresReady !== "1") await new Promise(done => setTimeout(done, 100));
          const plot = document.querySelector(".plot");
          /** How far a line strays from the straight way between its ends, and how many places it has. */
          const strays = path => {
            const points = path.getAttribute("d").split("M")[1].match(/-?[\\d.]+,-?[\\d.]+/g).map(pair => pair.split(",").map(Number));
            const [[x0, y0], [x1, y1]] = [points[0], points.at(-1)];
            const long = Math.hypot(x1 - x0, y1 - y0);
            const far = Math.max(...points.map(([x, y]) => Math.abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / long));
            return far > 0.5 && far < 5 && points.length > 50;
          };
          const seen = () => [".js-line", ".xlines-above"].map(name => strays(plot.querySelector(name))).join();
          root.dataset.first = seen();
          const drawn = plot.querySelector(".js-line").getAttribute("d");
          thalweg.repaint();
          await new Promise(done => setTimeout(done, 200));
          root.dataset.again = seen() + "," + (drawn === plot.querySelector(".js-line").getAttribute("d"));
          root.dataset.halos = plot.querySelectorAll(".halo").length;
          root.dataset.font = String(document.fonts.check("16px 'Comic Neue'"));
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>"))).contains("data-errors=\"0\"")
        .contains("data-first=\"true,true\"").contains("data-again=\"true,true,true\"")
        .contains("data-halos=\"1\"").contains("data-font=\"true\"");
  }

  /// plotly would leave out points it takes for needless; a coarse sheet is made fine through the same heights.
  @Test
  void curvesAndSheetsAreSmooth() throws Exception {
    var x = Values.linspace(0, 1, 500);
    var axis = Values.linspace(-1, 1, 21).toArray();
    var bowl = Grid.over(axis, axis, (a, b) -> a * a + b * b);
    var page = Page.titled("Smooth")
        .figure(Figure.of(Axes.plane().plot(x, x.map(v -> Math.exp(-20 * v)))), "")
        .figure(Figure.of(Axes.space().surface(axis, axis,
            bowl.z().stream().map(Values::toArray).toArray(double[][]::new), Style.alpha(0.3)).scatter(X, Y, X)), "");
    var dom = open(page, """
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          while (root.dataset.figuresReady !== "2") await new Promise(done => setTimeout(done, 100));
          const [plane, space] = document.querySelectorAll(".plot");
          root.dataset.points = plane.querySelector(".js-line").getAttribute("d").split(/[LHV]/).length;
          const [sheet, points] = space.data;
          const off = sheet.z.flatMap((row, j) => row.map((z, i) => Math.abs(z - sheet.x[i] ** 2 - sheet.y[j] ** 2)));
          root.dataset.sheet = [sheet.x.length, sheet.z.length, Math.max(...off) < 1e-9].join();
          root.dataset.above = String(points.opacity < 1);
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>"))).contains("data-errors=\"0\"").contains("data-points=\"500\"")
        .contains("data-sheet=\"221,221,true\"").contains("data-above=\"true\"");
  }

  /// On a telephone only code, tables, formulas and drawings are wider, and those scroll.
  @Test
  void nothingIsWiderThanThePage() throws Exception {
    var long_ = "w".repeat(200);
    var page = Translations.of(Language.KO, language -> Page.titled("학습률과 손실").home("index.html").heading(long_)
        .paragraph(long_ + " `" + long_ + "` $$" + "x + ".repeat(60) + "y$$").items(long_).terminal(long_, long_)
        .source(long_, "").listing(long_, long_).tries(new Block.Try(long_, language.ownName()))
        .table(List.of("a", "b"), List.of(List.of(long_, long_)), "")
        .questions(new Block.Question(long_, long_)).course(List.of(new Block.Lesson(long_, "a.html", long_, long_, long_)))
        .figure(TrainingFigures.lossSurface(LANDSCAPE, TRACE, new double[] {1, 3}), "")
        .animation(new Animation(Figure.of(Axes.plane().plot(X, Y, Style.name("way"), Style.label(long_)).legend()),
            List.of(Frame.of(long_.substring(150), ""))), long_));
    var dom = open(page.html(), """
        document.body.style.cssText = "width: 390px; position: relative";
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          while (root.dataset.figuresReady !== "2") await new Promise(done => setTimeout(done, 100));
          await new Promise(done => setTimeout(done, 500));
          const wide = [...document.body.querySelectorAll("*")].filter(element => element.checkVisibility()
              && !element.closest("pre, .scroll > *, .katex-display, .plot *, script")
              && element.getBoundingClientRect().right > 391);
          root.dataset.wide = wide.map(element => element.localName + "." + element.className).join();
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>"))).contains("data-errors=\"0\"").contains("data-wide=\"\"");
  }

  /// Figures drawn light on dark would not be seen on paper.
  @Test
  void paperIsWhite() throws Exception {
    var page = Page.titled("Printed").figure(Figure.of(Axes.plane().plot(X, Y, Style.color("k"))), "");
    var dom = open(page.html().replace("<html ", "<html data-theme=\"dark\" "), """
        addEventListener("DOMContentLoaded", async () => {
          const root = document.documentElement;
          while (root.dataset.figuresReady !== "1") await new Promise(done => setTimeout(done, 100));
          const figure = document.querySelector(".thalweg-figure");
          const line = () => getComputedStyle(figure.querySelector(".js-line")).stroke;
          const seen = [line()];
          dispatchEvent(new Event("beforeprint"));
          seen.push(root.dataset.theme, line());
          dispatchEvent(new Event("afterprint"));
          await new Promise(done => setTimeout(done, 100));
          seen.push(root.dataset.theme, line());
          root.dataset.seen = seen.join("|");
          const wide = figure.clientWidth * Number(figure.style.getPropertyValue("--shrink"));
          root.dataset.fits = String(wide <= 680 && figure.style.getPropertyValue("--drawn") === figure.clientWidth + "px");
        });
        """);
    assertThat(dom.substring(0, dom.indexOf("<main>"))).contains("data-errors=\"0\"").contains("data-fits=\"true\"")
        .containsPattern("data-seen=\"rgb\\((1[0-9]{2}|2[0-9]{2}), .*\\|light\\|rgb\\(0, 0, 0\\)\\|dark\\|rgb\\((1[0-9]{2}|2[0-9]{2}), ");
  }

  @Test
  void aFormulaThatCannotBeReadStaysAsItIsAndIsCounted() throws Exception {
    var dom = open(Page.titled("Broken").paragraph("$\\frac{1$ and $x_1$"), "");
    assertThat(dom).contains("data-errors=\"1\"").contains("data-formulas=\"1\"").contains("frac");
  }

  @Test
  void gapsAndNothingAtAllLeaveThePageWhole() throws Exception {
    double[] holes = {Double.NaN, Double.POSITIVE_INFINITY, 1};
    var dom = open(Page.titled("Gaps")
        .figure(Figure.of(Axes.plane().plot(holes, holes).scatter(holes, new double[] {1, 2, 3}).logy()), "")
        .figure(Figure.of(Axes.space().scatter(holes, holes, holes)
            .surface(X, X, new double[][] {holes, {1, 2, 3}, holes})), "")
        .figure(Figure.row(Axes.plane(), Axes.space()), "")
        .figure(Figure.row(Axes.plane().plot(Values.of(), Values.of()),
            Axes.space().surface(new double[0], new double[0], new double[0][])), "")
        .figure(Figure.grid(4, hard(Values.of()), hard(Values.of(1)), hard(Values.of(2, 2, 2)),
            hard(Values.of(1e-300, 2e-300)), hard(Values.of(-1e300, 1e300)), hard(Values.of(Double.NaN)),
            hard(Values.range(1_000_000))), ""), "");
    assertThat(dom).contains("data-errors=\"0\"").contains("data-figures-ready=\"5\"")
        .contains("1,000,000 points, of which the page shows 20,000");
  }

  private static Axes hard(Values values) {
    var some = values.toArray().length > 1000 ? Values.of(1) : values;
    return Axes.plane().plot(values, values).scatter(some, some).bar(some, some, 1)
        .errorbar(some, some, Errors.NONE, Errors.NONE).fillBetween(some, some, some)
        .imshow(new double[][] {some.toArray()}, true, new Extent(0, 1, 0, 1));
  }

  /// The page's `<html>` tag and main part once its scripts, and `script` after them, have run.
  private String open(Page page, String script) throws IOException, InterruptedException {
    return open(page.html(), script);
  }

  private String open(String page, String script) throws IOException, InterruptedException {
    var file = directory.resolve("page.html");
    Files.writeString(file, page.replace("</body>", "<script>" + script + "</script></body>"));
    var out = directory.resolve("dom.html");
    var browser = new ProcessBuilder(chromium.orElseThrow().toString(), "--headless", "--no-sandbox",
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--user-data-dir=" + directory.resolve("profile"),
        "--virtual-time-budget=20000", "--window-size=1200,900", "--dump-dom", file.toUri().toString())
        .redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      assertThat(browser.waitFor(120, TimeUnit.SECONDS)).as("chromium ends").isTrue();
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
    }
    var dom = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(dom).as("what chromium wrote").contains("<head>", "<main>", "</main>");
    // Without the scripts, which would drown a failure's message.
    return dom.substring(0, dom.indexOf("<head>"))
        + dom.substring(dom.indexOf("<main>"), dom.indexOf("</main>"));
  }
}
