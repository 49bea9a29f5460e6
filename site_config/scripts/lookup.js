// SPDX-License-Identifier: Apache-2.0
// What happens on the page of the lookup? Typing and choosing ask, answers are shown, the address keeps both.
import { chosenDay, today } from "./day.js";
import { Steps, addressOf, isBlank, searchIn } from "./lookup/address.js";
import { Client } from "./lookup/client.js";
import { explain } from "./lookup/emptiness.js";
import { Filters } from "./lookup/filters.js";
import { listenToKeys } from "./lookup/keys.js";
import { documentLine, platformLine } from "./lookup/view.js";
import { decide } from "./standing.js";

const PAGE = 20;
const FEW = 3; // documents above the platforms, until more are asked for
const up = "../";
const part = (name) => document.querySelector(`[data-lookup-${name}]`);
const form = document.querySelector("[data-lookup]");
const input = form.elements.q;
const results = part("results");
const documents = part("documents");
const count = part("count");
const more = part("more");
const client = new Client(new URL(`${up}lookup/`, location.href).href);
const steps = new Steps();
const filters = new Filters(form, part("chosen"), () => { steps.chosen(search()); show(); });
const on = chosenDay();
const WIDE = matchMedia("(min-width: 47.5em)"); // on a phone the results come first
let total = 0;
let shown = 0;
let busy = false;
let documentsShown = FEW;

function search() {
  return { text: input.value, choices: filters.choices, day: on ?? today(), documents: documentsShown };
}

function summary(answer) {
  const parts = [];
  if (answer.total) parts.push(`找到 ${answer.total.toLocaleString("zh-CN")} 家`);
  if (answer.documents) parts.push(`${parts.length ? "" : "没有找到平台，"}认定文件 ${answer.documents.toLocaleString("zh-CN")} 份`);
  return parts.join("，") || "没有找到";
}

function add(rows) {
  const lines = rows.map((row) => platformLine(row, up, on));
  for (const line of lines) decide(line);
  results.append(...lines);
  shown += rows.length;
  more.hidden = shown >= total;
  more.textContent = `再列 ${Math.min(PAGE, total - shown)} 家（已列 ${shown.toLocaleString("zh-CN")} / ${total.toLocaleString("zh-CN")}）`;
}

function clearResults() {
  results.replaceChildren();
  documents.replaceChildren();
  total = 0;
  shown = 0;
  more.hidden = true;
  part("empty").hidden = true;
  part("more-documents").hidden = true;
}

async function show(wanted = PAGE) {
  documentsShown = FEW;
  const asked = search();
  const blank = isBlank(asked);
  part("lists").hidden = !blank;
  if (blank) {
    clearResults();
    count.textContent = "";
  }
  const late = setTimeout(() => { if (!blank) count.textContent = "正在查……"; }, 400);
  const answer = await client.ask(asked, 0, blank ? 0 : wanted).catch(() => ({ failed: true }));
  clearTimeout(late);
  if (!answer) return;
  if (answer.failed) {
    clearResults();
    if (!blank) count.textContent = "名单没有取到，请检查网络后再查一次";
    return;
  }
  part("lists").hidden = Boolean(!answer.blank);
  if (answer.blank) clearResults();
  else showAnswer(asked, answer);
  if (answer.blank) count.textContent = "";
  filters.count(answer.counts);
  form.dataset.answered = asked.text;
}

function showAnswer(asked, answer) {
  clearResults();
  total = answer.total;
  count.textContent = summary(answer);
  showDocuments(answer);
  add(answer.rows);
  part("empty").hidden = answer.total > 0 || answer.documents > 0;
  if (!part("empty").hidden) explain(part("empty"), asked, answer);
}

function showDocuments(answer) {
  documents.replaceChildren(...answer.documentRows.map((row) => documentLine(row, up, on)));
  const left = answer.documents - answer.documentRows.length;
  part("more-documents").hidden = !left;
  part("more-documents").textContent = `还有 ${left.toLocaleString("zh-CN")} 份文件`;
}

async function showMoreDocuments() {
  const before = documents.children.length;
  documentsShown = before + PAGE;
  const answer = await client.ask(search(), 0, 0).catch(() => null);
  if (!answer || answer.blank) return;
  showDocuments(answer);
  documents.children[before]?.querySelector("a").focus();
}

async function showMore() {
  if (busy || shown >= total) return;
  busy = true;
  const answer = await client.ask(search(), shown, shown + PAGE).catch(() => null);
  busy = false;
  if (!answer) return;
  const last = results.lastElementChild;
  const focused = document.activeElement === more;
  add(answer.rows);
  steps.shown(shown);
  if (focused) last?.nextElementSibling?.querySelector("a")?.focus();
}

/** Shows the search of the address, as many results as were shown when it was left. */
function restore() {
  const { text, choices } = searchIn();
  input.value = text;
  filters.choices = choices;
  part("filters").open ||= Object.keys(choices).length > 0 && WIDE.matches;
  if (!isBlank({ text, choices })) show(Math.max(PAGE, history.state?.shown ?? 0));
  else if (total || count.textContent) show();
}

function clear() {
  input.value = "";
  steps.typed(search());
  show();
  input.focus();
}

function typed(event) {
  if (event.isComposing) return;
  steps.typed(search());
  show();
}

let warm = false;
/** The first touch fetches what every search needs. */
function warmUp() {
  if (warm) return;
  warm = true;
  if (isBlank(search())) show();
}

form.addEventListener("submit", (event) => { event.preventDefault(); steps.typed(search()); steps.settle(); show(); });
input.addEventListener("input", typed);
input.addEventListener("compositionend", typed);
form.addEventListener("focusin", warmUp);
part("filters").addEventListener("toggle", warmUp);
form.elements.day.value = on ?? "";
form.elements.day.addEventListener("change", ({ target }) => {
  const address = new URL(addressOf(search()));
  if (target.value) address.searchParams.set("on", target.value);
  else address.searchParams.delete("on");
  location.assign(address);
});
more.addEventListener("click", showMore);
part("more-documents").addEventListener("click", showMoreDocuments);
results.addEventListener("click", () => steps.settle());
addEventListener("popstate", () => { steps.settle(); restore(); });
new IntersectionObserver(([entry]) => { if (entry.isIntersecting) showMore(); }, { rootMargin: "200px" }).observe(more);
listenToKeys(input, results, { clear, settle: () => steps.settle() });
restore();
