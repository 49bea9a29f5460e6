// SPDX-License-Identifier: Apache-2.0
// What does a reader see who searches the whole site? A field, and below it what is found, kind by kind.
import { chosenDay } from "./day.js";
import { detail, find, load, pieces } from "./find.js";
import { letSlashOpen, slashOpens } from "./search.js";

const ROOT = new URL("../../", import.meta.url);
const KINDS = { guides: "指南", forms: "表格", notices: "公告", prose: "说明" };
const FIRST = 5; // results of a kind that are shown at once
const MORE = 20;
const WAIT = 150; // milliseconds after the last letter
const dialog = document.createElement("dialog");
dialog.className = "finder";
dialog.setAttribute("aria-labelledby", "finder-label");
dialog.innerHTML = `
<form class="finder__form" role="search">
  <label class="finder__label" id="finder-label" for="finder-words">全站搜索</label>
  <div class="finder__row">
    <input class="search__input finder__input" id="finder-words" type="search" autocomplete="off" enterkeyhint="search"
      placeholder="指南、表格、公告和说明里的任意几个字">
    <button class="tool finder__close" type="button">关闭</button>
  </div>
</form>
<div class="finder__body">
  <p class="finder__count" role="status"></p>
  <div class="finder__results"></div>
</div>
<p class="finder__foot"><span class="finder__keys"><kbd>↑</kbd> <kbd>↓</kbd> 选择　<kbd>Enter</kbd> 打开　<kbd>Esc</kbd> 关闭</span>
<label><input type="checkbox"> 按 <kbd>/</kbd> 键打开搜索</label></p>`;
document.body.append(dialog);

const input = dialog.querySelector("#finder-words");
const count = dialog.querySelector(".finder__count");
const results = dialog.querySelector(".finder__results");
const slash = dialog.querySelector("[type=checkbox]");
let waiting = null;
let shown = { text: "", done: Promise.resolve() };

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function marked(text, phrases) {
  return pieces(text, phrases).map(([piece, isPhrase]) => (isPhrase ? element("mark", "", piece) : piece));
}

function withChosenDay(address) {
  const target = new URL(address, location.href);
  if (chosenDay()) target.searchParams.set("on", chosenDay());
  return target.href;
}

async function line(page, phrases) {
  const { address, title, excerpt } = await detail(page, phrases);
  const link = element("a", "finder__link", ...marked(title, phrases));
  link.href = withChosenDay(address);
  return element("li", "finder__item", link, element("p", "finder__excerpt", ...marked(excerpt, phrases)));
}

/** A kind with its first results, and a button for further ones. */
async function group(kind, pages, phrases) {
  const heading = element("h2", "finder__kind", KINDS[kind], element("span", "num", String(pages.length)));
  const list = element("ol", "finder__list");
  const more = element("button", "tool finder__more");
  more.type = "button";
  async function add(number) {
    const before = list.children.length;
    list.append(...(await Promise.all(pages.slice(before, before + number).map((page) => line(page, phrases)))));
    const left = pages.length - list.children.length;
    more.textContent = `再列 ${Math.min(left, MORE)} 页${KINDS[kind]}`;
    more.hidden = left === 0;
    return list.children[before];
  }
  more.addEventListener("click", async () => (await add(MORE)).querySelector("a").focus());
  await add(FIRST);
  return element("section", "finder__group", heading, list, more);
}

function lookup(text) {
  const link = element("a", "", `按平台名称查“${text}”`);
  const target = new URL("registry/", ROOT);
  target.searchParams.set("q", text);
  link.href = withChosenDay(target.href);
  return link;
}

function sentence({ phrases, groups, total, apart }, text) {
  if (!total) return `没有找到“${text}”`;
  const kinds = Object.values(KINDS).flatMap((label, order) => (groups[order].length ? [`${label} ${groups[order].length}`] : []));
  const which = apart ? `没有连写的“${text}”；分别含有${phrases.map((word) => `“${word}”`).join("")}的` : "找到";
  return `${which} ${total} 页：${kinds.join("，")}`;
}

async function present(text) {
  if (!text) {
    results.replaceChildren();
    count.textContent = "";
    return;
  }
  let found = null;
  let groups = [];
  try {
    found = await find(text, Object.keys(KINDS));
    const filled = Object.keys(KINDS).map((kind, order) => [kind, found.groups[order]]).filter(([, pages]) => pages.length);
    groups = await Promise.all(filled.map(([kind, pages]) => group(kind, pages, found.phrases)));
  } catch {
    found = null;
  }
  if (text !== shown.text) return; // the reader has typed on
  if (!found) {
    results.replaceChildren();
    count.textContent = "搜索没有装载成功，请检查网络后再试";
    shown = { text: "", done: Promise.resolve() };
    return;
  }
  const advice = found.total
    ? element("p", "finder__lookup", "找平台？", lookup(text))
    : element("div", "empty finder__empty", element("p", "", "指南、公告和说明里没有这些字。可以换几个字，或"), element("p", "", lookup(text)));
  results.replaceChildren(...groups, advice);
  dialog.querySelector(".finder__body").scrollTop = 0;
  count.textContent = sentence(found, text);
}

/** Shows what is found for the words in the field, unless that is shown already. */
function show() {
  clearTimeout(waiting);
  const text = input.value.trim();
  if (text !== shown.text) {
    shown = { text, done: null };
    shown.done = present(text);
  }
  return shown.done;
}

function links() {
  return [...results.querySelectorAll("a")];
}

/** The arrow keys go from the field to the results, through them and back. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const stops = [input, ...links()];
  const at = stops.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
}

input.addEventListener("input", (event) => {
  clearTimeout(waiting);
  if (!event.isComposing) waiting = setTimeout(show, WAIT);
});
input.addEventListener("compositionend", () => { waiting = setTimeout(show, WAIT); });
dialog.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  await show();
  if (input.value.trim()) links()[0]?.click();
});
dialog.querySelector(".finder__close").addEventListener("click", () => dialog.close());
dialog.addEventListener("keydown", walk);
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest("a")) dialog.close(); // beside it, or to a part of this page
});
slash.addEventListener("change", () => letSlashOpen(slash.checked));

/** Opens the search, or goes back to its field. */
export function open() {
  slash.checked = slashOpens();
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
  load().catch(() => {}); // told when something is searched
}
