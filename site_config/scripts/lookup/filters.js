// SPDX-License-Identifier: Apache-2.0
// How do readers narrow a search? By lists of choices with the number of results beside each.
import { WORDS } from "../words.js";
import { CHOICES } from "./address.js";
import { element } from "./view.js";

const STATES = { ...WORDS, expiring: "即将到期", unknown: "状态待核" };
const number = (count) => count.toLocaleString("zh-CN");

/** The lists of choices of a form, and what was chosen as a row of buttons that undo it. */
export class Filters {
  /** `onchange` is called when a choice is made or undone. */
  constructor(form, chosen, onchange) {
    this.lists = new Map(CHOICES.map((name) => [name, form.elements[name]]));
    this.chosen = chosen;
    this.onchange = onchange;
    this.labels = new Map();
    for (const list of this.lists.values()) list.addEventListener("change", onchange);
  }

  /** What is chosen. */
  get choices() {
    return Object.fromEntries([...this.lists].map(([name, list]) => [name, list.value]).filter(([, value]) => value));
  }

  set choices(choices) {
    for (const [name, list] of this.lists) {
      const wanted = choices[name] ?? "";
      if (wanted && ![...list.options].some((option) => option.value === wanted)) list.append(new Option(wanted, wanted));
      list.value = wanted;
    }
  }

  /** Writes the numbers beside the choices. */
  count(counts) {
    for (const [name, list] of this.lists) {
      const selected = list.value;
      const lines = counts[name].filter(([value, , count]) => count || value === selected);
      const options = lines.map(([value, label, count, depth = 0]) => {
        const word = name === "state" ? STATES[label] : label;
        this.labels.set(`${name} ${value}`, word);
        return new Option(`${"　".repeat(depth)}${word}（${number(count)}）`, value);
      });
      if (selected && !lines.some(([value]) => value === selected)) options.push(new Option(`${this.#label(name, selected)}（0）`, selected));
      list.replaceChildren(list.options[0], ...options);
      list.value = selected;
    }
    this.#showChosen();
  }

  #label(name, value) {
    return this.labels.get(`${name} ${value}`) ?? (name === "year" ? `${value}年` : value);
  }

  #showChosen() {
    const buttons = Object.entries(this.choices).map(([name, value]) => {
      const label = this.#label(name, value);
      const button = element("button", "choice", label, element("span", "choice__undo", "×"));
      button.type = "button";
      button.setAttribute("aria-label", `去掉条件：${label}`);
      button.addEventListener("click", () => {
        this.lists.get(name).value = "";
        this.onchange();
      });
      return element("li", "", button);
    });
    this.chosen.replaceChildren(...buttons);
    this.chosen.hidden = !buttons.length;
  }
}
