// SPDX-License-Identifier: Apache-2.0
// How is the search of the whole site opened? From the header, by Ctrl+K, or by / unless the reader turned that off.
// What it needs is loaded only then.
const SLASH_OFF = "search-slash-off";
const button = document.querySelector("[data-search-open]");

async function open() {
  const dialog = await import("./search_dialog.js");
  dialog.open();
}

/** Whether the reader lets a single key open the search. */
export function slashOpens() {
  try { return localStorage.getItem(SLASH_OFF) === null; } catch { return true; }
}

/** Remembers in this browser whether a single key opens the search. */
export function letSlashOpen(yes) {
  try {
    if (yes) localStorage.removeItem(SLASH_OFF);
    else localStorage.setItem(SLASH_OFF, "yes");
  } catch { /* private browsing */ }
}

function asks(event) {
  if (event.altKey || event.isComposing || event.defaultPrevented) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" && !event.shiftKey;
  return event.key === "/" && slashOpens() && !event.target.closest?.("input, textarea, select, [contenteditable]");
}

button.hidden = false;
button.addEventListener("click", open);
document.addEventListener("keydown", (event) => {
  if (!asks(event)) return;
  event.preventDefault();
  open();
});
