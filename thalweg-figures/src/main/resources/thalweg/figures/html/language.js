// The languages of a page: what scripts say in each, and the choice between them. It runs before the page is shown.
"use strict";

(() => {
  const page = document.documentElement;
  const languages = Object.keys(thalweg.words);
  const STORE = "thalweg-language";
  const told = [];

  /** As in Rewording.java. */
  const NUMBER = /[-−]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?/g;

  const find = (words, key) => Object.hasOwn(words, key) ? words[key] : undefined;

  const text = (words, said) => {
    const pattern = find(words, said);
    if (pattern !== undefined) return pattern;
    const numbers = said.match(NUMBER);
    return (numbers && find(words, said.replace(NUMBER, "‹›")))?.replace(/‹(\d+)›/g, (_, i) => numbers[i]) ?? said;
  };

  /** A tree of JSON with its texts as `words` has them. */
  const reworded = (tree, words) => {
    if (typeof tree === "string") return text(words, tree);
    if (Array.isArray(tree)) return typeof tree[0] === "number" ? tree : tree.map(each => reworded(each, words));
    if (!tree || typeof tree !== "object") return tree;
    return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, reworded(value, words)]));
  };

  /** A word of the page, with values for the names in it. */
  const say = (key, values = {}) =>
    thalweg.words[page.lang][key].replace(/‹(\w+)›/g, (_, name) => values[name]);

  /** Does something whenever the language has changed. */
  const heard = action => { told.push(action); };

  /** Says something now, and again when the language has changed. */
  const spoken = action => {
    heard(action);
    action(say);
  };

  // Where a page may not store anything, even asking is an error.
  const remembered = () => {
    try {
      return localStorage.getItem(STORE);
    } catch {
      return null;
    }
  };

  const remember = language => {
    try {
      localStorage.setItem(STORE, language);
    } catch {
      // The choice then holds for this page, and for those it links to.
    }
  };

  const known = language => languages.find(each => each === language?.toLowerCase().split(/[-_]/)[0]);

  const inHash = () => known(new URLSearchParams(location.hash.slice(1)).get("lang"));
  const inQuery = () => known(new URLSearchParams(location.search).get("lang"));

  const mark = () => {
    for (const button of document.querySelectorAll(".languages button")) {
      button.setAttribute("aria-pressed", String(button.lang === page.lang));
    }
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", say(element.dataset.label));
    }
    // Other pages are asked for in this language even where nothing may be stored.
    for (const link of document.querySelectorAll('a[href*=".html"]')) link.search = `lang=${page.lang}`;
  };

  const show = language => {
    if (language === page.lang) return;
    page.lang = language;
    document.title = thalweg.words[language].title;
    mark();
    told.forEach(action => action(say));
  };

  const choose = language => {
    remember(language);
    // The address must not say otherwise when the page is loaded again.
    if (inHash() || inQuery()) location.replace(`#lang=${language}`);
    show(language);
  };

  Object.assign(thalweg, { reworded, say, heard, spoken });

  if (languages.length > 1) {
    const first = page.lang;
    show(inHash() ?? inQuery() ?? known(remembered()) ?? first);
    addEventListener("hashchange", () => { if (inHash()) show(inHash()); });
    addEventListener("DOMContentLoaded", () => {
      for (const button of document.querySelectorAll(".languages button")) {
        button.addEventListener("click", () => choose(button.lang));
      }
      mark();
    });
  }
})();
