// SPDX-License-Identifier: Apache-2.0
// What is true today? Puts the words beside the intervals that the page states, and says when data is old.
import { chosenDay, daysBetween, inChinese, today } from "./day.js";
import { markLedgers } from "./ledger.js";
import { reviewVerdict, verdict, windowVerdict } from "./verdict.js";
import { AS_OF, STALE_AFTER_DAYS } from "./words.js";

const chosen = chosenDay();
const day = chosen ?? today();
const meta = (name) => document.querySelector(`meta[name="registry:${name}"]`)?.content || null;

function write(mark, { state, word }) {
  mark.dataset.state = state;
  mark.textContent = word;
}

/** Writes every verdict below a node for the viewed day. */
export function decide(root = document) {
  for (const mark of root.querySelectorAll("[data-standing]")) {
    write(mark, verdict(JSON.parse(mark.dataset.standing), day));
  }
  for (const row of root.querySelectorAll("[data-window]")) {
    const found = windowVerdict(JSON.parse(row.dataset.window), day);
    const mark = row.querySelector("[data-window-mark]");
    if (mark) write(mark, found);
    if (row.closest("[data-open-list]")) row.hidden = found.state === "closed";
  }
  for (const mark of root.querySelectorAll("[data-checked]")) {
    write(mark, reviewVerdict(mark.dataset.checked, day));
  }
}

function decideEmptyLists() {
  for (const list of document.querySelectorAll("[data-open-list]")) {
    const empty = !list.querySelector("[data-window]:not([hidden])");
    list.hidden = empty;
    list.parentElement.querySelector("[data-open-empty]").hidden = !empty;
  }
}

function drawToday() {
  for (const drawing of document.querySelectorAll("[data-timeline]")) {
    const { first, last, width, margin } = drawing.dataset;
    if (day < first || day > last) continue;
    const share = daysBetween(first, day) / daysBetween(first, last);
    const x = Number(margin) + (Number(width) - 2 * Number(margin)) * share;
    const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    for (const [name, value] of Object.entries({ x1: x, x2: x, y1: 3, y2: 38, class: "timeline__today" })) {
      line.setAttribute(name, value);
    }
    drawing.append(line);
  }
}

/** Says which day is shown, and whether the data is older than it should be. */
function announce() {
  const line = document.querySelector("[data-dayline]");
  const next = meta("next-change");
  const messages = [];
  if (chosen) messages.push(`这里显示的是${inChinese(chosen)}的状态。`);
  if (!chosen && daysBetween(AS_OF, day) > STALE_AFTER_DAYS) {
    messages.push(`本页数据截至${inChinese(AS_OF)}，已有${daysBetween(AS_OF, day)}天没有更新，请留意。`);
  } else if (!chosen && next && day >= next) {
    messages.push(`本页内容自${inChinese(next)}起有变化：状态已按今天判定，但数据截至${inChinese(AS_OF)}，此后的文件尚未收录。`);
  }
  if (!messages.length) return;
  line.textContent = messages.join("");
  if (chosen) {
    const back = document.createElement("a");
    const here = new URL(location.href);
    here.searchParams.delete("on");
    back.href = here.pathname + here.search + here.hash;
    back.textContent = "回到今天";
    line.append(" ", back);
  }
  line.hidden = false;
}

/** A chosen day goes along with every link inside the site, and with every search. */
function keepChosenDay() {
  if (!chosen) return;
  for (const link of document.querySelectorAll("a[href]")) {
    const target = new URL(link.href, location.href);
    if (target.origin !== location.origin || !target.pathname.endsWith("/") || link.closest("[data-dayline]")) continue;
    target.searchParams.set("on", chosen);
    link.href = target.pathname + target.search + target.hash;
  }
  for (const form of document.querySelectorAll("form[method=get]")) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "on", value: chosen });
    form.append(field);
  }
}

/** The day of the data stands in one file and not on every page, so that a new day changes no page. */
function tellDayOfData() {
  for (const place of document.querySelectorAll("[data-as-of]")) place.textContent = inChinese(AS_OF);
}

function markCurrentSection() {
  for (const link of document.querySelectorAll(".mainnav a")) {
    if (location.pathname.startsWith(new URL(link.href).pathname)) link.setAttribute("aria-current", "true");
  }
}

/** What corrects a notice is told from its day on, and a list that names persons until its last day. */
function decideNotices() {
  for (const banner of document.querySelectorAll("[data-since]")) banner.hidden = day < banner.dataset.since;
  const latest = [day, today()].sort().at(-1); // an earlier day that was chosen brings nothing back
  for (const list of document.querySelectorAll("[data-display-until]")) {
    if (latest <= list.dataset.displayUntil) continue;
    const stub = document.createElement("p");
    stub.className = "empty";
    stub.textContent = "公示名单含个人信息，展示期限已满，不再显示。";
    list.replaceChildren(stub);
  }
  for (const place of document.querySelectorAll("[data-permanent]")) place.textContent = location.origin + location.pathname;
}

/** On paper the words stay as they are, so the day they are true of is printed with them. */
function dateThePrint() {
  document.querySelector(".colophon__facts").dataset.day = inChinese(day);
}

markCurrentSection();
tellDayOfData();
dateThePrint();
keepChosenDay();
announce();
decide();
decideEmptyLists();
decideNotices();
markLedgers(day);
drawToday();
