// SPDX-License-Identifier: Apache-2.0
// What happens on the page that lays thresholds side by side? The versions that lead on the reader's day, two to five
// jurisdictions of their choice, all of it in the address.
import { addressOf, chosen, proposed } from "./compare/choice.js";
import { rowsOf, texts } from "./compare/rows.js";
import { tableParts } from "./compare/table.js";
import { chosenDay, inChinese, isDay, today } from "./day.js";
import { element } from "./lookup/view.js";
import { csv, save, workbook } from "./spreadsheet.js";
import { decide } from "./standing.js";
import { verdict } from "./verdict.js";
import { governing, leading } from "./versions.js";
import { AS_OF } from "./words.js";

const MANY = 12; // so many jurisdictions are looked through without a box to filter them
const up = "../";
const root = new URL(up, location.href).href;
const page = document.querySelector("[data-compare]");
const part = (name) => page.querySelector(`[data-compare-${name}]`);
const words = JSON.parse(page.dataset.words);
const table = part("table");
const count = part("count");
const dayField = page.querySelector("input[type=date]");
const onlyDifferences = part("differences");
const day = chosenDay() ?? today();
const loaded = new Map();
let columns = [];
let rows = [];
let current = { rows: [], columns: [] };
let run = 0;

async function fetched(path) {
  const answer = await fetch(root + path);
  if (!answer.ok) throw new Error(path);
  return answer.json();
}

const placeOf = ({ id }) => id.split("/")[0];

function grouped(versions) {
  const places = new Map();
  for (const version of versions) places.set(placeOf(version), [...(places.get(placeOf(version)) ?? []), version]);
  return places;
}

/** The leading version of each jurisdiction on the day; where another governs whose text is not recorded, that too. */
function columnsOf(versions) {
  return [...grouped(versions)].map(([place, all]) => {
    const version = leading(all, day);
    const inForce = governing(all, day);
    return { place, version, instead: inForce && inForce !== version ? inForce : null };
  }).filter(({ version }) => version);
}

/** What a version says, fetched once. */
function said(id) {
  if (!loaded.has(id)) loaded.set(id, fetched(`api/v1/comparison/${id}.json`).catch((error) => { loaded.delete(id); throw error; }));
  return loaded.get(id);
}

const boxes = () => [...part("places").querySelectorAll("input")];
const checkedPlaces = () => boxes().filter(({ checked }) => checked).map(({ value }) => value);

/** Ticks what is chosen; when as many are chosen as fit, no other can be ticked. */
function tick(places) {
  for (const box of boxes()) {
    box.checked = places.includes(box.value);
    box.disabled = !box.checked && places.length >= words.most;
  }
  const full = places.length >= words.most;
  page.querySelector("#compare-hint").textContent = full ? `已选${words.most}个，先去掉一个才能再选` : `选${words.fewest}至${words.most}个`;
}

function summary(all, differing) {
  if (!current.columns.length) return "还没有选辖区";
  const few = current.columns.length < words.fewest ? "再选一个辖区才能对比。" : "";
  const names = current.columns.map(({ version }) => version.name).join("、");
  return `${inChinese(day)}　${names}：共${all}项，${differing}项不同。${few}`;
}

async function show({ places, differences }) {
  run += 1;
  const mine = run;
  tick(places);
  onlyDifferences.checked = differences;
  const picked = columns.filter(({ place }) => places.includes(place));
  const told = await Promise.all(picked.map(({ version }) => said(version.id))).catch(() => null);
  if (mine !== run) return;
  if (!told) {
    count.textContent = "数据没有取到，请检查网络后再试";
    return;
  }
  const shownColumns = picked.map((column, i) => ({ ...column, said: told[i] }));
  const all = rowsOf(rows, shownColumns, words);
  const differing = all.filter(({ differs }) => differs);
  current = { columns: shownColumns, rows: differences ? differing : all };
  table.replaceChildren(table.caption, ...tableParts(current.rows, shownColumns, words, up, chosenDay()));
  decide(table);
  table.hidden = !shownColumns.length;
  count.textContent = summary(all.length, differing.length);
  for (const name of ["xlsx", "csv"]) part(name).disabled = !current.rows.length;
}

/** A new choice goes into the address, and along with the way back to today. */
function choose() {
  const choice = { places: checkedPlaces(), differences: onlyDifferences.checked };
  history.pushState(null, "", addressOf(location.href, choice));
  const back = document.querySelector("[data-dayline] a");
  if (back) back.href = addressOf(back.href, choice);
  show(choice);
}

function fromAddress() {
  const choice = chosen(location.search, columns.map(({ place }) => place), words.most);
  return choice.places.length ? choice : { ...choice, places: proposed(columns, words.most) };
}

function offerPlaces() {
  part("places").append(...columns.map(({ place, version }) => {
    const box = Object.assign(element("input"), { type: "checkbox", value: place });
    box.setAttribute("aria-describedby", "compare-hint");
    return element("li", "", element("label", "compare__place", box, ` ${version.name}`));
  }));
  const find = part("find");
  find.hidden = columns.length <= MANY;
  find.querySelector("input").addEventListener("input", ({ target }) => {
    for (const box of boxes()) box.closest("li").hidden = !box.checked && !box.parentElement.textContent.includes(target.value.trim());
  });
}

/** Another day is another page: all that depends on it is decided anew. */
function changeDay() {
  if (!isDay(dayField.value) || dayField.value === day) return;
  const here = new URL(location.href);
  if (dayField.value === today()) here.searchParams.delete("on");
  else here.searchParams.set("on", dayField.value);
  location.assign(here.href.replaceAll("%2C", ","));
}

const wordOf = ({ version }) => verdict(version.standing, day).word;
const tableTexts = () => texts(current.rows, current.columns, words, wordOf);
const fileName = (suffix) => `条件对比_${day}_数据截至${AS_OF}.${suffix}`;

function facts() {
  return [
    ["项目", "内容"],
    ["按哪一天", day],
    ["数据截至", AS_OF],
    ["网站", words.site],
    ["网址", location.href],
    ["范围", onlyDifferences.checked ? "只列不同的事项" : "列出全部事项"],
    ["说明", `${words.unseen}：只录到正文的一部分，没有见到不等于没有要求。未规定：条款讲到这件事，但没有写明。${words.notDemanded}：全文已录，没有这一项要求。以印发机关公布的文本为准。`],
  ];
}

function listen() {
  part("form").addEventListener("submit", (event) => event.preventDefault());
  part("places").addEventListener("change", choose);
  onlyDifferences.addEventListener("change", choose);
  dayField.addEventListener("change", changeDay);
  window.addEventListener("popstate", () => show(fromAddress()));
  part("csv").addEventListener("click", () => save(csv(tableTexts()), fileName("csv")));
  part("xlsx").addEventListener("click", async () => save(await workbook([["条件对比", tableTexts()], ["说明", facts()]]), fileName("xlsx")));
}

try {
  const found = await fetched("api/v1/comparison.json");
  rows = found.rows;
  columns = columnsOf(found.versions.map((version) => ({ ...version, made: version.made_on })));
  dayField.value = day;
  offerPlaces();
  listen();
  part("form").hidden = false;
  await show(fromAddress());
} catch {
  count.textContent = "对比数据没有取到，下表是数据截至之日各地的版本";
}
