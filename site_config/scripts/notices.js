// SPDX-License-Identifier: Apache-2.0
// How is the list of notices narrowed? Choices stand in the address; rows are fetched year by year, as far as needed.
import { chosenDay, inChinese, today } from "./day.js";
import { Store } from "./lookup/store.js";
import { element, link } from "./lookup/view.js";
import { CHOICES, countsOf, groupOf, liveYears, matches, rowOf, toldWindow, total, totals } from "./notices/rows.js";
import { windowVerdict } from "./verdict.js";

const PAGE = 40;
const up = "../";
const on = chosenDay();
const day = on ?? today();
const part = (name) => document.querySelector(`[data-notices-${name}]`);
const form = document.querySelector("[data-notices]");
const store = new Store(new URL("./", location.href).href);
const number = (count) => count.toLocaleString("zh-CN");
const lists = Object.fromEntries(["open", "upcoming", "rest"].map((name) => [name, document.querySelector(`[data-notices-group="${name}"]`)]));
let asked = 0;
let shown = PAGE;

const choices = () => Object.fromEntries(CHOICES.map((name) => [name, form.elements[name].value]));
const yearOf = async (year) => (await store.json(`${year}/index.json`)).map(rowOf);

function line(row, labels) {
  const made = element("li", "row");
  const main = element("span", "row__main", link(up, `notices/${row.path}`, on, row.title));
  main.append(element("span", "row__sub", [labels.in.get(row.in), row.number].filter(Boolean).join("　")));
  const kind = element("span", "row__kind", labels.kind.get(row.kind));
  const told = toldWindow(row.windows, day);
  if (told) {
    const { state, word } = row.on > day ? { state: "not-yet", word: "尚未发布" } : windowVerdict(told, day);
    const mark = element("span", "mark", word);
    mark.dataset.state = state;
    kind.append(" ", mark);
  }
  made.append(element("span", "row__date num", inChinese(row.on)), main, kind);
  return made;
}

/** The rows that are asked for, by group; of the rest no more than are shown. */
async function rowsFor(head, wanted) {
  const years = head.years.filter(([year]) => !wanted.year || String(year) === wanted.year);
  const live = liveYears(years, day);
  await Promise.all(live.map(yearOf));
  const found = { open: [], upcoming: [], rest: [] };
  for (const [year] of years) {
    const enough = found.rest.length >= shown;
    if (enough && !live.includes(year)) continue;
    for (const row of await yearOf(year)) if (matches(row, wanted)) found[groupOf(row, day)].push(row);
  }
  return found;
}

function fill(head, wanted) {
  const counts = countsOf(head.counts);
  const labels = { kind: new Map(head.kinds), in: new Map(head.places), year: new Map(head.years.map(([year]) => [String(year), `${year}年`])) };
  for (const name of CHOICES) {
    const list = form.elements[name];
    const found = totals(counts, wanted, name);
    const options = [...labels[name]].filter(([id]) => found.get(id) || id === wanted[name])
      .map(([id, label]) => new Option(`${label}（${number(found.get(id) ?? 0)}）`, id));
    if (wanted[name] && !labels[name].has(wanted[name])) options.push(new Option(`${wanted[name]}（0）`, wanted[name]));
    list.replaceChildren(list.options[0], ...options);
    list.value = wanted[name];
  }
  part("clear").disabled = CHOICES.every((name) => !wanted[name]);
  return { labels, total: total(counts, wanted) };
}

function put(found, labels, count) {
  for (const [name, section] of Object.entries(lists)) {
    const rows = name === "rest" ? found.rest.slice(0, shown) : found[name];
    section.querySelector("ul").replaceChildren(...rows.map((row) => line(row, labels)));
    section.hidden = !rows.length;
  }
  const rest = count - found.open.length - found.upcoming.length;
  part("none").hidden = count > 0;
  part("more").hidden = shown >= rest;
  part("more").textContent = `再列 ${Math.min(PAGE, rest - shown)} 件（已列 ${number(Math.min(shown, rest))} / ${number(rest)}）`;
  const none = count ? "，没有正在进行的" : "";
  const open = found.open.length ? `，正在进行 ${number(found.open.length)} 件` : none;
  const upcoming = found.upcoming.length ? `，即将开始 ${number(found.upcoming.length)} 件` : "";
  part("count").textContent = `共 ${number(count)} 件${open}${upcoming}`;
}

/** Shows what the choices ask for; where nothing can be fetched, what stands on the page remains. */
async function show(wanted) {
  const turn = ++asked;
  try {
    const head = await store.json("index.json");
    const found = await rowsFor(head, wanted);
    if (turn !== asked) return;
    const { labels, total: count } = fill(head, wanted);
    put(found, labels, count);
    part("found").hidden = false;
    part("latest").hidden = true;
    form.hidden = false;
  } catch {
    if (turn === asked) part("count").textContent = "公告的目录没有取到，下面是最近的公告；也可以按年份和辖区查看";
  }
}

function restore() {
  const parameters = new URL(location.href).searchParams;
  shown = Math.max(PAGE, history.state?.shown ?? 0);
  show(Object.fromEntries(CHOICES.map((name) => [name, parameters.get(name) ?? ""])));
}

function choose(wanted) {
  const address = new URL(location.href);
  for (const name of CHOICES) {
    if (wanted[name]) address.searchParams.set(name, wanted[name]);
    else address.searchParams.delete(name);
  }
  address.hash = "";
  history.pushState({}, "", address);
  shown = PAGE;
  show(wanted);
}

async function showMore() {
  const before = lists.rest.querySelectorAll("li").length;
  shown += PAGE;
  history.replaceState({ ...history.state, shown }, "");
  await show(choices());
  lists.rest.querySelectorAll("li")[before]?.querySelector("a").focus();
}

if (form) {
  form.addEventListener("change", () => choose(choices()));
  form.addEventListener("submit", (event) => event.preventDefault());
  part("clear").addEventListener("click", () => { choose({}); form.elements.kind.focus(); });
  part("more").addEventListener("click", showMore);
  addEventListener("popstate", restore);
  restore();
}
