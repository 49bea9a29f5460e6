// SPDX-License-Identifier: Apache-2.0
// How does the reader want to see the site: large letters, dark or light?
// Runs before anything is painted, so that nothing flickers; the choice stays in this browser.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const write = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private browsing */ } };
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = { large: read("large"), dark: read("dark") };
  const state = {
    get large() { return chosen.large === "yes"; },
    get dark() { return chosen.dark ? chosen.dark === "yes" : systemIsDark.matches; },
  };

  function show() {
    root.dataset.text = state.large ? "large" : "normal";
    root.dataset.scheme = state.dark ? "dark" : "light";
    for (const button of document.querySelectorAll("[data-toggle]")) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(state[button.dataset.toggle]));
    }
  }

  show();
  systemIsDark.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-toggle]");
    if (!button) return;
    const key = button.dataset.toggle;
    chosen[key] = state[key] ? "no" : "yes";
    write(key, chosen[key]);
    show();
  });
})();
