// Draws the figures of a page: each `.thalweg-figure` holds its data as JSON.
"use strict";

(() => {
  const page = document.documentElement;
  let count = 0;
  page.dataset.figuresReady = "0";

  const figures = [];

  const plots = figure => [...figure.querySelectorAll(".plot")];

  /** Names plotly's button, and tells the style sheet where the axes are, so that legends lie within them. */
  const finish = plot => {
    for (const button of plot.querySelectorAll(".modebar-btn")) {
      button.dataset.title = thalweg.say("reset");
      button.setAttribute("aria-label", thalweg.say("reset"));
    }
    const axes = plot.querySelector(".nsewdrag");
    if (!axes) return; // in space the whole panel is
    const [inner, outer] = [axes, plot.parentElement].map(element => element.getBoundingClientRect());
    for (const side of ["left", "top"]) {
      plot.parentElement.style.setProperty(`--${side}`, `${inner[side] - outer[side]}px`);
    }
    for (const side of ["right", "bottom"]) {
      plot.parentElement.style.setProperty(`--${side}`, `${outer[side] - inner[side]}px`);
    }
  };

  const paint = (figure, spec) => {
    for (const key of figure.querySelectorAll(".key")) {
      key.style.color = thalweg.looks.color(key.dataset.color, thalweg.looks.theme(plots(figure)[0]));
    }
    return Promise.all(plots(figure).map((_, i) => paintPanel(figure, spec, i)));
  };

  const paintPanel = (figure, spec, i) => {
    const plot = plots(figure)[i];
    const theme = thalweg.looks.theme(plot);
    const panel = spec.panels[i];
    const traces = panel.data.filter(trace => !thalweg.looks.inLayout(trace));
    const react = () => thalweg.plotly[panel.kind].react(plot,
      thalweg.arrows.expand(thalweg.looks.traces(traces, theme), panel.layout, plot),
      thalweg.looks.layout(panel, theme, plot), thalweg.looks.config(panel));
    // Arrows need to know how large the axes have become.
    return react().then(panel.data.some(thalweg.arrows.isField) ? react : () => plot).then(finish);
  };

  /** How many of plotly's traces a mark has become. */
  const traces = trace => thalweg.looks.inLayout(trace) ? 0 : thalweg.arrows.count(trace);

  /** What a frame says of points or a line. */
  const rows = ({ x, y, z, hovertext }) => z ? { x, y, z, hovertext } : { x, y, hovertext };

  /** Rows that begin as in the frame before are written without that; here they are made whole. */
  const unfold = frames => {
    const before = new Map();
    for (const { moves } of frames) {
      for (const move of moves) {
        const old = before.get(`${move.panel} ${move.trace}`);
        for (const [key, row] of Object.entries(move)) {
          if (row?.then) move[key] = [...old[key].slice(0, row.keep), ...row.then];
        }
        before.set(`${move.panel} ${move.trace}`, move);
      }
    }
  };

  /** Puts what a frame moves among the data of the panels. */
  const place = (spec, move) => {
    const { data } = spec.panels[move.panel];
    if (move.whole) data[move.trace] = move.whole;
    else Object.assign(data[move.trace], rows(move));
  };

  /** Moves points or a line: only their data is handed to plotly, so scenes stay as they are. */
  const slide = (figure, spec, move) => {
    const moved = rows(move);
    const { kind, data } = spec.panels[move.panel];
    const wrapped = Object.fromEntries(Object.entries(moved).map(([key, value]) => [key, [value]]));
    const index = data.slice(0, move.trace).reduce((sum, trace) => sum + traces(trace), 0);
    return thalweg.plotly[kind].restyle(plots(figure)[move.panel], wrapped, [index]);
  };

  /** Shows a frame. Panels where a mark changes as a whole are painted anew, the reader's view kept. */
  const show = async (figure, spec, index) => {
    const frame = spec.frames[index];
    figure.dataset.frame = String(index);
    figure.querySelector(".suptitle").innerHTML = frame.suptitle;
    frame.moves.forEach(move => place(spec, move));
    await Promise.all(frame.moves.filter(move => !move.whole).map(move => slide(figure, spec, move)));
    await Promise.all([...new Set(frame.moves.filter(move => move.whole).map(move => move.panel))].map(panel => paintPanel(figure, spec, panel)));
  };

  /** The data of a figure in the page's language. */
  const read = figure => {
    const { words, ...spec } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const said = thalweg.reworded(spec, words?.[page.lang] ?? {});
    unfold(said.frames);
    return said;
  };

  /** Says everything anew in the page's language; what is shown stays, and how the reader has turned it. */
  const translate = ({ figure, spec }) => {
    Object.assign(spec, read(figure));
    const frame = spec.frames[Number(figure.dataset.frame ?? 0)];
    if (frame) {
      frame.moves.forEach(move => place(spec, move));
      figure.querySelector(".suptitle").innerHTML = frame.suptitle;
    }
    return paint(figure, spec);
  };

  thalweg.draw = async figure => {
    const spec = read(figure);
    figure.dataset.traces = String(spec.panels.reduce((sum, panel) => sum + panel.data.length, 0));
    figure.dataset.frames = String(spec.frames.length);
    const drawn = { figure, spec };
    figures.push(drawn);
    thalweg.heard(() => translate(drawn));
    if (spec.sketch) await ready(figure);
    await paint(figure, spec);
    if (spec.sketch) {
      figure.querySelectorAll(".plane .plot").forEach(plot => thalweg.sketch.watch(plot, spec.sketch));
    }
    watch(drawn);
    if (spec.frames.length > 0) {
      thalweg.addPlayer(figure, spec, index => show(figure, spec, index));
    }
    page.dataset.figuresReady = String(++count);
  };

  /** The font of the hand-drawn style must be there before plotly measures its texts. */
  const ready = async figure => {
    addFilter();
    await document.fonts.load(`16px ${getComputedStyle(figure).fontFamily}`);
  };

  /** What is drawn in space has no lines to bend: a filter moves each spot a little, spots side by side alike. */
  const addFilter = () => {
    if (document.getElementById("sketch")) return;
    document.body.insertAdjacentHTML("beforeend", `
      <svg width="0" height="0" style="position: absolute" aria-hidden="true"><filter id="sketch">
      <feTurbulence baseFrequency="0.018" numOctaves="2" seed="3"/>
      <feDisplacementMap in="SourceGraphic" scale="6" xChannelSelector="R" yChannelSelector="G"/></filter></svg>`);
  };

  /** Paints all figures anew, for colours that have changed. */
  thalweg.repaint = () => figures.forEach(({ figure, spec }) => paint(figure, spec));

  /** Fits a figure to a new width, which also changes how large the box of a space is drawn. */
  const fit = ({ figure, spec }) =>
    Promise.all(plots(figure).map((plot, i) =>
      thalweg.plotly[spec.panels[i].kind].Plots.resize(plot))).then(() => paint(figure, spec));

  /** On paper a figure stays as it is drawn, only smaller: the style sheet is told by how much. */
  const PAPER = 680;

  const fitPaper = ({ figure }) => {
    figure.style.setProperty("--drawn", `${figure.clientWidth}px`);
    figure.style.setProperty("--shrink", Math.min(1, PAPER / figure.clientWidth));
  };

  /** Paper is white, whatever the screen is. */
  const forPaper = () => {
    const chosen = page.dataset.theme;
    page.dataset.theme = "light";
    thalweg.repaint();
    for (const { figure } of figures) {
      for (const plot of plots(figure)) plot._fullLayout?.scene?._scene?.glplot?.redraw();
    }
    addEventListener("afterprint", () => {
      if (chosen) page.dataset.theme = chosen;
      else delete page.dataset.theme;
      thalweg.repaint();
    }, { once: true });
  };

  const watch = drawn => {
    fitPaper(drawn);
    let width = drawn.figure.clientWidth;
    let settled = 0;
    new ResizeObserver(() => {
      if (drawn.figure.clientWidth === width) return;
      width = drawn.figure.clientWidth;
      if (matchMedia("print").matches) return;
      fitPaper(drawn);
      clearTimeout(settled);
      settled = setTimeout(() => fit(drawn), 100);
    }).observe(drawn.figure);
  };

  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".thalweg-figure").forEach(figure => thalweg.draw(figure));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", thalweg.repaint);
    addEventListener("beforeprint", forPaper);
  });
})();
