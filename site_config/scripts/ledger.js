// SPDX-License-Identifier: Apache-2.0
// Where in a period, told day by day, does the viewed day stand?

/** What is said of a day within a period whose counted days are known; null outside of it. */
export function place(counted, first, last, unit, day) {
  if (day < first || day > last) return null;
  const after = counted.filter((other) => other > day).length;
  const rest = after ? `之后还有${after}个${unit}` : `之后没有${unit}了`;
  const number = counted.indexOf(day) + 1;
  if (!number) return `今天不计入，${rest}。`;
  return after ? `今天是第${number}个${unit}，${rest}。` : `今天是第${number}个${unit}，也是最后一个。`;
}

/** Marks the viewed day in every ledger of the page, and says how many counted days are left. */
export function markLedgers(day) {
  for (const table of document.querySelectorAll(".ledger")) {
    const cells = [...table.querySelectorAll("[data-day]")];
    cells.find((cell) => cell.dataset.day === day)?.setAttribute("aria-current", "date");
    if (!table.dataset.ledger) continue;
    const [first, last] = [cells[0].dataset.day, cells.at(-1).dataset.day];
    const words = place(JSON.parse(table.dataset.ledger), first, last, table.dataset.unit, day);
    const line = table.parentElement.querySelector("[data-ledger-left]");
    line.textContent = words ?? "";
    line.hidden = !words;
  }
}
