// SPDX-License-Identifier: Apache-2.0
// How is each condition argued? In words, with its article, what was filled in, what is missing, the other ways to
// meet it and for whom they are. A condition of the record and a node of the trace stand side by side.
import { element } from "../lookup/view.js";

export const STATES = { met: "达到", "not-met": "未达到", unknown: "尚不能判断", "not-applicable": "不适用" };
const UNANSWERED = "没有填";

const labelIn = (list, id) => list.find((entry) => entry.id === id)?.label ?? id;
const innerOf = (condition) => condition.all ?? condition.any ?? [];

/** 资产总额不低于150万元; 具有独立法人资格. */
function thresholdText(condition, node, words) {
  const label = `${condition.over_years ? `近${condition.over_years}年` : ""}${labelIn(words.metrics, condition.metric)}`;
  if ((condition.equals ?? null) !== null) return condition.equals ? label : `不${label}`;
  return `${label}${node.demanded ?? ""}`;
}

/** 具备……的，须……: an alternative whose first branch is that something is not the case; else null. */
function ifSo({ any }, node, words) {
  if (any?.length !== 2 || any[0].equals !== false || !any[1].metric) return null;
  return `${labelIn(words.metrics, any[0].metric)}的，须${thresholdText(any[1], node.inner[1], words)}`;
}

export function textOf(condition, node, words) {
  if (condition.metric) return thresholdText(condition, node, words);
  return ifSo(condition, node, words) ?? (condition.any ? "下列条件满足其一" : "下列条件同时满足");
}

function whoOf({ applies_to: kinds }, words) {
  return kinds?.length ? kinds.map((id) => labelIn(words.institution_kinds, id)).join("、") : "";
}

export function mark(state) {
  const made = element("span", "mark mark--judged", STATES[state]);
  made.dataset.state = state;
  return made;
}

/** The sign of a state before a line; its word is for those who hear the page. */
export function sign(state) {
  const made = mark(state);
  made.classList.add("mark--sign");
  made.replaceChildren(element("span", "self__unseen", `${STATES[state]}：`));
  return made;
}

export function cite(article) {
  return element("span", article ? "cite" : "cite cite--unseen", article ?? "条款未见");
}

function given(node) {
  const line = element("span", "reason__given num");
  if (node.given !== undefined) line.append(`您填：${node.given}`);
  else if (node.state === "unknown") line.append(UNANSWERED);
  if (node.gap) line.append(element("strong", "reason__gap", node.gap));
  return line.childNodes.length ? line : "";
}

/** A condition as a line of a list, with those inside it. */
export function reason(condition, node, words, outer = null) {
  const who = whoOf(condition, words);
  const line = element("li", "reason", sign(node.state));
  line.dataset.state = node.state;
  const said = element("div", "reason__said", element("span", "reason__text", textOf(condition, node, words)));
  if (who) said.append(element("span", "condition__who", `限${who}`));
  if (node.article !== outer) said.append(" ", cite(node.article));
  if (condition.note) said.append(element("span", "condition__note", condition.note));
  if (condition.counted_as) said.append(element("span", "condition__note", `口径：${condition.counted_as}`));
  if (condition.metric) said.append(given(node));
  else said.append(element("ul", "reasons", ...innerOf(condition).map((part, i) => reason(part, node.inner[i], words, node.article))));
  line.append(said);
  return line;
}

/** What would have to be better, in words: of alternatives any one is enough. */
export function improvement(condition, node, words) {
  if (node.state !== "not-met") return "";
  if (condition.metric) return `${thresholdText(condition, node, words)}：${node.gap ?? STATES["not-met"]}`;
  const parts = innerOf(condition).map((part, i) => [part, improvement(part, node.inner[i], words)]).filter(([, text]) => text)
    .map(([part, text]) => (whoOf(part, words) ? `（${whoOf(part, words)}）${text}` : text));
  return parts.join(condition.any ? "；或者，" : "；并且，");
}
