// SPDX-License-Identifier: Apache-2.0
// How does one get along without a mouse? Arrows go from the field into the results and back, Escape clears.

/** Makes the keys of a field and of its results work. */
export function listenToKeys(input, results, { clear, settle }) {
  const links = () => [...results.querySelectorAll(".row__main > a")];
  const go = (event, target) => {
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") {
      settle();
      go(event, links()[0]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      clear();
    }
  });
  results.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === "ArrowDown") go(event, all[at + 1] ?? results.parentElement.querySelector("[data-lookup-more]:not([hidden])"));
    else if (event.key === "ArrowUp") go(event, at > 0 ? all[at - 1] : input);
    else if (event.key === "Home") go(event, all[0]);
    else if (event.key === "End") go(event, all.at(-1));
    else if (event.key === "Escape") {
      event.preventDefault();
      clear();
    }
  });
}
