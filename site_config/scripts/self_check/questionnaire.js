// SPDX-License-Identifier: Apache-2.0
// Which questions are seen? Those that can still change a verdict, and those that were answered; the others are
// folded away until they are asked for. Nothing is moved or hidden where somebody is typing.
import { element } from "../lookup/view.js";
import { Field } from "./fields.js";
import { headingOf } from "./questions.js";

/** A heading with its questions; hidden while none of them is seen. */
class Group {
  constructor(subject, fn) {
    this.subject = subject;
    this.isInner = Boolean(fn);
    this.list = element("div", "self__fields");
    this.root = element("div", "self__group", element(fn ? "h4" : "h3", fn ? "self__function" : "self__subject", fn ?? subject), this.list);
    this.fields = [];
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
  constructor(root, button, words, changed) {
    this.root = root;
    this.button = button;
    this.unfolded = false;
    this.shown = [];
    this.needed = new Set();
    button.addEventListener("click", () => {
      this.unfolded = !this.unfolded;
      this.#fold();
    });
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
    if (!this.groups.has(name)) this.groups.set(name, new Group(subject, fn));
    const group = this.groups.get(name);
    if (!roots.includes(group)) roots.push(group);
    return group;
  }

  /** Shows answers, and which questions can still change a verdict. */
  show(state, open, day) {
    this.needed = new Set(open);
    for (const field of this.#asked()) {
      const { key } = field.question;
      const value = state.figures[key] ?? state.answers[key] ?? state.days[key];
      if (value !== undefined) this.needed.add(key);
      field.show(value, day);
    }
    this.#fold();
  }

  #asked() {
    return this.shown.flatMap(({ fields }) => fields);
  }

  /** Hides what no longer matters, and headings without questions. */
  #fold() {
    const counts = new Map();
    for (const { fields, subject } of this.shown) {
      for (const field of fields) {
        const settled = !this.needed.has(field.question.key) && !field.hasFocus && !field.isWrong;
        field.root.classList.toggle("question--settled", settled);
        field.root.hidden = settled && !this.unfolded;
        if (settled) counts.set(subject, (counts.get(subject) ?? 0) + 1);
      }
    }
    const isSeen = ({ fields }) => fields.some(({ root }) => !root.hidden);
    for (const group of this.shown) {
      group.root.hidden = !isSeen(group) && !(!group.isInner && this.shown.some((inner) => inner.isInner && inner.subject === group.subject && isSeen(inner)));
    }
    const told = [...counts].map(([subject, count]) => `${subject} ${count}`).join("，");
    this.button.hidden = !counts.size;
    this.button.setAttribute("aria-expanded", String(this.unfolded));
    this.button.textContent = this.unfolded ? "收起不影响结论的问题" : `另有不影响结论的问题，可以展开来填（${told}）`;
  }

  clear() {
    for (const field of this.fields.values()) field.clear();
  }
}
