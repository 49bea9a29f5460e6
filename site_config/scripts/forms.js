// SPDX-License-Identifier: Apache-2.0
// May this form be used today? Says loudly where its version does not govern, and lets the form be printed.
import { borderOn, chosenDay, today } from "./day.js";

const WARNINGS = {
  "not-yet": "这一版尚未施行，现在申报不用这张表。",
  consultation: "这一版只是征求意见稿，不能据以申报；这张表只供了解。",
  "not-known-adopted": "这一版只是征求意见稿，未见通过，不能据以申报；这张表只供了解。",
  "presumed-superseded": "这一版推定已被取代，申报前请向认定机关核实该用哪一版的表格。",
  superseded: "这一版已经废止，现在申报不用这张表；保留在此，供查阅从前的申报。",
  lapsed: "这一版已期满失效，申报前请向认定机关核实该用哪一版的表格。",
  uncertain: "这一版的状态待核，申报前请向认定机关核实。",
};

for (const place of document.querySelectorAll("[data-caution]")) {
  const border = borderOn(JSON.parse(place.dataset.caution), chosenDay() ?? today());
  const warning = WARNINGS[border?.[1]];
  place.hidden = !warning;
  place.textContent = warning ?? "";
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
