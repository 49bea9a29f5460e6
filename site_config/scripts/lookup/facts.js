// SPDX-License-Identifier: Apache-2.0
// How many results has each choice, and which results remain? Counted from columns of numbers.
import { verdict } from "../verdict.js";

/** What readers may choose; `state` depends on the day. */
export const FACETS = ["in", "state", "function", "category", "year"];
const STATES = ["valid", "expiring", "ended", "revoked", "withdrawn", "proposed", "uncertain", "unknown"];

/** One column: the number of each platform's row in a table. */
function column(bytes, rows, total) {
  if (rows <= 256) return bytes;
  const numbers = new Uint16Array(total);
  for (let i = 0; i < total; i += 1) numbers[i] = bytes[i] | (bytes[total + i] << 8);
  return numbers;
}

/** The columns of all platforms. */
export class Facts {
  constructor(directory, platforms, histories, bytes) {
    const { functions, categories } = directory.facts;
    this.platforms = platforms;
    this.histories = histories;
    this.labels = { function: new Map(directory.functions), category: new Map(categories.map((c) => [c ?? "", c ?? "未载"])) };
    this.values = { function: functions, category: categories.map((c) => [c ?? ""]), year: histories.map(([, years]) => years.map(String)) };
    this.columns = {
      function: column(bytes[0], functions.length, platforms.total),
      category: column(bytes[1], categories.length, platforms.total),
      history: column(bytes[2], histories.length, platforms.total),
    };
    this.columns.year = this.columns.history;
    this.days = new Map();
  }

  static async load(store, directory, platforms) {
    const names = ["functions", "categories", "histories"];
    const [histories, ...bytes] = await Promise.all([
      store.json("facts/histories.json"), ...names.map((name) => store.bytes(`facts/${name}.bin`)),
    ]);
    return new Facts(directory, platforms, histories, bytes);
  }

  /** The states of every history on a day, as lists: what is about to end is also valid. */
  states(day) {
    if (!this.days.has(day)) {
      this.days.set(day, this.histories.map(([standing]) => {
        const { state } = verdict(standing, day);
        return state === "expiring" ? ["valid", "expiring"] : [state];
      }));
    }
    return this.days.get(day);
  }

  standing(ordinal) {
    return this.histories[this.columns.history[ordinal]][0];
  }

  /** For each history 1 if its title holds on a day. */
  current(day) {
    return Uint8Array.from(this.states(day), (states) => Number(states.includes("valid")));
  }

  /** A test of ordinals for each choice that is made. */
  #tests(choices, day) {
    const tests = [];
    for (const facet of FACETS) {
      const wanted = choices[facet];
      if (!wanted) continue;
      if (facet === "in") {
        const inside = new Uint8Array(this.platforms.total);
        for (const [first, end] of this.platforms.rangesOf(wanted)) inside.fill(1, first, end);
        tests.push([facet, inside, null]);
      } else {
        const rows = facet === "state" ? this.states(day) : this.values[facet];
        tests.push([facet, Uint8Array.from(rows, (row) => Number(row.includes(wanted))), this.columns[facet] ?? this.columns.history]);
      }
    }
    return tests;
  }

  /**
   * Sifts ordinals by the choices: {kept, counts}. The counts of a facet are of what would remain if nothing were
   * chosen in it.
   */
  sift(ordinals, choices, day) {
    const tests = this.#tests(choices, day);
    const tallies = this.#tallies();
    const kept = new Uint32Array(ordinals.length);
    let size = 0;
    for (const ordinal of ordinals) {
      let failed = null;
      let failures = 0;
      for (const [facet, passes, column] of tests) {
        if (!passes[column ? column[ordinal] : ordinal]) {
          failed = facet;
          failures += 1;
        }
      }
      if (!failures) kept[size++] = ordinal;
      if (failures > 1) continue;
      for (const facet of failures ? [failed] : FACETS) {
        const { rows, column } = tallies[facet];
        rows[column ? column[ordinal] : ordinal] += 1;
      }
    }
    return { kept: kept.subarray(0, size), counts: this.#counts(tallies, day) };
  }

  #tallies() {
    const { function: functions, category, history } = this.columns;
    return {
      in: { rows: new Uint8Array(this.platforms.total), column: null },
      state: { rows: new Uint32Array(this.histories.length), column: history },
      function: { rows: new Uint32Array(this.values.function.length), column: functions },
      category: { rows: new Uint32Array(this.values.category.length), column: category },
      year: { rows: new Uint32Array(this.histories.length), column: history },
    };
  }

  /** For each facet [value, label, count], …; only values that occur in the register. */
  #counts(tallies, day) {
    const sums = (lists, rows) => {
      const found = new Map();
      lists.forEach((list, i) => list.forEach((value) => found.set(value, (found.get(value) ?? 0) + rows[i])));
      return found;
    };
    const states = sums(this.states(day), tallies.state.rows);
    const functions = sums(this.values.function, tallies.function.rows);
    const categories = sums(this.values.category, tallies.category.rows);
    const years = sums(this.values.year, tallies.year.rows);
    return {
      in: this.#places(tallies.in.rows),
      state: STATES.filter((state) => states.has(state)).map((state) => [state, state, states.get(state)]),
      function: [...this.labels.function].filter(([id]) => functions.has(id)).map(([id, label]) => [id, label, functions.get(id)]),
      category: [...this.labels.category].filter(([id]) => id).map(([id, label]) => [id, label, categories.get(id)]),
      year: [...years].sort(([a], [b]) => b - a).map(([year, count]) => [year, `${year}年`, count]),
    };
  }

  /** [id, name, count, depth] of every jurisdiction that has platforms or is above such. */
  #places(rows) {
    const own = new Map();
    for (const { id, first, count } of this.platforms.jurisdictions) {
      let sum = 0;
      for (let i = first; i < first + count; i += 1) sum += rows[i];
      own.set(id, sum);
    }
    const children = new Map();
    for (const jurisdiction of this.platforms.jurisdictions) {
      const parent = this.platforms.byId.has(jurisdiction.parent) ? jurisdiction.parent : "";
      if (!children.has(parent)) children.set(parent, []);
      children.get(parent).push(jurisdiction);
    }
    const walk = ({ id, name, count }, depth) => {
      const below = (children.get(id) ?? []).flatMap((child) => walk(child, depth + 1));
      const sum = below.filter((line) => line[3] === depth + 1).reduce((all, line) => all + line[2], own.get(id));
      return count || below.length ? [[id, name, sum, depth], ...below] : [];
    };
    return (children.get("") ?? []).flatMap((top) => walk(top, 0));
  }
}
