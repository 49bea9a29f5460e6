// SPDX-License-Identifier: Apache-2.0
// What helps someone who found nothing? Other choices, other texts, and whom to ask.
import { addressOf } from "./address.js";
import { element } from "./view.js";

const number = (count) => count.toLocaleString("zh-CN");

function line(search, label, count) {
  const made = element("a", "", label);
  made.href = addressOf(search);
  return element("li", "", made, element("span", "num", `　${number(count)} 家`));
}

/** Fills the part of the page for searches that find nothing. */
export function explain(part, search, answer) {
  const lists = { elsewhere: [], suggestions: [] };
  if (answer.everywhere) {
    lists.elsewhere.push(line({ text: search.text, choices: {} }, "不限条件", answer.everywhere));
    const places = answer.counts.in.filter(([id, , count]) => count && id !== search.choices.in).slice(0, 3);
    for (const [id, name, count] of places) lists.elsewhere.push(line({ text: search.text, choices: { ...search.choices, in: id } }, name, count));
  }
  for (const [text, count] of answer.suggestions ?? []) lists.suggestions.push(line({ text, choices: search.choices }, text, count));
  for (const [name, lines] of Object.entries(lists)) {
    const group = part.querySelector(`[data-lookup-${name}]`);
    group.hidden = !lines.length;
    group.querySelector("ul").replaceChildren(...lines);
  }
  for (const office of part.querySelectorAll("[data-office]")) office.hidden = office.dataset.office !== search.choices.in;
}
