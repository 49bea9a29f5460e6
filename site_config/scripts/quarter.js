// SPDX-License-Identifier: Apache-2.0
// What falls into the quarter of the viewed day? Lines of the page are gathered above the others, by date.
import { chosenDay, inChinese, today } from "./day.js";
import { dueIn, meets, quarterOf } from "./quarter/days.js";
import { windowVerdict } from "./verdict.js";

const NUMBERS = "一二三四";
const day = chosenDay() ?? today();
const quarter = quarterOf(day);
const inside = (on) => on >= quarter.first && on <= quarter.last;
const found = [];

/** A copy of a line with its own date and what is left until then. */
function note(line, on, date, verdict) {
  const copy = line.cloneNode(true);
  for (const { name } of [...copy.attributes]) if (name.startsWith("data-")) copy.removeAttribute(name);
  copy.querySelector(".row__date").textContent = date;
  const mark = copy.querySelector(".mark");
  mark.dataset.state = verdict.state;
  mark.textContent = verdict.word;
  found.push({ on, copy });
}

for (const line of document.querySelectorAll("[data-quarter-due]")) {
  const on = dueIn(quarter.year, Number(line.dataset.quarterMonth), JSON.parse(line.dataset.quarterDue));
  if (on && inside(on)) note(line, on, `${inChinese(on)}前`, windowVerdict([null, on], day));
}
for (const line of document.querySelectorAll("[data-quarter-window]")) {
  const dates = JSON.parse(line.dataset.window);
  const date = line.querySelector(".row__date").textContent;
  if (meets(dates, quarter)) note(line, dates[1], date, windowVerdict(dates, day));
}
for (const line of document.querySelectorAll("[data-quarter-on]")) {
  const on = line.dataset.quarterOn;
  const verdict = windowVerdict([null, on], day);
  const mark = line.querySelector("[data-quarter-mark]");
  if (verdict.state === "closed") verdict.word = "已过";
  mark.dataset.state = verdict.state;
  mark.textContent = verdict.word;
  if (inside(on)) note(line, on, inChinese(on), verdict);
}

found.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
const section = document.querySelector("[data-quarter]");
const { year, number, first, last } = quarter;
section.querySelector("[data-quarter-name]").textContent = `${year}年第${NUMBERS[number - 1]}季度`;
const span = `${inChinese(first)}至${inChinese(last)}`;
section.querySelector("[data-quarter-count]").textContent = found.length
  ? `${span}，有 ${found.length} 项期限。`
  : `${span}，没有写明日子的期限。`;
section.querySelector("[data-quarter-list]").append(...found.map(({ copy }) => copy));
section.hidden = false;
