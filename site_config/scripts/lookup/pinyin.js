// SPDX-License-Identifier: Apache-2.0
// Which names are read like these letters? Initials, whole syllables with the last one begun, or the readings of characters.

const OTHER = "~";
const MOST_WAYS = 12; // ways of cutting letters into syllables
const LETTERS = /^[a-z]+$/;
const LATIN = /^[\0-\x7f]$/;

/** The readings of the register's characters. */
export class Pinyin {
  constructor({ first, further, pairs }) {
    this.first = new Map();
    this.all = new Map();
    this.pairs = new Map();
    for (const [reading, characters] of Object.entries(first)) {
      for (const character of characters) {
        this.first.set(character, reading);
        this.all.set(character, [reading]);
      }
    }
    for (const [reading, characters] of Object.entries(further)) for (const character of characters) this.all.get(character)?.push(reading);
    for (const [initials, joined] of Object.entries(pairs)) {
      const characters = [...joined];
      for (let i = 0; i < characters.length; i += 2) this.pairs.set(characters[i] + characters[i + 1], initials);
    }
    this.syllables = new Set([...Object.keys(first), ...Object.keys(further)].filter(Boolean));
  }

  #initial(character) {
    return LATIN.test(character) ? character : (this.first.get(character) ?? "").slice(0, 1) || OTHER;
  }

  /** The two letters under which a text is filed; it has at least two characters. */
  filed(text) {
    const [one, two] = text;
    return this.pairs.get(one + two) ?? this.#initial(one) + this.#initial(two);
  }

  /** Ways to read letters: lists of {text, whole}, one for each character. */
  ways(letters) {
    if (!LETTERS.test(letters) || letters.length < 2) return [];
    const ways = [[...letters].map((text) => ({ text, whole: false }))];
    this.#cut(letters, [], ways);
    return ways;
  }

  #cut(rest, before, ways) {
    if (ways.length > MOST_WAYS) return;
    for (let end = Math.min(6, rest.length); end > 0; end -= 1) {
      const text = rest.slice(0, end);
      if (end === rest.length) {
        const whole = this.syllables.has(text);
        if (before.length ? whole || this.#begins(text) : whole) ways.push([...before, { text, whole: false }]);
      } else if (end > 1 && this.syllables.has(text)) {
        this.#cut(rest.slice(end), [...before, { text, whole: true }], ways);
      } else if (end === 1 && this.syllables.has(text)) {
        this.#cut(rest.slice(end), [...before, { text, whole: true }], ways);
      }
    }
  }

  #begins(text) {
    for (const syllable of this.syllables) if (syllable.startsWith(text)) return true;
    return false;
  }

  /** One way from characters, to find others that are read alike; null where a reading is not known. */
  alike(text) {
    const way = [...text].map((character) => ({ text: this.first.get(character), whole: true }));
    return way.length > 1 && way.every((part) => part.text) ? way : null;
  }

  /** Whether the characters of a text are read like the parts of a way, as far as both go. */
  fits(text, way) {
    let i = 0;
    for (const character of text) {
      if (i === way.length) return true;
      const { text: wanted, whole } = way[i];
      const readings = this.all.get(character);
      if (!readings?.some((reading) => (whole ? reading === wanted : reading.startsWith(wanted)))) return false;
      i += 1;
    }
    return true;
  }

  /** The characters with a reading. */
  characters(reading) {
    return [...this.all].filter(([, readings]) => readings.includes(reading)).map(([character]) => character);
  }

  /** Calls take(code) for every place that is read in this way; fetches only what may hold one. */
  async each(branches, way, take) {
    if (way.length < 2) {
      await Promise.all(this.characters(way[0].text).map((character) => branches.each(`=${character}`, character, take, 1)));
      return;
    }
    const filed = way[0].text[0] + way[1].text[0];
    const done = [];
    const covered = (text) => done.some((beginning) => text.startsWith(beginning));
    const whole = way.length === 2 && !way.some((part) => part.whole || part.text.length > 1);
    if (whole && branches.number.has(filed)) {
      for (const code of await branches.set(branches.number.get(filed))) take(code, false);
      return;
    }
    const parents = [];
    if (branches.number.has(filed)) {
      for (const number of branches.below(filed)) {
        const text = branches.keys[number].slice(2);
        if (covered(text) || !this.fits(text, way)) continue;
        if ([...text].length >= way.length) {
          done.push(text);
          for (const code of await branches.set(number)) take(code, false);
        } else {
          parents.push([number, text]);
        }
      }
    } else {
      parents.push([-1, "", filed]);
    }
    await Promise.all(parents.map((parent) => this.#pages(branches, way, take, parent)));
  }

  async #pages(branches, way, take, [parent, text, filed]) {
    const pages = filed ? branches.pagesOf(filed) : (branches.pages.get(parent) ?? []).map(([, number]) => number);
    await Promise.all(pages.map(async (number) => {
      const { codes, rests } = await branches.page(number);
      rests.forEach((rest, i) => {
        const here = text + rest;
        if ([...here].length >= way.length && this.fits(here, way)) take(codes[i], false);
      });
    }));
  }
}
