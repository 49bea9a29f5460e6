// SPDX-License-Identifier: Apache-2.0
// What does a result show? Its row, with the stretches that match.

const SENSES = [["曾用名", 1], ["运营单位", 2], ["信用代码", 3]];

/** Reads rows of platforms and documents. */
export class Rows {
  constructor(store, together, folding, pinyin) {
    Object.assign(this, { store, together, folding, pinyin });
  }

  async #row(folder, number) {
    return (await this.store.json(`${folder}/${Math.floor(number / this.together)}.json`))[number % this.together];
  }

  /** The texts of a platform. */
  platform(ordinal) {
    return this.#row("rows", ordinal);
  }

  /** [number, title, address, on, ordinals] of a document. */
  document(number) {
    return this.#row("documents", number);
  }

  /** The stretch of a text that matches: by characters, else by reading. */
  stretch(text, wanted, ways) {
    const found = this.folding.placeOf(text, wanted);
    if (found || !ways.length) return found;
    const characters = [...text];
    for (const way of ways) {
      for (let i = 0; i + way.length <= characters.length; i += 1) {
        if (this.pinyin.fits(characters.slice(i).map((c) => this.folding.fold(c) || c).join(""), way)) {
          const start = characters.slice(0, i).join("").length;
          return [start, start + characters.slice(i, i + way.length).join("").length];
        }
      }
    }
    return null;
  }

  /** {name, mark, also, location}: `also` has [label, text, stretch] of what else matches. */
  async shown(ordinal, wanted, ways) {
    const row = await this.platform(ordinal);
    const also = [];
    for (const [label, at] of SENSES) {
      for (const text of [row[at] ?? []].flat()) {
        const stretch = this.#matching(label, text, wanted, ways);
        if (stretch) also.push([label, text, stretch]);
      }
    }
    return { name: row[0], mark: this.stretch(row[0], wanted, ways), also, location: row[4] };
  }

  #matching(label, text, wanted, ways) {
    if (!wanted) return null;
    if (label !== "信用代码") return this.stretch(text, wanted, ways);
    const code = this.folding.fold(text);
    if (code.startsWith(wanted)) return [0, wanted.length];
    return code.endsWith(wanted) ? [text.length - wanted.length, text.length] : null;
  }
}
