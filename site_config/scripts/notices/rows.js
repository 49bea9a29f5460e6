// SPDX-License-Identifier: Apache-2.0
// Which notices are asked for, how many are there, and which of them are open on a day?
import { isLeft } from "../window.js";

export const CHOICES = ["kind", "in", "year"];

/** A row of the index of a year as an object. */
export function rowOf([path, on, kind, place, title, number, windows]) {
  return { path, on, kind, in: place, year: on.slice(0, 4), title, number, windows };
}

/** Whether a row, or a line of the counts, is asked for. */
export function matches(row, choices) {
  return CHOICES.every((name) => !choices[name] || row[name] === choices[name]);
}

/** The counts [year, kind, place, count] of the index as objects. */
export function countsOf(lines) {
  return lines.map(([year, kind, place, count]) => ({ year: String(year), kind, in: place, count }));
}

const sum = (counts) => counts.reduce((total, { count }) => total + count, 0);

/** How many notices there are for these choices. */
export function total(counts, choices) {
  return sum(counts.filter((line) => matches(line, choices)));
}

/** How many there would be if one list were set to each of its values. */
export function totals(counts, choices, name) {
  const others = counts.filter((line) => matches(line, { ...choices, [name]: "" }));
  const found = new Map();
  for (const line of others) found.set(line[name], (found.get(line[name]) ?? 0) + line.count);
  return found;
}

/** The years [year, last day of any window or null] whose notices may be open or still to open on a day. */
export function liveYears(years, day) {
  return years.filter(([, last]) => last && last >= day).map(([year]) => year);
}

/** "open", "upcoming" or "rest": what a notice is on a day. One that was not yet out on that day is neither of the first. */
export function groupOf({ on, windows }, day) {
  if (on > day) return "rest";
  const still = windows.filter((window) => isLeft(window, day));
  if (still.some(([from]) => !from || from <= day)) return "open";
  return still.length ? "upcoming" : "rest";
}

/** The window that is told with a notice: the one that ends next, else the last that ended. */
export function toldWindow(windows, day) {
  const byEnd = [...windows].sort((one, other) => (one[1] < other[1] ? -1 : 1));
  return byEnd.find((window) => isLeft(window, day)) ?? byEnd.at(-1) ?? null;
}
