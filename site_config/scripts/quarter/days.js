// SPDX-License-Identifier: Apache-2.0
// Which days make a quarter, and on which of them is something due? Days are ISO texts, which compare as texts.

const two = (number) => String(number).padStart(2, "0");

/** How many days a month has. */
export function lengthOf(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The quarter in which a day lies. */
export function quarterOf(day) {
  const [year, month] = day.split("-").map(Number);
  const number = Math.ceil(month / 3);
  const end = number * 3;
  return { year, number, first: `${year}-${two(end - 2)}-01`, last: `${year}-${two(end)}-${lengthOf(year, end)}` };
}

/** The day of a year on which a duty [day of the month or "last", first day, last day or null] is due in a month; null if it is not. */
export function dueIn(year, month, [day, first, last]) {
  const due = `${year}-${two(month)}-${two(day === "last" ? lengthOf(year, month) : day)}`;
  return due >= first && (!last || due <= last) ? due : null;
}

/** Whether a window [from or null, through, latest] has days in a quarter. */
export function meets([from, through, latest], quarter) {
  return (latest ?? through) >= quarter.first && (from ?? through) <= quarter.last;
}
