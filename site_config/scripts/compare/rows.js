// SPDX-License-Identifier: Apache-2.0
// What stands in each row, where do the columns differ, and how long are the bars?

/** What is said where a version says nothing: not seen, no such function, or not demanded. */
export function silence(said, row, words) {
  if (said.text !== "full") return words.unseen;
  return row.function && !said.functions.includes(row.function) ? words.noFunction : words.notDemanded;
}

/** All that counts of a cell: its number in one unit if it has one, never its article. */
function counted(cell, silent) {
  if (!cell) return silent;
  const sign = cell.text.match(/^\D*/)[0];
  return JSON.stringify([cell.amount === null ? cell.text : [sign, cell.amount], cell.details.map(({ text }) => text)]);
}

/** The rows that any column says something of. */
export function rowsOf(rows, columns, words) {
  return rows.map((row) => {
    const cells = columns.map(({ said }) => said.cells[row.key] ?? null);
    const silent = columns.map(({ said }) => silence(said, row, words));
    const longest = Math.max(...cells.map((cell) => cell?.amount ?? 0));
    const bars = cells.map((cell) => (cell?.amount && longest ? Math.round(1000 * (cell.amount / longest)) / 10 : 0));
    const differs = new Set(cells.map((cell, i) => counted(cell, silent[i]))).size > 1;
    return { row, cells, silent, bars, differs };
  }).filter(({ cells }) => cells.some(Boolean));
}

const inOneLine = ({ text, details }) => [text, ...details.map((detail) => detail.text + (detail.article ? `（${detail.article}）` : ""))].join("；");

/** The table as texts: two columns for each version, what it says and where. */
export function texts(shown, columns, words, wordOf) {
  const head = ["分组", "事项", ...columns.flatMap(({ version }) => [`${version.name}　${version.id.split("/")[1].slice(0, 4)}`, "条款"])];
  const about = (label, tell) => ["版本", label, ...columns.flatMap((column) => [tell(column), ""])];
  return [
    head,
    about("办法", ({ said }) => said.title),
    about("文号", ({ said }) => said.document_number ?? "未见"),
    about("施行", ({ said }) => said.days),
    about("状态", wordOf),
    ...shown.map(({ row, cells, silent }) => [row.group, row.label, ...cells.flatMap((cell, i) => (cell ? [inOneLine(cell), cell.article ?? (cell.text === words.notStated ? "" : "条款未见")] : [silent[i], ""]))]),
  ];
}
