// How figures look: the layout that all panels share, and their colours in light and dark.
"use strict";

thalweg.looks = (() => {
  const number = text => text.match(/[\d.]+/g).slice(0, 3).map(Number);

  const luminance = rgb => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q);
    return (high + 0.05) / (low + 0.05);
  };

  /** The paper, ink and grid that the style sheet has chosen for light or dark. */
  const theme = element => {
    const style = getComputedStyle(element);
    const paper = number(style.backgroundColor);
    const ink = number(style.color);
    return {
      paper,
      ink: style.color,
      grid: style.outlineColor,
      font: style.fontFamily,
      sketched: element.closest(".xkcd") !== null,
      wall: `rgb(${paper.map((v, i) => Math.round(0.96 * v + 0.04 * ink[i]))})`,
      dark: luminance(paper) < 0.2,
    };
  };

  /** Figures are given in colours for white paper; on dark paper those too dark to see are lightened. */
  const color = (hex, { dark, paper }) => {
    if (!dark) return hex;
    let rgb = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
    while (contrast(rgb, paper) < 4.5) {
      rgb = rgb.map(v => Math.min(255, v + 8 + (255 - v) * 0.06));
    }
    return `rgb(${rgb.map(Math.round).join(", ")})`;
  };

  /** What plotly has in its layout and not among its traces. */
  const inLayout = trace => trace.type === "shape" || trace.type === "annotation";

  /** Parts of a trace that have colours of their own. */
  const parts = ["marker", "line", "textfont", "font", "error_x", "error_y"];

  /** The keys of colours, besides those that arrays give. */
  const colorKeys = ["color", "fillcolor", "arrowcolor"];

  /** The same with the theme's colours. */
  const recolored = (value, theme) => {
    if (byNumbers(value) || !value || typeof value !== "object" || Array.isArray(value)) return value;
    const copy = { ...value };
    for (const key of parts) if (copy[key]) copy[key] = recolored(copy[key], theme);
    for (const key of colorKeys) if (typeof copy[key] === "string") copy[key] = color(copy[key], theme);
    if (Array.isArray(copy.color)) copy.color = copy.color.map(hex => color(hex, theme));
    if (copy.colors?.length === 1) copy.colors = [color(copy.colors[0], theme)];
    if (copy.colorscale) copy.colorscale = copy.colorscale.map(([at, hex]) => [at, color(hex, theme)]);
    return copy;
  };

  /** Where areas cover the paper, marks lie on them and not on dark paper. */
  const ground = (data, page) =>
    data.some(trace => trace.contours?.coloring === "fill" || trace.type === "heatmap")
      ? { ...page, dark: false } : page;

  /** The same traces with the theme's colours; their data arrays are shared, not copied. */
  const traces = (data, page) => {
    const theme = ground(data, page);
    const veiled = data.some(trace => trace.type === "surface" && trace.opacity < 1);
    return data.map(trace => ({
      showscale: false,
      ...barred(recolored(trace, theme), page),
      ...shared[trace.type],
      ...own[trace.type]?.(trace, theme, veiled),
    }));
  };

  /** What depends on the trace. */
  const own = {
    // Every point counts: plotly would leave out those it thinks do not, and bend curves.
    scatter: (trace, theme) => ({
      ...(trace.line ? { line: { ...recolored(trace.line, theme), simplify: false } } : {}),
      ...(trace.marker && theme.sketched ? { marker: haloed(recolored(trace.marker, theme), theme) } : {}),
    }),
    // plotly draws what is translucent last: a path that nearly is lies before a veil and not under it.
    scatter3d: (trace, _, veiled) => veiled ? { opacity: Math.min(trace.opacity, 0.99) } : {},
    surface: trace => {
      const { x, y, z } = thalweg.sheets.refined(trace);
      return { x, y, z };
    },
  };

  const haloed = (marker, { paper }) =>
    marker.line?.width === 0 ? { ...marker, line: { width: 2, color: `rgb(${paper})` } } : marker;

  /** Colours that stand for numbers are those of the colour bar, in light and dark. */
  const byNumbers = value => value?.meta === "numbers" || typeof value?.color?.[0] === "number";

  const barred = (trace, { ink }) => {
    const bar = {
      ...numbers, thickness: 14, xpad: 8, outlinewidth: 1, outlinecolor: ink, ticks: "outside", ticklen: 4, tickcolor: ink,
      ticksuffix: "\u2003", // keeps the title off the numbers; plotly has no other way
    };
    const dressed = part => part?.colorbar ? { ...part, colorbar: { ...bar, ...part.colorbar } } : part;
    return trace.marker ? { ...trace, marker: dressed(trace.marker) } : dressed(trace);
  };

  const shared = {
    scatter: { showlegend: false, cliponaxis: true },
    scatter3d: { showlegend: false },
    surface: {
      showlegend: false,
      // Flat, as in the notes: shape shows where the sheets of a translucent surface lie one on another.
      lighting: { ambient: 1, diffuse: 0, specular: 0, fresnel: 0 },
      contours: { x: { highlight: false }, y: { highlight: false }, z: { highlight: false } },
    },
  };

  const common = ({ ink, paper, font }) => ({
    autosize: true,
    showlegend: false,
    paper_bgcolor: "rgba(0, 0, 0, 0)",
    plot_bgcolor: "rgba(0, 0, 0, 0)",
    font: { family: font, size: 13, color: ink },
    hoverlabel: {
      align: "left",
      bgcolor: `rgb(${paper})`,
      bordercolor: ink,
      font: { family: font, size: 13, color: ink },
    },
    // Whatever the reader has turned or zoomed stays when data or colours change.
    uirevision: "reader",
    separators: ".", // 20000, not 20,000
    barmode: "overlay",
    modebar: { bgcolor: "rgba(0, 0, 0, 0)", color: ink, activecolor: ink },
  });

  /** 10000, not 10k, and 10⁷ from there on. */
  const numbers = { exponentformat: "power", minexponent: 7 };

  const planeAxis = (axis, { ink, grid, sketched }) => ({
    ...axis,
    ...(axis.type === "log" ? { exponentformat: "power", ...decades(axis.range) } : numbers),
    gridcolor: grid,
    zeroline: false,
    showline: true,
    mirror: true,
    linecolor: ink,
    linewidth: sketched ? 2 : 1,
    ticks: "outside",
    ticklen: 5,
    tickwidth: sketched ? 3 : 1,
    tickcolor: ink,
    automargin: true,
  });

  /** One tick a power of ten where there are several; plotly would also label 2 and 5. */
  const decades = ([low, high]) =>
    high - low > 1.5 ? { dtick: Math.max(1, Math.ceil((high - low) / 7)) } : {};

  const spaceAxis = (axis, { ink, grid, wall }) => ({
    ...axis,
    title: { ...axis.title, font: { size: 14 } },
    gridcolor: grid,
    linecolor: ink,
    showline: true,
    zeroline: false,
    showspikes: false,
    showbackground: true,
    // Opaque: plotly adds a translucent wall to what lies before it instead of blending the two.
    backgroundcolor: wall,
    tickfont: { size: 12 },
    ticks: "outside",
    ticklen: 26,
    tickcolor: "rgba(0, 0, 0, 0)", // the ticks only hold their labels off the axis
    exponentformat: axis.type === "log" ? "power" : "none",
    tickangle: 0,
    nticks: 6,
  });

  /** Lines and bands across the axes, and texts with or without an arrow. */
  const notes = (data, page) => {
    const theme = ground(data, page);
    const of = type => data.filter(trace => trace.type === type).map(trace => recolored(trace, theme));
    return {
      shapes: of("shape").map(({ shape, ...rest }) => ({ ...rest, type: shape })),
      annotations: of("annotation").map(({ type, ...rest }) => ({ arrowcolor: page.ink, ...rest })),
    };
  };

  const plane = ({ layout: { xaxis, yaxis, equal }, data }, theme) => ({
    ...common(theme),
    ...notes(data, theme),
    hovermode: "closest",
    // A finger on a figure means to scroll the page.
    dragmode: matchMedia("(pointer: coarse)").matches ? false : "zoom",
    margin: { l: 48, r: 12, t: 10, b: 36, pad: 0 },
    xaxis: { ...planeAxis(xaxis, theme), ...(equal ? { constrain: "domain" } : {}) },
    yaxis: {
      ...planeAxis(yaxis, theme),
      ...(equal ? { scaleanchor: "x", constrain: "domain" } : {}),
    },
  });

  /**
   * matplotlib's view. Its lines of sight are nearly parallel, so ours are: then not the eye's distance but
   * the box's size says how large things are, and the panel is always two units high. At a distance of 8
   * the box, at most 1.42 wide and here some 0.9 high, fills the panel but for its labels.
   */
  const sight = ({ azimuth, elevation, distance }, { clientWidth, clientHeight }) => {
    const height = Math.max(1, clientHeight);
    const fitting = Math.max(0.2, Math.min((clientWidth - 110) / 1.42, (height - 90) / 0.9) * 2 / height);
    const scale = fitting * 8 / distance;
    const [around, up] = [azimuth, elevation].map(degrees => degrees * Math.PI / 180);
    return {
      aspectmode: "manual",
      aspectratio: { x: scale, y: scale, z: 0.75 * scale },
      camera: {
        eye: {
          x: 2 * Math.cos(around) * Math.cos(up),
          y: 2 * Math.sin(around) * Math.cos(up),
          z: 2 * Math.sin(up),
        },
        projection: { type: "orthographic" },
      },
    };
  };

  const space = ({ layout: { scene } }, theme, plot) => ({
    ...common(theme),
    margin: { l: 0, r: 0, t: 0, b: 0 },
    scene: {
      // Opaque: what is translucent is blended with this, and would vanish on a transparent canvas.
      bgcolor: `rgb(${theme.paper})`,
      xaxis: { ...spaceAxis(scene.xaxis, theme), title: { text: "" } },
      yaxis: { ...spaceAxis(scene.yaxis, theme), title: { text: "" } },
      zaxis: spaceAxis(scene.zaxis, theme),
      dragmode: "orbit",
      annotations: names(scene),
      ...sight(scene.view, plot),
    },
  });

  /** The names of x and y, well under their axes' labels; plotly itself would write them across the labels. */
  const names = ({ xaxis, yaxis, zaxis, view }) => {
    const around = view.azimuth * Math.PI / 180;
    // A little inside: plotly leaves out what rounding puts past the end.
    const within = ([low, high], part) => low + part * (high - low);
    const nearest = (range, towards) => within(range, towards > 0 ? 0.9999 : 0.0001);
    const below = { z: within(zaxis.range, 0.0001), showarrow: false, yshift: -44, font: { size: 15 } };
    return [
      { text: xaxis.title.text, x: within(xaxis.range, 0.5), y: nearest(yaxis.range, Math.sin(around)) },
      { text: yaxis.title.text, x: nearest(xaxis.range, Math.cos(around)), y: within(yaxis.range, 0.5) },
    ].filter(name => name.text).map(name => ({ ...below, ...name }));
  };

  const layout = (panel, theme, plot) =>
    (panel.kind === "space" ? space : plane)(panel, theme, plot);

  const config = panel => ({
    displaylogo: false,
    scrollZoom: false,
    displayModeBar: panel.kind === "space" ? "hover" : false,
    modeBarButtons: [["resetCameraDefault3d"]],
  });

  return { theme, color, traces, inLayout, layout, config };
})();
