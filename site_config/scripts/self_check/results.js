// SPDX-License-Identifier: Apache-2.0
// How are the results laid side by side? The best first, each with its version, its reasons and what comes next.
import { borderOn, inChinese } from "../day.js";
import { element, link } from "../lookup/view.js";
import { cite, improvement, mark, reason, sign } from "./reasons.js";
import { cautions } from "./versions.js";

const ORDER = ["met", "unknown", "not-met"];
export const VERDICTS = { met: "推算符合", unknown: "尚不能判断", "not-met": "推算不符合" };
const REQUIRED = { "at-least-one": "至少满足一项", "those-applied-for": "所申报的各项都要满足" };
const BUCKETS = ["not-met", "unknown", "met", "not-applicable"];

/** The functions that speak against it. */
function failedFunctions({ functions }) {
  if (functions?.state !== "not-met") return [];
  return functions.items.filter((item) => item.applied !== false && item.state === "not-met");
}

/** How many conditions are not met. */
export function failures(trace) {
  return trace.criteria.filter(({ state }) => state === "not-met").length + (trace.functions?.state === "not-met" ? Math.max(1, failedFunctions(trace).length) : 0);
}

/** The best first: met, then what can still be, with the fewest open facts, then the fewest failures. */
export function ranked(results) {
  const rank = ({ trace, open }) => [ORDER.indexOf(trace.verdict), trace.verdict === "not-met" ? failures(trace) : open.size];
  return [...results].sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1]);
}

/** A line that says why. */
export function summaryOf({ trace, open }) {
  if (trace.verdict === "met") return "所列条件都达到";
  if (trace.verdict === "not-met") return `${failures(trace)} 项未达到`;
  const left = open.size ? `还有 ${open.size} 项没有填` : "所问的都已填";
  return trace.partial ? `${left}；条件没有录全` : left;
}

export function verdictMark(trace) {
  const made = element("span", "mark mark--judged", VERDICTS[trace.verdict]);
  made.dataset.state = trace.verdict;
  return made;
}

/** What would have to be better: [words, article] of each. */
export function improvementsOf({ ruleset, trace }, words) {
  const found = trace.criteria.map((node, i) => [improvement(ruleset.criteria[i], node, words), node.article]);
  for (const item of failedFunctions(trace)) {
    const rule = ruleset.functions.items.find((entry) => entry.function === item.function);
    const label = words.functions.find(({ id }) => id === item.function).label;
    const told = item.requires.map((node, i) => [improvement(rule.requires[i], node, words), node.article]);
    found.push(...told.filter(([text]) => text).map(([text, article]) => [`${label}：${text}`, article]));
  }
  return found.filter(([text]) => text);
}

function improvements(result, words) {
  const { trace } = result;
  const lines = improvementsOf(result, words).map(([text, article]) => element("li", "", `${text} `, cite(article)));
  if (!lines.length) return [];
  const either = trace.functions?.required === "at-least-one" && failedFunctions(trace).length > 1;
  return [element("h4", "", "要改进什么"), element("ul", "improve", ...lines), ...(either ? [element("p", "self__hint", "服务功能只要有一项全部达到即可。")] : [])];
}

/** The conditions of one state. */
function bucket(state, lines, isOpen) {
  const made = element("details", "bucket", element("summary", "", mark(state), ` ${lines.length} 项`), element("ul", "reasons", ...lines));
  made.dataset.bucket = state;
  made.open = isOpen;
  return made;
}

function functionLine(rule, item, words) {
  const label = words.functions.find(({ id }) => id === item.function).label;
  const inner = element("ul", "reasons", ...item.requires.map((node, i) => reason(rule.requires[i], node, words, item.article)));
  const line = element("li", "reason", sign(item.state), element("div", "reason__said", element("strong", "", label), " ", cite(item.article), inner));
  line.dataset.state = item.state;
  return line;
}

function functions({ ruleset, trace }, words, isOpen) {
  const found = trace.functions;
  if (!found) return [];
  const shown = found.items.filter(({ applied }) => applied !== false);
  const rules = ruleset.functions.items;
  const lines = shown.map((item) => functionLine(rules.find((rule) => rule.function === item.function), item, words));
  const made = element("details", "bucket", element("summary", "", mark(found.state), ` 服务功能：${REQUIRED[found.required]}`, " ", cite(found.article)), element("ul", "reasons", ...lines));
  if (!lines.length) made.append(element("p", "self__hint", "所选的功能不在这一版所列之内。"));
  made.dataset.bucket = "functions";
  made.open = isOpen("functions", found.state === "not-met");
  return [made];
}

function reasons(result, words, isOpen) {
  const { ruleset, trace } = result;
  const lines = Object.fromEntries(BUCKETS.map((state) => [state, []]));
  trace.criteria.forEach((node, i) => lines[node.state].push(reason(ruleset.criteria[i], node, words)));
  const found = BUCKETS.filter((state) => lines[state].length).map((state) => bucket(state, lines[state], isOpen(state, state === "not-met")));
  return [element("h4", "", "逐条理由"), ...found, ...functions(result, words, isOpen)];
}

function head(result, { up, day, on }) {
  const { place, version, trace, found } = result;
  const title = element("h3", "result__place", place.name);
  title.id = `result-${place.id}`;
  title.tabIndex = -1;
  const standing = element("span", "mark", found.mark.word);
  standing.dataset.state = found.mark.state;
  const basis = element("p", "result__version", `${inChinese(day)}　按《`, link(up, version.page, on, version.title), `》${version.number ? `（${version.number}）` : "（文号未见）"}`, " ", standing);
  const other = found.unrecorded;
  const presumed = other && borderOn(other.standing, day)[1] === "in-force" ? "" : "推定";
  const warned = cautions(found).map((text) => element("p", "result__caution", text));
  if (other) warned.unshift(element("p", "result__caution", `${inChinese(day)}${presumed}施行的是《`, link(up, other.page, on, other.title), "》，它的条件本站没有收录。"));
  return element("header", "result__head", title, element("p", "result__verdict", verdictMark(trace), element("span", "", summaryOf(result))), basis, ...warned);
}

/** A result as a card. `after` makes what stands below it; `isOpen(bucket, otherwise)` knows what was unfolded. */
export function card(result, words, { isOpen, after, ...where }) {
  const made = element("article", "result", head(result, where), ...improvements(result, words), ...reasons(result, words, isOpen), element("h4", "", "下一步"), after(result));
  made.setAttribute("aria-labelledby", `result-${result.place.id}`);
  made.dataset.place = result.place.id;
  made.dataset.verdict = result.trace.verdict;
  return made;
}

