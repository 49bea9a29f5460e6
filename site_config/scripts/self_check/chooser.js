// SPDX-License-Identifier: Apache-2.0
// Which places, kinds and functions are ticked? Boxes that the page has from the start.
import { NONE } from "./answers.js";

const MANY = 20; // places, from which on a field to find one is shown

/** The boxes of the form. `changed()` hears every choice. */
export class Chooser {
  constructor(form, most, changed) {
    this.form = form;
    this.most = most;
    this.boxes = (name) => [...form.querySelectorAll(`input[name=${name}]`)];
    this.names = new Map(this.boxes("j").map((box) => [box.value, box.nextElementSibling.textContent]));
    form.addEventListener("change", ({ target }) => {
      if (target.name === "kinds") this.#keepNoneApart(target);
      if (["j", "kinds", "functions"].includes(target.name)) changed();
    });
    const find = form.querySelector("[data-self-find]");
    find.hidden = this.names.size < MANY;
    find.querySelector("input").addEventListener("input", ({ target }) => this.#find(target.value));
    find.querySelector("input").addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  }

  get places() {
    return [...this.names.keys()];
  }

  #ticked(name) {
    return this.boxes(name).filter((box) => box.checked).map((box) => box.value);
  }

  /** What is ticked, as the state has it. */
  get chosen() {
    const kinds = this.#ticked("kinds");
    const functions = this.#ticked("functions");
    return {
      places: this.#ticked("j").slice(0, this.most),
      kinds: kinds.includes(NONE) ? [] : kinds.length ? kinds : null,
      functions: functions.length ? functions : null,
    };
  }

  /** Ticks what a state says. */
  show({ places, kinds, functions }) {
    for (const box of this.boxes("j")) box.checked = places.includes(box.value);
    for (const box of this.boxes("kinds")) box.checked = kinds ? kinds.includes(box.value) || (!kinds.length && box.value === NONE) : false;
    for (const box of this.boxes("functions")) box.checked = functions?.includes(box.value) ?? false;
    this.limit();
  }

  /** No more than can be compared. */
  limit() {
    const full = this.#ticked("j").length >= this.most;
    for (const box of this.boxes("j")) box.disabled = full && !box.checked;
  }

  /** Offers the functions that the chosen versions know, and those that are ticked. */
  offerFunctions(known) {
    for (const box of this.boxes("functions")) box.parentElement.hidden = !box.checked && !known.has(box.value);
  }

  #keepNoneApart(target) {
    if (!target.checked) return;
    for (const box of this.boxes("kinds")) if ((box.value === NONE) !== (target.value === NONE)) box.checked = false;
  }

  #find(text) {
    const wanted = text.normalize("NFKC").toLowerCase().trim();
    for (const box of this.boxes("j")) box.parentElement.hidden = Boolean(wanted) && !box.checked && !box.parentElement.dataset.name.includes(wanted);
    for (const level of this.form.querySelectorAll("[data-self-places] fieldset")) level.hidden = !level.querySelector("label:not([hidden])");
  }
}
