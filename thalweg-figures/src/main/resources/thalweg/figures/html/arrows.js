// Vector fields. plotly has no arrows: each colour of a field becomes one trace of filled outlines.
"use strict";

thalweg.arrows = (() => {
  const isField = trace => trace.type === "arrows";

  /** How many traces of plotly's a trace of ours becomes. */
  const count = trace => isField(trace) ? new Set(trace.colors).size + (trace.marker ? 1 : 0) : 1;

  /** matplotlib's arrow, pointing right, in widths of its shaft; all of it shrinks when it is short. */
  const outline = length => {
    const [head, neck, half] = [5, 4.5, 1.5];
    if (length <= 0) return [];
    const part = Math.min(1, length / head);
    return [
      [0, 0.5], [length / part - neck, 0.5], [length / part - head, half], [length / part, 0],
      [length / part - head, -half], [length / part - neck, -0.5], [0, -0.5], [0, 0.5],
    ].map(([along, across]) => [along * part, across * part]);
  };

  /** Pixels for a unit of x and of y, once plotly knows them. */
  const units = (plot, { xaxis, yaxis }) => {
    const { xaxis: x, yaxis: y } = plot._fullLayout ?? {};
    return {
      width: x?._length ?? plot.clientWidth - 60,
      x: (x?._length ?? plot.clientWidth - 60) / (xaxis.range[1] - xaxis.range[0]),
      y: (y?._length ?? plot.clientHeight - 46) / (yaxis.range[1] - yaxis.range[0]),
    };
  };

  /** The outline of one arrow in the plane: it points where its vector does, whatever the axes' scales. */
  const arrow = (field, i, unit) => {
    const shaft = Math.max(1.2, field.shaft * unit.width);
    const [u, v] = [field.u[i] * unit.x, field.v[i] * unit.y];
    const long = Math.hypot(u, v);
    const length = Math.hypot(field.u[i], field.v[i]) / field.scale * unit.width / shaft;
    if (!(long > 0 && Number.isFinite(length))) return [];
    const before = field.pivot * length;
    return outline(length).map(([along, across]) => [along - before, across]).map(([along, across]) => [
      field.x[i] + shaft * (along * u - across * v) / long / unit.x,
      field.y[i] + shaft * (along * v + across * u) / long / unit.y,
    ]);
  };

  /** A field's colour bar is that of points nobody sees. */
  const bar = ({ marker }) =>
    marker ? [{ type: "scatter", mode: "markers", x: [null], y: [null], hoverinfo: "skip", marker }] : [];

  /** The traces of a panel with its fields drawn. */
  const expand = (data, layout, plot) => data.flatMap(field => {
    if (!isField(field)) return [field];
    const unit = units(plot, layout);
    const traces = new Map(field.colors.map(color => [color, {
      type: "scatter", mode: "lines", fill: "toself", fillcolor: color, opacity: field.opacity,
      line: { width: 0, color }, x: [], y: [], hoverinfo: "skip", showlegend: false,
    }]));
    field.x.forEach((_, i) => {
      const trace = traces.get(field.colors[i % field.colors.length]);
      for (const [x, y] of arrow(field, i, unit)) {
        trace.x.push(x);
        trace.y.push(y);
      }
      trace.x.push(null);
      trace.y.push(null);
    });
    return [...traces.values(), ...bar(field)];
  });

  return { isField, count, expand };
})();
