// SPDX-License-Identifier: Apache-2.0
// What was answered? As a list of facts, which a printed self-assessment begins with.
import { inChinese } from "../day.js";
import { element } from "../lookup/view.js";
import { headingOf } from "./questions.js";

const UNKNOWN = "没有填";
const labels = (ids, list) => ids.map((id) => list.find((entry) => entry.id === id)?.label ?? id).join("、");

function row(label, text) {
  return element("div", "", element("dt", "", label), element("dd", "num", text));
}

function said({ key }, state) {
  if (state.figures[key] !== undefined) return state.figures[key];
  if (state.days[key] !== undefined) return `${inChinese(state.days[key])}起`;
  return state.answers[key] === undefined ? null : state.answers[key] ? "是" : "否";
}

/** The rows of the record. */
export function recordRows(state, questions, places, words, day) {
  const kinds = state.kinds && (state.kinds.length ? labels(state.kinds, words.institution_kinds) : "都不是");
  const rows = [
    row("日期", inChinese(day)),
    row("辖区", places.map(({ name }) => name).join("、")),
    row("机构类型", kinds || UNKNOWN),
    row("申报功能", state.functions ? labels(state.functions, words.functions) : UNKNOWN),
  ];
  for (const question of questions) {
    const answer = said(question, state);
    const [, fn] = headingOf(question, words);
    const counted = question.askers.find((asker) => asker.counted);
    const label = `${fn ? `${fn}：` : ""}${question.metric.label}${question.years ? `（近${question.years}年）` : ""}${counted ? `（${counted.name}口径）` : ""}`;
    if (answer !== null) rows.push(row(label, answer));
  }
  const left = questions.filter((question) => said(question, state) === null).length;
  if (left) rows.push(row("没有填的", `${left} 项`));
  return rows;
}
