// What every page with scripts has: a count of what failed, formulas, and buttons that copy commands.
"use strict";

const thalweg = { plotly: {}, words: {} };

(() => {
  const page = document.documentElement;
  let errors = 0;
  const failed = () => { page.dataset.errors = String(++errors); };
  page.dataset.errors = "0";
  addEventListener("error", failed);
  addEventListener("unhandledrejection", failed);
  addEventListener("securitypolicyviolation", failed); // something asked for the network

  /** Sets a formula; one that KaTeX cannot read stays as the page has it. */
  const set = formula => {
    const tex = formula.dataset.tex;
    try {
      katex.render(tex, formula, { displayMode: formula.classList.contains("display") });
      page.dataset.formulas = String(Number(page.dataset.formulas ?? 0) + 1);
    } catch (problem) {
      reportError(problem);
    }
  };

  /** Copies the text of an element; where there is no clipboard, it is at least selected. */
  const copy = async element => {
    try {
      await navigator.clipboard.writeText(element.textContent);
    } catch {
      getSelection().selectAllChildren(element);
      if (!document.execCommand("copy")) return "selected";
      getSelection().removeAllRanges();
    }
    return "copied";
  };

  const addCopyButton = command => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    const code = () => [...command.querySelectorAll("code")].find(each => each.checkVisibility());
    thalweg.spoken(say => {
      button.textContent = say("copy");
      button.setAttribute("aria-label", say("copy.what", { what: code().textContent }));
    });
    const said = document.createElement("span");
    said.className = "said";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      said.textContent = thalweg.say(await copy(code()));
      setTimeout(() => { said.textContent = ""; }, 2000);
    });
    command.append(said, button);
  };

  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".formula").forEach(set);
    document.querySelectorAll(".command").forEach(addCopyButton);
  });
})();
