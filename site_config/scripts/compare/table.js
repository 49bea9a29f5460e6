// SPDX-License-Identifier: Apache-2.0
// How does the table look? The same as the one that stands there without script; everything goes in as text.
import { element, link } from "../lookup/view.js";

const SVG = "http://www.w3.org/2000/svg";

function bar(length) {
  const drawing = document.createElementNS(SVG, "svg");
  const body = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ class: "compare__bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" })) drawing.setAttribute(name, value);
  body.setAttribute("width", length);
  body.setAttribute("height", 4);
  drawing.append(body);
  return drawing;
}

const cite = (article) => (article ? [" ", element("span", "cite", article)] : []);
const unseen = () => [" ", element("span", "cite cite--unseen", "条款未见")];

function cellOf(cell, silent, length, { notStated }) {
  if (!cell) return element("td", "", element("span", "compare__none", silent));
  const open = cell.text === notStated;
  const details = cell.details.map(({ text, article }) => element("span", "compare__detail", text, ...cite(article)));
  return element("td", "", element("span", open ? "compare__none" : "compare__value num", cell.text), ...(cell.article || open ? cite(cell.article) : unseen()), ...(length ? [bar(length)] : []), ...details);
}

const note = (text) => element("span", "table__note num", text);

function headOf({ version, said, instead }, up, day) {
  const mark = element("span", "mark");
  mark.dataset.standing = JSON.stringify(version.standing);
  const head = element("th", "", link(up, `guides/${version.id}/`, day, `${version.name}　${version.id.split("/")[1].slice(0, 4)}`), " ", mark, note(said.title), note(said.days));
  if (version.text !== "full") head.append(note("部分已录，原文未见"));
  if (instead) head.append(element("span", "compare__instead", "这一天施行的是", link(up, `guides/${instead.id}/`, day, `${instead.id.split("/")[1].slice(0, 4)}年版`), "，正文未录；这里列的是另一版"));
  head.scope = "col";
  return head;
}

const scoped = (scope, head) => Object.assign(head, { scope });

/** The head and the bodies, one body for each group of rows. */
export function tableParts(shown, columns, words, up, day) {
  const head = element("thead", "", element("tr", "", scoped("col", element("th", "", "事项")), ...columns.map((column) => headOf(column, up, day))));
  const bodies = [];
  let group = null;
  for (const { row, cells, silent, bars } of shown) {
    if (row.group !== group) {
      group = row.group;
      const title = scoped("rowgroup", element("th", "", element("span", "", group)));
      title.colSpan = columns.length + 1;
      bodies.push(element("tbody", "", element("tr", "compare__group", title)));
    }
    bodies.at(-1).append(element("tr", "", scoped("row", element("th", "", row.label)), ...cells.map((cell, i) => cellOf(cell, silent[i], bars[i], words))));
  }
  return [head, ...bodies];
}
