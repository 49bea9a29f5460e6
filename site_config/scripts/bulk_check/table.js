// SPDX-License-Identifier: Apache-2.0
// How does a row look? Everything that was pasted or fetched goes in as text.
import { element, link } from "../lookup/view.js";

function cell(label, className, ...contents) {
  const made = element("td", className, ...contents);
  made.dataset.label = label;
  return made;
}

const note = (...contents) => element("span", "table__note", ...contents);

function named(row, up, day) {
  if (row.id) {
    const parts = [link(up, `registry/${row.id}/`, day, row.name), note(`${row.jurisdiction}　${row.id}`)];
    if (row.note) parts.push(note(row.note));
    return parts;
  }
  if (!row.near.length) return ["没有名称相近的"];
  return [note("名称相近的，不是核对结果："), ...row.near.map(([id, name]) => element("span", "bulk__near", link(up, `registry/${id}/`, day, name), `（${id}）`))];
}

/** A row of the result. */
export function lineOf(row, up, day) {
  const head = element("th", "", row.input);
  head.scope = "row";
  const mark = element("span", "mark", row.verdict.word);
  mark.dataset.state = row.verdict.state;
  const papers = row.papers.map((paper) => element("span", "bulk__paper", link(up, paper.address, day, paper.title), note(paper.number ?? "文号未见")));
  return element("tr", "", head, cell("认定结果", "", mark), cell("平台名称", "", ...named(row, up, day)), cell("有效期间", "num", row.term), cell("依据文件", "", ...papers));
}
