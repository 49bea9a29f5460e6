// SPDX-License-Identifier: Apache-2.0
// Which names or codes does a pasted text ask about? One a line, or one column of a block; heads are left out.
// generator/load/asked.py reads lists for the command in the same way.

const CODE = /^(?:[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{18}|[a-z][a-z-]*-[0-9]{4,})$/;
const INSTITUTION = /公司|中心|平台|[院所社厂會会園园]$|[協协][会會]|基地|服[务務]|[学學]校|大[学學]|集[团團]/;
const NAME = /[㐀-鿿]{4}/;
const HIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]/g; // eslint-disable-line no-control-regex
const QUOTED = /"((?:[^"]|"")*)"(?=\t|\n|$)/y;

/** Lines and tabs into cells; a cell in quotes may hold both, as spreadsheets copy it. */
function rowsOf(text) {
  if (!text.includes("\t") && !text.includes('"')) return text.split("\n").map((line) => [line]);
  const rows = [[]];
  const end = (mark, at) => (text.indexOf(mark, at) + 1 || text.length + 1) - 1;
  for (let at = 0; at <= text.length; at += 1) {
    QUOTED.lastIndex = at;
    const found = QUOTED.exec(text);
    const after = found ? QUOTED.lastIndex : Math.min(end("\t", at), end("\n", at));
    rows.at(-1).push(found ? found[1].replaceAll('""', '"') : text.slice(at, after));
    if (text[after] === "\n") rows.push([]);
    at = after;
  }
  return rows;
}

/** How much a cell looks like a code or like the name of an institution. */
function score(cell) {
  if (CODE.test(cell)) return 3;
  return (INSTITUTION.test(cell) ? 2 : 0) + (NAME.test(cell) ? 1 : 0);
}

/** The column with a head that is known, names before codes; else the one that looks most like it. */
function columnOf(rows, width, columnHeads) {
  const first = rows[0].map((cell) => cell.replace(/\s+/g, ""));
  const head = columnHeads.find((known) => first.includes(known));
  if (head) return first.indexOf(head);
  const scores = Array.from({ length: width }, (_, i) => rows.reduce((sum, row) => sum + score(row[i] ?? ""), 0));
  return scores.indexOf(scores.reduce((a, b) => Math.max(a, b)));
}

/** {lines, heads, column, columns}: what is asked about, the heads left out, which column of how many it was. */
export function asked(text, { heads, columnHeads }) {
  const isHead = (cell) => heads.includes(cell.replace(/\s+/g, ""));
  const clean = text.replace(/\r\n?/g, "\n").replace(HIDDEN, "");
  const rows = rowsOf(clean).map((row) => row.map((cell) => cell.replace(/\s+/g, " ").trim())).filter((row) => row.some(Boolean));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const column = width > 1 ? columnOf(rows, width, columnHeads) : 0;
  const cells = rows.map((row) => row[column]).filter(Boolean);
  return {
    lines: cells.filter((cell) => !isHead(cell)),
    heads: [...new Set(cells.filter(isHead))],
    column: width > 1 ? column : null,
    columns: width,
  };
}
