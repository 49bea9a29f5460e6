// SPDX-License-Identifier: Apache-2.0
// How does a question look, and what does it hold? Fields stay the same elements while the list around them changes.
import { daysBetween, inChinese, isDay } from "../day.js";
import { element } from "../lookup/view.js";
import { figureIn, shownIn } from "./figures.js";

const CHOICES = [["1", "是"], ["0", "否"], ["", "不清楚"]];
const YEAR = 365.25;
let made = 0;

function named(tag, className, id, ...contents) {
  const part = element(tag, className, ...contents);
  part.id = id;
  return part;
}

/** Who asks, with bounds; who counts in a way of its own says so. That all ask for a yes needs no words. */
function askersLine({ askers, of }) {
  const told = askers.filter(({ bounds, counted }) => bounds.length || counted || askers.length < of);
  return told.map(({ name, bounds, counted }) => {
    const line = element("span", "question__asker", name);
    if (bounds.length) line.append(element("span", "num", ` ${bounds.join("，")}`));
    if (counted) line.append(element("strong", "question__counted", `　按${name}的口径：${counted}`));
    return line;
  });
}

function told(question) {
  const { metric, years } = question;
  const text = metric.question ?? metric.label;
  return years ? `${text}（看最近${years}年）` : text;
}

/** One question. `changed(key, value)` hears a figure, true or false, a day, or null where it is unknown. */
export class Field {
  constructor(question, words, changed) {
    this.question = question;
    this.words = words;
    this.changed = changed;
    this.id = `self-q${made += 1}`;
    this.hint = named("span", "question__hint", `${this.id}-hint`);
    this.problem = named("span", "question__problem", `${this.id}-problem`);
    this.problem.hidden = true;
    this.root = question.kind === "yes-no" ? this.#choice() : this.#entry();
    this.root.dataset.fact = question.key;
    this.tellAskers(question);
  }

  /** Another choice of versions may ask the same. */
  tellAskers(question) {
    this.question = question;
    const example = question.metric.example;
    this.hint.replaceChildren(...askersLine(question), ...(example ? [element("span", "question__example", example)] : []));
  }

  #entry() {
    const { kind, unit } = this.question;
    const label = element("label", "question__text", told(this.question));
    label.htmlFor = this.id;
    this.input = named("input", "filter__input question__input num", this.id);
    this.input.setAttribute("aria-describedby", `${this.hint.id} ${this.problem.id}`);
    if (kind === "day") this.input.type = "date";
    else {
      this.input.inputMode = "decimal";
      this.input.maxLength = 40;
      this.input.spellcheck = false;
    }
    this.input.addEventListener("input", () => this.#typed());
    const after = kind === "day" ? named("span", "question__years", `${this.id}-years`) : element("span", "question__unit", unit);
    this.after = after;
    return element("div", "question", element("div", "question__said", label, this.hint), element("div", "question__answer", element("span", "question__entry", this.input, after), this.problem));
  }

  #choice() {
    const legend = element("legend", "question__text", told(this.question));
    this.radios = CHOICES.map(([value, text]) => {
      const radio = Object.assign(document.createElement("input"), { type: "radio", name: this.id, value, checked: value === "" });
      radio.addEventListener("change", () => this.changed(this.question.key, value === "" ? null : value === "1"));
      return element("label", "segment", radio, element("span", "", text));
    });
    const set = element("fieldset", "question question--choice", legend, this.hint, element("span", "question__segments", ...this.radios));
    set.setAttribute("aria-describedby", this.hint.id);
    return set;
  }

  #typed() {
    const { key, kind, unit, metric } = this.question;
    const { figure, problem } = kind === "day" ? this.#day() : figureIn(this.input.value, unit, metric, this.words);
    this.#tell(problem);
    this.changed(key, figure ?? null);
  }

  #day() {
    const day = this.input.value;
    if (this.input.validity.badInput) return { problem: "日期没有写完，或没有这一天" };
    if (day && !isDay(day)) return { problem: "没有这一天" };
    return { figure: day || null };
  }

  #tell(problem) {
    this.problem.textContent = problem ? `没有采用：${problem}` : "";
    this.problem.hidden = !problem;
    if (problem) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }

  /** Shows what the state says, unless this is where somebody types. */
  show(value, day) {
    if (this.radios) {
      const wanted = value === undefined ? "" : value ? "1" : "0";
      for (const label of this.radios) label.firstChild.checked = label.firstChild.value === wanted;
      return;
    }
    if (this.question.kind === "day") this.#tellYears(value, day);
    if (document.activeElement === this.input) return;
    if (value === undefined && this.input.hasAttribute("aria-invalid")) return; // what is wrong stays to be mended
    this.input.value = value === undefined ? "" : this.question.kind === "day" ? value : shownIn(value, this.question.unit);
    this.#tell(null);
  }

  #tellYears(since, day) {
    const days = since ? daysBetween(since, day) : -1;
    this.after.textContent = days < 0 ? "" : days < YEAR ? "不满1年" : `到${inChinese(day)}约${Math.floor((days / YEAR) * 10) / 10}年`;
  }

  clear() {
    if (this.input) {
      this.input.value = "";
      this.#tell(null);
    }
  }

  get hasFocus() {
    return this.root.contains(document.activeElement);
  }

  get isWrong() {
    return Boolean(this.input?.hasAttribute("aria-invalid"));
  }
}
