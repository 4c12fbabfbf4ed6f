// Surfaces in space: finer than their grid, so that ridges are not jagged.
"use strict";

thalweg.sheets = (() => {
  /** About as many places a side as can be told apart. */
  const ENOUGH = 240;
  const made = new WeakMap();

  /** Catmull and Rom's curve through b and c, a part of the way from one to the other. */
  const between = (a, b, c, d, t) => {
    if (b === null || c === null) return t === 0 ? b : null;
    // Past the ends as a parabola goes on, or a straight line.
    const on = (far, near, back) => back == null ? 2 * near - far : 3 * near - 3 * far + back;
    const [before, after] = [a ?? on(c, b, d), d ?? on(b, c, a)];
    return b + t / 2 * (c - before + t * (2 * before - 5 * b + 4 * c - after + t * (3 * (b - c) + after - before)));
  };

  /** A row with `times` places for each of its own; all of its own are among them. */
  const finer = (row, times) => Array.from({ length: (row.length - 1) * times + 1 }, (_, at) => {
    const i = Math.floor(at / times);
    return at % times === 0 ? row[i] : between(row[i - 1], row[i], row[i + 1], row[i + 2], at % times / times);
  });

  const transposed = rows => rows[0].map((_, i) => rows.map(row => row[i]));

  /** A surface through the same heights with more places between them. */
  const refined = surface => {
    const { x, y, z } = surface;
    if (x.length < 3 || y.length < 3) return surface;
    if (!made.has(surface)) {
      const [across, up] = [x, y].map(places => Math.max(1, Math.floor(ENOUGH / places.length)));
      const rows = z.map(row => finer(row, across));
      made.set(surface, {
        x: finer(x, across), y: finer(y, up), z: transposed(transposed(rows).map(column => finer(column, up))),
      });
    }
    return { ...surface, ...made.get(surface) };
  };

  return { refined };
})();
