// SPDX-License-Identifier: Apache-2.0
// Which questions are seen? Those that can still change a verdict, and those that were answered; the others are
// folded away below their heading and can be unfolded. Nothing is moved or hidden where somebody is typing.
import { element } from "../lookup/view.js";
import { Field } from "./fields.js";
import { headingOf } from "./questions.js";

/** A heading with its questions and a button for those that are folded away. */
class Group {
  constructor(subject, fn, level) {
    this.unfolded = false;
    this.head = element(level, fn ? "self__function" : "self__subject", fn ?? subject);
    this.list = element("div", "self__fields");
    this.button = element("button", "self__fold");
    this.button.type = "button";
    this.button.addEventListener("click", () => {
      this.unfolded = !this.unfolded;
      this.fold();
    });
    this.root = element("div", fn ? "self__group self__group--inner" : "self__group", this.head, this.list, this.button);
    this.fields = [];
    this.needed = new Set();
  }

  /** Hides what no longer matters, unless it was unfolded. */
  fold() {
    const folded = this.fields.filter((field) => !this.needed.has(field.question.key) && !field.hasFocus && !field.isWrong);
    for (const field of this.fields) {
      field.root.classList.toggle("question--settled", folded.includes(field));
      field.root.hidden = folded.includes(field) && !this.unfolded;
    }
    this.button.hidden = !folded.length;
    this.button.setAttribute("aria-expanded", String(this.unfolded));
    this.button.textContent = this.unfolded ? "收起不影响结论的问题" : `另有 ${folded.length} 个问题不影响结论，展开`;
  }
}

/** Puts children into an order without touching those that stand right. */
function arrange(parent, children) {
  children.forEach((child, i) => {
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null);
  });
  while (parent.children.length > children.length) parent.lastElementChild.remove();
}

/** All questions of the page. */
export class Questionnaire {
  /** `changed(key, value)` hears every answer. */
  constructor(root, words, changed) {
    this.root = root;
    this.words = words;
    this.changed = changed;
    this.fields = new Map();
    this.groups = new Map();
  }

  /** Asks these questions; those of before stay the same elements. */
  ask(questions) {
    const roots = [];
    for (const group of this.groups.values()) group.fields = [];
    for (const question of questions) {
      const field = this.#field(question);
      const [subject, fn] = headingOf(question, this.words);
      if (fn) this.#group(subject, null, roots);
      this.#group(subject, fn, roots).fields.push(field);
    }
    const focused = document.activeElement;
    arrange(this.root, roots.map(({ root }) => root));
    for (const group of roots) arrange(group.list, group.fields.map(({ root }) => root));
    if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
    this.shown = roots;
  }

  #field(question) {
    const known = this.fields.get(question.key);
    if (known) known.tellAskers(question);
    else this.fields.set(question.key, new Field(question, this.words, this.changed));
    return this.fields.get(question.key);
  }

  #group(subject, fn, roots) {
    const name = `${subject}/${fn ?? ""}`;
    if (!this.groups.has(name)) this.groups.set(name, new Group(subject, fn, fn ? "h4" : "h3"));
    const group = this.groups.get(name);
    if (!roots.includes(group)) roots.push(group);
    return group;
  }

  /** Shows answers, and which questions can still change a verdict. */
  show(state, open, day) {
    for (const group of this.shown ?? []) {
      for (const field of group.fields) {
        const { key } = field.question;
        const value = state.figures[key] ?? state.answers[key] ?? state.days[key];
        field.show(value, day);
        if (value !== undefined || open.has(key)) group.needed.add(key);
        else group.needed.delete(key);
      }
      group.fold();
    }
  }

  clear() {
    for (const field of this.fields.values()) field.clear();
  }
}
