// SPDX-License-Identifier: Apache-2.0
// What is written into a form from the answers? By the keys of facts that its fields carry; the self-assessment of a
// version also takes the state of every condition. {texts, ticks} for docx.js, by the ids of fields.
import { inChinese } from "../day.js";
import { decimal, over, shown, times } from "../eligibility/decimal.js";
import { STATES } from "./reasons.js";
import { improvementsOf, VERDICTS } from "./results.js";

const FIGURE = /^([\d.]+)(.+)$/;
const YES_NO = { true: "是", false: "否" };
const OURS = "self-assessment";

/** A figure in another unit of its dimension, without that unit; null where there is none. */
export function inUnit(figure, unit, words) {
  const [, number, own] = FIGURE.exec(figure);
  const [from, to] = [own, unit].map((name) => words.units.find(({ id }) => id === name));
  if (!from || from.dimension !== to?.dimension) return null;
  return shown(over(times(decimal(number), decimal(from.factor)), decimal(to.factor)));
}

function labelsOf(key, state, words) {
  const list = { kinds: words.institution_kinds, functions: words.functions }[key];
  return list ? (state[key] ?? []).map((id) => list.find((entry) => entry.id === id).label) : null;
}

/** What the answers say to one field: a text, or the options that are chosen; null for nothing. */
function valueOf(field, state, words) {
  const key = field.fact ?? field.id;
  const labels = labelsOf(key, state, words);
  if (labels) return field.type === "choice" ? labels : labels.join("、") || null;
  if (Object.hasOwn(state.answers, key)) return field.type === "choice" ? [YES_NO[state.answers[key]]] : YES_NO[state.answers[key]];
  if (Object.hasOwn(state.days, key)) return inChinese(state.days[key]);
  if (!Object.hasOwn(state.figures, key)) return null;
  return field.unit ? inUnit(state.figures[key], field.unit, words) : state.figures[key];
}

function* nodesIn(nodes) {
  for (const node of nodes) {
    yield node;
    yield* nodesIn(node.inner ?? []);
  }
}

/** What the trace says to the self-assessment: the state of each condition, the whole, and what has to be better. */
function judged({ trace, ...result }, words, texts, ticks) {
  const applied = trace.functions?.items.filter((item) => item.applied !== false) ?? [];
  for (const node of nodesIn([...trace.criteria, ...applied.flatMap(({ requires }) => requires)])) {
    if (node.state !== "unknown") ticks.set(`${node.id}=${STATES[node.state]}`, true);
    if (node.given !== undefined) texts.set(`${node.id}-note`, node.given);
  }
  ticks.set(`verdict=${VERDICTS[trace.verdict].replace("推算", "")}`, true);
  const improve = improvementsOf({ trace, ...result }, words).map(([text, article]) => `${text}（${article ?? "条款未见"}）`);
  if (improve.length) texts.set("to-improve", improve.join("\n"));
}

/** {texts, ticks} of one form. */
export function prefill(paper, result, state, words) {
  const texts = new Map();
  const ticks = new Map();
  for (const field of paper.fields) {
    const value = valueOf(field, state, words);
    if (Array.isArray(value)) for (const option of value) ticks.set(`${field.id}=${option}`, true);
    else if (value !== null) texts.set(field.id, value);
  }
  if (paper.kind === OURS) judged(result, words, texts, ticks);
  return { texts, ticks };
}
