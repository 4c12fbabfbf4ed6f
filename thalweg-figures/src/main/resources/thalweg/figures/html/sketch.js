// Figures drawn as by hand, like matplotlib's `xkcd`: lines wander to and fro, with a halo of paper around them.
"use strict";

thalweg.sketch = (() => {
  const PIXEL = 0.96; // of 1/100 inch, which wobbles are measured in
  const STEP = 4 * PIXEL; // from one place of a line to the next
  const HALO = 5; // wider than the line
  const drawn = new WeakMap();

  /** Numbers from 0 to 1 that are the same each time (mulberry32). */
  const seeded = seed => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };

  /** The straight sides of a path, or nothing if it has curves, as round points have. */
  const sides = path => {
    const steps = [];
    let [x, y, startX, startY] = [0, 0, 0, 0];
    for (const [, letter, rest] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
      const numbers = (rest.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/g) ?? []).map(Number);
      const [fromX, fromY] = letter === letter.toLowerCase() ? [x, y] : [0, 0];
      switch (letter.toUpperCase()) {
        case "M": case "L":
          for (let i = 0; i + 1 < numbers.length; i += 2) {
            const jump = letter.toUpperCase() === "M" && i === 0;
            steps.push({ jump, x: x = fromX + numbers[i], y: y = fromY + numbers[i + 1] });
            if (jump) [startX, startY] = [x, y];
          }
          break;
        case "H": steps.push({ x: x = fromX + numbers[0], y }); break;
        case "V": steps.push({ x, y: y = fromY + numbers[0] }); break;
        case "Z": steps.push({ x: x = startX, y: y = startY }); break;
        default: return undefined;
      }
    }
    return steps;
  };

  /** The path in small steps, each moved to the side by a sine whose phase runs now faster, now slower. */
  const wandering = (steps, { scale, length, randomness }, random) => {
    let [x, y, phase] = [0, 0, random() * 2 * Math.PI];
    const round = number => Math.round(number * 100) / 100;
    return steps.map(step => {
      const [fromX, fromY] = [x, y];
      [x, y] = [step.x, step.y];
      if (step.jump) return `M${round(x)},${round(y)}`;
      const long = Math.hypot(x - fromX, y - fromY);
      const count = Math.ceil(long / STEP);
      return Array.from({ length: count }, (_, i) => {
        phase += randomness ** (2 * random() - 1) * long / count * 2 * Math.PI / (length * PIXEL);
        const away = scale * PIXEL * Math.sin(phase) / long;
        const part = (i + 1) / count;
        return `L${round(fromX + part * (x - fromX) - away * (y - fromY))},${
          round(fromY + part * (y - fromY) + away * (x - fromX))}`;
      }).join("");
    }).join("");
  };

  /** Lines one can see through have no halo, and neither have areas. */
  const isLine = path => path.matches(".js-line") && parseFloat(path.style.strokeWidth) > 0
      && !(path.closest(".trace")?.style.opacity < 1);

  /** What lies between marks and paper, so that lines that cross stay apart. */
  const addHalo = line => {
    const halo = line.cloneNode();
    halo.setAttribute("class", "halo");
    halo.style.stroke = "var(--paper)";
    halo.style.strokeWidth = `${parseFloat(line.style.strokeWidth) + HALO}px`;
    halo.style.strokeDasharray = "";
    line.before(halo);
  };

  const redraw = (plot, sketch) => {
    const random = seeded(1);
    plot.querySelectorAll(".halo").forEach(halo => halo.remove());
    for (const path of plot.querySelectorAll(".main-svg path:not(.points path, .drag, .draglayer path)")) {
      const given = path.getAttribute("d");
      if (!given) continue;
      if (drawn.get(path) !== given) {
        const steps = sides(given);
        if (!steps) continue;
        path.setAttribute("d", wandering(steps, sketch, random));
        drawn.set(path, path.getAttribute("d"));
      }
      if (isLine(path)) addHalo(path);
    }
  };

  /** Lets the lines of a plot wander whenever plotly has drawn them. */
  const watch = (plot, sketch) => {
    redraw(plot, sketch);
    plot.on("plotly_afterplot", () => redraw(plot, sketch));
  };

  return { watch };
})();
