// SPDX-License-Identifier: Apache-2.0
// Which platforms answer a search, and in which order? Reads the static files of lookup/ and nothing else.
import { Branches } from "./branches.js";
import { Facts } from "./facts.js";
import { Folding } from "./fold.js";
import { Pinyin } from "./pinyin.js";
import { Platforms } from "./platforms.js";
import { meaning } from "./postings.js";
import { Rows } from "./rows.js";
import { Store } from "./store.js";
import { suggestions } from "./suggestions.js";

// From best to worst; the second of two is where the match is not in the name.
const EXACT = 1;
const BEGINS = 2;
const CONTAINS = 4;
const READ_ALIKE = 6;
const ON_DOCUMENT = 7;
const NOT = 0;
const KEPT = 12; // searches whose ranks are remembered
const CODE = /^[0-9a-z]{1,18}$/;
const ALPHABET = /^[0-9a-z]+$/;

/** Answers searches; everything that it fetches it keeps. */
export class Engine {
  static async load(folder) {
    const store = new Store(folder);
    const [directory, folding] = await Promise.all([store.json("directory.json"), store.json("folding.json")]);
    const platforms = new Platforms(directory);
    return new Engine(store, directory, platforms, new Folding(folding), await Facts.load(store, directory, platforms));
  }

  constructor(store, directory, platforms, folding, facts) {
    Object.assign(this, { store, directory, platforms, folding, facts });
    this.branches = new Branches(store, directory);
    this.pinyin = new Pinyin(directory.readings);
    this.rows = new Rows(store, directory.together, folding, this.pinyin);
    this.remembered = new Map();
  }

  /** {ranks, documents} of a folded text: the rank of each platform, 0 if it is not found. */
  ranked(wanted) {
    if (!this.remembered.has(wanted)) {
      const found = this.#search(wanted);
      found.catch(() => this.remembered.delete(wanted));
      this.remembered.set(wanted, found);
      if (this.remembered.size > KEPT) this.remembered.delete(this.remembered.keys().next().value);
    }
    return this.remembered.get(wanted);
  }

  async #search(wanted) {
    const ranks = new Uint8Array(this.platforms.total);
    const documents = new Map();
    const note = (ordinal, rank) => {
      if (!ranks[ordinal] || rank < ranks[ordinal]) ranks[ordinal] = rank;
    };
    const take = (code, whole) => {
      const { ordinal, inName, begins } = meaning(code);
      const rank = begins && whole ? EXACT : (begins ? BEGINS : CONTAINS) + Number(!inName);
      if (ordinal < ranks.length) note(ordinal, rank);
      else documents.set(ordinal - ranks.length, documents.get(ordinal - ranks.length) || (begins && whole));
    };
    const letters = [...wanted].length;
    const texts = letters === 1
      ? this.branches.each(`=${wanted}`, wanted, take, 1)
      : this.branches.each(this.pinyin.filed(wanted) + wanted, wanted, take);
    const ways = this.pinyin.ways(wanted);
    await Promise.all([
      texts,
      ...this.#codes(wanted, note),
      ...ways.map((way) => this.pinyin.each(this.branches, way, (code) => {
        const { ordinal } = meaning(code);
        if (ordinal < ranks.length) note(ordinal, READ_ALIKE);
      })),
    ]);
    if (ALPHABET.test(wanted)) this.platforms.containing(wanted, (ordinal, begins, whole) => note(ordinal, whole ? EXACT : (begins ? BEGINS : CONTAINS) + 1));
    await this.#listed(documents, note);
    return { ranks, documents: [...documents].sort((a, b) => Number(b[1]) - Number(a[1]) || a[0] - b[0]).map(([number]) => number), ways };
  }

  /** Credit codes by their beginning or their end. */
  #codes(wanted, note) {
    if (!CODE.test(wanted)) return [];
    const take = (code, whole) => note(meaning(code).ordinal, whole ? EXACT : BEGINS + 1);
    const last = (code, whole) => note(meaning(code).ordinal, whole ? EXACT : CONTAINS + 1);
    const backwards = [...wanted].reverse().join("");
    return [
      this.branches.each(`(${wanted}`, wanted, take, 1),
      this.branches.each(`)${backwards}`, backwards, last, 1),
    ];
  }

  /** The platforms of documents whose whole number was typed. */
  async #listed(documents, note) {
    const whole = [...documents].filter(([, exact]) => exact).map(([number]) => number);
    const rows = await Promise.all(whole.map((number) => this.rows.document(number)));
    for (const row of rows) for (const ordinal of row[4]) note(ordinal, ON_DOCUMENT);
  }

  /** Ordinals in the order in which they are shown. */
  #ordered(kept, ranks, day) {
    const current = this.facts.current(day);
    const history = this.facts.columns.history;
    const sizes = new Uint32Array(2 * (ON_DOCUMENT + 1) + 1);
    const place = (ordinal) => 2 * ranks[ordinal] + 1 - current[history[ordinal]];
    for (const ordinal of kept) sizes[place(ordinal) + 1] += 1;
    for (let i = 1; i < sizes.length; i += 1) sizes[i] += sizes[i - 1];
    const ordered = new Uint32Array(kept.length);
    for (const ordinal of kept) ordered[sizes[place(ordinal)]++] = ordinal;
    return ordered;
  }

  /** All ordinals that a text finds, and those that also pass the choices, in order. */
  async found({ text, choices, day }) {
    const wanted = this.folding.fold(text);
    const { ranks, documents, ways } = wanted
      ? await this.ranked(wanted)
      : { ranks: new Uint8Array(this.platforms.total).fill(1), documents: [], ways: [] };
    const all = new Uint32Array(ranks.length);
    let size = 0;
    for (let i = 0; i < ranks.length; i += 1) if (ranks[i] !== NOT) all[size++] = i;
    const { kept, counts } = this.facts.sift(all.subarray(0, size), choices, day);
    return { wanted, ways, documents, counts, everywhere: size, ordered: this.#ordered(kept, ranks, day) };
  }

  /** The answer to a search: numbers, so many documents, and the rows from `first` up to `end`. */
  async answer(search, first, end) {
    const { wanted, ways, documents, counts, everywhere, ordered } = await this.found(search);
    if (!wanted && !Object.keys(search.choices).length) return { blank: true, counts };
    const rows = await Promise.all(Array.from(ordered.subarray(first, end), (ordinal) => this.#row(ordinal, wanted, ways)));
    const documentRows = await Promise.all(documents.slice(0, search.documents).map((number) => this.#document(number, wanted)));
    const answer = { total: ordered.length, everywhere, counts, rows, documents: documents.length, documentRows };
    if (!everywhere && !documents.length) answer.suggestions = await suggestions(this, wanted);
    return answer;
  }

  async #document(number, wanted) {
    const [text, title, address, on, ordinals] = await this.rows.document(number);
    return { number: text, title, address, on, count: ordinals.length, mark: this.folding.placeOf(text, wanted) };
  }

  async #row(ordinal, wanted, ways) {
    const { name, mark, also, location } = await this.rows.shown(ordinal, wanted, ways);
    const id = this.platforms.id(ordinal);
    const folded = this.folding.fold(id);
    if (wanted && folded.includes(wanted)) also.push(["编号", id, this.folding.placeOf(id, wanted)]);
    return { id, name, mark, also, location, place: this.platforms.jurisdictionOf(ordinal).name, standing: this.facts.standing(ordinal) };
  }
}
