// SPDX-License-Identifier: Apache-2.0
// What number did somebody type? Full-width digits, blanks and thousands are understood; anything else is told.

const NUMBER = /^(\d+)(?:\.(\d+))?(\D*)$/;
const THOUSANDS = /(\d),(?=\d{3}(?:\D|$))/g;
const MOST_DIGITS = 15;
const WHOLE = ["organizations", "people", "events", "attendances"];

/** The units of a quantity, that of the question first. */
export function unitsOf(metric, words) {
  return words.units.filter((unit) => unit.dimension === metric.dimension).map((unit) => unit.id);
}

function unitProblem(unit, known) {
  const others = known.filter((other) => other !== unit);
  return `单位写成了读不懂的样子；可以写${[unit, ...others].join("、")}，或只写数字`;
}

/** {figure: "150万元"}, {problem} in words, or {} where nothing was typed. */
export function figureIn(typed, unit, metric, words) {
  const text = typed.normalize("NFKC").replace(/[\s，]/g, (found) => (found === "，" ? "," : "")).replace(THOUSANDS, "$1");
  if (!text) return {};
  if (text.startsWith("-")) return { problem: "不能是负数" };
  const found = NUMBER.exec(text);
  if (!found) return { problem: `请用阿拉伯数字，例如 150${unit}` };
  const [, whole, fraction, ending] = found;
  const number = whole.replace(/^0+(?=\d)/, "");
  const known = unitsOf(metric, words);
  if (ending && !known.includes(ending)) return { problem: unitProblem(unit, known) };
  if (number.length > MOST_DIGITS || (fraction ?? "").length > MOST_DIGITS) return { problem: `数字太长，最多${MOST_DIGITS}位` };
  if (fraction && WHOLE.includes(metric.dimension)) return { problem: "应是整数" };
  if (metric.dimension === "share" && (number.length > 3 || Number(`${number}.${fraction ?? 0}`) > 100)) return { problem: "百分比不会超过100" };
  return { figure: `${number}${fraction ? `.${fraction}` : ""}${ending || unit}` };
}

/** The figure as it stands in its field: without the unit that is printed beside it. */
export function shownIn(figure, unit) {
  return figure.endsWith(unit) && /\d$/.test(figure.slice(0, -unit.length)) ? figure.slice(0, -unit.length) : figure;
}
