// The player of an animation: play forward and backward, steps, a slider, a speed, what happens at the end,
// and the keys space, arrows, Home and End.
"use strict";

thalweg.addPlayer = (figure, spec, show) => {
  const pause = 1000 / spec.fps; // milliseconds between frames
  const last = spec.frames.length - 1;
  let current = 0;
  let playing = false;
  let direction = 1;
  let timer = 0;

  const create = (tag, attributes) => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  };

  const name = (element, key) => {
    element.title = thalweg.say(key);
    element.setAttribute("aria-label", element.title);
  };

  const icon = path =>
    `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>`;
  const icons = {
    play: icon("M4 2l10 6-10 6z"),
    reverse: icon("M12 2v12L2 8z"),
    pause: icon("M3 2h4v12H3zM9 2h4v12H9z"),
    back: icon("M2 2h3v12H2zM14 2v12L5 8z"),
    forward: icon("M11 2h3v12h-3zM2 2v12l9-6z"),
  };

  const button = (icon, action) => {
    const element = create("button", { type: "button" });
    element.innerHTML = icons[icon];
    element.addEventListener("click", action);
    return element;
  };

  const select = (values, chosen) => {
    const element = create("select", {});
    values.forEach(value => element.append(new Option(value, value, value === chosen, value === chosen)));
    return element;
  };

  const slider = create("input", { type: "range", min: 0, max: last, value: 0 });
  const label = create("output", { class: "frame-label", "aria-live": "polite" });
  const speed = select([0.5, 1, 2, 4], 1);
  for (const option of speed.options) option.textContent += "×";
  const atEnd = select(["once", "loop", "reflect"], spec.loop ? "loop" : "once");

  const tell = () => {
    label.textContent = spec.frames[current].label;
    slider.setAttribute("aria-valuetext", label.textContent);
  };

  const go = index => {
    current = Math.max(0, Math.min(last, index));
    slider.value = current;
    tell();
    return show(current);
  };

  /** The buttons show what they would do: the one that plays would pause. */
  const setButtons = () => {
    [[play, "play", 1], [reverse, "reverse", -1]].forEach(([element, key, way]) => {
      const pauses = playing && direction === way;
      element.innerHTML = pauses ? icons.pause : icons[key];
      name(element, pauses ? "pause" : key);
    });
  };

  const setPlaying = on => {
    playing = on;
    clearTimeout(timer);
    setButtons();
    // A screen reader should not be told of every frame that passes.
    label.setAttribute("aria-live", on ? "off" : "polite");
    if (on) advance();
  };

  /** The frame after this one, in the direction of play; none at the end of playing once. */
  const next = () => {
    const following = current + direction;
    if (following >= 0 && following <= last || last === 0) return last === 0 ? undefined : following;
    if (atEnd.value === "once") return undefined;
    if (atEnd.value === "loop") return direction > 0 ? 0 : last;
    direction = -direction;
    setButtons();
    return current + direction;
  };

  const advance = async () => {
    const following = next();
    if (following === undefined) return setPlaying(false);
    await go(following);
    if (playing) timer = setTimeout(advance, pause / Number(speed.value));
  };

  const toggle = async (way = direction) => {
    const stops = playing && way === direction;
    direction = way;
    if (!stops && current === (way > 0 ? last : 0) && atEnd.value === "once") await go(way > 0 ? 0 : last);
    setPlaying(!stops);
  };

  const jump = index => {
    setPlaying(false);
    return go(index);
  };

  const play = button("play", () => toggle(1));
  const reverse = button("reverse", () => toggle(-1));
  const back = button("back", () => jump(current - 1));
  const forward = button("forward", () => jump(current + 1));
  slider.addEventListener("input", () => jump(Number(slider.value)));

  const keys = {
    " ": () => toggle(),
    ArrowLeft: () => jump(current - 1),
    ArrowRight: () => jump(current + 1),
    Home: () => jump(0),
    End: () => jump(last),
  };
  figure.addEventListener("keydown", event => {
    // The controls have some of these keys themselves; but space on the slider does nothing.
    const space = event.key === " ";
    if (event.target.localName === "select" || (event.target === slider && !space)) return;
    if (space && event.target.closest("button")) return;
    if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  const player = create("div", { class: "player" });
  player.append(back, reverse, play, forward, slider, label, speed, atEnd);
  figure.append(player);
  figure.tabIndex = 0;
  figure.setAttribute("role", "group");
  figure.dataset.frame = "0";
  thalweg.spoken(say => {
    figure.setAttribute("aria-label", say("animation"));
    setButtons();
    [[back, "back"], [forward, "forward"], [slider, "frame"], [speed, "speed"], [atEnd, "end"]]
        .forEach(([element, key]) => name(element, key));
    for (const option of atEnd.options) option.textContent = say(option.value);
    tell();
  });

  figure.thalweg = { go: jump, toggle }; // for a page that steers its figures itself
};
