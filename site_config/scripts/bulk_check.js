// SPDX-License-Identifier: Apache-2.0
// What happens on the page for checking many at once? A pasted column is answered line by line, as of one day, and the
// table can be downloaded. Nothing that was pasted leaves the browser.
import { asked } from "./bulk_check/lines.js";
import { Records } from "./bulk_check/records.js";
import { cells, counted, rowsOf } from "./bulk_check/rows.js";
import { lineOf } from "./bulk_check/table.js";
import { chosenDay, inChinese, isDay, today } from "./day.js";
import { Client } from "./lookup/client.js";
import { element } from "./lookup/view.js";
import { csv, save, workbook } from "./spreadsheet.js";
import { AS_OF } from "./words.js";

const CHUNK = 40; // lines that are asked for and shown together
const STEPS = 4; // so often progress is told
const up = "../../";
const root = new URL(up, location.href).href;
const form = document.querySelector("[data-bulk]");
const part = (name) => document.querySelector(`[data-bulk-${name}]`);
const lines = form.querySelector("textarea");
const dayField = form.querySelector("input[type=date]");
const words = JSON.parse(form.dataset.words);
const table = part("result").querySelector("table");
const client = new Client(`${root}lookup/`);
const records = new Records(root);
const pause = () => new Promise((resolve) => { setTimeout(resolve); });
const number = (count) => count.toLocaleString("zh-CN");
let run = 0;
let shown = { day: null, rows: [], count: 0 };

/** The day goes into the address, and along with the links that have one already; what was pasted does not. */
function keepDay(day) {
  const chosen = day === today() ? null : day;
  const set = (address) => (chosen ? address.searchParams.set("on", chosen) : address.searchParams.delete("on"));
  const here = new URL(location.href);
  set(here);
  if (here.href === location.href) return;
  history.replaceState(history.state, "", here);
  document.querySelector("[data-dayline]").hidden = true; // it names the day of before; the result names its own
  for (const link of document.querySelectorAll("a[href]")) {
    const target = new URL(link.href);
    if (target.origin !== location.origin || !target.searchParams.has("on")) continue;
    set(target);
    link.href = target.href;
  }
}

/** What is said of the pasted text: the column that was taken, heads that were left out, lines that are too many. */
function tell(found) {
  const told = [];
  if (found.column !== null) told.push(`粘贴的内容有 ${found.columns} 列，取了第 ${found.column + 1} 列。`);
  if (found.heads.length) told.push(`略去了表头：${found.heads.join("、")}。`);
  const repeated = found.lines.length - new Set(found.lines).size;
  if (repeated) told.push(`有 ${number(repeated)} 行与前面的重复，照样逐行列出。`);
  const left = found.lines.length - words.most;
  if (left > 0) told.push(`一次最多核对 ${number(words.most)} 行，后面的 ${number(left)} 行没有核对，请分次粘贴。`);
  part("notes").replaceChildren(...told.map((text) => element("li", "", text)));
  part("notes").hidden = !told.length;
}

function summary() {
  return counted(shown.rows).map(([word, count]) => `${word} ${number(count)}`).join("，");
}

/** The rows of all lines, shown as they come; null if another check has begun meanwhile. */
async function answered(texts, day) {
  const mine = run;
  const rows = [];
  let next = texts.length / STEPS;
  for (let first = 0; first < texts.length; first += CHUNK) {
    const chunk = texts.slice(first, first + CHUNK);
    const matches = await client.matches(chunk, day);
    const found = (await Promise.all(chunk.map((text, i) => rowsOf(text, matches[i], day, records, words)))).flat();
    if (mine !== run) return null;
    rows.push(...found);
    const on = day === today() ? null : day;
    table.append(element("tbody", "", ...found.map((row) => lineOf(row, up, on))));
    const done = first + chunk.length;
    if (done >= next && done < texts.length) {
      part("count").textContent = `已核对 ${number(done)} / ${number(texts.length)} 行`;
      next += texts.length / STEPS;
    }
    await pause();
  }
  return rows;
}

function offer(ready) {
  part("xlsx").disabled = !ready;
  part("csv").disabled = !ready;
}

async function check(event) {
  event?.preventDefault();
  run += 1;
  const mine = run;
  const day = isDay(dayField.value) ? dayField.value : today();
  dayField.value = day;
  const found = asked(lines.value, words);
  const texts = found.lines.slice(0, words.most);
  tell(found);
  for (const body of [...table.tBodies]) body.remove();
  part("result").hidden = !texts.length;
  offer(false);
  if (!texts.length) {
    part("count").textContent = "还没有粘贴名称或代码";
    lines.focus();
    return;
  }
  keepDay(day);
  part("told").textContent = `${inChinese(day)}的状态，数据截至${inChinese(AS_OF)}。`;
  part("count").textContent = "正在核对……";
  const rows = await answered(texts, day).catch(() => undefined);
  if (mine !== run) return;
  if (!rows) {
    part("count").textContent = "名单没有取到，请检查网络后再核对一次";
    part("result").hidden = !table.tBodies.length;
    return;
  }
  shown = { day, rows, count: texts.length };
  part("count").textContent = `核对了 ${number(texts.length)} 行：${summary()}`;
  offer(true);
}

const fileName = (suffix) => `批量核对_${shown.day}_数据截至${AS_OF}.${suffix}`;
const tableRows = () => [words.columns, ...shown.rows.map((row) => cells(row, root))];

function facts() {
  return [
    ["项目", "内容"],
    ["核对日期", shown.day],
    ["数据截至", AS_OF],
    ["网站", words.site],
    ["网址", root],
    ["核对行数", String(shown.count)],
    ["结果", summary()],
    ["说明", "只有完全相同的名称或代码才算对上；名称相近的不是核对结果。本站不是认定机关；认定结果以公布的文件为准。"],
  ];
}

form.addEventListener("submit", check);
lines.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
part("csv").addEventListener("click", () => save(csv(tableRows()), fileName("csv")));
part("xlsx").addEventListener("click", async () => {
  save(await workbook([["核对结果", tableRows()], ["说明", facts()]]), fileName("xlsx"));
});
dayField.value = chosenDay() ?? today();
offer(false);
form.hidden = false;
