// SPDX-License-Identifier: Apache-2.0
// What is said of one line and one platform that it names? generator/render/bulk_rows.py makes the same rows.
import { borderOn } from "../day.js";
import { verdict } from "../verdict.js";
import { termOn, termWords } from "./terms.js";

const BY_DOCUMENT = ["revoked", "withdrawn"];
const NUMBER_UNSEEN = "文号未见";
const NO_TERM = "没有认定记录";

/** The documents of the day: of what ended the term, of what granted it; without a term, of the notice. */
function papers(record, border, term) {
  if (!border) return [];
  const ended = term && BY_DOCUMENT.includes(border[1]) ? term.ended_by : null;
  const ids = term ? [ended, term.granted_by] : [border[3]];
  return [...new Set(ids.filter(Boolean))];
}

/** A row of a platform. */
async function rowOf(input, match, day, records, words) {
  const record = await records.platform(match.id);
  const standing = record.standing.map((border) => [border.from, border.state, border.through, border.document]);
  const border = borderOn(standing, day);
  const term = border ? termOn(record.terms, day) : undefined;
  const ordinary = (term ?? record).tier === "demonstration" ? "" : words.ordinary;
  return {
    ...match,
    input,
    verdict: verdict(standing, day),
    note: [match.note, ordinary].filter(Boolean).join("；"),
    term: term ? termWords(term) : border ? NO_TERM : "",
    papers: await Promise.all(papers(record, border, term).map((id) => records.document(id))),
    near: [],
  };
}

/** The rows of one line: one for each platform, or one that says that none was found. */
export async function rowsOf(input, { found, near }, day, records, words) {
  if (!found.length) return [{ input, verdict: { state: "not-found", word: "没有找到" }, near, papers: [], note: "", term: "" }];
  return Promise.all(found.map((match) => rowOf(input, match, day, records, words).catch(() => ({
    ...match, input, verdict: { state: "failed", word: "没有取到" }, near: [], papers: [], term: "", note: "记录没有取到，请再核对一次",
  }))));
}

/** The row as cells of a table; addresses begin with the site's root. */
export function cells(row, root) {
  const near = row.near.map(([id, name]) => `${name}（${id}）`).join("、");
  const joined = (of) => row.papers.map(of).join("；");
  return [
    row.input,
    row.verdict.word,
    row.name ?? "",
    row.id ?? "",
    row.jurisdiction ?? "",
    row.term,
    joined((paper) => paper.title),
    joined((paper) => paper.number ?? NUMBER_UNSEEN),
    near ? `名称相近的：${near}` : row.note,
    row.id ? `${root}registry/${row.id}/` : "",
    joined((paper) => root + paper.address),
  ];
}

/** How many rows have which verdict, those that hold as one: [[word, count], …]. */
export function counted(rows) {
  const counts = new Map();
  for (const { verdict: { state, word } } of rows) {
    const told = state === "valid" || state === "expiring" ? "有效" : word;
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  return [...counts];
}
