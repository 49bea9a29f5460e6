// SPDX-License-Identifier: Apache-2.0
// Where does a key stand? In a set if many places begin with it, else in one page that it shares with its neighbours.
// generator/render/lookup/branches.py makes them.
import { decoded } from "./postings.js";

export const ROOT = -1;
const ROOTS = { "(": -2, ")": -3 }; // of credit codes, and of those read backwards
const INITIALS = 2; // characters of a key that are no text

/** -1, 0 or 1, by code points as the generator sorts. */
function compared(a, b) {
  for (let i = 0; ; ) {
    const one = a.codePointAt(i);
    const other = b.codePointAt(i);
    if (one === other) {
      if (one === undefined) return 0;
      i += one > 0xffff ? 2 : 1;
    } else {
      return one === undefined || one < other ? -1 : 1;
    }
  }
}

/** The directory of sets and pages, and what they hold. */
export class Branches {
  constructor(store, { keys, whole, sizes, starts, pages }) {
    Object.assign(this, { store, keys, sizes, starts });
    this.number = new Map(keys.map((key, i) => [key, i]));
    this.whole = new Map(whole.map(([number, codes]) => [number, new Set(codes)]));
    this.under = new Map(); // the first set whose key begins with these characters
    keys.forEach((key, i) => {
      for (let end = key.length; end > 0; end -= 1) {
        const beginning = key.slice(0, end);
        if (!this.under.has(beginning)) this.under.set(beginning, i);
      }
    });
    this.pages = new Map(); // by parent: [first key, number of the page]
    pages.forEach(([parent, first], i) => {
      if (!this.pages.has(parent)) this.pages.set(parent, []);
      this.pages.get(parent).push([(keys[parent] ?? "") + first, i]);
    });
    this.offsets = sizes.map(() => 0);
    starts.forEach((first, file) => {
      for (let i = first + 1; i < (starts[file + 1] ?? sizes.length); i += 1) this.offsets[i] = this.offsets[i - 1] + sizes[i - 1];
    });
    this.read = new Map();
  }

  /** The codes of a set. */
  async set(number) {
    let file = this.starts.length - 1;
    while (this.starts[file] > number) file -= 1;
    const bytes = await this.store.bytes(`sets/${file}.bin`);
    return decoded(bytes, this.offsets[number], this.offsets[number] + this.sizes[number]);
  }

  /** The codes and the rests of fields on a page. */
  async page(number) {
    if (!this.read.has(number)) {
      const bytes = await this.store.bytes(`pages/${number}.bin`);
      const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
      const rests = new TextDecoder().decode(bytes.subarray(end)).split("\n");
      this.read.set(number, { codes: decoded(bytes, 4, end), rests });
    }
    return this.read.get(number);
  }

  /**
   * Everything that begins with a key: {set} if it is heavy, {page, known} if it can only stand on this page,
   * below a parent of whose text `known` characters are left out there; null if it stands nowhere.
   */
  find(key, head = INITIALS) {
    const set = this.under.get(key);
    if (set !== undefined) return { set, longer: this.keys[set].length > key.length };
    const root = ROOTS[key[0]] ?? ROOT;
    let parent = root;
    for (let end = key.length - 1; end > 0 && parent === root; end -= 1) {
      parent = this.number.get(key.slice(0, end)) ?? root;
    }
    const page = this.#last(this.pages.get(parent) ?? [], key);
    return page === null ? null : { page, known: parent < 0 ? 0 : this.keys[parent].length - head };
  }

  #last(pages, key) {
    let low = 0;
    let high = pages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compared(pages[middle][0], key) <= 0) low = middle + 1;
      else high = middle;
    }
    return low ? pages[low - 1][1] : null;
  }

  /** The numbers of all sets whose keys begin so; a parent comes before its children. */
  below(beginning) {
    const numbers = [];
    const first = this.under.get(beginning) ?? this.keys.length;
    for (let i = first; this.keys[i]?.startsWith(beginning); i += 1) numbers.push(i);
    return numbers;
  }

  /** The pages without a parent on which keys that begin so may stand. */
  pagesOf(beginning) {
    const pages = this.pages.get(ROOT) ?? [];
    const before = pages.filter(([first]) => compared(first, beginning) <= 0).length;
    const inside = pages.filter(([first]) => first.startsWith(beginning) && first !== beginning);
    return [...(before ? [pages[before - 1]] : []), ...inside].map(([, number]) => number);
  }

  /**
   * Every place whose text begins with `wanted`, filed under a key: calls take(code, whole) for each; `whole` says that
   * the field ends there.
   */
  async each(key, wanted, take, head = INITIALS) {
    const found = this.find(key, head);
    if (!found) return;
    if (found.set !== undefined) {
      const whole = found.longer ? null : this.whole.get(found.set);
      for (const code of await this.set(found.set)) take(code, whole?.has(code) ?? false);
      return;
    }
    const { codes, rests } = await this.page(found.page);
    const rest = wanted.slice(found.known);
    rests.forEach((text, i) => {
      if (text.startsWith(rest)) take(codes[i], text.length === rest.length);
    });
  }
}
