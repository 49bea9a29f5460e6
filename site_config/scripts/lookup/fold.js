// SPDX-License-Identifier: Apache-2.0
// When do two ways of writing count as the same? By the generator's own table, character by character.

const STEP = 35; // what the generator added to the distance between two characters

/** Folds texts; made from lookup/folding.json. */
export class Folding {
  constructor({ steps, to, many, dropped }) {
    this.table = new Map(Object.entries(many));
    const targets = [...to];
    let point = 0;
    [...steps].forEach((step, i) => {
      point += step.codePointAt(0) - STEP;
      this.table.set(String.fromCodePoint(point), targets[i]);
    });
    for (let i = 0, next = 0; i < dropped.length; i += 2) {
      next += dropped[i];
      for (const end = next + dropped[i + 1]; next < end; next += 1) this.table.set(String.fromCodePoint(next), "");
    }
  }

  /** The text as it is compared. */
  fold(text) {
    let folded = "";
    for (const character of text) folded += this.table.get(character) ?? character;
    return folded;
  }

  /** Where in the original text a stretch of the folded text stands: [start, end], or null. */
  placeOf(text, wanted) {
    const origins = [];
    let folded = "";
    let at = 0;
    for (const character of text) {
      const piece = this.table.get(character) ?? character;
      for (let i = 0; i < piece.length; i += 1) origins.push(at);
      folded += piece;
      at += character.length;
    }
    const found = wanted ? folded.indexOf(wanted) : -1;
    if (found < 0) return null;
    const last = origins[found + wanted.length - 1];
    return [origins[found], last + String.fromCodePoint(text.codePointAt(last)).length];
  }
}
