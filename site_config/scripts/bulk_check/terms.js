// SPDX-License-Identifier: Apache-2.0
// Which term governs a day, and how are its days put into words? As generator/derive/verdicts.py and
// generator/render/words.py have it; a term is that of the platform's record in the open data.
import { inChinese } from "../day.js";

const MILLISECONDS = 86_400_000;
const two = (number) => String(number).padStart(2, "0");

/** The first day that a date may be that is known to the day, the month or the year. */
function earliest(day) {
  const [year, month = "01", date = "01"] = day.split("-");
  return `${year}-${month}-${date}`;
}

/** The last day that it may be. */
function latest(day) {
  const [year, month = "12", date] = day.split("-");
  return `${year}-${month}-${date ?? two(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())}`;
}

/** The earliest and the latest day that may be the last of a term; null where no end is known. */
function lastDays(term) {
  if (term.through) return [earliest(term.through), latest(term.through)];
  const between = term.through_between;
  return between ? [between.no_earlier_than, between.no_later_than] : null;
}

/** Whether a term was cut before it began. */
function isEmpty(term) {
  const ends = lastDays(term);
  return Boolean(ends && term.from && ends[1] < earliest(term.from));
}

/** The first day of which a term says anything; without its grant that is the day after its end. */
function begin(term) {
  if (term.from) return earliest(term.from);
  const ends = lastDays(term);
  return ends && new Date(Date.parse(`${ends[0]}T00:00:00Z`) + MILLISECONDS).toISOString().slice(0, 10);
}

/** The last term that may have begun by a day; undefined if none has. */
export function termOn(terms, day) {
  const held = terms.filter((term) => !isEmpty(term));
  return (held.length ? held : terms).filter((term) => begin(term) && begin(term) <= day).at(-1);
}

/** The days of a term as far as they are known. */
export function termWords(term) {
  const from = term.from ? inChinese(term.from) : "起始日未见";
  if (isEmpty(term)) return `原应自${from}起，未及开始`;
  if (term.through) return `${from}至${inChinese(term.through)}`;
  const between = term.through_between;
  if (between) return `${from}起，止于${inChinese(between.no_earlier_than)}至${inChinese(between.no_later_than)}之间`;
  if (term.basis !== "review") return `${from}起，有效期未见记载`;
  const every = term.review_due && term.from ? Number(term.review_due.slice(0, 4)) - Number(term.from.slice(0, 4)) : "若干";
  return `${from}起，每满${every}年复核，未写截止日`;
}
