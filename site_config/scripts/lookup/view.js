// SPDX-License-Identifier: Apache-2.0
// How does a result look? A name with the match marked, where it is, what else matches, and what holds on the day.

/** An element with a class and contents. */
export function element(tag, className, ...contents) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...contents);
  return made;
}

/** A text with a stretch of it marked. */
export function marked(text, stretch) {
  if (!stretch) return [text];
  const [start, end] = stretch;
  return [text.slice(0, start), element("mark", "", text.slice(start, end)), text.slice(end)].filter((part) => part !== "");
}

/** A link inside the site that keeps the chosen day. */
export function link(up, path, day, ...contents) {
  const made = element("a", "", ...contents);
  made.href = up + path + (day ? `?on=${day}` : "");
  return made;
}

/** A platform as a line of the list. */
export function platformLine(row, up, day) {
  const line = element("li", "row");
  const sub = element("span", "row__sub", [row.place, row.location].filter(Boolean).join("　"));
  const also = row.also.map(([label, text, stretch]) => element("span", "row__also", `${label}　`, ...marked(text, stretch)));
  const main = element("span", "row__main", link(up, `registry/${row.id}/`, day, ...marked(row.name, row.mark)), sub, ...also);
  const mark = element("span", "mark");
  mark.dataset.standing = JSON.stringify(row.standing);
  line.append(main, element("span", "row__mark", mark));
  return line;
}

/** A document as a line of the list. */
export function documentLine(row, up, day) {
  const count = row.count ? `　涉及 ${row.count.toLocaleString("zh-CN")} 家` : "";
  const sub = element("span", "row__sub num", ...marked(row.number ?? "", row.mark), `　${row.on}${count}`);
  return element("li", "row", element("span", "row__main", link(up, row.address, day, row.title), sub), element("span", "row__kind", "认定文件"));
}
