// The player of an animation: buttons, a slider, a speed, and the keys space, arrows, Home and End.
"use strict";

thalweg.addPlayer = (figure, frames, show) => {
  const pause = 200; // milliseconds between frames, matplotlib's default
  const last = frames.length - 1;
  let current = 0;
  let playing = false;
  let timer = 0;

  const create = (tag, attributes, text = "") => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.textContent = text;
    return element;
  };

  const icon = path =>
    `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>`;
  const icons = {
    play: icon("M4 2l10 6-10 6z"),
    pause: icon("M3 2h4v12H3zM9 2h4v12H9z"),
    back: icon("M2 2h3v12H2zM14 2v12L5 8z"),
    forward: icon("M11 2h3v12h-3zM2 2v12l9-6z"),
  };

  const button = (name, label, action) => {
    const element = create("button", { type: "button", "aria-label": label, title: label });
    element.innerHTML = icons[name];
    element.addEventListener("click", action);
    return element;
  };

  const slider = create("input", { type: "range", min: 0, max: last, value: 0, "aria-label": "Frame" });
  const label = create("output", { class: "frame-label", "aria-live": "polite" });
  const speed = create("select", { "aria-label": "Speed", title: "Speed" });
  for (const times of [0.5, 1, 2, 4]) {
    speed.append(new Option(`${times}×`, times, times === 1, times === 1));
  }

  const go = index => {
    current = Math.max(0, Math.min(last, index));
    slider.value = current;
    slider.setAttribute("aria-valuetext", frames[current].label);
    label.textContent = frames[current].label;
    return show(current);
  };

  const setPlaying = on => {
    playing = on;
    clearTimeout(timer);
    const name = on ? "Pause" : "Play";
    play.innerHTML = on ? icons.pause : icons.play;
    play.setAttribute("aria-label", name);
    play.title = name;
    // A screen reader should not be told of every frame that passes.
    label.setAttribute("aria-live", on ? "off" : "polite");
    if (on) advance();
  };

  const advance = async () => {
    if (current === last) return setPlaying(false);
    await go(current + 1);
    if (playing) timer = setTimeout(advance, pause / Number(speed.value));
  };

  const toggle = async () => {
    if (!playing && current === last) await go(0);
    setPlaying(!playing);
  };

  const jump = index => {
    setPlaying(false);
    return go(index);
  };

  const play = button("play", "Play", toggle);
  const back = button("back", "Step back", () => jump(current - 1));
  const forward = button("forward", "Step forward", () => jump(current + 1));
  slider.addEventListener("input", () => jump(Number(slider.value)));

  const keys = {
    " ": toggle,
    ArrowLeft: () => jump(current - 1),
    ArrowRight: () => jump(current + 1),
    Home: () => jump(0),
    End: () => jump(last),
  };
  figure.addEventListener("keydown", event => {
    // The controls have some of these keys themselves; but space on the slider does nothing.
    const space = event.key === " ";
    if (event.target === speed || (event.target === slider && !space)) return;
    if (space && event.target.closest("button")) return;
    if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  const player = create("div", { class: "player" });
  player.append(back, play, forward, slider, label, speed);
  figure.append(player);
  figure.tabIndex = 0;
  figure.setAttribute("role", "group");
  figure.setAttribute("aria-label", "Animation. Space plays and pauses, the arrow keys step.");
  figure.dataset.frame = "0";
  label.textContent = frames[0].label;
  slider.setAttribute("aria-valuetext", frames[0].label);

  figure.thalweg = { go: jump, toggle }; // for a page that steers its figures itself
};
