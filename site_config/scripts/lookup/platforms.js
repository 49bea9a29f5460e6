// SPDX-License-Identifier: Apache-2.0
// Which platform has which ordinal? Ids follow from the jurisdictions and their numbers; nothing is fetched for them.

/** The ids of all platforms, and where each jurisdiction begins and ends. */
export class Platforms {
  constructor({ platforms, jurisdictions }) {
    this.total = platforms;
    this.jurisdictions = jurisdictions.map(([id, name, parent, first, count]) => ({ id, name, parent, first, count }));
    this.byId = new Map(this.jurisdictions.map((jurisdiction) => [jurisdiction.id, jurisdiction]));
    this.parts = jurisdictions.filter(([, , , , count]) => count);
    this.numbers = new Map();
  }

  /** The jurisdiction of an ordinal: [id, name, parent, first, count, stretches]. */
  #part(ordinal) {
    let low = 0;
    let high = this.parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.parts[middle][3] <= ordinal) low = middle;
      else high = middle - 1;
    }
    return this.parts[low];
  }

  #numbersOf(part) {
    const [id, , , , , stretches] = part;
    if (!this.numbers.has(id)) {
      const texts = [];
      let number = 0;
      for (let i = 0; i < stretches.length; i += 3) {
        number += stretches[i];
        for (let k = 0; k < stretches[i + 2]; k += 1, number += 1) texts.push(String(number).padStart(stretches[i + 1], "0"));
        number -= 1;
      }
      this.numbers.set(id, texts);
    }
    return this.numbers.get(id);
  }

  /** The id of a platform. */
  id(ordinal) {
    const part = this.#part(ordinal);
    return `${part[0]}-${this.#numbersOf(part)[ordinal - part[3]]}`;
  }

  /** The name of the jurisdiction of a platform. */
  jurisdictionOf(ordinal) {
    return this.byId.get(this.#part(ordinal)[0]);
  }

  /** The ordinals of a jurisdiction and of those below it: [first, end] stretches. */
  rangesOf(id) {
    const inside = (jurisdiction) => {
      for (let at = jurisdiction, steps = 0; at && steps < 9; at = this.byId.get(at.parent), steps += 1) if (at.id === id) return true;
      return false;
    };
    return this.jurisdictions.filter((j) => j.count && inside(j)).map((j) => [j.first, j.first + j.count]);
  }

  /** Calls take(ordinal, begins, whole) for every id that contains a folded text; ids fold by losing their dashes. */
  containing(wanted, take) {
    for (const part of this.parts) {
      const head = part[0].replaceAll("-", "");
      const everywhere = head.includes(wanted);
      if (!everywhere && !/\d/.test(wanted)) continue;
      this.#numbersOf(part).forEach((number, i) => {
        if (everywhere || (head + number).includes(wanted)) {
          take(part[3] + i, (head + number).startsWith(wanted), head + number === wanted);
        }
      });
    }
  }
}
